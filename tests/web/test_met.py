"""What is asked of timelines: who, how, when, and words, which are looked for in what the graph answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from worlds.build import account, contact, interaction, job, lead, user

from graphcrm.graph import Graph
from graphcrm.nodes.edges import CHANNELS, DIRECTIONS
from graphcrm.web.asking import met
from graphcrm.web.asking.accounts import timeline
from graphcrm.web.asking.met import MetParameters, events_of_contact, events_of_lead, of_contact, of_lead

DAY = date(2024, 6, 1)


@pytest.fixture
def ann(graph: Graph) -> Graph:
    """Ann at Acme, of whom Alice has three calls about prices, a mail about a pilot, and a word in private."""
    user(graph, "alice", "Alice")
    account(graph, "acme")
    contact(graph, "ann")
    lead(graph, "lea")
    job(graph, "ann", "acme", start="2020-01-01")
    for n in (1, 2, 3):
        said = {"subject": f"Call {n}", "topics": ["Prices"], "outcome": "Offer sent" if n == 2 else None}
        interaction(graph, "alice", "ann", f"2024-05-0{n}T10:00:00", uid=f"call-{n}", channel="call", **said)
    mail = {"channel": "email", "direction": "out", "notes": "The pilot begins in June.", "topics": ["Pilot"]}
    interaction(graph, "alice", "ann", "2024-05-10", uid="mail", **mail)
    interaction(graph, "alice", "ann", "2024-05-11", uid="word", subject="Pilot prices", topics=["Pilot"], private=True)
    interaction(graph, "alice", "lea", "2024-05-11", uid="lea-1", subject="Prices")
    return graph


def left(graph: Graph, **asked: object) -> list[str]:
    return [one.uid for one in of_contact(graph, "ann", MetParameters(**{"as_of": DAY, **asked})).rows]


def test_the_choices_are_those_of_the_schema() -> None:
    assert set(get_args(met.Channel)) == set(CHANNELS)
    assert set(get_args(met.Direction)) == set(DIRECTIONS)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["word", "mail", "call-3", "call-2", "call-1"]),
        ({"topic": "PRICE"}, ["call-3", "call-2", "call-1"]),
        ({"topic": "pilot"}, ["mail"]),
        ({"outcome": "offer"}, ["call-2"]),
        ({"q": "june PILOT"}, ["mail"]),
        ({"q": "call prices"}, ["call-3", "call-2", "call-1"]),
        ({"q": "nothing such"}, []),
        ({"channel": "call", "q": "2"}, ["call-2"]),
        ({"since": "2024-05-02", "until": "2024-05-10"}, ["mail", "call-3", "call-2"]),
        ({"until": "2024-05-02", "topic": "prices"}, ["call-2", "call-1"]),
        ({"until": "2030-01-01", "since": "2024-05-11"}, ["word"]),
    ],
)
def test_what_is_asked_for_alone_is_left_and_what_is_private_has_no_words(
    ann: Graph, asked: dict[str, object], found: list[str]
) -> None:
    assert left(ann, **asked) == found


def test_pages_of_words_follow_each_other(ann: Graph) -> None:
    seen, cursor = [], None
    while True:
        page = of_contact(ann, "ann", MetParameters(as_of=DAY, topic="prices", limit=1, cursor=cursor))
        seen += [one.uid for one in page.rows]
        cursor = page.cursor
        if not cursor:
            break
    assert seen == ["call-3", "call-2", "call-1"]


def test_what_was_not_looked_at_yet_comes_with_the_next_page(ann: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(met, "LOOKED", 3)
    first = of_contact(ann, "ann", MetParameters(as_of=DAY, q="call"))
    assert [one.uid for one in first.rows] == ["call-3"]
    assert first.cursor
    rest = of_contact(ann, "ann", MetParameters(as_of=DAY, q="call", cursor=first.cursor))
    assert ([one.uid for one in rest.rows], rest.cursor) == (["call-2", "call-1"], None)


def test_leads_and_accounts_are_asked_alike(ann: Graph) -> None:
    assert [one.uid for one in of_lead(ann, "lea", MetParameters(as_of=DAY, q="prices")).rows] == ["lea-1"]
    assert of_lead(ann, "lea", MetParameters(as_of=DAY, channel="call")).rows == []

    def happened(**asked: object) -> list[str]:
        rows = timeline(ann, "acme", MetParameters(**{"as_of": DAY, **asked})).rows
        return [one.turn.kind if one.turn else one.parts[0].uid for one in rows]

    assert happened() == ["word", "mail", "call-3", "call-2", "call-1", "came"]
    assert happened(topic="pilot") == ["mail"]
    assert happened(since="2024-05-03") == ["word", "mail", "call-3"]
    assert happened(until="2024-05-01") == ["call-1", "came"]
    assert happened(user="bob") == []


def test_an_account_is_asked_for_words_page_by_page(ann: Graph) -> None:
    first = timeline(ann, "acme", MetParameters(as_of=DAY, topic="prices", limit=2))
    assert [one.parts[0].uid for one in first.rows] == ["call-3", "call-2"]
    rest = timeline(ann, "acme", MetParameters(as_of=DAY, topic="prices", limit=2, cursor=first.cursor))
    assert ([one.parts[0].uid for one in rest.rows], rest.cursor) == (["call-1"], None)


def test_until_a_day_counts_the_day_and_not_what_is_to_come() -> None:
    assert MetParameters(until="2024-05-01").when.before == datetime(2024, 5, 2, tzinfo=UTC)
    assert MetParameters(until="2999-05-01").when.before < datetime.now(UTC) + timedelta(minutes=1)


@pytest.fixture
def together(ann: Graph) -> Graph:
    """Ann, with whom Alice, Bob and Cleo had one lunch, and Alice and Bob another, on one day."""
    for uid in ("bob", "cleo"):
        user(ann, uid, uid.title())
    for who, event in (("alice", "l1"), ("bob", "l2"), ("cleo", "l1"), ("bob", "l1"), ("alice", "l2")):
        for person in ("ann", "lea"):
            uid = f"{person} {event} {who}"
            interaction(ann, who, person, "2024-05-20", uid=uid, event=f"{event} {person}", subject="Lunch")
    return ann


def happened(graph: Graph, **asked: object) -> list[list[tuple[str, str]]]:
    """The events of each page with Ann, each with who of us took part."""
    pages, cursor = [], None
    while True:
        page = events_of_contact(graph, "ann", MetParameters(**{"as_of": DAY, "cursor": cursor, **asked}))
        pages.append([(parts[0].event, " ".join(part.user for part in parts)) for parts in page.rows])
        cursor = page.cursor
        if not cursor:
            return pages


LUNCHES = [("l1 ann", "alice bob cleo"), ("l2 ann", "alice bob")]


@pytest.mark.parametrize(("limit", "first"), [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2)])
def test_what_several_of_us_did_together_is_told_once_and_on_one_page(together: Graph, limit: int, first: int) -> None:
    pages = happened(together, limit=limit)
    assert pages[0] == LUNCHES[:first]
    rest = [("word", "alice"), ("mail", "alice"), ("call-3", "alice"), ("call-2", "alice"), ("call-1", "alice")]
    assert [one for page in pages for one in page] == LUNCHES + rest
    assert happened(together, limit=limit, q="lunch")[0] == LUNCHES[:first]
    assert [one for page in happened(together, limit=limit, q="lunch") for one in page] == LUNCHES
    assert [len(page) for page in happened(together, limit=500)] == [7]


def test_where_an_event_has_more_parts_than_are_looked_at_the_next_page_goes_on(
    together: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(met, "LOOKED", 1)
    pages = happened(together, limit=1)
    assert pages[0] == [("l1 ann", "alice bob cleo")]
    assert sum(len(who.split()) for page in pages for _event, who in page) == 10


def test_each_part_is_listed_by_itself_where_that_is_asked_for(together: Graph) -> None:
    assert len(of_contact(together, "ann", MetParameters(as_of=DAY, limit=2)).rows) == 2
    assert len(of_contact(together, "ann", MetParameters(as_of=DAY, limit=2, q="lunch")).rows) == 2
    assert [len(parts) for parts in events_of_lead(together, "lea", MetParameters(as_of=DAY, limit=1)).rows] == [3]
