"""How somebody deals with us: counted by hand, on each boundary, and held to its own rules at random."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphcrm.activity import WINDOW, Activity, Answers, Part, activity, since

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)  # a Monday
EVER = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")


def part(days: float, direction: str = "both", *, user: str = "alice", event: str | None = None, channel: str = "email",
         topics: tuple[str, ...] = ()) -> Part:  # fmt: skip
    at = NOW - timedelta(days=days)
    return Part(event or f"{days} {direction}", at, user, user.title(), channel, direction, topics)


def found(*parts: Part, zone: ZoneInfo = LONDON) -> Activity:
    return activity(parts, NOW, zone)


@pytest.mark.parametrize("before", [EVER[0], datetime(1, 1, 2, tzinfo=UTC), datetime(1, 6, 1, tzinfo=UTC), EVER[1]])
def test_the_first_and_the_last_year_of_all_have_an_activity(before: datetime) -> None:
    at = max(since(before), before - min(timedelta(hours=1), before - since(before)))
    parts = [Part(f"{n}", at, "alice", "Alice", "call", "both", ()) for n in range(6)]
    for zone in (ZoneInfo("America/New_York"), ZoneInfo("Pacific/Kiritimati")):
        assert activity(parts, before, zone).events == (6 if at < before else 0)


def test_nobody_we_never_met_is_active() -> None:
    assert found() == Activity("low", 0, 0, 0, [], [], None, None, [])


@pytest.mark.parametrize(("number", "level"), [(1, "low"), (2, "mid"), (5, "mid"), (6, "high")])
def test_the_level_goes_by_the_events_of_a_quarter(number: int, level: str) -> None:
    assert found(*(part(n) for n in range(1, number + 1))).level == level


@pytest.mark.parametrize(("days", "counted"), [(89, 1), (90, 1), (90.01, 0)])
def test_a_quarter_ends_at_its_moment(days: float, counted: int) -> None:
    assert found(part(days)).lately == counted


@pytest.mark.parametrize(("days", "events"), [(365, 1), (365.01, 0), (0, 0), (-1, 0)])
def test_a_year_begins_with_its_moment_and_ends_before_now(days: float, events: int) -> None:
    assert found(part(days)).events == events


def test_what_was_not_answered_is_none_of_their_doing() -> None:
    told = found(*(part(n, "out") for n in range(1, 9)), part(9, "in"))
    assert (told.level, told.lately, told.events, told.took_part) == ("low", 1, 9, 1)


def test_an_event_with_two_of_us_is_one() -> None:
    told = found(part(1, event="e", topics=("price",)), part(1, event="e", user="bob", topics=("price",)))
    assert (told.events, told.topics, told.channels) == (1, [("price", 1)], [("email", 1)])


def test_channels_and_topics_stand_by_how_frequent_they_are_then_by_name() -> None:
    told = found(
        part(1, channel="call", topics=("b", "b")), part(2, topics=("a", "c")), part(3, channel="video", topics=("c",))
    )
    assert told.channels == [("call", 1), ("email", 1), ("video", 1)]
    assert told.topics == [("c", 2), ("a", 1), ("b", 1)]


def test_weekday_and_hour_are_of_the_readers_zone_and_need_five() -> None:
    weekly = [part(7 * n) for n in range(1, 6)]
    assert found(*weekly[:4]).weekday is found(*weekly[:4]).hour is None
    told = found(*weekly)
    assert (told.weekday, told.hour) == ((0, 5), (13, 5))  # noon of UTC, in summer
    assert found(*weekly, zone=ZoneInfo("Asia/Shanghai")).hour == (20, 5)
    assert found(*weekly, zone=ZoneInfo("Pacific/Kiritimati")).weekday == (1, 5)  # where it is Tuesday by then


def test_of_a_day_alone_the_weekday_counts_and_no_hour() -> None:
    days = [part(7 * n + 0.5) for n in range(1, 6)]  # midnight of UTC, as an import stores a date
    told = found(*days, zone=ZoneInfo("America/New_York"))
    assert (told.weekday, told.hour) == ((0, 5), None)


@pytest.mark.parametrize(
    ("parts", "theirs", "ours"),
    [
        ([part(30, "out")], Answers(1, 0, None), Answers(0, 0, None)),
        ([part(13, "out")], Answers(0, 0, None), Answers(0, 0, None)),  # they may still answer
        ([part(30, "out"), part(28, "in")], Answers(1, 1, 2.0), Answers(1, 0, None)),
        ([part(30, "out"), part(16, "in")], Answers(1, 1, 14.0), Answers(1, 0, None)),
        ([part(30, "out"), part(15.9, "in")], Answers(1, 0, None), Answers(1, 0, None)),
        ([part(30, "out"), part(29, "both")], Answers(1, 1, 1.0), Answers(0, 0, None)),
        ([part(30, "out"), part(29, "out"), part(28, "in"), part(27, "out")], Answers(2, 1, 1.0), Answers(1, 1, 1.0)),
    ],
)
def test_who_answers_whom(parts: list[Part], theirs: Answers, ours: Answers) -> None:
    told = found(*parts).answers
    assert [(one.theirs, one.ours) for one in told] == ([(theirs, ours)] if theirs.asked or ours.asked else [])


def test_each_of_us_is_answered_alone() -> None:
    told = found(part(30, "out"), part(29, "in", user="bob"), part(20, "in", user="bob")).answers
    assert [(one.user, one.theirs.answered) for one in told] == [("alice", 0), ("bob", 0)]


@given(
    st.lists(
        st.builds(
            part,
            st.integers(-5, 400),
            st.sampled_from(["out", "in", "both"]),
            user=st.sampled_from(["alice", "bob"]),
            channel=st.sampled_from(["email", "call"]),
        )
    )
)
def test_the_parts_add_up(parts: list[Part]) -> None:
    told = activity(parts, NOW, LONDON)
    assert told.lately <= told.took_part <= told.events == sum(number for _, number in told.channels)
    assert told.events == len({one.event for one in parts if NOW - WINDOW <= one.at < NOW})
    for one in told.answers:
        for side in (one.theirs, one.ours):
            assert side.answered <= side.asked
            assert (side.days is None) == (side.answered == 0)
    assert activity(list(reversed(parts)), NOW, LONDON).lately == told.lately
