from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphcrm import lifecycle
from graphcrm.errors import GraphcrmError, InvalidInputError
from graphcrm.lifecycle import CUSTOMER, LOST_AFTER, SINCE, STATES, TALKED_WITHIN, TRAIL, WON_WITHIN, Facts, Proposal

TODAY = date(2024, 6, 1)
HELD = {
    "lifecycle": "customer", TRAIL: ["prospect", "customer 2020-01-01"], SINCE: date(2020, 1, 1),
    CUSTOMER: date(2020, 1, 1),
}  # fmt: skip
DAYS = st.dates(date(2000, 1, 1), TODAY)


def turned(before: dict[str, Any], **said: Any) -> dict[str, Any]:
    return lifecycle.turned(before, said, TODAY)


def kept(state: str | None, *trail: str, since: date | None = None, customer: date | None = None) -> dict[str, Any]:
    return {"lifecycle": state, TRAIL: list(trail) or None, SINCE: since, CUSTOMER: customer}


def test_what_says_nothing_of_it_changes_nothing() -> None:
    assert turned(HELD, name="Acme") == {}


def test_of_a_new_record_nobody_knows_since_when_unless_it_says() -> None:
    assert turned({}, lifecycle="customer") == kept("customer")
    day = date(2024, 5, 1)
    assert turned({}, lifecycle="loyal", **{SINCE: day}) == kept("loyal", "loyal 2024-05-01", since=day, customer=day)


def test_another_state_begins_today_or_on_the_day_that_is_said() -> None:
    assert turned({"lifecycle": "lead"}, lifecycle="lost") == kept("lost", "lead", "lost 2024-06-01", since=TODAY)
    assert turned({"name": "Acme"}, lifecycle="lead") == kept("lead", "lead 2024-06-01", since=TODAY)
    day = date(2023, 1, 2)
    assert turned(HELD, lifecycle="loyal", **{SINCE: day}) == kept(
        "loyal", "prospect", "customer 2020-01-01", "loyal 2023-01-02", since=day, customer=date(2020, 1, 1)
    )


def test_what_is_emptied_says_nothing_from_then_on_and_keeps_what_was() -> None:
    found = turned(HELD, lifecycle=None)
    assert found[TRAIL] == ["prospect", "customer 2020-01-01", "none 2024-06-01"]
    assert (found["lifecycle"], found[SINCE], found[CUSTOMER]) == (None, TODAY, date(2020, 1, 1))
    assert lifecycle.on(None, found[TRAIL], TODAY) is None
    assert lifecycle.on(None, found[TRAIL], TODAY - timedelta(days=1)) == "customer"


def test_what_began_on_the_same_day_never_was() -> None:
    slip = turned(HELD, lifecycle="lost")
    assert turned({**HELD, **slip}, lifecycle="loyal")[TRAIL] == [*HELD[TRAIL], "loyal 2024-06-01"]
    assert turned({**HELD, **slip}, lifecycle="customer") == HELD
    new = {"name": "Acme"}
    assert turned({**new, **turned(new, lifecycle="lead")}, lifecycle=None) == kept(None)


def test_since_when_is_corrected_and_what_came_before_stays() -> None:
    day = date(2019, 7, 1)
    assert turned(HELD, **{SINCE: day}) == kept("customer", "prospect", "customer 2019-07-01", since=day, customer=day)
    dated = kept("lead", "lead 2020", since=date(2020, 1, 1))
    assert turned(dated, **{SINCE: None}) == kept("lead")


def test_the_past_is_corrected_by_all_of_it() -> None:
    found = turned(HELD, **{TRAIL: ["lead 2015", "customer 2016-03", "lost 2019", "customer 2020-01-01"]})
    assert found == kept("customer", "lead 2015", "customer 2016-03", "lost 2019", "customer 2020-01-01",
                         since=date(2020, 1, 1), customer=date(2020, 1, 1))  # fmt: skip
    assert turned(HELD, **{TRAIL: None}) == kept("customer")
    assert turned(HELD, lifecycle="lost", **{TRAIL: ["lost 2021"]})["lifecycle"] == "lost"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({CUSTOMER: TODAY}, CUSTOMER),
        ({"lifecycle": "lost", SINCE: date(2019, 12, 31)}, SINCE),  # before it was a customer
        ({"lifecycle": "lost", SINCE: TODAY + timedelta(days=2)}, SINCE),
        ({SINCE: None}, SINCE),
        ({TRAIL: ["friend 2020"]}, TRAIL),
        ({TRAIL: ["2020"]}, TRAIL),
        ({TRAIL: ["lead 2020", "customer"]}, TRAIL),
        ({TRAIL: ["lead 2020", "lead 2021"]}, TRAIL),
        ({TRAIL: ["lead 2021", "customer 2020"]}, TRAIL),
        ({TRAIL: ["lead 2020-05-01", "customer 2020-05-01"]}, TRAIL),
        ({TRAIL: ["lead 2020-13"]}, TRAIL),
        ({TRAIL: ["lead 2024-06-03"]}, TRAIL),
        ({TRAIL: ["lead 2020"], "lifecycle": "customer"}, TRAIL),
        ({TRAIL: ["lead 2020"], SINCE: date(2020, 1, 2)}, TRAIL),
        ({TRAIL: [f"{STATES[n % 5]} {1900 + n}" for n in range(101)]}, TRAIL),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_field(said: dict[str, Any], field: str) -> None:
    with pytest.raises(GraphcrmError) as refused:
        lifecycle.turned(HELD, said, TODAY)
    assert refused.value.field == field


def test_it_is_tomorrow_already_in_some_time_zone() -> None:
    day = TODAY + timedelta(days=1)
    ahead = {**HELD, **turned(HELD, lifecycle="lost", **{SINCE: day})}
    assert ahead[TRAIL] == [*HELD[TRAIL], "lost 2024-06-02"]
    assert turned(ahead, lifecycle="loyal")[TRAIL] == [*HELD[TRAIL], "loyal 2024-06-02"]
    assert turned(HELD, **{TRAIL: ["loyal 2024-06-02"]})[SINCE] == day


def test_a_trail_is_kept_in_one_spelling() -> None:
    assert turned(HELD, **{TRAIL: ["lead ", " customer   2019 ", "lost 2019"]})[TRAIL] == [
        "lead",
        "customer 2019",
        "lost 2019",
    ]
    again = ["customer 2019", "lost 2019", "customer 2019"]  # in one year
    assert turned(HELD, **{TRAIL: again})[TRAIL] == again


def test_a_day_follows_what_is_known_to_the_month_or_the_year() -> None:
    held = kept("customer", "customer 2024", since=date(2024, 1, 1), customer=date(2024, 1, 1))
    for day in (date(2024, 1, 1), date(2024, 3, 1)):
        found = turned(held, lifecycle="loyal", **{SINCE: day})
        assert found[TRAIL] == ["customer 2024", f"loyal {day}"]
        assert lifecycle.on("loyal", found[TRAIL], day) == "loyal"
    with pytest.raises(InvalidInputError):
        turned(held, lifecycle="loyal", **{SINCE: date(2023, 12, 31)})


def test_a_day_without_a_state_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="no lifecycle"):
        turned({"name": "Acme"}, **{SINCE: TODAY})


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2019-04-30", "prospect"), ("2019-05-01", "customer"), ("2019-12-31", "customer"), ("2020-01-01", "lost"),
        ("2021-06-16", "lost"), ("2021-06-17", "customer"),
    ],
)  # fmt: skip
def test_each_state_holds_from_its_first_day_until_the_next_begins(day: str, state: str) -> None:
    trail = ["prospect", "customer 2019-05", "lost 2020", "customer 2021-06-17"]
    assert lifecycle.on("customer", trail, date.fromisoformat(day)) == state


def test_nothing_is_known_before_the_first_day_and_without_a_trail_it_was_always_so() -> None:
    assert lifecycle.on("lead", ["lead 2020"], date(2019, 12, 31)) is None
    assert lifecycle.on("lead", None, date(1990, 1, 1)) == "lead"


@pytest.mark.parametrize(
    ("trail", "since"),
    [
        ([], None), (["lead 2020"], None), (["customer"], None), (["customer 2020"], "2020-01-01"),
        (["customer 2020", "loyal 2021"], "2020-01-01"), (["customer 2020", "lost 2021"], "2020-01-01"),
        (["customer 2020", "lost 2021", "loyal 2022-03"], "2022-03-01"), (["customer", "lost 2021", "lead 2022"], None),
    ],
)  # fmt: skip
def test_a_customer_is_one_since_the_last_time_it_became_one(trail: list[str], since: str | None) -> None:
    assert lifecycle.customer_since(lifecycle.periods_of(trail)) == (date.fromisoformat(since) if since else None)


@given(st.lists(st.tuples(st.sampled_from([*STATES, None]), DAYS), max_size=12))
def test_whatever_is_said_in_its_order_can_be_read_and_ends_in_what_was_said_last(
    said: list[tuple[str | None, date]],
) -> None:
    held: dict[str, Any] = {"name": "Acme"}
    for state, day in sorted(said, key=lambda one: one[1]):
        if state is None and not held.get(TRAIL):
            continue  # a day of nothing
        held |= lifecycle.turned(held, {"lifecycle": state, SINCE: day}, TODAY)
        assert held["lifecycle"] == state
        periods = lifecycle.periods_of(held[TRAIL] or [])
        assert [one.start_min for one in periods] == sorted({one.start_min for one in periods})
        assert lifecycle.on(state, held[TRAIL], TODAY) == state
        assert lifecycle.turned(held, {TRAIL: held[TRAIL]}, TODAY)["lifecycle"] == state if held[TRAIL] else True


LONG_AGO = TODAY - LOST_AFTER - timedelta(days=1)
WON = Facts(wins=1, first_won=TODAY - timedelta(days=9), last_won=TODAY - timedelta(days=9))


def proposed(state: str | None, facts: Facts, since: date | str | None = None) -> Proposal | None:
    return lifecycle.proposed(state, [f"{state or 'none'} {since}"] if since else None, facts, TODAY)


@pytest.mark.parametrize("state", [None, "lead", "prospect"])
def test_who_bought_is_a_customer_since_then(state: str | None) -> None:
    assert proposed(state, WON) == Proposal("customer", "won", TODAY - timedelta(days=9))
    assert proposed(state, replace(WON, last_won=TODAY - WON_WITHIN, first_won=TODAY - WON_WITHIN)) is not None
    old = TODAY - WON_WITHIN - timedelta(days=1)
    gone = proposed(state, replace(WON, last_won=old, first_won=old))
    assert gone is None or gone.state == "lost"


def test_who_comes_back_again_and_again_is_loyal() -> None:
    facts = Facts(wins=3, first_won=date(2023, 1, 1), last_won=date(2024, 5, 1))
    assert proposed("customer", facts) == Proposal("loyal", "loyal", date(2024, 5, 1))
    assert proposed("loyal", facts) is None
    assert proposed("customer", replace(facts, wins=2)) is None
    assert proposed("customer", replace(facts, first_won=date(2024, 4, 1))) is None


@pytest.mark.parametrize(
    ("facts", "rule", "since"),
    [
        (Facts(open=1, opened_on=date(2020, 1, 1)), "open", TODAY),
        (Facts(converted_on=date(2024, 5, 1)), "converted", date(2024, 5, 1)),
        (Facts(answered_on=TODAY - TALKED_WITHIN), "answered", TODAY - TALKED_WITHIN),
    ],
)
def test_who_talks_with_us_is_a_prospect(facts: Facts, rule: str, since: date) -> None:
    assert proposed("lead", facts) == proposed(None, facts) == Proposal("prospect", rule, since)
    assert proposed("prospect", facts) is proposed("customer", facts) is None
    assert proposed("lead", Facts(answered_on=TODAY - TALKED_WITHIN - timedelta(days=1))) is None


@pytest.mark.parametrize("state", ["prospect", "customer", "loyal"])
def test_of_whom_nothing_is_heard_is_lost(state: str) -> None:
    silent = Proposal("lost", "silent", TODAY, LOST_AFTER.days + 1)
    assert proposed(state, Facts(last_on=LONG_AGO, added_on=LONG_AGO)) == silent
    assert proposed(state, Facts(last_on=LONG_AGO + timedelta(days=1), added_on=LONG_AGO)) is None
    assert proposed(state, Facts(last_on=LONG_AGO, open=1)) is None
    assert proposed(state, Facts(last_on=LONG_AGO, partial=True)) is None  # with others perhaps
    assert proposed(state, Facts(last_on=LONG_AGO), since=TODAY) is None
    assert proposed(state, Facts()) is None  # since when, nobody knows


def test_who_was_lost_comes_back_by_what_is_new_alone() -> None:
    day = date(2024, 5, 1)
    for facts, rule, since in (
        (Facts(answered_on=day), "answered", day), (Facts(converted_on=day), "converted", day),
        (Facts(open=1, opened_on=day), "open", TODAY),
    ):  # fmt: skip
        for state in ("lost", "lead"):  # whatever it came to since
            assert proposed(state, replace(facts, lost_on=day), since=day) is None
            found = proposed(state, replace(facts, lost_on=day - timedelta(days=1)), since=day - timedelta(days=1))
            assert found == Proposal("prospect", rule, since)


def test_what_is_proposed_begins_when_it_is_known_and_leaves_what_was() -> None:
    won = Facts(wins=1, first_won=date(2024, 3, 1), last_won=date(2024, 3, 1))
    for since, begins in (
        ("2024", date(2024, 3, 1)), ("2024-03", date(2024, 3, 1)), ("2024-04", date(2024, 4, 1)),
        ("2024-04-01", date(2024, 4, 2)), (TODAY - timedelta(days=1), TODAY), ("2024-02-29", date(2024, 3, 1)),
    ):  # fmt: skip
        assert proposed("lead", won, since=since) == Proposal("customer", "won", begins)
        held = {"lifecycle": "lead", TRAIL: [f"lead {since}"]}
        assert turned(held, lifecycle="customer", **{SINCE: begins})[TRAIL] == [f"lead {since}", f"customer {begins}"]
    assert proposed("lead", won, since=TODAY) is None  # a day has one state


@given(st.sampled_from([None, *STATES]), st.builds(
    Facts, wins=st.integers(0, 5), first_won=st.none() | DAYS, last_won=st.none() | DAYS, open=st.integers(0, 2),
    opened_on=st.none() | DAYS, lost_on=st.none() | DAYS, partial=st.booleans(),
    converted_on=st.none() | DAYS, last_on=st.none() | DAYS, answered_on=st.none() | DAYS, added_on=st.none() | DAYS,
), st.none() | DAYS, st.sampled_from([4, 7, 10]))  # fmt: skip
def test_what_is_proposed_is_another_state_and_can_be_accepted(
    state: str | None, facts: Facts, since: date | None, known: int
) -> None:
    trail = [f"{state or 'none'} {str(since)[:known]}"] if since else None  # to the year, the month or the day
    found = lifecycle.proposed(state, trail, facts, TODAY)
    if found is None:
        return
    assert found.state != state
    held = {"lifecycle": state, TRAIL: trail}
    after = lifecycle.turned(held, {"lifecycle": found.state, SINCE: found.since}, TODAY)
    assert after[TRAIL][:-1] == (trail or ([state] if state else []))  # what was is not lost
    assert (after["lifecycle"], lifecycle.on(found.state, after[TRAIL], TODAY)) == (found.state, found.state)
