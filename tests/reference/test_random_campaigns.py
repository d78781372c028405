"""Random campaigns against a plain Python model (machine.py): dated and put off, with people put down by name, by a group and by
a segment, marked and taken out, who are met, converted, given away, trashed, erased with what was said of them, and undone."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from worlds.build import contact, lead

from graphcrm.graph import Graph
from graphcrm.nodes.campaigns import STATUSES
from graphcrm.queries.campaigns.attended import attended
from graphcrm.queries.records.listing import listing
from graphcrm.queries.records.told import OfCampaign
from reference.machine import USERS, V1, Machine, run

PEOPLE = (*(("contact", f"c{n}") for n in range(2)), *(("lead", f"l{n}") for n in range(3)))
WAYS = st.sampled_from(["trash", "restore", "purge"])
NUMBERS = st.integers(0, 9)  # of a campaign or a person, counted round
SOME = st.sets(st.sampled_from(PEOPLE), max_size=3)
STARTS = st.none() | st.sampled_from([-20, -3, 0, 5])  # days from today
LENGTHS = st.none() | st.sampled_from([0, 2, -1])
ON = st.none() | st.sampled_from([-9, -2, 0, 3])
MOST = 3  # campaigns of one run
DAYS = 30

Person = tuple[str, str]  # kind and uid


class Campaigns(Machine):
    """What happens to campaigns, and to those who are asked to them; Bob sees those who are his, and nobody's."""

    model = ("campaigns", "people", "said", "became", "converted", "met")

    def __init__(self) -> None:
        super().__init__()
        self.graph.write("MATCH (u:User {uid: 'bob'}) SET u.role = 'rep'")
        self.today = datetime.now(UTC).date()
        self.campaigns: dict[str, dict[str, Any]] = {}  # uid -> start, end, owner, state (live, trashed, purged)
        self.people: dict[Person, dict[str, Any]] = {}  # -> owner, state
        self.said: dict[tuple[str, Person], tuple[str, int]] = {}  # of a campaign and a person: status, since when
        self.became: list[tuple[Person, Person]] = []  # leads, and the contacts that they were converted to, in order
        self.converted: set[Person] = set()  # leads that say so of themselves
        self.met: dict[str, tuple[Person, int]] = {}  # interactions: with whom, and when
        for kind, uid in PEOPLE:
            contact(self.graph, uid, uid) if kind == "contact" else lead(self.graph, uid, uid, status="new")
            self.people[kind, uid] = {"owner": None, "state": "live"}
        guests = [uid for kind, uid in PEOPLE if kind == "contact"]
        self.group = self.api.post(f"{V1}/groups", json={"name": "Guests"}).json["uid"]
        assert self.api.post(f"{V1}/groups/{self.group}/add", json={"contacts": guests}).status_code == 200
        asked = [[{"by": "status", "value": ["converted"]}]]
        sent = {"name": "Converted", "kind": "lead", "conditions": asked}
        self.segment = self.api.post(f"{V1}/segments", json=sent).json["uid"]
        self.make(start=-3, length=None)

    def live(self, person: Person) -> bool:
        return bool(self.people[person]["state"] == "live")

    def day(self, days: int | None) -> str | None:
        return None if days is None else (self.today + timedelta(days=days)).isoformat()

    def pick(self, number: int) -> tuple[str, dict[str, Any]]:
        uid = list(self.campaigns)[number % len(self.campaigns)]
        return uid, self.campaigns[uid]

    def person(self, number: int, kind: str = "") -> Person:
        found = [one for one in self.people if kind in {"", one[0]}]
        return found[number % len(found)]

    # Campaigns and their days

    @precondition(lambda self: len(self.campaigns) < MOST)
    @rule(start=STARTS, length=LENGTHS)
    def make(self, start: int | None, length: int | None) -> None:
        end = None if length is None else (start or 0) + length
        status = 422 if wrong(start, end) else 201
        sent = {"name": "Fair", "start_on": self.day(start), "end_on": self.day(end)}
        body = self.send("POST", "/campaigns", status, json=sent)
        if status == 201:
            self.campaigns[body["uid"]] = {"start": start, "end": end, "owner": "alice", "state": "live"}

    @precondition(lambda self: self.campaigns)
    @rule(number=NUMBERS, start=STARTS, length=LENGTHS)
    def put_off(self, number: int, start: int | None, length: int | None) -> None:
        uid, campaign = self.pick(number)
        end = None if length is None else (start or 0) + length
        status = 404 if campaign["state"] != "live" else 422 if wrong(start, end) else 200
        sent = {"start_on": self.day(start), "end_on": self.day(end)}
        self.send("PATCH", f"/campaigns/{uid}", status, json=sent)
        if status == 200:
            campaign.update(start=start, end=end)

    # Who is asked, and who came

    @precondition(lambda self: self.campaigns)
    @rule(
        number=NUMBERS, some=SOME, status=st.sampled_from(STATUSES), on=ON, group=st.booleans(), segment=st.booleans(),
        stale=st.sampled_from([False, False, False, True]),
    )  # fmt: skip
    def put(
        self, number: int, some: set[Person], status: str, on: int | None, group: bool, segment: bool, stale: bool
    ) -> None:
        uid, campaign = self.pick(number)
        people = some | {one for one in PEOPLE if group and one[0] == "contact" and self.live(one)}
        people |= {one for one in self.converted if segment and self.live(one)}
        ahead = (on or 0) > 0 or (status in {"attended", "no_show"} and (campaign["start"] or 0) > 0)
        expected = self.refused(campaign, people) or (412 if stale else 422 if ahead else self.unknown(people) or 200)
        sent: dict[str, Any] = {**named(some), "status": status, "on": self.day(on)}
        sent |= {"group": self.group} if group else {}
        sent |= {"segment": self.segment} if segment else {}
        headers = {"If-Match": '"999"'} if stale else {}
        body = self.send("POST", f"/campaigns/{uid}/attendance", expected, json=sent, headers=headers)
        if expected == 200:
            before = dict(self.said)
            for one in people:
                was = self.said.get((uid, one), ("", 0))
                since = on if on is not None else was[1] if was[0] == status else 0
                self.said[uid, one] = (status, since)
            assert body["changed"] == sum(before.get(key) != value for key, value in self.said.items())

    @precondition(lambda self: self.said)
    @rule(number=NUMBERS, some=SOME)
    def take_out(self, number: int, some: set[Person]) -> None:
        uid, campaign = self.pick(number)
        expected = self.refused(campaign, some) or self.unknown(some) or 200
        body = self.send("POST", f"/campaigns/{uid}/attendance/remove", expected, json=named(some))
        if expected == 200:
            assert body["changed"] == sum(self.said.pop((uid, one), None) is not None for one in some)

    def refused(self, campaign: dict[str, Any], people: set[Person]) -> int:
        return 422 if not people else 404 if campaign["state"] != "live" else 0

    def unknown(self, people: set[Person]) -> int:
        return 0 if all(map(self.live, people)) else 404

    # What becomes of the people

    @rule(number=NUMBERS, ago=st.sampled_from([0, 2, 10, 22, 45]))
    def meet(self, number: int, ago: int) -> None:
        kind, uid = one = self.person(number)
        sent = {f"{kind}s": [uid], "at": f"{self.day(-ago)}T00:00:00Z"}
        body = self.send("POST", "/interactions", 201 if self.live(one) else 404, json=sent)
        if self.live(one):
            self.met[body["uid"]] = one, -ago

    @rule(number=NUMBERS, into=st.none() | NUMBERS)
    def convert(self, number: int, into: int | None) -> None:
        one, other = self.person(number, "lead"), None if into is None else self.person(into, "contact")
        done = any(was == one and self.live(contact) for was, contact in self.became)
        status = 404 if not self.live(one) else 409 if done else 404 if other and not self.live(other) else 200
        sent = {"contact": other and other[1], "no_account": True}
        body = self.send("POST", f"/leads/{one[1]}/convert", status, json=sent)
        if status != 200:
            return
        other = other or ("contact", body["contact"])
        new = self.people.setdefault(other, {"owner": None, "state": "live"})
        self.people[one]["owner"] = self.people[one]["owner"] or "alice"  # of the pool it is taken
        new["owner"] = new["owner"] or self.people[one]["owner"]
        self.became.append((one, other))
        self.converted.add(one)
        self.met = {event: (other if who == one else who, day) for event, (who, day) in self.met.items()}

    @rule(number=NUMBERS, to=st.sampled_from(USERS))
    def assign(self, number: int, to: str) -> None:
        kind, uid = one = self.person(number)
        self.send("POST", f"/{kind}s/{uid}/assign", 200 if self.live(one) else 404, json={"user": to})
        if self.live(one):
            self.people[one]["owner"] = to

    # The trash

    @precondition(lambda self: self.campaigns)
    @rule(number=NUMBERS, way=WAYS)
    def put_away(self, number: int, way: str) -> None:
        uid, campaign = self.pick(number)
        self.trash(f"/campaigns/{uid}", campaign, way)
        if campaign["state"] == "purged":
            self.said = {key: value for key, value in self.said.items() if key[0] != uid}

    @rule(number=NUMBERS, way=WAYS)
    def send_away(self, number: int, way: str) -> None:
        kind, uid = one = self.person(number)
        self.trash(f"/{kind}s/{uid}", self.people[one], way)
        if self.people[one]["state"] == "purged":
            self.said = {key: value for key, value in self.said.items() if key[1] != one}
            self.became = [pair for pair in self.became if one not in pair]
            self.met = {event: with_whom for event, with_whom in self.met.items() if with_whom[0] != one}
            self.converted -= {one}

    def trash(self, path: str, known: dict[str, Any], way: str) -> None:
        """Ask for a way of the trash."""
        method, url = ("DELETE", path) if way == "trash" else ("POST", f"{path}/{way}")
        fits = {"trash": "live", "restore": "trashed", "purge": "trashed"}[way] == known["state"]
        good = 200 if way == "restore" else 204
        self.send(method, url, good if fits else 409 if known["state"] == "live" else 404)
        if fits:
            known["state"] = {"trash": "trashed", "restore": "live", "purge": "purged"}[way]
        if way == "purge" and fits:
            self.done.clear()  # what was remembered of it is gone too

    # Undo, and undo of that

    @precondition(lambda self: self.done)
    @rule(again=st.booleans())
    def undo(self, again: bool) -> None:
        change, before = self.done.pop()
        after = self.now()
        self.take_back(change, before)
        undo, _ = self.done.pop()  # itself: what came before is next
        if again:
            self.take_back(undo, after)

    def take_back(self, change: str, then: Any) -> None:
        """Undo a change, after which all is as it was then; a creation is undone by the trash."""
        campaigns, people = self.campaigns, self.people
        self.send("POST", f"/changes/{change}/undo", 204)
        self.become(then)
        undone = {"state": "trashed", "owner": None}  # that it is somebody's was of that change too
        self.campaigns |= {uid: one | undone for uid, one in campaigns.items() if uid not in self.campaigns}
        self.people |= {uid: one | undone for uid, one in people.items() if uid not in self.people}

    # What there is

    def seen(self, by: str, person: Person) -> bool:
        return self.live(person) and (by == "alice" or self.people[person]["owner"] in {None, by})

    def who(self, by: str, person: Person) -> Person:
        """The contact that a lead became first, of those whom one sees, or else the person themselves."""
        return next((to for was, to in self.became if was == person and self.seen(by, to)), person)

    def leads_of(self, by: str, person: Person) -> set[Person]:
        return {was for was, to in self.became if to == person and self.seen(by, was)}

    def asked(self, by: str, campaign: str) -> dict[Person, tuple[str, int]]:
        return {one: what for (of, one), what in self.said.items() if of == campaign and self.seen(by, one)}

    def far(self, by: str, campaign: str) -> dict[Person, set[str]]:
        """How far whoever is asked is, a lead and the contact that it became as one: what it may be, of one day."""
        people: dict[Person, list[tuple[str, int]]] = {}
        for one, what in self.asked(by, campaign).items():
            people.setdefault(self.who(by, one), []).append(what)
        return {one: together(said) for one, said in people.items()}

    @invariant()
    def everything_is_as_the_model_says(self) -> None:
        for by in USERS:
            for uid, campaign in self.campaigns.items():
                answer = self.clients[by].get(f"{V1}/campaigns/{uid}")
                assert (answer.status_code == 200) is (campaign["state"] == "live"), (uid, campaign, answer.text)
                if answer.status_code == 200:
                    self.one_is_as_the_model_says(by, uid, answer.json)
                    self.what_followed_is_as_the_model_says(by, uid)
            for one in self.people:
                if one[0] == "contact" and self.seen(by, one):
                    self.those_of_one_are_as_the_model_says(by, one)
        self.lists_count_as_the_model_says()

    def one_is_as_the_model_says(self, by: str, uid: str, body: Any) -> None:
        campaign, asked = self.campaigns[uid], self.asked(by, uid)
        owner = body["owner"] and body["owner"]["uid"]
        days = self.day(campaign["start"]), self.day(campaign["end"])
        assert (body["start_on"], body["end_on"], owner) == (*days, campaign["owner"]), (uid, campaign)
        counts = [Counter(one) for one in product(*self.far(by, uid).values())]
        assert Counter(body["attendance"]) in counts, (by, uid, counts)
        if by != "alice":
            return
        items = self.items(by, f"campaigns/{uid}/attendance")
        told = {(one["type"], one["uid"]): (one["status"], one["on"]) for one in items}
        assert told == {one: (status, self.day(on)) for one, (status, on) in asked.items()}, (by, uid)
        for kind in ("contact", "lead"):
            found = {(kind, one["uid"]) for one in self.items(by, f"{kind}s?campaign={uid}")}
            assert found == {one for one in asked if one[0] == kind}, (by, uid)

    def what_followed_is_as_the_model_says(self, by: str, uid: str) -> None:
        start, end = self.campaigns[uid]["start"], self.campaigns[uid]["end"]
        answer = self.clients[by].get(f"{V1}/campaigns/{uid}/effect?days={DAYS}")
        assert answer.status_code == (422 if start is None else 200), answer.text
        if start is None:
            return
        came = [one for one, said in self.far(by, uid).items() if said == {"attended"}]
        over = (start if end is None else end) + 1
        met = newly = converted = 0
        for one in came:
            leads = self.leads_of(by, one)
            days = [day for with_whom, day in self.met.values() if with_whom in {one, *leads}]
            after, before = (any(first <= day < first + DAYS for day in days) for first in (over, start - DAYS))
            met, newly = met + after, newly + (after and not before)
            converted += bool(leads) and start <= 0
        body = answer.json
        told = body["people"], body["met"], body["newly"], body["converted"]
        assert told == (len(came), met, newly, converted), (by, uid)

    def those_of_one_are_as_the_model_says(self, by: str, one: Person) -> None:
        own = {one, *self.leads_of(by, one)}
        said: dict[str, list[tuple[str, int]]] = {}
        for (uid, who), what in self.said.items():
            if who in own and self.campaigns[uid]["state"] == "live":
                said.setdefault(uid, []).append(what)
        assert {found["uid"] for found in self.items(by, f"campaigns?contact={one[1]}")} == said.keys(), (by, one)
        if by == "alice":  # what the page of the contact tells
            told = {found.uid: found.status for found in attended(self.graph, label="Contact", uid=one[1], limit=MOST)}
            assert told.keys() == said.keys()
            assert all(told[uid] in together(what) for uid, what in said.items()), (one, told, said)

    def lists_count_as_the_model_says(self) -> None:
        """What the page of all campaigns tells beside each."""
        for row in listing(self.graph, kind="campaign", on=self.today, before=datetime.now(UTC)):
            far = self.far("alice", row.uid).values()
            assert isinstance(row.more, OfCampaign)
            assert (row.more.asked, row.more.came) == (len(far), sum(one == {"attended"} for one in far)), row.uid

    def items(self, by: str, path: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.clients[by].get(f"{V1}/{path}").json["items"]
        return found


def wrong(start: int | None, end: int | None) -> bool:
    return end is not None and (start is None or end < start)


def together(said: list[tuple[str, int]]) -> set[str]:
    """What stands of what was said of one person: that they came, or else the last; of one day any of it."""
    latest = max(on for _, on in said)
    came = any(status == "attended" for status, _ in said)
    return {"attended"} if came else {status for status, on in said if on == latest}


def named(people: set[Person]) -> dict[str, list[str]]:
    return {f"{kind}s": sorted(uid for of, uid in people if of == kind) for kind in ("contact", "lead")}


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_random_campaigns_end_as_the_model_says(graph: Graph) -> None:
    run(Campaigns, graph, steps=10)
