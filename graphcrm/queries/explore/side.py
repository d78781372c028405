"""One side of a search for the ways between two records: what is reached from one end, step by step, and by whom.

A company that was reached by a job is another place for each of these jobs, as it leads on only to people whose jobs
there overlap with it. Days travel as text, which compares as they do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graphcrm.queries.network.steps import Step

_JOB = "WORKS_AT"


class Place(NamedTuple):
    """A record that is reached; of a company reached by a job, the job and its possible days."""

    id: str
    job: str | None = None
    since: str = ""
    until: str = ""

    def meets(self, other: Place, day: str) -> bool:
        """Whether one leads on to the other: two jobs at one company have to overlap before the day."""
        if self.job is None or other.job is None:
            return self.id == other.id
        return self.id == other.id and max(self.since, other.since) < min(self.until, other.until, day)


class Side:
    """What is reached from one end."""

    def __init__(self, root: str, other: str, weight: int, day: str) -> None:
        """Begin at `root`; `other` is the other end, and `weight` how many edges the root has."""
        self.root, self.other, self.day = Place(root), other, day
        self.level = 0
        self.frontier: list[Place] = [self.root]
        self.weight = weight
        self.parents: dict[Place, dict[Place, None]] = {self.root: {}}
        self.depth: dict[Place, int] = {self.root: 0}
        self.at: defaultdict[str, list[Place]] = defaultdict(list, {root: [self.root]})

    def advance(self, rows: Iterable[Step]) -> None:
        """Go one step along the edges of the frontier."""
        places: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self.frontier:
            places[place.id].append(place)
        self.level += 1
        self.frontier = []
        for row in rows:
            for place in places[row.start]:
                self._reach(place, row)
        self.weight = sum(4 if place.id.startswith("contact:") else 40 for place in self.frontier)

    def _reach(self, place: Place, row: Step) -> None:
        if row.link is None or (row.to_type == "lead" and row.end != self.other):
            return
        here = Place(row.start, row.uid, row.since or "", row.until or "")
        if row.link == _JOB and place.job is not None and not place.meets(here, self.day):
            return
        by_job = row.link == _JOB and row.to_type == "account" and row.end not in {self.other, self.root.id}
        there = Place(row.end, row.uid, row.since or "", row.until or "") if by_job else Place(row.end)
        if self.depth.setdefault(there, self.level) < self.level:
            return
        if there not in self.parents:
            self.parents[there] = {}
            self.at[there.id].append(there)
            self.frontier.append(there)
        self.parents[there][place] = None

    def ways(self, place: Place) -> Iterator[tuple[str, ...]]:
        """Every way from a place back to the root."""
        if place == self.root:
            yield (place.id,)
        for parent in self.parents[place]:
            for rest in self.ways(parent):
                yield (place.id, *rest)
