from __future__ import annotations

import re
from pathlib import Path

import pytest
from worlds.build import contact

from graphcrm.access import label_of
from graphcrm.errors import InvalidInputError, SealedError
from graphcrm.graph import Graph, Runner
from graphcrm.nodes import EDGES, NODES, schema
from graphcrm.nodes.base import fields
from graphcrm.nodes.properties import Text, TextList
from graphcrm.queries.catalogue import files
from graphcrm.queries.records.kinds import KINDS
from graphcrm.sealed import MARK, Sealer, Sealing
from graphcrm.services import sealing
from graphcrm.services.sealing import PLACES, SEALABLE, Place, chosen, fit

FIELDS = {"contact": ["address"]}
CONTACTS = next(place for place in PLACES if place.name == "Contact")


def by(*keys: str) -> Sealing:
    return Sealing(lambda: Sealer(keys), FIELDS)


OLD, BOTH, NEW = by("old"), by("new", "old"), by("new")


@pytest.fixture
def six(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """Six contacts, of whose addresses five are sealed by an old key and one by the new; two in a transaction."""
    monkeypatch.setattr(sealing, "_PAGE", 2)
    for n in range(6):
        contact(graph, f"c{n}", f"C{n}", address=(NEW if n == 5 else OLD).seal(f"street {n}"), description="plain")
    return graph


def addresses(graph: Graph, ours: Sealing) -> list[str]:
    return graph.sealed_by(ours).read("MATCH (c:Contact) RETURN c.address ORDER BY c.uid", str)


STREETS = [f"street {n}" for n in range(6)]


def test_everything_is_sealed_anew_once(six: Graph) -> None:
    told = []
    assert fit(six, BOTH, progress=lambda *how_far: told.append(how_far)) == 5
    assert addresses(six, NEW) == STREETS
    assert fit(six, BOTH) == 0
    assert told[0] == ("Sealing", 0, len(PLACES))
    assert told[-1] == ("Sealing", len(PLACES), len(PLACES))


def test_what_is_not_to_be_sealed_any_more_is_opened(six: Graph) -> None:
    assert fit(six, Sealing(lambda: Sealer(["new", "old"]), {})) == 6
    assert addresses(six, NEW) == STREETS
    assert not any(text.startswith(MARK) for text in six.read("MATCH (c:Contact) RETURN c.address", str))


def test_what_is_to_be_sealed_from_now_on_is(six: Graph) -> None:
    more = Sealing(lambda: Sealer(["new"]), {"contact": ["description"]})
    six.write("MATCH (c:Contact) REMOVE c.address")
    assert fit(six, more) == 6
    assert all(text.startswith(MARK) for text in six.read("MATCH (c:Contact) RETURN c.description", str))
    assert set(six.sealed_by(more).read("MATCH (c:Contact) RETURN c.description", str)) == {"plain"}


def test_ended_in_the_middle_everything_can_be_read_and_the_rest_is_done_later(six: Graph) -> None:
    written = 0

    def once(runner: Runner, rows: list[dict[str, object]]) -> None:
        nonlocal written
        written += 1
        if written == 2:
            raise KeyboardInterrupt
        CONTACTS.write(runner, rows)

    with pytest.raises(KeyboardInterrupt):
        fit(six, BOTH, [Place("Contact", CONTACTS.read, once)])
    assert addresses(six, BOTH) == STREETS
    assert fit(six, BOTH) == 3


def test_what_somebody_has_written_meanwhile_stays(six: Graph) -> None:
    def late(runner: Runner, rows: list[dict[str, object]]) -> None:
        runner.write("MATCH (n:Contact {uid: 'c0'}) SET n.address = $theirs", theirs=BOTH.seal("another street"))
        CONTACTS.write(runner, rows)

    fit(six, BOTH, [Place("Contact", CONTACTS.read, late)])
    assert addresses(six, NEW)[:2] == ["another street", "street 1"]


def test_what_no_key_opens_is_said(six: Graph) -> None:
    with pytest.raises(SealedError):
        fit(six, NEW)
    assert addresses(six, BOTH) == STREETS
    with pytest.raises(SealedError):
        addresses(six, NEW)


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("Credential", "CREATE (:Credential {uid: 'x', totp: $text})"),
        ("Account", "CREATE (:Account {uid: 'x', x_own: $text})"),
        ("Lead", "CREATE (:Lead {uid: 'x', description: $text})"),
        ("Task", "CREATE (:Task {uid: 'x', kind: 'call', outcome: $text})"),
        ("INTERACTED_WITH", "CREATE (:User)-[:INTERACTED_WITH {uid: 'x', notes: $text}]->(:Contact)"),
        ("TRASHED", "CREATE (:User)-[:TRASHED {uid: 'x', type: 'INTERACTED_WITH', notes: $text}]->(:Contact)"),
        ("Revision", "CREATE (:Revision {uid: 'x', kind: 'contact', before: $text})"),
        ("IdempotencyKey", "CREATE (:IdempotencyKey {uid: 'x', answer: $text})"),
    ],
)
def test_each_place_is_gone_through(graph: Graph, kind: str, made: str) -> None:
    """With one sealed by an old key there; all others stay as they are."""
    everywhere = {
        "account": ["x_own"],
        "lead": ["description"],
        "task": ["outcome"],
        "interaction": ["notes"],
        **FIELDS,
    }
    graph.write(made, text=OLD.seal("said"))
    assert [place.name for place in PLACES if fit(graph, Sealing(BOTH._keys, everywhere), [place])] == [kind]
    values = graph.sealed_by(NEW).read("MATCH (n) OPTIONAL MATCH (n)-[e]->() RETURN coalesce(e{.*}, n{.*})", dict)
    assert "said" in {value for props in values for value in props.values()}


def test_a_setting_names_fields_of_kinds() -> None:
    assert chosen("") == {}
    assert chosen(" contact.address,lead.x_budget,, contact.x_own ") == {
        "contact": {"address", "x_own"}, "lead": {"x_budget"},
    }  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "contact.name",
        "user.email",
        "address",
        "contact.",
        "interaction.x_own",
        "task.due_time",
        "contact.x_O w",
        "job.title",
        ".",
    ],
)
def test_what_cannot_be_sealed_is_refused(name: str) -> None:
    with pytest.raises(InvalidInputError, match="is not kept sealed; these can be: account") as refused:
        chosen(f"contact.address,{name}")
    assert refused.value.field == "GRAPHCRM_SEALED_FIELDS"


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in SEALABLE.items() for name in sorted(names)])
def test_no_query_asks_by_what_may_be_sealed(kind: str, name: str) -> None:
    """Such a field is a text, or several; no index has it, no list is filtered or sorted by it, and no query compares it.

    Whether there is one at all is no secret.
    """
    cls = EDGES["INTERACTED_WITH"] if kind == "interaction" else NODES[label_of(kind)]
    assert isinstance(fields(cls)[name], Text | TextList)
    assert not any(name in want.properties for want in schema.wanted())
    listed = KINDS.get(kind)
    ways = str((listed.sorts, listed.filters, listed.narrow)) if listed else ""
    assert not re.search(rf"\.{name}\b", ways.replace(f"(n.{name} IS NOT NULL) = ", ""))
    for path in files():
        for clause in re.findall(r"\b(?:WHERE|ORDER BY|MATCH|MERGE|WHEN)\b.*", Path(path).read_text(encoding="utf-8")):
            asked = re.split(r"\b(?:THEN|RETURN|SET|AS)\b", clause)[0]
            assert not re.search(rf"\.{name}\b", asked), (path, clause)
