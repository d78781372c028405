"""What a row may refer to: records of this import, and those the graph has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from graphcrm.graph import Runner, Transaction
from graphcrm.importers.rows import Row
from graphcrm.queries.changes.hold_records import hold_records
from graphcrm.queries.load.edges_set_aside import edges_set_aside
from graphcrm.queries.load.known_uids import known_uids


class Known:
    """Remembers 64 bits of each uid, so that the graph is asked once only."""

    def __init__(self) -> None:
        self._met: dict[str, set[int]] = defaultdict(set)

    def add(self, label: str, uids: Iterable[str]) -> None:
        """Take the uids of records that were loaded (or would be, in a check)."""
        self._met[label].update(map(hash, uids))

    def missing(self, runner: Runner, label: str, uids: Iterable[str]) -> set[str]:
        """Which of some uids are those of no record of that label."""
        met = self._met[label]
        unmet = {uid for uid in uids if hash(uid) not in met}
        if unmet:
            found = known_uids(runner, label=label, uids=list(unmet))
            self.add(label, found)
            unmet.difference_update(found)
        return unmet


@dataclass(frozen=True, slots=True)
class Context:
    """What all batches of an import share."""

    source: str
    today: date
    at: datetime  # when it began: what it records is recorded then
    known: Known = field(default_factory=Known)


Unfit = list[tuple[Row, str, str]]  # the row, the key and the reason


def without_set_aside(runner: Runner, rows: list[Row], types: Sequence[str]) -> tuple[list[Row], Unfit]:
    """The rows but those whose id is that of an edge of these types in the trash: back from there, it would be two."""
    named = [row.uid for row in rows if "id" in row.values]
    aside = {edge.uid: edge for edge in edges_set_aside(runner, types=types, uids=named)} if named else {}
    unfit: Unfit = []
    for row in rows:
        if edge := aside.get(row.uid):
            where = f"it is set aside, from {edge.start} to {edge.end}, with what is in the trash"
            unfit.append((row, "id", f"{where}; restore or purge that first, or give another id."))
    return [row for row in rows if row.uid not in aside], unfit


def without_unknown(
    runner: Runner, context: Context, rows: list[Row], kinds: Sequence[tuple[str, str]]
) -> tuple[list[Row], Unfit]:
    """The rows whose records exist, and the others with the key and the reason. `kinds` are (key, label).

    A batch that is written holds the records that it names until it ends: nobody puts one of them into the trash, or
    changes what hangs on them, between our reading and our writing.
    """
    unknown: Unfit = []
    held = _held(runner, rows, kinds) if isinstance(runner, Transaction) else None
    for key, label in kinds:
        named = {row.values[key] for row in rows if key in row.values}
        missing = context.known.missing(runner, label, named) if held is None else named - held[label]
        if missing:
            reason = f"there is no such {label.lower()}, neither in this import nor in the graph."
            unknown += [(row, key, reason) for row in rows if row.values.get(key) in missing]
            rows = [row for row in rows if row.values.get(key) not in missing]
    return rows, unknown


def _held(runner: Runner, rows: list[Row], kinds: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    """The uids of the records that rows name, by label, under their locks and not in the trash."""
    named = {(label, row.values[key]) for key, label in kinds for row in rows if key in row.values}
    there: dict[str, set[str]] = defaultdict(set)
    for (label, uid), one in hold_records(runner, records=named).items():
        if one.deleted_at is None:
            there[label].add(uid)
    return there
