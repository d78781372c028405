"""Whoever changes the audit log behind our back is found, whatever they do to it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from graphcrm.graph import Graph
from graphcrm.services import audit
from graphcrm.services.audit import Deed, digest
from graphcrm.services.checks import RULES
from graphcrm.services.checks import audit as rule

ENTRIES = 7
_ONE = "MATCH (a:Audit {seq: 4})"


@pytest.fixture(params=[3, 2_000], ids=["page of 3", "one page"])
def log(graph: Graph, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Graph:
    monkeypatch.setattr(rule, "_PAGE", request.param)
    for n in range(ENTRIES):
        audit.record(graph, Deed(action="write", user="alice", records=[f"contact P{n}"], what=["change contact 1"]))
    return graph


def found(graph: Graph) -> list[tuple[list[str], str]]:
    (one,) = (one for one in RULES if one.name == "audit")
    assert one.mend is None
    return [(fault.where, fault.what) for fault in one.find(graph)]


def test_a_log_that_nobody_touched_is_whole(log: Graph) -> None:
    assert found(log) == []


CHANGED = "it was changed: its hash does not fit"
UNTIED = "it does not follow from the entry in front of it: one of them is another than was written"


@pytest.mark.parametrize(
    ("statement", "faults"),
    [
        (f"{_ONE} SET a.user = 'bob'", [(["4"], CHANGED)]),
        (f"{_ONE} REMOVE a.user", [(["4"], CHANGED)]),
        (f"{_ONE} SET a.at = a.at + duration('PT1S')", [(["4"], CHANGED)]),
        (f"{_ONE} SET a.what = ['change contact 2']", [(["4"], CHANGED)]),
        (f"{_ONE} SET a.note = 'more'", [(["4"], CHANGED)]),
        (f"{_ONE} SET a.hash = 'other'", [(["4"], CHANGED), (["5"], UNTIED)]),
        (f"{_ONE} SET a.previous = 'other'", [(["4"], UNTIED), (["4"], CHANGED)]),
        (f"{_ONE} DELETE a", [(["5"], "the entries in front of it are missing, from 4 on")]),
        ("MATCH (a:Audit) WHERE 2 < a.seq < 6 DELETE a", [(["6"], "the entries in front of it are missing, from 3 on")]),
        ("MATCH (a:Audit {seq: 1}) DELETE a", [(["2"], "the entries in front of it are missing, from 1 on")]),
        ("MATCH (a:Audit {seq: 7}) DELETE a", [(["7"], "the last entries are missing, from 7 to 7")]),
        ("MATCH (a:Audit) DELETE a", [(["7"], "the last entries are missing, from 1 to 7")]),
        (f"{_ONE} CREATE (b:Audit) SET b = properties(a)", [(["4"], "there are two entries of this number")]),
        (f"{_ONE} CREATE (b:Audit) SET b = a {{.*, seq: 0}}", [(["0"], "no entry has such a number")]),
        (f"{_ONE} SET a.seq = 12", [(["5"], "the entries in front of it are missing, from 4 on"),
                                    (["12"], "the entries in front of it are missing, from 8 on"), (["12"], CHANGED),
                                    (["12"], "it is not found by contact P3"),
                                    (["12"], "the head is not at this last entry, but says 7")]),
        (f"{_ONE} SET a.seq = '4'", [(["5"], "the entries in front of it are missing, from 4 on"),
                                     ([], "1 entries have no number")]),
        ("MATCH (h:AuditHead) SET h.seq = 5", [(["7"], "the head is not at this last entry, but says 5")]),
        ("MATCH (h:AuditHead) SET h.hash = 'other'", [(["7"], "the head is not at this last entry, but says 7")]),
        ("MATCH (h:AuditHead) SET h.seq = 9", [(["9"], "the last entries are missing, from 8 to 9")]),
        ("MATCH (h:AuditHead) DELETE h", [(["7"], "the head is not at this last entry, but says 0")]),
        ("MATCH (o:Audited {of: 'P3'}) DELETE o", [(["4"], "it is not found by contact P3")]),
    ],
)  # fmt: skip
def test_what_somebody_does_to_it_is_found_and_left(
    log: Graph, statement: str, faults: list[tuple[list[str], str]]
) -> None:
    log.write(statement)
    assert found(log) == faults


def test_an_entry_that_is_written_anew_with_its_own_hash_is_found_by_the_next(log: Graph) -> None:
    (entry,) = log.read(f"{_ONE} RETURN a {{.*}}", dict)
    log.write(f"{_ONE} SET a.user = 'bob', a.hash = $hash", hash=digest({**entry, "user": "bob"}))
    assert found(log) == [(["5"], UNTIED)]


def test_the_last_entry_written_anew_with_its_own_hash_is_found_by_the_head(log: Graph) -> None:
    (entry,) = log.read("MATCH (a:Audit {seq: 7}) RETURN a {.*}", dict)
    log.write("MATCH (a:Audit {seq: 7}) SET a.user = 'bob', a.hash = $hash", hash=digest({**entry, "user": "bob"}))
    assert found(log) == [(["7"], "the head is not at this last entry, but says 7")]


def test_entries_written_meanwhile_are_no_fault(log: Graph) -> None:
    with ThreadPoolExecutor(2) as pool:
        writing = pool.submit(lambda: [audit.record(log, Deed(action="export")) for _ in range(60)])
        while not writing.done():
            assert found(log) == []
    assert found(log) == []
