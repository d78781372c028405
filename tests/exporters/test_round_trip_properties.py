"""Whatever an import or a client writes, an export of it comes back as the same files."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import empty
from digest import described
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reference.strategies import worlds
from reference.world import World, write_bundle

from graphcrm.access import label_of
from graphcrm.errors import ExistsError, InvalidInputError, NotFoundError
from graphcrm.exporters.bundle import export_bundle
from graphcrm.graph import Graph
from graphcrm.nodes import NODES
from graphcrm.nodes.base import OURS, fields
from graphcrm.nodes.edges import ROLES
from graphcrm.nodes.opportunities import SHIPPED
from graphcrm.queries.involved.seen import ENDS
from graphcrm.queries.opportunities.stages import stages
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.services import kinds, records, service_requests
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.opportunities import follows

from .conftest import files, load

# One graph serves all examples, and each empties it.
several = settings(
    max_examples=50 if settings.get_current_profile_name() == "ci" else 12,  # each is written to the database
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    [" ", "a;b", '"', "\r", "x,y", "=1"]
)
LABELS = st.none() | st.text("ab (家1;", max_size=4)
HANDLES = st.fixed_dictionaries(
    {"kind": st.sampled_from(["email", "phone", "domain", "wechat", "linkedin"]), "label": LABELS, "primary": st.booleans(),
     "value": st.text("ab1()@./ ;:w", max_size=6) | st.sampled_from(["a@b", "www.a.b", "de.linkedin.com/in/x", "+1 (0)2 (3)"])}
)  # fmt: skip
CUSTOM = st.dictionaries(
    st.sampled_from(["x_a", "x_b", "x_größe"]), TEXTS | st.integers() | st.booleans() | st.floats(allow_nan=False) | st.lists(TEXTS),
    max_size=2,
)  # fmt: skip
OF_TYPE = {
    "STRING": TEXTS,
    "LIST<STRING NOT NULL>": st.lists(TEXTS, max_size=3),
    "FLOAT": st.integers(0, 10**12).map(lambda cents: cents / 100),
    "INTEGER": st.integers(0, 10**7),
    "BOOLEAN": st.booleans(),
    "DATE": st.dates(date(2, 1, 1), date(9000, 1, 1)).map(str),
    "ZONED DATETIME": st.datetimes().map(str),
    "POINT": st.tuples(st.floats(-90, 90), st.floats(-180, 180)).map(lambda place: f"{place[0]!r},{place[1]!r}"),
}


MOST = 6  # records of one example, R0 and so on
PARTIAL = st.dates(date(1990, 1, 1), date(2090, 1, 1)).flatmap(
    lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4]])
)
DUE = st.none() | st.dates(date(1890, 1, 1), date(2210, 1, 1)).map(str)


def values(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """What a client may send of a record of that kind; some of it is refused."""
    known = {name: prop for name, prop in fields(NODES[label_of(kind)]).items() if name not in OURS}
    own = {name: _value(prop) for name, prop in known.items()}
    if kind == "task":
        some_records = st.lists(st.sampled_from([f"R{n}" for n in range(MOST)]), max_size=2)
        beside = dict.fromkeys(ABOUT, some_records) | {"due_on": DUE, "due_time": TEXTS | st.just("09:30")}
    elif kind == "opportunity":
        record = st.sampled_from([f"R{n}" for n in range(MOST)])
        part = st.fixed_dictionaries({"contact": record}, optional={"role": st.sampled_from(ROLES)})
        own |= {"stage": st.sampled_from([key for key, *_ in SHIPPED]) | TEXTS, "currency": st.just("EUR") | TEXTS}
        beside = {"account": record, "contacts": st.lists(part, max_size=2)}
    elif kind in ENDS:
        record = st.sampled_from([f"R{n}" for n in range(MOST)])
        part = st.fixed_dictionaries({"contact": record}, optional={"role": st.sampled_from(ROLES)})
        beside = dict.fromkeys(ENDS[kind] - {"contacts"}, record) | {"contacts": st.lists(part, max_size=2)}
        own |= {} if kind == "service_request" else {"start": PARTIAL, "end": PARTIAL, "currency": st.just("EUR")}
    elif kind == "campaign":
        own |= {"currency": st.just("EUR") | TEXTS}
        beside = {}
    else:
        beside = {"handles": st.lists(HANDLES, max_size=3)} | ({"team": TEXTS} if kind == "user" else {})
    some = st.fixed_dictionaries({}, optional=own | beside)
    return st.builds(
        lambda sent, custom, name: sent | custom | {"name": name or "Ada"}, some, CUSTOM, TEXTS.map(str.strip)
    )


def _value(prop: Any) -> st.SearchStrategy[Any]:
    choices = getattr(prop, "choices", None)
    return st.sampled_from(list(choices)) if choices else OF_TYPE[prop.type_name]


RECORDS = st.lists(
    st.sampled_from(
        [
            "account",
            "contact",
            "lead",
            "opportunity",
            "contract",
            "order",
            "service_request",
            "campaign",
            "task",
            "user",
        ]
    ).flatmap(lambda kind: st.tuples(st.just(kind), values(kind))),
    max_size=MOST,
)


def written(graph: Graph, kind: str, uid: str, sent: dict[str, Any]) -> None:
    """Write a record, one field after the other: what is refused is left out."""

    def create(made: Change) -> None:
        email = {"email": f"{uid}@us.example"}
        in_it = {"stage": "needs"} | follows({}, {"stage": "needs"}, stages(made.tx), made.at)
        more = email if kind == "user" else in_it if kind == "opportunity" else {}
        if kind == "service_request":
            more = {**records.DEFAULTS[kind], "asked_at": made.at}
            more |= service_requests.follows({}, more, made.at)
        records.create(made, kind, {"name": "Ada"} | more, uid=uid)

    change(graph, Author(), create)
    for name, value in sent.items():
        with suppress(InvalidInputError, NotFoundError, ExistsError):  # the last: two users of one address
            change(graph, Author(), lambda made, given={name: value}: kinds.edit(made, kind, uid, given))


def comes_back(graph: Graph) -> None:
    """See that an export comes back from an import."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder, "first"), Path(folder, "second")
        export_bundle(graph, first)
        empty(graph)
        load(graph, first)
        export_bundle(graph, second)
        assert files(second) == files(first)


@pytest.mark.timeout(900)  # of what fails the smallest is sought, for minutes
@given(sent=RECORDS)
@several
def test_what_a_client_writes_comes_back(graph: Graph, sent: list[tuple[str, dict[str, Any]]]):
    empty(graph)
    for number, (kind, given_values) in enumerate(sent):
        written(graph, kind, f"R{number}", given_values)
    comes_back(graph)


@pytest.mark.timeout(900)
@given(world=worlds())
@several
def test_what_is_imported_comes_back_as_the_same_graph(graph: Graph, world: World):
    empty(graph)
    with tempfile.TemporaryDirectory() as folder:
        write_bundle(world, Path(folder, "world"))
        load(graph, Path(folder, "world"))
    before = described(graph)
    comes_back(graph)
    assert described(graph) == before
