"""What a list of the pages tells of each record beside its own fields."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from worlds.build import (
    NOW,
    TODAY,
    account,
    assignment,
    attendance,
    campaign,
    contact,
    interaction,
    job,
    lead,
    opportunity,
    owned,
    rating,
    user,
)

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.records import listing as module
from graphcrm.queries.records.listing import listing
from graphcrm.queries.records.told import OfCampaign
from graphcrm.queries.ties.best_ties import best_ties


def told(graph: Any, kind: str, on: date = TODAY, **asked: Any) -> dict[str, Any]:
    before = datetime(on.year, on.month, on.day, tzinfo=UTC)
    return {one.uid: one.more for one in listing(graph, kind=kind, on=on, before=before, **asked)}


@pytest.mark.parametrize("kind", ["account", "contact", "lead"])
def test_an_empty_list_tells_nothing_and_one_is_told_only_on_demand(graph: Graph, kind: str) -> None:
    assert told(graph, kind) == {}
    {"account": account, "contact": contact, "lead": lead}[kind](graph, "A")
    assert told(graph, kind)["A"].owner is None
    (plain,) = listing(graph, kind=kind, on=TODAY)
    assert (plain.more, plain.strength) == (None, None)


def test_people_count_once_and_only_while_they_are_there(graph: Graph) -> None:
    account(graph, "A"), user(graph, "U", "Uma"), owned(graph, "A", "U")
    for uid in "PQR":
        contact(graph, uid)
    job(graph, "P", "A", start="2020-01-01"), job(graph, "P", "A", start="2021", kind="board")
    job(graph, "Q", "A", start="2020-01-01", end="2024-06-01"), job(graph, "R", "A", start="2024-06-01")
    assert (told(graph, "account")["A"].people, told(graph, "account")["A"].owner) == (2, ("U", "Uma"))
    assert told(graph, "account", date(2024, 5, 31))["A"].people == 2
    assert told(graph, "account", date(2019, 12, 31))["A"].people == 0


def test_those_count_as_known_whom_an_active_user_had_to_do_with_or_rates(graph: Graph) -> None:
    account(graph, "A"), user(graph, "V", active=False)
    for uid in "PQRST":
        contact(graph, uid), job(graph, uid, "A", start="2020")
    user(graph, "U", own="P"), interaction(graph, "U", "P", "2024-01-01")
    interaction(graph, "U", "Q", "2024-01-01"), rating(graph, "U", "R", 3, "2024-02-01")
    interaction(graph, "V", "S", "2024-03-01T10:00:00")
    assert told(graph, "account")["A"].known == 2
    # Who told them has left us, and it was ours all the same.
    assert told(graph, "account")["A"].last_at == datetime(2024, 3, 1, 10, tzinfo=UTC)
    assert told(graph, "account", date(2024, 1, 15))["A"].known == 1


def test_the_last_contact_is_with_somebody_while_they_were_there(graph: Graph) -> None:
    account(graph, "A"), account(graph, "B"), contact(graph, "P"), contact(graph, "Q"), user(graph, "U")
    job(graph, "P", "B", start="2015", end="2023-01-01"), job(graph, "P", "A", start="2023-01-01")
    job(graph, "Q", "A", start="2015")
    interaction(graph, "U", "P", "2022-12-31T10:00:00"), interaction(graph, "U", "Q", "2022-06-01T10:00:00")
    assert told(graph, "account")["A"].last_at.date() == date(2022, 6, 1)
    interaction(graph, "U", "P", "2024-01-01T10:00:00")
    assert told(graph, "account")["A"].last_at.date() == date(2024, 1, 1)
    assert told(graph, "account", date(2024, 1, 1))["A"].last_at.date() == date(2022, 6, 1)
    assert told(graph, "account", date(2022, 6, 1))["A"].last_at is None


def test_of_a_giant_a_part_is_counted(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COUNTED", 2)
    monkeypatch.setattr("graphcrm.queries.records.told.COUNTED", 2)
    account(graph, "A")
    for uid in "PQR":
        contact(graph, uid), job(graph, uid, "A", start="2020")
    assert (told(graph, "account")["A"].people, told(graph, "account")["A"].more) == (2, True)


def test_the_main_job_of_the_day_is_told_with_its_account(graph: Graph) -> None:
    contact(graph, "P"), account(graph, "A", "Acme", city="Bern"), account(graph, "B", "Beta")
    job(graph, "P", "B", start="2015", end="2020-01-01", title="Analyst")
    job(graph, "P", "A", start="2020-01-01", title="CTO", role="buyer", primary=True)
    job(graph, "P", "B", start="2021", kind="board", title="Board")
    (found,) = listing(graph, kind="contact", on=TODAY, before=NOW)
    assert found.more.job[1:] == ("CTO", "buyer", "2020-01-01", "A", "Acme", "Bern")
    assert (found.more.jobs, found.detail) == (2, "Acme")
    assert told(graph, "contact", date(2019, 12, 31))["P"].job.title == "Analyst"
    assert told(graph, "contact", date(2020, 1, 1))["P"].job.title == "CTO"
    assert told(graph, "contact", date(2014, 12, 31))["P"].job is None


@pytest.mark.parametrize("kind", ["account", "contact", "lead"])
def test_the_owner_is_that_of_the_day(graph: Graph, kind: str) -> None:
    {"account": account, "contact": contact, "lead": lead}[kind](graph, "P")
    user(graph, "U", "Uma"), user(graph, "V", "Vic")
    assignment(graph, "P", "U", start="2020-01-01", end="2022-01-01")
    assignment(graph, "P", "V", start="2022-01-01")
    assert told(graph, kind)["P"].owner == ("V", "Vic")
    assert told(graph, kind, date(2021, 12, 31))["P"].owner == ("U", "Uma")
    assert told(graph, kind, date(2019, 12, 31))["P"].owner is None


@pytest.mark.parametrize("kind", ["contact", "lead"])
def test_the_last_interaction_lies_before_the_moment(graph: Graph, kind: str) -> None:
    {"contact": contact, "lead": lead}[kind](graph, "P")
    user(graph, "U", "Uma"), user(graph, "V", "Vic")
    for by, at in (("U", "2023-01-01T09:00:00"), ("V", "2023-06-01T09:00:00"), ("U", "2024-01-01T09:00:00")):
        interaction(graph, by, "P", at)
    lasts = [
        told(graph, kind, date(*day))["P"].last for day in ((2024, 6, 1), (2023, 12, 1), (2023, 6, 1), (2023, 1, 1))
    ]
    assert [one and (one.at.date().isoformat(), one.user_name) for one in lasts] == [
        ("2024-01-01", "Uma"), ("2023-06-01", "Vic"), ("2023-01-01", "Uma"), None,
    ]  # fmt: skip


def test_the_strength_is_that_of_the_named_users_tie(graph: Graph) -> None:
    contact(graph, "P"), contact(graph, "Q"), contact(graph, "R"), user(graph, "U", own="Q"), user(graph, "V")
    for uid in "PQ":
        interaction(graph, "U", uid, "2024-01-01"), interaction(graph, "V", uid, "2024-05-01")
    found = {one.uid: one.strength for one in listing(graph, kind="contact", on=TODAY, before=NOW, tie_of="U")}
    (best,) = best_ties(graph, contacts=["P"], user="U", before=NOW, limit=1)
    assert found == {"P": best.strength, "Q": None, "R": None}  # Q is the user's own record
    assert listing(graph, kind="account", on=TODAY, before=NOW, tie_of="U") == []


def test_who_sees_a_part_is_told_of_that_part(graph: Graph) -> None:
    user(graph, "U"), user(graph, "V")
    for uid, by in (("P", "U"), ("Q", "V")):
        contact(graph, uid), owned(graph, uid, by)
    account(graph, "A", city="Bern"), account(graph, "B"), owned(graph, "B", "V")
    job(graph, "P", "B", start="2015", primary=True), job(graph, "P", "A", start="2015"), job(graph, "Q", "A")
    seen = graph.seen_by(Sight(accounts=("", "U"), contacts=("U",), hidden=frozenset({"account.city"})))
    assert {uid: one.people for uid, one in told(seen, "account").items()} == {"A": 1}
    assert {uid: (one.jobs, one.job.account, one.job.city) for uid, one in told(seen, "contact").items()} == {
        "P": (1, "A", None)
    }


def test_a_page_backwards_and_a_search_are_told_of_too(graph: Graph) -> None:
    user(graph, "U", "Uma")
    for uid in "PQR":
        contact(graph, uid, f"Pat {uid}"), owned(graph, uid, "U"), interaction(graph, "U", uid, "2024-01-01")
    asked: dict[str, Any] = {"kind": "contact", "on": TODAY, "before": NOW, "tie_of": "U"}
    back = listing(graph, **asked, after=("Pat R", "R"), back=True)
    assert [(one.uid, one.more.owner, one.strength is None) for one in back] == [
        ("Q", ("U", "Uma"), False), ("P", ("U", "Uma"), False),
    ]  # fmt: skip
    assert {one.more.last.user for one in listing(graph, **asked, search="pat")} == {"U"}
    assert {one.more.last.user for one in listing(graph, **asked, filters={"owner": "U"}, sort="-created_at")} == {"U"}


def test_a_campaign_tells_how_many_are_asked_and_came_a_lead_and_its_contact_as_one(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign(graph, "fair"), campaign(graph, "empty"), lead(graph, "lea")
    for uid in ("ada", "bo"):
        contact(graph, uid)
    attendance(graph, "fair", "ada", "invited"), attendance(graph, "fair", "bo", "no_show")
    attendance(graph, "fair", "lea", "attended")
    found = told(graph, "campaign")
    assert found["fair"] == OfCampaign(None, 3, 1, more=False)
    assert found["empty"] == OfCampaign(None, 0, 0, more=False)
    graph.write("MATCH (l:Lead {uid: 'lea'}), (c:Contact {uid: 'ada'}) CREATE (l)-[:CONVERTED_TO {uid: 'v'}]->(c)")
    assert told(graph, "campaign")["fair"] == OfCampaign(None, 2, 1, more=False)
    assert told(graph.seen_by(Sight(leads=())), "campaign")["fair"] == OfCampaign(None, 2, 0, more=False)
    monkeypatch.setattr(module, "ASKED", 2)
    assert told(graph, "campaign")["fair"].more


def test_what_is_hidden_of_a_campaign_is_not_told_beside_its_name(graph: Graph) -> None:
    campaign(graph, "fair", "Fair", place="Basel")
    for search in (None, "fair"):
        (one,) = listing(graph, kind="campaign", on=TODAY, search=search)
        assert one.detail == "Basel"
        (one,) = listing(graph.seen_by(Sight(hidden=frozenset({"campaign.place"}))), kind="campaign", on=TODAY)
        assert (one.detail, one.fields["place"]) == (None, None)
    assert listing(graph, kind="campaign", on=TODAY, search="basel") == []


def test_the_search_over_everything_finds_opportunities_and_campaigns(graph: Graph) -> None:
    (
        account(graph, "acme", "Acme"),
        opportunity(graph, "line", "acme"),
        campaign(graph, "day", "Line day", place="Basel"),
    )
    graph.write("MATCH (o:Opportunity) SET o.name = 'Line one'")
    graph.read("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", tuple)

    def found(graph: Any) -> set[tuple[str, str, str | None]]:
        return {(one.type, one.uid, one.detail) for one in listing(graph, kind="record", on=TODAY, search="line")}

    assert found(graph) == {("opportunity", "line", "Acme"), ("campaign", "day", "Basel")}
    assert found(graph.seen_by(Sight(campaigns=(), accounts=()))) == {("opportunity", "line", None)}
    hidden = Sight(hidden=frozenset({"campaign.place"}), opportunities=())
    assert found(graph.seen_by(hidden)) == {("campaign", "day", None)}
