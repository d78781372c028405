from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Graph, Runner
from graphcrm.queries.audit.entries import entries
from graphcrm.services import audit, interactions, records, trash
from graphcrm.services.audit import Deed
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check

from .conftest import MANY, at_once, do

WEB = Author("alice", "because", "192.0.2.7", "request-1")


def stored(graph: Graph) -> list[dict[str, Any]]:
    return graph.read("MATCH (a:Audit) RETURN a {.*} ORDER BY a.seq", dict)


def test_entries_are_numbered_and_each_is_tied_to_the_one_before(graph: Graph) -> None:
    assert [audit.record(graph, Deed(action="export")) for _ in range(3)] == [1, 2, 3]
    one, two, three = stored(graph)
    assert (one["previous"], two["previous"], three["previous"]) == ("", one["hash"], two["hash"])
    assert graph.read("MATCH (h:AuditHead) RETURN h.seq, h.hash, h.at", lambda *row: row) == [
        (3, three["hash"], three["at"])
    ]
    assert check(graph) == []


def test_the_hash_is_what_the_documentation_says(graph: Graph) -> None:
    deed = Deed(action="write", user="zoë", what=["a", "b"], records=["contact P1"], address="::1", request="r")
    audit.record(graph, deed)
    (entry,) = stored(graph)
    at = entry["at"].strftime("%Y-%m-%dT%H:%M:%S.%f+00:00")
    text = (
        f'{{"action":"write","address":"::1","at":"{at}","previous":"","records":["contact P1"],"request":"r","seq":1,'
        '"user":"zo\\u00eb","what":["a","b"]}'
    )
    assert json.loads(text)["user"] == "zoë"
    assert entry["hash"] == hashlib.sha256(text.encode()).hexdigest()


def test_an_entry_is_never_before_the_one_in_front_of_it(graph: Graph) -> None:
    audit.record(graph, Deed(action="export"))
    later = datetime.now(UTC) + timedelta(hours=1)
    graph.write("MATCH (h:AuditHead) SET h.at = $later", later=later)
    audit.record(graph, Deed(action="export"))
    assert stored(graph)[1]["at"] == later.replace(microsecond=later.microsecond)


def test_where_the_head_is_gone_the_log_goes_on(graph: Graph) -> None:
    audit.record(graph, Deed(action="export"))
    graph.write("MATCH (h:AuditHead) DELETE h")
    assert audit.record(graph, Deed(action="export")) == 2
    assert check(graph) == []


def test_an_action_that_nobody_knows_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="cook"):
        Deed(action="cook")


def test_a_change_says_who_did_what_to_what_from_where_and_no_values(cast: Graph) -> None:
    def work(made: Change) -> str:
        records.edit(made, "contact", "ada", {"name": "Ada King", "email": "ada@people.example"})
        return interactions.create(made, {"contacts": ["ada"], "at": "2024-05-01", "subject": "secret"})

    change(cast, WEB, work)
    (entry,) = entries(cast)
    assert entry.what == ["change contact 1", "create interaction 1"]
    assert entry.records == ["contact ada", "user alice"]
    assert (entry.user, entry.action, entry.address, entry.request) == ("alice", "write", "192.0.2.7", "request-1")
    assert cast.read("MATCH (r:Revision) RETURN DISTINCT r.change", str) == [entry.change]
    said = json.dumps(stored(cast)[0], default=str)
    assert not [word for word in ("King", "people.example", "secret", "because") if word in said]


def test_the_command_line_says_so(cast: Graph) -> None:
    change(cast, Author(), lambda made: records.edit(made, "contact", "ada", {"name": "Ada King"}))
    (entry,) = entries(cast)
    assert (entry.user, entry.address, entry.request) == (None, "command line", None)


def test_who_may_do_what_is_told_apart(cast: Graph) -> None:
    user = do(cast, lambda made: records.create(made, "user", {"name": "Cy", "email": "cy@us.example", "role": "rep"}))
    do(cast, lambda made: records.edit(made, "user", user, {"name": "Cyd"}))
    do(cast, lambda made: records.edit(made, "user", user, {"role": "admin"}))
    do(cast, lambda made: trash.trash(made, "user", user))
    assert [entry.action for entry in entries(cast, record=user)] == ["permission", "permission", "write", "permission"]


def test_a_change_and_its_entry_are_there_together_or_not_at_all(cast: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(made: Change) -> None:
        records.edit(made, "contact", "ada", {"name": "Ada King"})
        raise InvalidInputError("No.")

    with pytest.raises(InvalidInputError):
        do(cast, refused)
    assert entries(cast) == []

    def lost(_tx: Runner, **_: object) -> None:
        raise InvalidInputError("The log is away.")

    monkeypatch.setattr(audit, "put_entry", lost)
    with pytest.raises(InvalidInputError):
        do(cast, lambda made: records.edit(made, "contact", "ada", {"name": "Ada King"}))
    assert cast.read("MATCH (c:Contact {uid: 'ada'}) RETURN c.name", str) == ["Ada"]
    assert cast.read("MATCH (r:Revision) RETURN count(r)", int) == [0]


def test_what_changes_nothing_is_not_written_down(cast: Graph) -> None:
    do(cast, lambda made: records.edit(made, "contact", "ada", {"name": "Ada"}))
    assert entries(cast) == []


def test_a_record_that_is_purged_is_found_in_the_log_for_ever(cast: Graph) -> None:
    for work in (trash.trash, trash.purge):
        do(cast, lambda made, work=work: work(made, "contact", "ada"))
    assert [entry.what for entry in entries(cast, record="ada")] == [["purge contact 1"], ["trash contact 1"]]
    assert check(cast) == []


def test_of_many_at_once_each_has_a_number_and_none_is_lost(cast: Graph) -> None:
    at_once(
        [lambda n=n: do(cast, lambda made: records.create(made, "contact", {"name": f"N{n}"})) for n in range(MANY)]
    )
    assert [entry.seq for entry in entries(cast, limit=100)] == list(range(MANY, 0, -1))
    assert check(cast) == []
