"""Ids of their own that several rows of a table claim, with different content, wherever in its files those stand.

The first one that is not refused is to stand. That is decided before any group is loaded: the rows may be those of
different contacts, whose groups are loaded in another order than that of the files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from graphcrm.importers import batches
from graphcrm.importers.batches import Batch, Identify
from graphcrm.importers.firsts import Once, taken
from graphcrm.importers.reading import Reader
from graphcrm.importers.report import Refused
from graphcrm.importers.rows import Row

Judge = Callable[[list[Row]], list[Refused]]
Put = Callable[[int, int, Sequence[str]], None]
Place = tuple[str, int]  # file and line


class Contested:
    """Decides about some ids; `decided` has the places of rows that were dealt out and are to be left there."""

    def __init__(self, readers: Sequence[Reader], identify: Identify, judge: Judge, ids: set[str]) -> None:
        self._readers, self._identify, self._judge, self._ids = readers, identify, judge, ids
        self._first: dict[str, tuple[int, Place]] = {}  # what was dealt out: its content, and where it is
        self._stands = Once()
        self.decided: set[Place] = set()

    def decide(self, put: Put) -> Iterator[Batch]:
        """Read the files again, and deal out what is to stand; answers what is refused or repeated."""
        for number, reader in enumerate(self._readers if self._ids else ()):
            batch = Batch(reader.source.name, done=0.5)
            waiting: list[Row] = []
            for row in self._rows(reader):
                if isinstance(row, Row):
                    waiting.append(row)
                else:
                    self._refuse(batch, row)
                if len(waiting) >= batches.ROWS:
                    self._settle(batch, number, waiting, put)
                    yield batch
                    batch, waiting = Batch(batch.file, done=0.5), []
            self._settle(batch, number, waiting, put)
            yield batch

    def _rows(self, reader: Reader) -> Iterator[Row | Refused]:
        """The rows that claim one of the ids, but for repeats of the first: those were counted."""
        for line, cells in reader.rows():
            given = "" if isinstance(cells, str) else reader.given(cells)
            if isinstance(cells, str) or given not in self._ids:
                continue
            content, place = reader.content(cells), (reader.source.name, line)
            first = self._first.setdefault(given, (content, place))
            if first[0] == content and first[1] != place:
                continue
            row = batches.parsed(reader, line, cells, self._identify)
            if row:
                yield row

    def _settle(self, batch: Batch, number: int, rows: list[Row], put: Put) -> None:
        faults = {row.line: row for row in self._judge(rows)} if rows else {}
        for row in rows:
            where = self._stands.find(row.uid, row.content)
            if where == "":
                batch.read[row.file] += 1
                batch.repeated[row.file] += 1
            elif row.line in faults:
                self._refuse(batch, faults[row.line])
            elif where:
                self._refuse(batch, taken(row, where))
            else:
                self._stand(number, row, put)

    def _stand(self, number: int, row: Row, put: Put) -> None:
        self._stands.add(row.uid, row.content, row.file, row.line)
        if self._first[row.cell("id")][1] != (row.file, row.line):
            put(number, row.line, row.cells)

    def _refuse(self, batch: Batch, row: Refused) -> None:
        batch.refuse(row)
        self.decided.add((row.file, row.line))
