"""An event's state is another spelling of its parts: nothing is lost on the way there and back, as JSON or not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graphcrm.nodes import EDGES, states
from graphcrm.services import events
from graphcrm.services.events import Pair, Parts

PROPS = st.fixed_dictionaries(
    {"at": st.sampled_from([datetime(2024, 5, 1, tzinfo=UTC), datetime(2024, 5, 2, 9, 30, 0, 1, tzinfo=UTC)])},
    optional={
        "subject": st.sampled_from(["A", "B"]), "topics": st.lists(st.sampled_from("ab"), max_size=2),
        "private": st.booleans(), "participants": st.integers(1, 3), "recorded_at": st.just(datetime(2024, 6, 1, tzinfo=UTC)),
    },
)  # fmt: skip
PAIRS = st.tuples(st.sampled_from(["u1", "u2"]), st.sampled_from(["Contact", "Lead"]), st.sampled_from(["p", "q"]))


@given(parts=st.dictionaries(PAIRS, PROPS, max_size=8))
def test_parts_come_back_from_their_state_and_from_its_json(parts: Parts) -> None:
    state = events.state_of(parts)
    assert events.parts_of(state) == parts
    read = states.stored(EDGES["INTERACTED_WITH"], states.read(states.written(state)))
    assert events.parts_of(read) == parts


def stored(*pairs: Pair, aside: tuple[Pair, ...] = ()) -> events.Event:
    edges = {pair: events.Edge(" ".join(pair), 1, pair in aside) for pair in (*pairs, *aside)}
    return events.Event("E", 1, {key: {} for key in edges}, edges)


def who(**named: Any) -> dict[str, Any]:
    return {"users": ["u"], "contacts": ["p"], "leads": [], **named}


def test_who_is_in_the_trash_stays_while_the_other_one_does() -> None:
    u_p, u_q, v_p, v_q = [(user, "Contact", person) for user in "uv" for person in "pq"]
    q_in_trash = stored(u_p, v_p, aside=(u_q, v_q))
    assert q_in_trash.live == [u_p, v_p]
    assert set(q_in_trash.among(who(users=["u", "v"]))) == {u_p, v_p, u_q, v_q}
    assert set(q_in_trash.among(who())) == {u_p, u_q}
    assert set(q_in_trash.among(who(users=["w"]))) == {("w", "Contact", "p")}
    assert set(stored(u_p, aside=(v_p,)).among(who(contacts=["q"]))) == {u_q}
    assert set(stored(u_p, aside=(v_q,)).among(who(contacts=["q"]))) == {u_q, v_q}
