from __future__ import annotations

from collections import Counter

import pytest

from graphcrm.importers.batches import Batch
from graphcrm.importers.columns import CONTACTS
from graphcrm.importers.firsts import Once, planned, remember, sift
from graphcrm.importers.header import Header
from graphcrm.importers.plans.records import CONTACT
from graphcrm.importers.report import Refused
from graphcrm.importers.rows import Row, parse
from graphcrm.importers.sinks import Plan

HEADER = Header(CONTACTS, ["contact_id", "name"])


def row(line: int, uid: str, name: str) -> Row:
    found = parse("contacts.csv", HEADER, line, [uid, name], has_nul=False)
    assert isinstance(found, Row)
    found.uid = CONTACT.identify(found)
    return found


def all_but(*bad: str):
    """A plan that refuses rows of some names, and creates the others."""

    def plan(_: object, rows: list[Row]) -> Plan:
        assert len({row.line for row in rows}) == len(rows)
        refused = [row.refused("bad", "name") for row in rows if row.values["name"] in bad]
        return Plan(
            created=Counter(row.values["name"] for row in rows if row.values["name"] not in bad), refused=refused
        )

    return plan


def told(refused: list[Refused]) -> list[tuple[int, str]]:
    return sorted((row.line, row.reason.removeprefix("the same id stands in ")[:24]) for row in refused)


def test_an_id_is_met_once_in_several_files():
    once = Once()
    assert once.again("C1", 1, "a.csv", 2) is None
    assert once.again("C1", 1, "b.csv", 2) == ""
    assert once.again("C1", 2, "b.csv", 2) == "line 2 of a.csv"
    assert once.again("C2", -1, "b.csv", 3) is None
    assert once.again("C2", -1, "b.csv", 4) == ""
    assert once.find("C3", 1) is None


def test_what_stands_already_is_repeated_or_refused_and_the_rivals_of_a_first_row_wait():
    once = Once()
    remember(once, [row(2, "C1", "Ada"), row(3, "C9", "Zoe")], [row(3, "C9", "Zoe").refused("bad")])
    names = [("C1", "Ada"), ("C1", "Bo"), ("C2", "Cy"), ("C2", "Di"), ("C2", "Cy"), ("C2", "Di"), ("C9", "Ed")]
    batch = Batch("contacts.csv", [row(line, *name) for line, name in enumerate(names, 10)])
    rivals = sift(batch, once)
    assert [found.line for found in batch.rows] == [12, 16]
    assert {uid: [rival.line for rival in found] for uid, found in rivals.items()} == {"C2": [13]}
    assert batch.repeated == {"contacts.csv": 3}
    assert told(batch.refused) == [(11, "line 2 of contacts.csv w")]


@pytest.mark.parametrize(
    ("bad", "created", "refused"),
    [
        ([], ["A", "X"], {3: "line 2 of contacts.csv w", 4: "line 2 of contacts.csv w"}),
        (["A"], ["B", "X"], {2: "bad", 4: "line 3 of contacts.csv w"}),
        (["A", "B"], ["C", "X"], {2: "bad", 3: "bad"}),
        (["B"], ["A", "X"], {3: "line 2 of contacts.csv w", 4: "line 2 of contacts.csv w"}),
        (["A", "B", "C"], ["X"], {2: "bad", 3: "bad", 4: "bad"}),
    ],
)
def test_the_first_row_of_an_id_that_is_not_refused_stands(bad: list[str], created: list[str], refused: dict[int, str]):
    rows = [row(2, "C1", "A"), row(3, "C1", "B"), row(4, "C1", "C"), row(5, "C2", "X")]
    batch, once = Batch("contacts.csv", rows), Once()
    rivals = sift(batch, once)
    plan = planned(all_but(*bad), None, batch.rows, rivals)  # type: ignore[arg-type]
    assert sorted(plan.created) == created
    assert told(plan.refused) == sorted(refused.items())
    remember(once, rows, plan.refused)
    assert once.find("C1", 0) == (f"line {'ABC'.index(created[0]) + 2} of contacts.csv" if len(created) > 1 else None)
