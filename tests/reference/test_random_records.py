"""Random changes of accounts, contacts, leads and users, their addresses, owners and links, and of private interactions,
against a plain Python model (machine.py): the same answers, and a sound graph, at every step."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from worlds.build import account, contact, handle, lead

from graphcrm.graph import Graph
from reference.machine import USERS, V1, Machine, run

KINDS = ("account", "contact", "lead", "user")
AT_FIRST = (
    *3 * [("account", account, {})], *2 * [("contact", contact, {})], *2 * [("lead", lead, {"status": "new"})],
)  # fmt: skip
EMAILS = tuple(f"{name}@people.example" for name in ("ada", "bo", "cy"))
NUMBERS = st.integers(0, 11)  # of a record of some kind, counted round: more than there are at first
YEARS = st.integers(2010, 2014).map(str)  # few, so that what is said meets what was said
FOR_EVER = "9999"

Record = tuple[str, str]  # kind and uid


class Records(Machine):
    """What happens to records of every kind."""

    model = ("records", "links", "secrets", "became")

    def __init__(self) -> None:
        super().__init__()
        # record -> name, rev, state (live, trashed, purged), emails, owner, and of leads whether they were converted
        self.records: dict[Record, dict[str, Any]] = {}
        self.links: dict[str, dict[str, Any]] = {}  # of accounts: uid -> kind, from, to, start, end
        self.secrets: dict[str, tuple[Record, str]] = {}  # Alice's: event -> who it was with, and what was said
        self.became: dict[Record, list[Record]] = {}  # lead -> what it was converted to
        for number, (kind, build, more) in enumerate(AT_FIRST):
            uid, email = f"{kind}-{number}", EMAILS[number % len(EMAILS)]
            build(self.graph, uid, uid, **more)
            handle(self.graph, uid, "email", email, primary=True)
            self.records[kind, uid] = new(uid, {email})

    # Records and their addresses

    def pick(self, number: int, *kinds: str) -> Record:
        """One of the records of some kinds."""
        found = [record for record in self.records if record[0] in kinds]
        return found[number % len(found)]

    def live(self, record: Record) -> bool:
        return bool(self.records[record]["state"] == "live")

    def taken(self, emails: set[str], but: Record | None = None) -> bool:
        """Whether another user has one of some addresses."""
        return any(
            record != but and record[0] == "user" and self.live(record) and emails & known["emails"]
            for record, known in self.records.items()
        )

    def changed(self, record: Record, **fields: Any) -> None:
        """Note a change of a record, if it is one."""
        known = self.records[record]
        if any(known[name] != value for name, value in fields.items()):
            known.update(fields, rev=known["rev"] + 1)

    @rule(kind=st.sampled_from([*KINDS, "user"]), email=st.sampled_from(EMAILS))
    def create(self, kind: str, email: str) -> None:
        clash = kind == "user" and self.taken({email})
        name = f"{kind} {len(self.records)}"
        body = self.send("POST", f"/{kind}s", 409 if clash else 201, json={"name": name, "email": email})
        if not clash:
            self.records[kind, str(body["uid"])] = new(name, {email})

    @rule(number=NUMBERS, name=st.sampled_from(["Cy", "Dee"]), stale=st.booleans())
    def rename(self, number: int, name: str, stale: bool) -> None:
        record = self.pick(number, *KINDS)
        live, rev = self.live(record), self.records[record]["rev"]
        status = 412 if stale else 200
        headers = {"If-Match": f'"{rev + stale}"'}
        self.send("PATCH", path(record), status if live else 404, json={"name": name}, headers=headers)
        if live and not stale:
            self.changed(record, name=name)

    @rule(number=NUMBERS, emails=st.sets(st.sampled_from(EMAILS), min_size=1))
    def say_addresses(self, number: int, emails: set[str]) -> None:
        record = self.pick(number, *KINDS)
        kind, live = record[0], self.live(record)
        clash = kind == "user" and self.taken(emails, record)
        handles = [{"kind": "email", "value": email, "primary": email == min(emails)} for email in sorted(emails)]
        status = (409 if clash else 200) if live else 404
        self.send("PATCH", path(record), status, json={"handles": handles})
        if status == 200:
            self.changed(record, emails=set(emails))

    @rule(number=NUMBERS, email=st.sampled_from(EMAILS))
    def add_address(self, number: int, email: str) -> None:
        record = self.pick(number, *KINDS)
        if email in self.records[record]["emails"]:
            return
        clash = record[0] == "user" and self.taken({email}, record)
        status = (409 if clash else 200) if self.live(record) else 404
        self.send("POST", f"{path(record)}/handles", status, json={"kind": "email", "value": email})
        if status == 200:
            self.changed(record, emails=self.records[record]["emails"] | {email})

    @rule(number=NUMBERS, email=st.sampled_from(EMAILS))
    def take_address(self, number: int, email: str) -> None:
        record = self.pick(number, "account", "contact", "lead")
        has = self.records[record]["emails"]
        status = 200 if self.live(record) and email in has else 404
        self.send("DELETE", f"{path(record)}/handles?kind=email&value={email}", status)
        if status == 200:
            self.changed(record, emails=has - {email})

    # The trash

    @rule(number=NUMBERS)
    def trash(self, number: int) -> None:
        record = self.pick(number, *KINDS)
        live = self.live(record)
        self.send("DELETE", path(record), 204 if live else 404)
        if live:
            self.changed(record, state="trashed")

    @rule(number=NUMBERS)
    def restore(self, number: int) -> None:
        record = self.pick(number, *KINDS)
        known = self.records[record]
        if known["state"] != "trashed":
            self.send("POST", f"{path(record)}/restore", 409 if known["state"] == "live" else 404)
            return
        clash = record[0] == "user" and self.taken(known["emails"], record)
        known["state"] = "live"
        clash = clash or any(self.closes_a_ring(uid) for uid in self.shown() if record[1] in ends(self.links[uid]))
        known["state"] = "trashed"
        self.send("POST", f"{path(record)}/restore", 409 if clash else 200)
        if not clash:
            self.changed(record, state="live")

    @rule(number=NUMBERS)
    def purge(self, number: int) -> None:
        record = self.pick(number, *KINDS)
        known = self.records[record]
        status = {"live": 409, "trashed": 204, "purged": 404}[known["state"]]
        self.send("POST", f"{path(record)}/purge", status)
        if status != 204:
            return
        known["state"] = "purged"
        self.links = {uid: link for uid, link in self.links.items() if record[1] not in ends(link)}
        self.secrets = {uid: secret for uid, secret in self.secrets.items() if secret[0] != record}
        change, _ = self.done.pop()
        self.send("POST", f"/changes/{change}/undo", 409)
        self.done.clear()  # what was remembered of it is gone too

    # Owners

    @rule(number=NUMBERS, to=st.sampled_from(USERS))
    def assign(self, number: int, to: str) -> None:
        record = self.pick(number, "account", "contact", "lead")
        live = self.live(record)
        self.send("POST", f"{path(record)}/assign", 200 if live else 404, json={"user": to})
        if live:
            self.records[record]["owner"] = to

    @rule(number=NUMBERS, by=st.sampled_from(USERS))
    def claim(self, number: int, by: str) -> None:
        record = self.pick(number, "lead")
        known = self.records[record]
        status = (200 if known["owner"] in {None, by} else 409) if self.live(record) else 404
        self.send("POST", f"{path(record)}/claim", status, by=by)
        if status == 200:
            known["owner"] = by

    @rule(number=NUMBERS)
    def release(self, number: int) -> None:
        record = self.pick(number, "account", "contact", "lead")
        known = self.records[record]
        status = (200 if known["owner"] else 409) if self.live(record) else 404
        self.send("POST", f"{path(record)}/release", status, json={})
        if status == 200:
            known["owner"] = None

    # Leads that become contacts

    @rule(number=NUMBERS, by=st.sampled_from(USERS), into=st.none() | NUMBERS, at=st.none() | NUMBERS)
    def convert(self, number: int, by: str, into: int | None, at: int | None) -> None:
        record = self.pick(number, "lead")
        known = self.records[record]
        person = None if into is None else self.pick(into, "contact")
        company = None if at is None else self.pick(at, "account")
        there = all(self.live(one) for one in (record, person, company) if one)
        became = [one for one in self.became.get(record, []) if one[0] == "contact"]
        done = self.live(record) and any(map(self.live, became))
        sent = {"contact": person and person[1], "account": company and company[1]}
        status = 409 if done else 200 if there else 404
        body = self.send("POST", f"{path(record)}/convert", status, by=by, json=sent)
        if status != 200:
            return
        known["owner"] = known["owner"] or by  # of the pool it is taken
        if person is None:
            person = "contact", str(body["contact"])
            self.records[person] = new(known["name"], known["emails"])
        else:
            self.changed(person, emails=self.records[person]["emails"] | known["emails"])
        for one in (person, company):
            if one:
                self.records[one]["owner"] = self.records[one]["owner"] or known["owner"]
        self.changed(record, converted=True)
        self.became[record] = [*self.became.get(record, []), *(one for one in (person, company) if one)]
        moved = {uid: (person, words) for uid, (of, words) in self.secrets.items() if of == record}
        self.secrets |= moved

    # Links of accounts

    def shown(self) -> list[str]:
        """The links both of whose ends are live."""
        return [uid for uid, link in self.links.items() if all(self.live(("account", end)) for end in ends(link))]

    def says_again(self, link: dict[str, Any], uid: str = "") -> bool:
        """Whether there is such a link on one of the days of this one."""
        others = [self.links[other] for other in self.shown() if other != uid]
        mutual = link["kind"] == "partner_of"
        return any(
            other["kind"] == link["kind"]
            and (other["from"], other["to"]) in ({ends(link), ends(link)[::-1]} if mutual else {ends(link)})
            and shared(span(link), span(other))
            for other in others
        )

    def closes_a_ring(self, uid: str, link: dict[str, Any] | None = None) -> bool:
        """Whether a way leads back from the end of a link to its start, on days on which all of it holds."""
        link = link or self.links[uid]
        if link["kind"] == "partner_of":
            return False
        others = [
            self.links[other] for other in self.shown() if other != uid and self.links[other]["kind"] == link["kind"]
        ]

        def leads(at: str, days: tuple[str, str], left: list[dict[str, Any]]) -> bool:
            if at == link["from"]:
                return True
            return any(
                leads(other["to"], both, [one for one in left if one is not other])
                for other in left
                if other["from"] == at and (both := shared(days, span(other)))
            )

        return bool(span(link)[0] < span(link)[1]) and leads(link["to"], span(link), others)

    def refused(self, link: dict[str, Any], uid: str = "") -> bool:
        return self.says_again(link, uid) or self.closes_a_ring(uid, link)

    @rule(
        first=NUMBERS,
        second=NUMBERS,
        kind=st.sampled_from(["subsidiary_of", "partner_of", "succeeded_by"]),
        start=YEARS,
    )
    def link(self, first: int, second: int, kind: str, start: str) -> None:
        one, to = self.pick(first, "account"), self.pick(second, "account")
        link = {"kind": kind, "from": one[1], "to": to[1], "start": start, "end": None}
        there = self.live(one) and self.live(to)
        status = 404 if not there else 422 if one == to else 409 if self.refused(link) else 201
        sent = {"kind": kind, "to": to[1], "start": start}
        body = self.send("POST", f"{path(one)}/links", status, json=sent)
        if status == 201:
            self.links[str(body["uid"])] = link

    @precondition(lambda self: self.links)
    @rule(number=NUMBERS, year=YEARS, field=st.sampled_from(["start", "end"]))
    def correct_link(self, number: int, year: str, field: str) -> None:
        uid = list(self.links)[number % len(self.links)]
        link = self.links[uid] | {field: year}
        early = link["end"] and link["end"] < link["start"]
        refused = early or (link != self.links[uid] and self.corrected_is_refused(uid, link))
        status = 404 if uid not in self.shown() else (422 if early else 409) if refused else 200
        self.send("PATCH", f"/links/{uid}", status, json={field: year})
        if status == 200:
            self.links[uid] = link

    def corrected_is_refused(self, uid: str, link: dict[str, Any]) -> bool:
        """What it repeated as it was is not asked again."""
        mutual = link["kind"] == "partner_of"
        again = [
            other
            for key, other in self.links.items()
            if key in self.shown() and key != uid and other["kind"] == link["kind"]
            and (other["from"], other["to"]) in ({ends(link), ends(link)[::-1]} if mutual else {ends(link)})
            and shared(span(link), span(other)) and not shared(span(self.links[uid]), span(other))
        ]  # fmt: skip
        return bool(again) or self.closes_a_ring(uid, link)

    @precondition(lambda self: self.links)
    @rule(number=NUMBERS)
    def remove_link(self, number: int) -> None:
        uid = list(self.links)[number % len(self.links)]
        there = uid in self.shown()
        self.send("DELETE", f"/links/{uid}", 204 if there else 404)
        if there:
            del self.links[uid]

    # Private interactions

    @rule(number=NUMBERS, words=st.sampled_from(["a plan", "a price"]))
    def confide(self, number: int, words: str) -> None:
        record = self.pick(number, "contact", "lead")
        live = self.live(record)
        sent = {"at": "2024-05-01", "channel": "call", f"{record[0]}s": [record[1]], "private": True, "subject": words}
        body = self.send("POST", "/interactions", 201 if live else 404, json=sent)
        if live:
            self.secrets[str(body["uid"])] = (record, words)

    @precondition(lambda self: self.secrets)
    @rule(number=NUMBERS, by=st.sampled_from(USERS), words=st.sampled_from(["a price", "a doubt"]))
    def confide_otherwise(self, number: int, by: str, words: str) -> None:
        uid = list(self.secrets)[number % len(self.secrets)]
        record, _ = self.secrets[uid]
        status = 404 if not self.live(record) else 200 if by == "alice" else 403
        self.send("PATCH", f"/interactions/{uid}", status, by=by, json={"subject": words})
        if status == 200:
            self.secrets[uid] = (record, words)

    @precondition(lambda self: self.secrets)
    @rule(number=NUMBERS, by=st.sampled_from(USERS))
    def forget(self, number: int, by: str) -> None:
        uid = list(self.secrets)[number % len(self.secrets)]
        status = 404 if not self.live(self.secrets[uid][0]) else 204 if by == "alice" else 403
        self.send("DELETE", f"/interactions/{uid}", status, by=by)
        if status == 204:
            del self.secrets[uid]

    # Undo, and undo of that

    @precondition(lambda self: self.done)
    @rule(again=st.booleans())
    def undo(self, again: bool) -> None:
        change, before = self.done.pop()
        after = self.now()
        self.take_back(change, before)
        if again:
            undo, _ = self.done.pop()
            self.take_back(undo, after)
        else:
            self.done.pop()  # the undo itself: what came before is next

    def take_back(self, change: str, then: Any) -> None:
        """Undo a change, after which all is as it was then, but for the revisions."""
        now = self.records
        self.send("POST", f"/changes/{change}/undo", 204)
        self.become(then)
        for record, known in now.items():
            if record not in self.records:  # a creation is undone by the trash
                self.records[record] = known | {"state": "trashed"}
            was = self.records[record]
            changed = any(was[name] != known[name] for name in ("name", "state", "emails", "converted"))
            was["rev"] = known["rev"] + changed

    # What there is

    @invariant()
    def everything_is_as_the_model_says(self) -> None:
        for record, known in self.records.items():
            answer = self.api.get(V1 + path(record))
            assert (answer.status_code == 200) is self.live(record), (record, known)
            if not self.live(record):
                continue
            body = answer.json
            emails = {handle["value"] for handle in body["handles"] if handle["kind"] == "email"}
            assert (body["name"], body["rev"], emails) == (known["name"], known["rev"], known["emails"])
            if record[0] != "user":
                assert (body["owner"] and body["owner"]["uid"]) == known["owner"]
            if record[0] == "lead":
                became = {(one["kind"], one["uid"]) for one in body["converted_to"]}
                assert became == {one for one in self.became.get(record, []) if self.live(one)}
            if record[0] == "account":
                self.links_are_as_the_model_says(record[1])
        for uid, (record, words) in self.secrets.items():
            said = [client.get(f"{V1}/interactions/{uid}") for client in self.clients.values()]
            if self.live(record):
                assert [answer.json["subject"] for answer in said] == [words, None]
            else:
                assert [answer.status_code for answer in said] == [404, 404]

    def links_are_as_the_model_says(self, account: str) -> None:
        items = self.api.get(f"{V1}/accounts/{account}/links").json["items"]
        found = {
            item["uid"]: {
                "kind": item["kind"], "from": item["from"]["uid"], "to": item["to"]["uid"], "start": item["start"],
                "end": item["end"],
            }
            for item in items
        }  # fmt: skip
        shown = {uid: self.links[uid] for uid in self.shown() if account in ends(self.links[uid])}
        assert found == shown


def new(name: str, emails: set[str]) -> dict[str, Any]:
    """A record that was made just now."""
    return {"name": name, "rev": 1, "state": "live", "emails": set(emails), "owner": None, "converted": False}


def path(record: Record) -> str:
    kind, uid = record
    return f"/{kind}s/{uid}"


def ends(link: dict[str, Any]) -> tuple[str, str]:
    return link["from"], link["to"]


def span(link: dict[str, Any]) -> tuple[str, str]:
    """The years from and to which it certainly holds: of two years, compared, the days do not matter."""
    return link["start"], link["end"] or FOR_EVER


def shared(one: tuple[str, str], other: tuple[str, str]) -> tuple[str, str] | None:
    days = max(one[0], other[0]), min(one[1], other[1])
    return days if days[0] < days[1] else None


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_random_changes_of_records_end_as_the_model_says(graph: Graph) -> None:
    run(Records, graph, steps=12)
