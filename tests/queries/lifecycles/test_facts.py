from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import NOW, TODAY, account, contact, interaction, job, lead, opportunity, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.lifecycle import Facts, Proposal
from graphcrm.queries.lifecycles.facts import Known, facts

ACME, ANN = ("Account", "acme"), ("Contact", "ann")
DAY, MET, ADDED = date(2024, 5, 1), date(2023, 5, 1), NOW.date()
WON = {"wins": 1, "first_won": DAY, "last_won": DAY}
BOTH = {"last_on": MET, "answered_on": MET, "added_on": ADDED}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an account two people count."""
    monkeypatch.setattr("graphcrm.queries.lifecycles.facts.COUNTED", 2)


def known(graph: Graph, *records: tuple[str, str], on: date = TODAY) -> dict[str, Facts]:
    return {one.uid: one.facts for one in facts(graph, records=records, on=on)}


def test_of_nothing_nothing_is_known(graph: Graph) -> None:
    assert facts(graph, records=[], on=TODAY) == []
    assert facts(graph, records=[ACME], on=TODAY) == []


def test_what_was_won_of_whom_we_heard_and_when_it_was_added_is_told(acme: Graph) -> None:
    assert known(acme, ACME, ANN) == {"acme": Facts(**WON, **BOTH), "ann": Facts(**WON, **BOTH)}
    (one,) = facts(acme, records=[ACME], on=TODAY)
    assert one == Known(
        "Account", "acme", "Acme", None, "prospect", None, None, ADDED, None, 1, DAY, DAY, 0, None, None, MET, MET, None,
        False,
    )  # fmt: skip
    assert one.suggests(TODAY) == Proposal("customer", "won", DAY)


def test_what_is_open_counts_and_what_is_lost_or_in_the_trash_does_not(acme: Graph) -> None:
    opportunity(acme, "open", "acme")
    opportunity(acme, "lost", "acme", stage="lost", status="lost", closed_at=NOW)
    opportunity(acme, "gone", "acme", deleted_at=NOW)
    opportunity(acme, "when", "acme", stage="won", status="won")  # on a day that nobody knows
    assert known(acme, ACME)["acme"] == Facts(**WON, open=1, opened_on=NOW.date(), **BOTH)
    acme.write("MATCH (o:Opportunity {uid: 'open'}) SET o.stage_since = $at", at=datetime(2024, 6, 3, tzinfo=UTC))
    assert known(acme, ACME)["acme"].opened_on == date(2024, 6, 3)


@pytest.mark.parametrize(
    ("lost", "day", "wins"),
    [
        ("2024-04-30", date(2024, 4, 30), 2), ("2024-05-01", DAY, 1), ("2024", date(2024, 1, 1), 2),
        ("2024-05", DAY, 1), ("2025", date(2025, 1, 1), 0),
    ],
)  # fmt: skip
def test_what_was_won_counts_since_it_was_last_lost(acme: Graph, lost: str, day: date, wins: int) -> None:
    opportunity(acme, "p", "acme", stage="won", status="won", closed_at=datetime(2024, 5, 20, tzinfo=UTC))
    acme.write("MATCH (n:Account) SET n.lifecycle_trail = ['lost 2020', $lost, 'lead 2026']", lost=f"lost {lost}")
    found = known(acme, ACME)["acme"]
    assert (found.lost_on, found.wins) == (day, wins)
    assert found.last_won == (date(2024, 5, 20) if wins else None)
    assert found.first_won == ({2: DAY, 1: date(2024, 5, 20)}.get(wins))
    acme.write("MATCH (n:Account) SET n.lifecycle_trail = ['lost', 'lead 2026']")  # when, nobody knows
    assert (known(acme, ACME)["acme"].lost_on, known(acme, ACME)["acme"].wins) == (None, 2)


def test_who_was_at_the_account_when_we_spoke_is_heard_and_who_has_left_answers_no_more(graph: Graph) -> None:
    user(graph, "alice"), account(graph, "acme"), contact(graph, "new"), contact(graph, "left")
    job(graph, "new", "acme", start="2024")
    job(graph, "left", "acme", start="2020", end="2024-05-01")
    interaction(graph, "alice", "new", "2023-12-31", direction="in")
    assert known(graph, ACME)["acme"] == Facts(added_on=ADDED)
    interaction(graph, "alice", "left", "2024-04-01", direction="in")
    assert known(graph, ACME)["acme"] == Facts(last_on=date(2024, 4, 1), added_on=ADDED)
    interaction(graph, "alice", "left", "2024-05-20", direction="in")  # elsewhere; there until they left, at most
    assert known(graph, ACME)["acme"].last_on == date(2024, 5, 1)
    interaction(graph, "alice", "new", "2024-01-01", direction="out")
    assert known(graph, ACME)["acme"] == Facts(last_on=date(2024, 5, 1), answered_on=date(2024, 1, 1), added_on=ADDED)


def test_whom_we_met_after_they_left_was_not_heard_there(graph: Graph) -> None:
    user(graph, "alice"), account(graph, "acme"), contact(graph, "left")
    job(graph, "left", "acme", start="2020", end="2024-05-01")
    interaction(graph, "alice", "left", "2024-05-01", direction="in")
    assert known(graph, ACME)["acme"] == Facts(added_on=ADDED)


def test_of_more_people_than_are_counted_a_part_is_known(acme: Graph, few: None) -> None:
    assert known(acme, ACME, ANN)["acme"].partial is False
    contact(acme, "bo"), job(acme, "bo", "acme", start="2020", end="2021")
    found = known(acme, ACME, ANN)
    assert (found["acme"].partial, found["ann"].partial) == (True, False)


def test_who_never_answered_is_not_told_to_have(graph: Graph) -> None:
    user(graph, "alice"), contact(graph, "ann")
    interaction(graph, "alice", "ann", "2024-01-01", direction="out")
    assert known(graph, ANN)["ann"] == Facts(last_on=date(2024, 1, 1), added_on=ADDED)


def test_when_a_lead_became_it_is_told(acme: Graph) -> None:
    lead(acme, "l")
    acme.write(
        "MATCH (l:Lead {uid: 'l'}), (a:Account {uid: 'acme'}) CREATE (l)-[:CONVERTED_TO {uid: 'e', at: $at}]->(a)",
        at=datetime(2024, 2, 1, 9, tzinfo=UTC),
    )
    assert known(acme, ACME)["acme"].converted_on == date(2024, 2, 1)
    unseen = acme.seen_by(Sight(leads=()))
    assert facts(unseen, records=[ACME], on=TODAY)[0].converted is None


@pytest.mark.parametrize("props", [{"placeholder": True}, {"deleted_at": NOW}])
def test_a_placeholder_and_what_is_in_the_trash_are_nobody(graph: Graph, props: dict[str, object]) -> None:
    account(graph, "acme", **props)
    assert known(graph, ACME) == {}


def test_what_somebody_does_not_see_does_not_count(acme: Graph) -> None:
    for uid in ("acme", "ann", "o"):
        owned(acme, uid, "alice")
    mine = ("", "alice")
    assert known(acme.seen_by(Sight(accounts=())), ACME) == {}
    assert known(acme.seen_by(Sight(opportunities=("",))), ACME)["acme"] == Facts(**BOTH)
    assert known(acme.seen_by(Sight(contacts=("",))), ACME)["acme"] == Facts(**WON, added_on=ADDED)
    assert known(acme.seen_by(Sight(mine, mine, mine, mine)), ACME)["acme"] == Facts(**WON, **BOTH)
