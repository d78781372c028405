"""Random dealings with accounts and contacts, beside a model in plain Python (machine.py): what they buy and are offered,
leads that become them, the trash, and undo; what is known of each by that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule
from worlds.build import account, contact, interaction, job, lead, opportunity

from graphcrm.nodes.ids import derived
from graphcrm.services import lifecycles
from graphcrm.services.opportunities import came
from reference.lifecycles import Known, Trail
from reference.machine import Machine

Record = tuple[str, str]  # kind and uid

ACCOUNTS, PEOPLE, LEADS = ("a0", "a1"), ("c0", "c1", "c2"), ("l0", "l1", "old")
STAFF = ("contact", "c2")  # who works at a1, and stays: that staff has gone is seen by night, and not at once
RECORDS = (*(("account", uid) for uid in ACCOUNTS), *(("contact", uid) for uid in PEOPLE))
WAS = (("contact", "c1"), ("account", "a0"))  # what the lead `old` became long ago
STAGES = {"first_contact": "open", "needs": "open", "won": "won", "lost": "lost"}
WAYS = st.sampled_from(["trash", "restore", "purge"])
NUMBERS = st.integers(0, 19)  # of a record or an opportunity, counted round
TO, WHO = st.none() | st.sampled_from(ACCOUNTS), st.sets(st.sampled_from(PEOPLE))
SOLD = st.tuples(st.sampled_from((5, 40, 370, 540, 541, 730, 731)), st.sampled_from(tuple(STAGES)), TO, WHO)
TALK = st.none() | st.tuples(st.sampled_from((20, 180, 181, 541)), st.booleans())


class Dealings(Machine):
    """What happens with accounts and contacts; what is said of them is for others."""

    model: ClassVar[tuple[str, ...]] = ("records", "leads", "deals", "became")

    def __init__(self) -> None:
        super().__init__()
        self.today = datetime.now(UTC).date()
        self.records: dict[
            Record, dict[str, Any]
        ] = {}  # trail, state (live, trashed, purged), added, talk, placeholder
        self.leads = dict.fromkeys(LEADS, "live")  # their states
        self.deals: dict[str, dict[str, Any]] = {}  # stage, day (it came to it), account, people, state
        self.became: set[tuple[str, Record, date]] = set()  # a lead, and what it became when

    def day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)

    def at(self, ago: int) -> datetime:
        return datetime.combine(self.day(ago), time(0, 1), UTC)

    @initialize(
        added=st.tuples(*[st.sampled_from((3, 540, 541))] * 5), talks=st.tuples(TALK, TALK),
        sold=st.lists(SOLD, max_size=5), was=st.none() | st.sampled_from((30, 180, 181)),
    )  # fmt: skip
    def begin(self, added: Any, talks: Any, sold: Any, was: int | None) -> None:
        for uid in LEADS:
            lead(self.graph, uid, uid, status="new")
        for one, ago in zip(RECORDS, added, strict=True):
            (account if one[0] == "account" else contact)(self.graph, one[1], one[1], created_at=self.at(ago))
            self.records[one] = record([], self.day(ago))
        job(self.graph, "c2", "a1")
        for talk, some in zip(talks, ((("contact", "c0"),), (STAFF, ("account", "a1"))), strict=True):
            if talk:
                way = {} if talk[1] else {"channel": "email", "direction": "out"}
                interaction(self.graph, "alice", some[0][1], self.at(talk[0]), **way)
                for one in some:
                    self.records[one]["talk"] = talk
        for ago, stage, to, people in sold:
            self.sold(ago, stage, to, people)
        for kind, uid in WAS if was else ():
            props = {"uid": derived("conversion", "old", kind.title(), uid), "rev": 1, "at": self.at(was or 0)}
            cypher = "MATCH (l:Lead {uid: 'old'}), (n:Account|Contact {uid: $uid}) CREATE (l)-[e:CONVERTED_TO]->(n) SET e = $props"
            self.graph.write(cypher, uid=uid, props=props)
            self.became.add(("old", (kind, uid), self.day(was or 0)))
        lifecycles.look(self.graph, self.today)

    def sold(self, ago: int, stage: str, to: str | None, people: set[str]) -> None:
        """Let something have come to a stage some days ago."""
        at, uid, status = self.at(ago), f"o{len(self.deals)}", STAGES[stage]
        more: dict[str, Any] = {"stage_since": at, "trail": [came(stage, at)], "created_at": at}
        more |= {"closed_at": at} if status != "open" else {}
        more |= {"lost_reason": "Dear"} if status == "lost" else {}
        opportunity(self.graph, uid, to, *people, stage=stage, status=status, **more)
        self.deals[uid] = deal(stage, self.day(ago), to, people)

    def is_live(self, *some: Record) -> bool:
        return all(self.records[one]["state"] == "live" for one in some)

    def known(self, of: Record) -> Known:
        """What is known of a record."""
        one, (kind, uid) = self.records[of], of
        deals = [
            deal for deal in self.deals.values()
            if deal["state"] == "live" and (deal["account"] == uid if kind == "account" else uid in deal["people"])
        ]  # fmt: skip
        return Known(
            won=[deal["day"] for deal in deals if STAGES[deal["stage"]] == "won"],
            open=[deal["day"] for deal in deals if STAGES[deal["stage"]] == "open"],
            converted=[day for who, became, day in self.became if became == of and self.leads[who] == "live"],
            said=self.day(one["talk"][0]) if one["talk"] else None,
            answered=bool(one["talk"] and one["talk"][1]),
            added=one["added"],
        )

    def pick(self, number: int) -> tuple[Record, dict[str, Any]]:
        return list(self.records.items())[number % len(self.records)]

    def pick_deal(self, number: int) -> tuple[str, dict[str, Any]]:
        return list(self.deals.items())[number % len(self.deals)]

    # What they buy, and were

    @rule(stage=st.sampled_from(["needs", "won"]), to=TO, people=WHO)
    def sell(self, stage: str, to: str | None, people: set[str]) -> None:
        status = 201 if self.is_live(*ends(to, people)) else 404
        body = self.send("POST", "/opportunities", status, json={"name": "Line", "stage": stage, **named(to, people)})
        if status == 201:
            self.deals[body["uid"]] = deal(stage, self.today, to, people)

    @precondition(lambda self: self.deals)
    @rule(number=NUMBERS, stage=st.sampled_from(tuple(STAGES)))
    def move(self, number: int, stage: str) -> None:
        uid, deal = self.pick_deal(number)
        live = deal["state"] == "live"
        more = {"lost_reason": "Dear"} if stage == "lost" else {}
        self.send("PATCH", f"/opportunities/{uid}", 200 if live else 404, json={"stage": stage, **more})
        if live and stage != deal["stage"]:
            deal.update(stage=stage, day=self.today)

    @precondition(lambda self: self.deals)
    @rule(number=NUMBERS, to=TO, people=WHO)
    def offer(self, number: int, to: str | None, people: set[str]) -> None:
        uid, deal = self.pick_deal(number)
        if not self.is_live(*ends(deal["account"], ())):
            return  # whose it is when both come back is another question
        status = 200 if deal["state"] == "live" and self.is_live(*ends(to, people)) else 404
        self.send("PATCH", f"/opportunities/{uid}", status, json=named(to, people))
        if status == 200:  # who is in the trash stays, and comes back
            aside = {who for who in deal["people"] if not self.is_live(("contact", who))}
            deal.update(account=to, people=people | aside)

    @rule(uid=st.sampled_from(LEADS), to=st.sampled_from([*PEOPLE, None]), sells=st.booleans())
    def convert(self, uid: str, to: str | None, sells: bool) -> None:
        company = "a1" if to == "c2" else None
        done = any(one == uid and be[0] == "contact" and self.is_live(be) for one, be, _ in self.became)
        there = self.is_live(*ends(company, (to,) if to else ()))
        status = 404 if self.leads[uid] != "live" else 409 if done else 200 if there else 404
        json = {"contact": to, "account": company, "no_account": not company} | ({"opportunity": {}} if sells else {})
        body = self.send("POST", f"/leads/{uid}/convert", status, json=json)
        if status != 200:
            return
        who = body["contact"]
        if to is None:
            self.records["contact", who] = record([("prospect", self.today.isoformat())], self.today)
        self.became |= {(uid, one, self.today) for one in ends(company, (who,))}
        if sells:
            self.deals[body["opportunity"]] = deal("first_contact", self.today, company, {who})

    # The trash

    @rule(number=NUMBERS, way=WAYS)
    def send_away(self, number: int, way: str) -> None:
        of, one = self.pick(number)
        if of == STAFF:
            return
        one["state"] = self.ask_trash(f"/{of[0]}s/{of[1]}", one["state"], way)
        if one["state"] == "purged":
            self.became = {became for became in self.became if became[1] != of}
            for deal in self.deals.values():
                deal["account"] = None if of == ("account", deal["account"]) else deal["account"]
                deal["people"] = {uid for uid in deal["people"] if of != ("contact", uid)}

    @precondition(lambda self: self.deals)
    @rule(number=NUMBERS, way=WAYS)
    def drop(self, number: int, way: str) -> None:
        uid, deal = self.pick_deal(number)
        deal["state"] = self.ask_trash(f"/opportunities/{uid}", deal["state"], way)

    @rule(uid=st.sampled_from(LEADS), way=WAYS)
    def forget(self, uid: str, way: str) -> None:
        self.leads[uid] = self.ask_trash(f"/leads/{uid}", self.leads[uid], way)
        if self.leads[uid] == "purged":
            self.became = {became for became in self.became if became[0] != uid}

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
        records, deals = self.records, self.deals
        self.send("POST", f"/changes/{change}/undo", 204)
        self.become(then)
        self.records |= {one: was | {"state": "trashed"} for one, was in records.items() if one not in self.records}
        self.deals |= {uid: was | {"state": "trashed"} for uid, was in deals.items() if uid not in self.deals}


def record(trail: Trail, added: date) -> dict[str, Any]:
    return {"trail": trail, "state": "live", "added": added, "talk": None, "placeholder": False}


def deal(stage: str, day: date, to: str | None, people: set[str]) -> dict[str, Any]:
    return {"stage": stage, "day": day, "account": to, "people": set(people), "state": "live"}


def ends(to: str | None, people: Iterable[str]) -> list[Record]:
    """The records whom something is offered to, and who have a part in it."""
    return [*((("account", to),) if to else ()), *(("contact", uid) for uid in people)]


def named(to: str | None, people: Iterable[str]) -> Mapping[str, Any]:
    return {"account": to, "contacts": [{"contact": uid} for uid in sorted(people)]}
