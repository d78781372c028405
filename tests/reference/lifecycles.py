"""How far somebody is with us as docs/lifecycle.md has it, the plain way: what a trail becomes by what is said, what it
says of a day, and what is proposed by what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

Stop = tuple[str, str | None]  # a word, and since when as entered
Trail = Sequence[Stop]  # the first first; empty where nothing is said
NONE = "none"
CUSTOMERS = {"customer", "loyal"}
DAY = timedelta(days=1)


def first(start: str) -> date:
    """The first day of a day, a month or a year."""
    return date.fromisoformat((start + "-01-01")[:10])


def now(trail: Trail) -> str:
    return trail[-1][0] if trail else NONE


def texts(trail: Trail) -> list[str]:
    """A trail as it is sent."""
    return [" ".join(filter(None, stop)) for stop in trail]


def until(trail: Trail, day: date) -> Trail:
    """What of a trail had come by a day."""
    return [stop for stop in trail if stop[1] is None or first(stop[1]) <= day]


def shown(trail: Trail, day: date, today: date) -> dict[str, Any]:
    """What a page says as of a day."""
    held = until(trail, day) if day < today else trail
    told = [] if all(start is None for _, start in trail) else texts(trail)
    since = held[-1][1] if held else None
    became = customer_since(held)
    return {
        "lifecycle": None if now(held) == NONE else now(held),
        "lifecycle_since": first(since).isoformat() if since else None,
        "lifecycle_trail": told[: len(held)],
        "customer_since": became.isoformat() if became else None,
    }


def customer_since(trail: Trail) -> date | None:
    """The day on which somebody last became a customer, loyal or not."""
    starts = [one for (was, _), one in pairwise([(NONE, None), *trail]) if is_one(one) and was not in CUSTOMERS]
    return first(starts[-1][1]) if starts and starts[-1][1] else None


def is_one(stop: Stop) -> bool:
    return stop[0] in CUSTOMERS


def fits(trail: Trail, today: date) -> bool:
    """Whether a trail can be."""
    if any(start is None for _, start in trail[1:]) or any(one == other for (one, _), (other, _) in pairwise(trail)):
        return False
    starts = [start for _, start in trail if start is not None]
    days = [first(start) for start in starts]
    twice = any(one == other and len(one) == len("2019-05-17") for one, other in pairwise(starts))
    return days == sorted(days) and not twice and (not days or days[-1] <= today + DAY)


def said(trail: Trail, given: Mapping[str, Any], today: date, *, new: bool = False) -> Trail | None:
    """What a trail becomes by what is sent of it, None where that is refused; `new` is of a new record."""
    if "lifecycle_trail" in given:  # where it is emptied, since when is forgotten
        stops = given["lifecycle_trail"] or [(now(trail), None)]
        return settled(stops) if fits(stops, today) else None
    word = (given["lifecycle"] or NONE) if "lifecycle" in given else now(trail)
    since = date.fromisoformat(given["lifecycle_since"]) if given.get("lifecycle_since") else None
    if word != now(trail):
        if new and since is None:
            return [(word, None)]
        least = first(trail[-1][1]) if trail and trail[-1][1] else today
        return begun(trail, word, since or max(today, least), today)
    if "lifecycle_since" not in given or (since is None and not trail):
        return trail
    if since is None:
        return settled([(word, None)]) if len(trail) == 1 else None
    return begun(trail[:-1], word, since, today) if trail else None


def begun(trail: Trail, word: str, since: date, today: date) -> Trail | None:
    """A trail from a day on; what began on the same day never was, and what was before it goes on."""
    if since > today + DAY:
        return None
    if trail and trail[-1][1] == since.isoformat():
        trail = trail[:-1]
    elif trail and trail[-1][1] and first(trail[-1][1]) > since:
        return None
    return trail if now(trail) == word else [*trail, (word, since.isoformat())]


def settled(trail: Trail) -> Trail:
    """A trail; that nothing was ever said is none."""
    return [] if list(trail) == [(NONE, None)] else trail


@dataclass(frozen=True)
class Known:
    """What is known of somebody: the days on which something was won, came to its stage and is open, and so on."""

    won: Sequence[date]
    open: Sequence[date]
    converted: Sequence[date]
    said: date | None  # when we last had to do with them ...
    answered: bool  # ... and whether they ever answered
    added: date


def proposed(trail: Trail, known: Known, today: date) -> tuple[str, str, str] | None:
    """What is proposed, by which rule, and since when."""
    word, losses = now(trail), [start for was, start in trail if was == "lost" and start]
    lost = first(losses[-1]) if losses else date.min
    won = sorted(day for day in known.won if day > lost)
    converted = max(known.converted, default=date.min)
    answered = known.said if known.said and known.answered else date.min
    of_nobody = word in {NONE, "lead", "lost"}

    def fresh(day: date) -> bool:
        return day > lost and today - day <= 180 * DAY

    bought = bool(won) and today - won[-1] <= 730 * DAY
    rules = (
        ("loyal", "loyal", word != "loyal" and bought and len(won) >= 3 and won[-1] - won[0] >= 365 * DAY, won[-1:]),
        ("customer", "won", (of_nobody or word == "prospect") and bought, won[:1]),
        ("prospect", "open", of_nobody and max(known.open, default=date.min) > lost, [today]),
        ("prospect", "converted", of_nobody and fresh(converted), [converted]),
        ("prospect", "answered", of_nobody and fresh(answered), [answered]),
    )
    start = trail[-1][1] if trail else None
    free = first(start) + (DAY if len(start) == len("2019-05-17") else 0 * DAY) if start else date.min
    for state, rule, holds, (*days,) in rules:
        if holds:
            since = max(days[0], free)
            return (state, rule, since.isoformat()) if since <= today else None
    heard = [
        *won,
        *known.converted,
        known.added,
        *([known.said] if known.said else ()),
        *([first(start)] if start else ()),
    ]
    silent = word in {"prospect", "customer", "loyal"} and not known.open and today - max(heard) > 540 * DAY
    return ("lost", "silent", today.isoformat()) if silent else None
