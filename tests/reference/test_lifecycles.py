"""What is said of a lifecycle, one thing after another, and what is proposed, against the plain way (lifecycles.py)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graphcrm import lifecycle
from graphcrm.errors import GraphcrmError
from reference.lifecycles import Known, Trail, customer_since, first, now, proposed, said, shown, texts, until

TODAY = date(2024, 5, 31)
STATES = st.sampled_from(lifecycle.STATES)
DAYS = st.sampled_from([TODAY - timedelta(days=n) for n in (-2, -1, 0, 1, 2, 31, 179, 181, 366, 540, 541, 730, 731)])
STARTS = st.none() | st.tuples(DAYS, st.sampled_from((4, 7, 10))).map(lambda of: of[0].isoformat()[: of[1]])
STOPS = st.lists(st.tuples(STATES | st.just("none"), STARTS), max_size=4)
IN_ORDER = STOPS.map(lambda stops: sorted(stops, key=lambda stop: first(stop[1]) if stop[1] else date.min))
SAID = st.fixed_dictionaries({"lifecycle": st.none() | STATES}, optional={"lifecycle_since": st.none() | DAYS.map(str)})
SAID |= st.fixed_dictionaries({"lifecycle_since": st.none() | DAYS.map(str)})
SAID |= st.fixed_dictionaries({"lifecycle_trail": STOPS | IN_ORDER | IN_ORDER})


def turned(held: dict[str, Any], given: dict[str, Any]) -> dict[str, Any] | None:
    """What is kept then, None where it is refused."""
    sent = dict(given)
    if sent.get("lifecycle_since"):
        sent["lifecycle_since"] = date.fromisoformat(sent["lifecycle_since"])
    if "lifecycle_trail" in sent:
        sent["lifecycle_trail"] = texts(sent["lifecycle_trail"])
    try:
        return lifecycle.turned(held, sent, TODAY)
    except GraphcrmError:
        return None


@given(st.lists(SAID, max_size=8), DAYS)
def test_a_trail_becomes_what_is_said_of_it(saying: list[dict[str, Any]], day: date) -> None:
    held: dict[str, Any] = {}
    trail: Trail = []
    for number, one in enumerate(saying):
        becomes, found = said(trail, one, TODAY, new=not number), turned(held, one)
        assert (becomes is None) == (found is None), (trail, one, found)
        trail = trail if becomes is None else becomes
        held = {"name": "Acme"} | held | (found or {})
        told = {name: str(value) if isinstance(value, date) else value for name, value in held.items()}
        assert shown(trail, TODAY, TODAY) == {
            name: told.get(name) or ([] if name == "lifecycle_trail" else None)
            for name in ("lifecycle", "lifecycle_since", "lifecycle_trail", "customer_since")
        }
    then = now(until(trail, day))
    assert lifecycle.on(held.get("lifecycle"), held.get("lifecycle_trail"), day) == (None if then == "none" else then)
    assert customer_since(trail) == held.get("customer_since")


PAST = st.lists(DAYS.filter(lambda day: day <= TODAY), max_size=4)


@given(SAID, PAST, PAST, PAST, PAST, st.booleans(), st.integers(0, 800))
def test_what_is_proposed_follows_from_what_is_known(
    one: dict[str, Any], won: list[date], still: list[date], converted: list[date], talk: list[date], answered: bool,
    ago: int,
) -> None:  # fmt: skip
    trail = said([], one, TODAY, new=True) or []
    lost = max((first(start) for was, start in trail if was == "lost" and start), default=None)
    wins = [day for day in won if lost is None or day > lost]
    added, met = TODAY - timedelta(days=ago), max(talk, default=None)
    facts = lifecycle.Facts(
        wins=len(wins), first_won=min(wins, default=None), last_won=max(wins, default=None), open=len(still),
        opened_on=max(still, default=None), converted_on=max(converted, default=None), last_on=met,
        answered_on=met if answered else None, added_on=added, lost_on=lost,
    )  # fmt: skip
    state = None if now(trail) == "none" else now(trail)
    found = lifecycle.proposed(state, texts(trail) or None, facts, TODAY)
    known = Known(won, still, converted, met, answered, added)
    assert proposed(trail, known, TODAY) == (found and (found.state, found.rule, found.since.isoformat()))
