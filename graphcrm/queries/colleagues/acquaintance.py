"""How well two contacts may know each other from work: the evidence of shared workplaces, weighed (docs/warmth.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm import warmth
from graphcrm.dates import Bounds, Stretch, shared
from graphcrm.graph import Runner
from graphcrm.queries.colleagues.shared_workplace import SharedWorkplace
from graphcrm.queries.colleagues.unit_sizes import unit_sizes


@dataclass(frozen=True, slots=True)
class Shared:
    """One unbroken stretch of possible overlap at one account, in a unit of `people`, which is a department where
    they shared one; see dates.Stretch."""

    account: str
    account_name: str
    stretch: Stretch
    people: float
    same_department: bool


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Two contacts who may have worked together. `strength` is that of the strongest account."""

    contact: str
    contact_name: str
    colleague: str
    colleague_name: str
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
    departments: frozenset[str]


Units = dict[tuple[str, str | None], int]


def acquaintances(runner: Runner, workplaces: Iterable[SharedWorkplace], on: date) -> list[Acquaintance]:
    """Weigh the shared workplaces of pairs of contacts; pairs whose stints do not overlap drop out."""
    overlaps = [overlap for overlap in (_overlap(w, on) for w in workplaces) if overlap.stretches]
    units = _units(runner, overlaps, on)
    pairs: dict[tuple[str, str], list[_Overlap]] = defaultdict(list)
    for overlap in overlaps:
        pairs[overlap.workplace.contact, overlap.workplace.colleague].append(overlap)
    return [_acquaintance(found, units, on) for found in pairs.values()]


def _overlap(workplace: SharedWorkplace, on: date) -> _Overlap:
    mine = [_bounds(stint) for stint in workplace.mine]
    theirs = [_bounds(stint) for stint in workplace.theirs]
    stretches = shared(mine, theirs, on)
    return _Overlap(workplace, stretches, frozenset(_departments(workplace, mine, theirs, on) if stretches else ()))


def _bounds(stint: Sequence[Any]) -> Bounds:
    return Bounds(*map(date.fromisoformat, stint[:4]))


def _departments(workplace: SharedWorkplace, mine: list[Bounds], theirs: list[Bounds], on: date) -> Iterator[str]:
    """The departments in which both may have been at once, in upper case."""
    for my_stint, my_bounds in zip(workplace.mine, mine, strict=True):
        department = _key(my_stint[4])
        for their_stint, their_bounds in zip(workplace.theirs, theirs, strict=True):
            if department and department == _key(their_stint[4]) and shared([my_bounds], [their_bounds], on):
                yield department


def _key(department: str | None) -> str:
    return (department or "").strip().upper()  # upper case folds ß and ſ too, on both sides


def _units(runner: Runner, overlaps: Iterable[_Overlap], on: date) -> Units:
    """The people known in the departments and in the large accounts of unknown size that the overlaps name."""
    wanted: set[tuple[str, str | None]] = set()
    for overlap in overlaps:
        place = overlap.workplace
        wanted.update((place.account, department) for department in overlap.departments)
        unsized = not place.employee_count and warmth.band_middle(place.size_band) is None
        if unsized and place.stints > warmth.UNIT_SIZE_UNKNOWN:
            wanted.add((place.account, None))
    if not wanted:
        return {}
    found = unit_sizes(runner, units=sorted(wanted, key=str), on=on, limit=len(wanted))
    return {(unit.account, unit.department): unit.people for unit in found}


def _acquaintance(overlaps: list[_Overlap], units: Units, on: date) -> Acquaintance:
    first = overlaps[0].workplace
    weighed = [_weigh(overlap, units, on) for overlap in overlaps]
    parts = [
        Shared(overlap.workplace.account, overlap.workplace.account_name, stretch, people, bool(overlap.departments))
        for overlap, (_, people) in zip(overlaps, weighed, strict=True)
        for stretch in overlap.stretches
    ]
    parts.sort(key=lambda part: (part.stretch.start or date.min, part.account))
    strength = max(strength for strength, _ in weighed)
    return Acquaintance(
        first.contact, first.contact_name, first.colleague, first.colleague_name, tuple(parts), strength
    )


def _weigh(overlap: _Overlap, units: Units, on: date) -> tuple[float, float]:
    """The strength of an overlap at one account, and the size of the unit it was weighed with."""
    place = overlap.workplace
    department = min((units.get((place.account, name), 0) for name in overlap.departments), default=None)
    known = units.get((place.account, None), 0)
    people = warmth.unit_size(department, place.employee_count, place.size_band, known)
    strength = warmth.colleague_strength(
        warmth.overlap_months(overlap.stretches),
        people,
        warmth.years_apart(overlap.stretches, on),
        same_department=bool(overlap.departments),
    )
    return strength, people
