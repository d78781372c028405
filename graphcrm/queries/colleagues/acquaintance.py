"""How well two contacts may know each other from work: the evidence of shared workplaces, weighed (docs/warmth.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm import warmth
from graphcrm.dates import Bounds, Stretch, shared
from graphcrm.graph import Runner
from graphcrm.queries.colleagues.known_people import known_people
from graphcrm.queries.colleagues.shared_workplace import SharedWorkplace


@dataclass(frozen=True, slots=True)
class Shared:
    """One unbroken stretch of possible overlap at one account of `people`; see dates.Stretch."""

    account: str
    account_name: str
    stretch: Stretch
    people: float
    same_department: bool


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Two contacts who may have worked together. `strength` is that of the strongest account; `asked_not` says that the
    colleague asked us not to contact them."""

    contact: str
    contact_name: str
    colleague: str
    colleague_name: str
    asked_not: bool
    shared: tuple[Shared, ...]
    strength: float

    @property
    def certain(self) -> bool:
        """Whether every shared workplace has certain days."""
        days: dict[str, int] = defaultdict(int)
        for part in self.shared:
            days[part.account] += part.stretch.certain_days
        return all(days.values())


@dataclass(frozen=True, slots=True)
class _Overlap:
    workplace: SharedWorkplace
    stretches: list[Stretch]
    same_department: bool


def acquaintances(runner: Runner, workplaces: Iterable[SharedWorkplace], on: date) -> list[Acquaintance]:
    """Weigh the shared workplaces of pairs of contacts; pairs whose stints do not overlap drop out."""
    overlaps = [overlap for overlap in (_overlap(w, on) for w in workplaces) if overlap.stretches]
    known = _known(runner, overlaps, on)
    pairs: dict[tuple[str, str], list[_Overlap]] = defaultdict(list)
    for overlap in overlaps:
        pairs[overlap.workplace.contact, overlap.workplace.colleague].append(overlap)
    return [_acquaintance(found, known, on) for found in pairs.values()]


def _overlap(workplace: SharedWorkplace, on: date) -> _Overlap:
    mine = [_bounds(stint) for stint in workplace.mine]
    theirs = [_bounds(stint) for stint in workplace.theirs]
    stretches = shared(mine, theirs, on)
    return _Overlap(workplace, stretches, bool(stretches) and _same_department(workplace, mine, theirs, on))


def _bounds(stint: Sequence[Any]) -> Bounds:
    return Bounds(*map(date.fromisoformat, stint[:4]))


def _same_department(workplace: SharedWorkplace, mine: list[Bounds], theirs: list[Bounds], on: date) -> bool:
    """Whether both may have been in one department at once."""
    return any(
        _key(my_stint[4]) and _key(my_stint[4]) == _key(their_stint[4]) and shared([my_bounds], [their_bounds], on)
        for my_stint, my_bounds in zip(workplace.mine, mine, strict=True)
        for their_stint, their_bounds in zip(workplace.theirs, theirs, strict=True)
    )


def _key(department: str | None) -> str:
    return (department or "").strip().upper()  # upper case folds ß and ſ too, on both sides


def _known(runner: Runner, overlaps: Iterable[_Overlap], on: date) -> dict[str, int]:
    """The people known at those accounts of unknown size where they may be more than such an account is taken for."""
    places = (overlap.workplace for overlap in overlaps)
    wanted = {
        place.account
        for place in places
        if place.stints > warmth.UNIT_SIZE_UNKNOWN
        and not place.employee_count
        and warmth.band_middle(place.size_band) is None
    }
    if not wanted:
        return {}
    found = known_people(runner, accounts=sorted(wanted), on=on, limit=len(wanted))
    return {row.account: row.people for row in found}


def _acquaintance(overlaps: list[_Overlap], known: dict[str, int], on: date) -> Acquaintance:
    first = overlaps[0].workplace
    weighed = [_weigh(overlap, known, on) for overlap in overlaps]
    parts = [
        Shared(overlap.workplace.account, overlap.workplace.account_name, stretch, people, overlap.same_department)
        for overlap, (_, people) in zip(overlaps, weighed, strict=True)
        for stretch in overlap.stretches
    ]
    parts.sort(key=lambda part: (part.stretch.start or date.min, part.account))
    strength = max(strength for strength, _ in weighed)
    return Acquaintance(
        first.contact,
        first.contact_name,
        first.colleague,
        first.colleague_name,
        first.asked_not,
        tuple(parts),
        strength,
    )


def _weigh(overlap: _Overlap, known: dict[str, int], on: date) -> tuple[float, float]:
    """The strength of an overlap at one account, and the number of people it was weighed with."""
    place = overlap.workplace
    people = warmth.unit_size(place.employee_count, place.size_band, known.get(place.account, 0))
    strength = warmth.colleague_strength(
        warmth.overlap_months(overlap.stretches),
        people,
        warmth.years_apart(overlap.stretches, on),
        same_department=overlap.same_department,
    )
    return strength, people
