from __future__ import annotations

from datetime import date

from graphcrm.dates import OPEN_END, UNKNOWN_START
from graphcrm.graph import Graph
from graphcrm.queries.ownership.owners import Owner, owners

D = date.fromisoformat


def test_owners_come_the_latest_first_and_of_one_day_who_kept_it_first(owned: Graph):
    found = owners(owned, label="Lead", uid="X")
    assert [(one.uid, one.user_name, one.rev) for one in found] == [
        ("S3", "Alice", 1),
        ("S2", "Bob", 1),
        ("S1", "Alice", 2),
    ]
    assert found[2] == Owner(
        "S1", "U1", "Alice", D("2024-01-01"), D("2024-02-01"), "r", None, None, 2, D("2024-01-01"), D("2024-02-01")
    )  # fmt: skip


def test_a_page_begins_behind_the_last_one_seen(owned: Graph):
    first = owners(owned, label="Lead", uid="X", limit=1)[0]
    second = owners(owned, label="Lead", uid="X", after=(first.since, first.until, first.uid), limit=1)[0]
    assert (first.uid, second.uid) == ("S3", "S2")
    rest = owners(owned, label="Lead", uid="X", after=(second.since, second.until, second.uid))
    assert [one.uid for one in rest] == ["S1"]


def test_a_start_that_nobody_knows_is_before_all_and_another_label_is_another_record(owned: Graph):
    (one,) = owners(owned, label="Account", uid="X")
    assert (one.start, one.end, one.since, one.until) == (None, None, UNKNOWN_START, OPEN_END)
    assert owners(owned, label="Contact", uid="X") == []
