"""What machines of what is tied to an account, to contacts and to an opportunity have in common: who it is of while those
come and go, whose it is, its way through the trash, and undo."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from worlds.build import account, contact, opportunity

from graphcrm.nodes.edges import ROLES
from reference.machine import USERS, V1, Machine

ONE = {"account": ("a0", "a1"), "opportunity": ("d0", "d1")}  # it is of one of these at most
PEOPLE = ("c0", "c1")
OTHERS = (*((kind, uid) for kind, uids in ONE.items() for uid in uids), *(("contact", uid) for uid in PEOPLE))
PLACES = {"account": "accounts", "opportunity": "opportunities", "contact": "contacts", "contract": "contracts",
          "order": "orders", "service_request": "service-requests"}  # fmt: skip
NUMBERS = st.integers(0, 9)  # of a record, counted round
WAYS = st.sampled_from([*["turn"] * 4, "trash", "restore", "purge"])  # in and out of the trash, and for ever
TURNS = st.permutations([*["first", "second", "it", "say"] * 2, "undo"])
PARTS = st.dictionaries(st.sampled_from(PEOPLE), st.none() | st.sampled_from(ROLES), max_size=2)
TIES = st.fixed_dictionaries(
    {}, optional={**{kind: st.none() | st.sampled_from(uids) for kind, uids in ONE.items()}, "contacts": PARTS}
)
FIRST: dict[str, Any] = {"account": "a0", "opportunity": "d0", "contacts": {"c0": "buyer"}}  # of what there is at first

One = dict[str, Any]


class Tied(Machine):
    """What happens to records of some kinds, and to those that they are tied to."""

    model = ("records", "others")

    def __init__(self) -> None:
        super().__init__()
        # uid -> kind, owner, state (live, trashed, purged), parts, by `account` and `opportunity` those that it is of,
        # each of which was said when the ones before it were in the trash; and what its kind has
        self.records: dict[str, One] = {}
        self.others: dict[tuple[str, str], str] = {}  # their states
        makes = {"account": account, "opportunity": opportunity, "contact": contact}
        for kind, uid in OTHERS:
            makes[kind](self.graph, uid)
            self.others[kind, uid] = "live"

    # What it is tied to

    def there(self, ties: One) -> bool:
        """Whether all that is named is there to be named."""
        named = [(kind, ties[kind]) for kind in ONE if ties.get(kind)] + [
            ("contact", uid) for uid in ties.get("contacts", ())
        ]
        return all(self.others[one] == "live" for one in named)

    def tie(self, one: One, ties: One) -> None:
        """Have it be tied to others: what is in the trash stays beside what is said, and comes back."""
        for kind in ONE:
            if kind in ties and ties[kind] != self.of(one, kind):
                kept = [uid for uid in one[kind] if self.others[kind, uid] != "live"]
                one[kind] = [*kept, ties[kind]] if ties[kind] else kept
        if "contacts" in ties:
            aside = {uid: role for uid, role in one["parts"].items() if self.others["contact", uid] != "live"}
            one["parts"] = ties["contacts"] | aside

    def of(self, one: One, kind: str, others: Any = None) -> str | None:
        """What it is of: the last that was said, while that is not in the trash."""
        return one[kind][-1] if one[kind] and (others or self.others)[kind, one[kind][-1]] == "live" else None

    def parts(self, one: One, others: Any = None) -> dict[str, str | None]:
        """Who has which part in it, but those in the trash."""
        return {uid: role for uid, role in one["parts"].items() if (others or self.others)["contact", uid] == "live"}

    def settle(self) -> None:
        """What is back, and of which another was said meanwhile, is left: it stays with the other."""
        for one in self.records.values():
            for kind in ONE if one["state"] == "live" else ():
                left = [uid for uid in one[kind] if uid == one[kind][-1] or self.others[kind, uid] != "live"]
                if left != one[kind]:
                    one[kind] = left
                    self.done.clear()  # no undo brings that back

    def asked(self, kind: str, ties: One) -> One:
        """Ties as they are sent of a kind, which may have no opportunity."""
        sent = {name: value for name, value in ties.items() if name != "opportunity" or kind != "service_request"}
        parts = [{"contact": uid, "role": role} for uid, role in sorted(sent.pop("contacts", {}).items())]
        return sent | ({"contacts": parts} if "contacts" in ties else {})

    def made(self, kind: str, sent: One, ties: One, status: int, fields: One) -> None:
        """Make one of a kind, which is answered with a status, where what it is tied to is there."""
        ties = ties if kind != "service_request" else {name: ties[name] for name in ties if name != "opportunity"}
        status = status if status != 201 or self.there(ties) else 404
        body = self.send("POST", f"/{PLACES[kind]}", status, json={"name": "Line", **sent, **self.asked(kind, ties)})
        if status == 201:
            one = {
                "kind": kind,
                "owner": "alice",
                "state": "live",
                "account": [],
                "opportunity": [],
                "parts": {},
                **fields,
            }
            self.tie(one, ties)
            self.records[body["uid"]] = one

    def pick(self, number: int) -> tuple[str, One, str]:
        """One of them: its uid, what is known of it, and its address."""
        uid = list(self.records)[number % len(self.records)]
        one = self.records[uid]
        return uid, one, f"/{PLACES[one['kind']]}/{uid}"

    @precondition(lambda self: self.records)
    @rule(number=NUMBERS, ties=TIES)
    def tell_whom(self, number: int, ties: One) -> None:
        _, one, path = self.pick(number)
        sent = self.asked(one["kind"], ties)
        told = {name: ties[name] for name in sent}
        good = one["state"] == "live" and self.there(told)
        self.send("PATCH", path, 200 if good else 404, json=sent)
        if good:
            self.tie(one, told)

    @precondition(lambda self: self.records)
    @rule(number=NUMBERS, to=st.none() | st.sampled_from(USERS))
    def give(self, number: int, to: str | None) -> None:
        _, one, path = self.pick(number)
        status = 404 if one["state"] != "live" else 409 if to is None and one["owner"] is None else 200
        self.send("POST", f"{path}/{'assign' if to else 'release'}", status, json={"user": to} if to else {})
        if status == 200:
            one["owner"] = to

    # The trash

    @precondition(lambda self: self.records)
    @rule(number=NUMBERS, way=WAYS)
    def put(self, number: int, way: str) -> None:
        _, one, path = self.pick(number)
        one["state"] = self.trash(path, one["state"], way)
        self.settle()

    @rule(other=st.sampled_from(OTHERS), way=WAYS)
    def send_away(self, other: tuple[str, str], way: str) -> None:
        kind, uid = other
        state = self.others[other] = self.trash(f"/{PLACES[kind]}/{uid}", self.others[other], way)
        for one in self.records.values() if state == "purged" else ():
            one["parts"] = {who: role for who, role in one["parts"].items() if ("contact", who) != other}
            if kind in ONE:
                one[kind] = [name for name in one[kind] if name != uid]
        self.settle()

    @precondition(lambda self: self.records)
    @rule(number=NUMBERS, kind=st.sampled_from(list(ONE)), turns=TURNS)
    def come_and_go(self, number: int, kind: str, turns: list[str]) -> None:
        """It, and two that it is of by turns, go into the trash and come back, one before another."""
        _, one, _ = self.pick(number)
        for turn in turns:
            other = next(
                (uid for uid in ONE[kind] if self.others[kind, uid] == "live" and [uid] != one[kind][-1:]), None
            )
            if turn in {"first", "second"}:
                self.send_away((kind, ONE[kind][turn == "second"]), "turn")
            elif turn == "it":
                self.put(number, "turn")
            elif turn == "undo":
                self.undo_beside(number)
            elif other and (kind == "account" or one["kind"] != "service_request"):
                self.tell_whom(number, {kind: other})

    def trash(self, path: str, state: str, way: str) -> str:
        """Ask for a way of the trash, or for that which turns it, and answer the state then."""
        way = way if way != "turn" else "trash" if state == "live" else "restore"
        return self.ask_trash(path, state, way)

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
        now = self.records
        self.send("POST", f"/changes/{change}/undo", 204)
        self.become(then)
        undone = {"state": "trashed", "owner": None}  # that it is of who made it was of that change too
        self.records |= {uid: one | undone for uid, one in now.items() if uid not in self.records}

    @precondition(lambda self: self.done and self.records)
    @rule(number=NUMBERS)
    def undo_beside(self, number: int) -> None:
        """Undo the last change of one, whatever was done to what it is tied to since."""
        uid, one, _ = self.pick(number)
        states = [*(before for _, before in self.done), self.now()]
        turns = [n for n in range(len(self.done)) if states[n][0].get(uid) != states[n + 1][0].get(uid)]
        before, others = states[turns[-1]] if turns else ({}, {})
        if one["state"] != "live" or before.get(uid, {}).get("state") != "live":
            return
        was, has = before[uid], states[turns[-1] + 1][0][uid]
        back, ties, wanted = self.parts(was, others), {}, set()
        gone = self.parts(has, others)
        back, gone = (
            {who: r for who, r in x.items() if who not in y or y[who] != r} for x, y in ((back, gone), (gone, back))
        )
        parts = {who: role for who, role in one["parts"].items() if who not in gone} | back
        wanted = {("contact", who) for who in back}
        for kind in ONE:
            old, new = self.of(was, kind, others), self.of(has, kind, others)
            ties[kind] = one[kind]
            if old != new and (new or not self.of(one, kind)):  # what came back since stays
                ties[kind] = [name for name in one[kind] if name != new] + [name for name in [old] if name]
                wanted |= {(kind, name) for name in [old] if name}
        good = all(self.others[other] == "live" for other in wanted)
        self.send("POST", f"/changes/{self.done[turns[-1]][0]}/undo", 204 if good else 409)
        if good:
            one.update(was | ties | {"parts": parts})
            self.done.clear()  # what was before is not as it was

    # What there is

    def told(self, one: One) -> One:
        """What its kind has, as the API answers it."""
        raise NotImplementedError

    def asks(self, kind: str) -> dict[str, Any]:
        """What lists of a kind may be asked, each with what says of one whether it is there; the orders, with their keys."""
        raise NotImplementedError

    @invariant()
    def everything_is_as_the_model_says(self) -> None:
        for uid, one in self.records.items():
            answer = self.api.get(f"{V1}/{PLACES[one['kind']]}/{uid}")
            assert (answer.status_code == 200) is (one["state"] == "live"), (uid, one, answer.text)
            if answer.status_code != 200:
                continue
            body = answer.json
            ends = {
                name: body[name] and body[name]["uid"] for name in ("account", "opportunity", "owner") if name in body
            }
            assert ends == {"owner": one["owner"], **{name: self.of(one, name) for name in ONE if name in body}}, (
                uid,
                one,
            )
            assert {who["uid"]: who["role"] for who in body["contacts"]} == self.parts(one), (uid, one)
            told = self.told(one)
            assert {name: body[name] for name in told} == told, (uid, one)

    def teardown(self) -> None:
        try:
            for kind in {one["kind"] for one in self.records.values() if one["state"] == "live"}:
                self.ask(kind)
        finally:
            super().teardown()

    def ask(self, kind: str) -> None:
        """Ask a list in every way: it tells of what it is to, and in the order that it is to."""
        live = {uid: one for uid, one in self.records.items() if (one["kind"], one["state"]) == (kind, "live")}
        ways = {f"contact={uid}": (lambda one, uid=uid: uid in self.parts(one)) for uid in PEOPLE}
        for name, uids in ONE.items():
            if name == "account" or kind != "service_request":
                ways |= {f"{name}={uid}": (lambda one, name=name, uid=uid: self.of(one, name) == uid) for uid in uids}
        ways |= {f"owner={uid}": (lambda one, uid=uid: one["owner"] == uid) for uid in USERS}
        ways["owned=false"] = lambda one: one["owner"] is None
        for way, of in (ways | self.asks(kind)).items():
            found = [one["uid"] for one in self.listed(kind, way)]
            if way.startswith("sort="):
                down = way.startswith("sort=-")
                assert found == sorted(live, key=lambda uid, of=of: (of(live[uid]), uid), reverse=down), (way, live)
            else:
                assert sorted(found) == sorted(uid for uid, one in live.items() if of(one)), (way, live)

    def listed(self, kind: str, way: str) -> list[One]:
        answer = self.api.get(f"{V1}/{PLACES[kind]}?limit=500&{way}")
        assert answer.status_code == 200, (way, answer.text)
        found: list[One] = answer.json["items"]
        return found
