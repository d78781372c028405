"""The organisation chart of an account: who reports to whom there, told from the top down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.accounts.lines import Seat, lines
from graphcrm.web.asking.parameters import AsOfParameters

MOST = 500  # people: more lines nobody reads on one page


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the chart: how far below the top, whose it is, who is above them, and to whom else they report."""

    level: int
    seat: Seat
    boss: Seat | None
    also: list[Seat]


@dataclass(frozen=True, slots=True)
class Chart:
    """The places from the top down, each before those below it, and how many are there of whom no line is known.

    `cut` says whether some were left out, because there are more than MOST.
    """

    places: list[Place]
    others: int
    cut: bool


def chart(runner: Runner, account: str, asked: AsOfParameters) -> Chart:
    """The chart of a day; of several to whom somebody reports, the surest and latest is above them."""
    return drawn(lines(runner, account=account, on=moment(asked.as_of).on, limit=MOST))


def drawn(seats: Sequence[Seat]) -> Chart:
    """The chart of people as they are found."""
    by_uid = {seat.contact: seat for seat in seats}
    above = _above(by_uid)
    below: dict[str | None, list[Seat]] = {}
    for seat in seats:
        below.setdefault(above[seat.contact], []).append(seat)
    tops = [seat for seat in below.get(None, []) if seat.contact in below or any(b in by_uid for b in seat.bosses)]
    places = list(_told(tops, below, by_uid))
    total = seats[0].total if seats else 0
    return Chart(places, total - len(places), total > len(seats))


def _above(by_uid: Mapping[str, Seat]) -> dict[str, str | None]:
    """Whom each stands below: nobody for the first of a ring, or no one would stand on top of it."""
    above = {uid: next((boss for boss in seat.bosses if boss in by_uid), None) for uid, seat in by_uid.items()}
    order = {uid: number for number, uid in enumerate(by_uid)}
    done: set[str] = set()
    for uid in by_uid:
        way: list[str] = []
        at: str | None = uid
        while at is not None and at not in done and at not in way:
            way.append(at)
            at = above[at]
        if at in way:
            above[min(way[way.index(at) :], key=order.__getitem__)] = None
        done.update(way)
    return above


def _told(
    tops: Sequence[Seat], below: Mapping[str | None, Sequence[Seat]], by_uid: Mapping[str, Seat]
) -> Iterator[Place]:
    """The places below some people, depth first, without recursion: a line may be as long as people are many."""
    waiting: list[tuple[int, Seat, Seat | None]] = [(0, seat, None) for seat in reversed(tops)]
    while waiting:
        level, seat, boss = waiting.pop()
        also = [by_uid[uid] for uid in seat.bosses if uid in by_uid and by_uid[uid] is not boss]
        yield Place(level, seat, boss, also)
        waiting += [(level + 1, one, seat) for one in reversed(below.get(seat.contact, []))]
