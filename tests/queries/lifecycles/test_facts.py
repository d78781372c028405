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


def known(graph: Graph, *records: tuple[str, str], on: date = TODAY) -> dict[str, Facts]:
    return {one.uid: one.facts for one in facts(graph, records=records, on=on)}


def test_of_nothing_nothing_is_known(graph: Graph) -> None:
    assert facts(graph, records=[], on=TODAY) == []
    assert facts(graph, records=[ACME], on=TODAY) == []


def test_what_was_won_of_whom_we_heard_and_when_it_was_added_is_told(acme: Graph) -> None:
    assert known(acme, ACME, ANN) == {"acme": Facts(**WON, **BOTH), "ann": Facts(**WON, **BOTH)}
    (one,) = facts(acme, records=[ACME], on=TODAY)
    assert one == Known(
        "Account", "acme", "Acme", None, "prospect", None, None, ADDED, None, 1, DAY, DAY, 0, None, MET, MET
    )
    assert one.suggests(TODAY) == Proposal("customer", "won", DAY)


def test_those_of_an_opportunity_are_told_of_once(acme: Graph) -> None:
    assert sorted(known(acme, ("Opportunity", "o"), ACME)) == ["acme", "ann"]


def test_what_is_open_counts_and_what_is_lost_or_in_the_trash_does_not(acme: Graph) -> None:
    opportunity(acme, "open", "acme")
    opportunity(acme, "lost", "acme", stage="lost", status="lost", closed_at=NOW)
    opportunity(acme, "gone", "acme", deleted_at=NOW)
    opportunity(acme, "when", "acme", stage="won", status="won")  # on a day that nobody knows
    assert known(acme, ACME)["acme"] == Facts(**WON, open=1, **BOTH)


def test_who_was_at_the_account_when_we_spoke_counts_and_who_has_left_does_not(graph: Graph) -> None:
    user(graph, "alice"), account(graph, "acme"), contact(graph, "new"), contact(graph, "left")
    job(graph, "new", "acme", start="2024")
    job(graph, "left", "acme", start="2020", end="2024-05-01")
    interaction(graph, "alice", "new", "2023-12-31", direction="in")
    interaction(graph, "alice", "left", "2024-04-01", direction="in")
    assert known(graph, ACME)["acme"] == Facts(added_on=ADDED)
    interaction(graph, "alice", "new", "2024-01-01", direction="out")
    assert known(graph, ACME)["acme"].last_on == date(2024, 1, 1)


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
