"""What a row may refer to: records of this import, and those the graph has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from graphcrm.access import kind_of
from graphcrm.graph import Runner, Transaction
from graphcrm.importers.rows import Row
from graphcrm.nodes.ids import uid_of
from graphcrm.nodes.properties import LIST_SEPARATOR
from graphcrm.queries.changes.hold_records import hold_records
from graphcrm.queries.load.edges_set_aside import edges_set_aside
from graphcrm.queries.load.known_uids import known_uids
from graphcrm.queries.opportunities.stages import Stage


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
    stages: list[Stage] = field(default_factory=list)  # in a check, those that stages.csv would make; else none


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
        named = {uid for row in rows for uid in _named(row, key)}
        missing = context.known.missing(runner, label, named) if held is None else named - held[label]
        if missing:
            fit = []
            for row in rows:
                if missing.isdisjoint(_named(row, key)):
                    fit.append(row)
                else:
                    such = _such(row, key, kind_of(label), missing)
                    unknown.append((row, key, f"there is no {such}, neither in this import nor in the graph."))
            rows = fit
    return rows, unknown


def _named(row: Row, key: str) -> Sequence[str]:
    """The uids of the records that a cell names: one, or several."""
    found: str | list[str] | Mapping[str, object] | None = row.values.get(key)
    return (found,) if isinstance(found, str) else list(found or ())


def _such(row: Row, key: str, kind: str, missing: Container[str]) -> str:
    """What there is not; of several that a cell names, the first that is missing, as it stands there."""
    value = row.values[key]
    if isinstance(value, Mapping):
        return f"{kind} {next(uid for uid in value if uid in missing)!r}"
    if not isinstance(value, list):
        return f"such {kind}"
    parts = map(str.strip, row.cell(key).split(LIST_SEPARATOR))
    return f"{kind} {next(part for part in parts if part and uid_of(kind, part) in missing)!r}"


def _held(runner: Runner, rows: list[Row], kinds: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    """The uids of the records that rows name, by label, under their locks and not in the trash."""
    named = {(label, uid) for key, label in kinds for row in rows for uid in _named(row, key)}
    there: dict[str, set[str]] = defaultdict(set)
    for (label, uid), one in hold_records(runner, records=named).items():
        if one.deleted_at is None:
            there[label].add(uid)
    return there
