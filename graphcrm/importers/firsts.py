"""One id twice in an import with different content: the first row stands, and the second is refused.

A row that is refused does not stand: then the next one of its id does. Which rows are refused is only known once they
are planned, so the rivals of a row wait in its batch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from graphcrm.graph import Runner
from graphcrm.importers.batches import Batch
from graphcrm.importers.report import Refused
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan

_HASH = 2**64 - 1
_LINE = 2**40 - 1

Rivals = dict[str, list[Row]]
Planner = Callable[[Runner, list[Row]], Plan]
Place = tuple[str, int]  # file and line


class Once:
    """The ids of one kind that stand in an import: 64 bits of each, of what its row says, and where that is."""

    def __init__(self) -> None:
        self._met: dict[int, int] = {}
        self._files: list[str] = []

    def find(self, uid: str, content: int) -> str | None:
        """None for a new id, nothing for an exact repeat of its row, else where its first row stands."""
        known = self._met.get(hash(uid))
        if known is None:
            return None
        if known & _HASH == content & _HASH:
            return ""
        return f"line {known >> 64 & _LINE} of {self._files[known >> 104]}"

    def add(self, uid: str, content: int, file: str, line: int) -> None:
        """Remember the row that stands."""
        if file not in self._files:
            self._files.append(file)
        self._met[hash(uid)] = (self._files.index(file) << 40 | line) << 64 | content & _HASH

    def again(self, uid: str, content: int, file: str, line: int) -> str | None:
        """Find an id, and remember it if it is new."""
        found = self.find(uid, content)
        if found is None:
            self.add(uid, content, file, line)
        return found


def taken(row: Row, where: str) -> Refused:
    """A row whose id stands elsewhere."""
    return row.refused(f"the same id stands in {where} with other content; the first one counts.", "id")


def sift(batch: Batch, once: Once) -> Rivals:
    """Leave in a batch the first row of each id that does not stand yet; answers the others of those ids."""
    first: dict[str, Row] = {}
    rivals: Rivals = defaultdict(list)
    for row in batch.rows:
        where = once.find(row.uid, row.content)
        if where is None and first.setdefault(row.uid, row) is row:
            continue
        ahead = (first[row.uid], *rivals[row.uid]) if where is None else ()
        if where == "" or any(other.content == row.content for other in ahead):
            batch.repeated[row.file] += 1
        elif where:
            batch.refused.append(taken(row, where))
        else:
            rivals[row.uid].append(row)
    batch.rows = list(first.values())
    return rivals


def planned(plan: Planner, runner: Runner, rows: list[Row], rivals: Rivals) -> Plan:
    """What rows come to, where the rivals of a refused row get their turn."""
    found = plan(runner, rows)
    if not rivals:
        return found
    faults = _by_place(found.refused)
    stands = {row.uid: row for row in rows if row.uid in rivals}
    lost = [uid for uid, row in stands.items() if _place(row) in faults]
    others = [rival for uid in lost for rival in rivals[uid]]
    if others:
        faults |= _by_place(plan(runner, others).refused)
        next_ones = {rival.uid: rival for rival in reversed(others) if _place(rival) not in faults}
        stands |= next_ones
        found = plan(runner, [stands.get(row.uid, row) for row in rows]) if next_ones else found
    said = _by_place(found.refused)
    for row in (*rows, *(rival for each in rivals.values() for rival in each)):
        first = stands.get(row.uid, row)
        if row is not first and _place(row) not in said:
            found.refused.append(faults.get(_place(row)) or taken(row, f"line {first.line} of {first.file}"))
    return found


def remember(once: Once, rows: Iterable[Row], refused: Iterable[Refused]) -> None:
    """Remember the rows that were not refused."""
    faults = _by_place(refused)
    for row in rows:
        if not faults or _place(row) not in faults:
            once.add(row.uid, row.content, row.file, row.line)


def _by_place(refused: Iterable[Refused]) -> dict[Place, Refused]:
    return {(row.file, row.line): row for row in refused}


def _place(row: Row) -> Place:
    return row.file, row.line
