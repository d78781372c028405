"""Random lifecycles of those whom we deal with against a plain Python model (dealings.py, lifecycles.py): said, corrected,
accepted as proposed and undone, asked of today and of days that are past."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from graphcrm.graph import Graph
from reference.dealings import ACCOUNTS, NUMBERS, Dealings, Record, record
from reference.lifecycles import DAY, first, proposed, said, shown, texts
from reference.machine import USERS, V1, run

STATES = ("lead", "prospect", "customer", "loyal", "lost")
AGO = st.sampled_from((-2, -1, 0, 1, 2, 40, 400, 541, 800, 3_000))  # days
STARTS = st.none() | st.tuples(AGO, st.sampled_from((4, 7, 10, 10, 10)))  # ... to the year, the month, the day
SINCE = st.fixed_dictionaries({"lifecycle_since": st.none() | AGO})
FAR = st.fixed_dictionaries({"lifecycle": st.none() | st.sampled_from(STATES)}, optional={"lifecycle_since": AGO})
STOPS = st.lists(st.tuples(st.sampled_from((*STATES, "none")), STARTS), max_size=5)
TRAIL = st.fixed_dictionaries({"lifecycle_trail": st.none() | STOPS})
SAID = st.tuples(FAR | FAR | SINCE | TRAIL | TRAIL, st.integers(0, 3).map(bool))  # and whether a trail is put right


class Lifecycles(Dealings):
    """How far those are with us whom we deal with."""

    def __init__(self) -> None:
        super().__init__()
        self.chance = Random(0)  # what is asked of all that could be

    def given(self, what: tuple[dict[str, Any], bool]) -> dict[str, Any]:
        """What is said, with its days."""
        found, right = dict(what[0]), what[1]
        if found.get("lifecycle_since") is not None:
            found["lifecycle_since"] = self.day(found["lifecycle_since"]).isoformat()
        if stops := found.get("lifecycle_trail"):
            trail = [(word, start and self.day(start[0]).isoformat()[: start[1]]) for word, start in stops]
            if right:
                trail.sort(key=lambda stop: first(stop[1]) if stop[1] else date.min)
                trail = [one for n, one in enumerate(trail) if n == 0 or (one[1] and one[0] != trail[n - 1][0])]
            found["lifecycle_trail"] = trail
        return found

    @rule(kind=st.sampled_from(["account", "contact"]), what=SAID)
    def make(self, kind: str, what: Any) -> None:
        given = self.given(what)
        trail = said([], given, self.today, new=True)
        body = self.send("POST", f"/{kind}s", 422 if trail is None else 201, json={"name": "New", **sent(given)})
        if trail is not None:
            self.records[kind, body["uid"]] = record(trail, self.today)

    @rule(number=NUMBERS, what=SAID, by=st.sampled_from(USERS))
    def say(self, number: int, what: Any, by: str) -> None:
        (kind, uid), one = self.pick(number)
        given = self.given(what)
        trail = said(one["trail"], given, self.today)
        status = 404 if one["state"] != "live" else 422 if trail is None else 200
        self.send("PATCH", f"/{kind}s/{uid}", status, by=by, json=sent(given))
        if status == 200:
            one["trail"] = trail

    @rule(uid=st.sampled_from(ACCOUNTS), is_one=st.booleans())
    def hold_a_place(self, uid: str, is_one: bool) -> None:
        live = self.is_live(("account", uid))
        self.send("PATCH", f"/accounts/{uid}", 200 if live else 404, json={"placeholder": is_one})
        if live:
            self.records["account", uid]["placeholder"] = is_one

    @rule(number=NUMBERS, other=st.none() | st.none() | st.sampled_from(STATES[1:]))
    def accept(self, number: int, other: str | None) -> None:
        (kind, uid), one = self.pick(number)
        found = self.proposed((kind, uid))
        state = other or (found[0] if found else "customer")
        status = 404 if one["state"] != "live" else 200 if found and found[0] == state else 409
        self.send("POST", f"/{kind}s/{uid}/lifecycle", status, json={"state": state})
        if status == 200 and found:
            one["trail"] = [*one["trail"], (state, found[2])]  # nothing of the trail is lost

    def proposed(self, of: Record) -> tuple[str, str, str] | None:
        """What is proposed for a record."""
        one = self.records[of]
        asked = one["state"] == "live" and not one["placeholder"]
        return proposed(one["trail"], self.known(of), self.today) if asked else None

    def some_day(self) -> date:
        """A day that matters."""
        starts = {first(start) for one in self.records.values() for _, start in one["trail"] if start}
        return self.chance.choice(sorted({self.today, self.today + DAY, *starts, *(day - DAY for day in starts)}))

    # What there is

    @invariant()
    def everything_is_as_the_model_says(self) -> None:
        day = self.some_day()
        for (kind, uid), one in self.records.items():
            for asked, on in (("", self.today), (f"?as_of={day}", day)):
                answer = self.api.get(f"{V1}/{kind}s/{uid}{asked}")
                assert (answer.status_code == 200) is (one["state"] == "live"), (uid, one, answer.text)
                if answer.status_code == 200:
                    told = shown(one["trail"], on, self.today)
                    assert {name: answer.json[name] for name in told} == told, (uid, one, on)

    @invariant()
    def lists_find_what_is_shown(self) -> None:
        day = self.some_day()
        for kind in ("account", "contact"):
            for asked, on in (("", self.today), (f"&as_of={day}", day)):
                self.listed(kind, asked, {
                    uid: shown(one["trail"], on, self.today)
                    for (of, uid), one in self.records.items() if of == kind and one["state"] == "live"
                })  # fmt: skip

    def listed(self, kind: str, asked: str, held: dict[str, dict[str, Any]]) -> None:
        word, since = self.chance.choice(STATES), self.some_day().isoformat()
        far = {uid: one["lifecycle"] for uid, one in held.items()}
        bought = {uid: one["customer_since"] for uid, one in held.items() if one["customer_since"]}
        before = {uid for uid, became in bought.items() if became <= since}
        ways = {
            "lifecycle_known=true": {uid for uid in far if far[uid]},
            f"lifecycle={word}": {uid for uid in far if far[uid] == word},
            f"lifecycle_not={word}": {uid for uid in far if far[uid] != word},
            f"customer_from={since}": {uid for uid in bought if bought[uid] >= since},
            f"customer_to={since}": before,
            f"customer_to={since}&lifecycle={word}": {uid for uid in before if far[uid] == word},
        }
        filters, found = self.chance.choice(list(ways.items()))
        rows = self.api.get(f"{V1}/{kind}s?{filters}{asked}").json["items"]
        assert {row["uid"]: row["lifecycle"] for row in rows} == {uid: far[uid] for uid in found}, (filters, asked)

    @invariant()
    def what_is_proposed_follows_from_what_is_known(self) -> None:
        told = {of: found for of in self.records if (found := self.proposed(of))}
        for kind in ("account", "contact"):
            assert self.suggested(f"kind={kind}&limit=500") == {of[1]: told[of] for of in told if of[0] == kind}
        of = self.chance.choice(list(self.records))
        assert self.suggested(f"kind={of[0]}&uid={of[1]}") == ({of[1]: told[of]} if of in told else {})

    def suggested(self, asked: str) -> dict[str, tuple[str, str, str]]:
        rows = self.api.get(f"{V1}/lifecycle-proposals?{asked}").json["items"]
        return {row["record"]["uid"]: (row["proposed"], row["rule"], row["since"]) for row in rows}


def sent(given: dict[str, Any]) -> dict[str, Any]:
    return given | ({"lifecycle_trail": texts(given["lifecycle_trail"])} if given.get("lifecycle_trail") else {})


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_random_lifecycles_end_as_the_model_says(graph: Graph) -> None:
    run(Lifecycles, graph, steps=8)
