"""Batches: as many rows as one transaction takes."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from graphcrm.errors import InvalidInputError
from graphcrm.importers.disk import temporary
from graphcrm.importers.reading import Reader
from graphcrm.importers.report import Refused, refused
from graphcrm.importers.rows import Row, parse

ROWS = 5_000  # of a batch: more would save little and cost the server memory
CHARS = 4_000_000  # where the cells are long, it has fewer rows

Identify = Callable[[Row], str]
Late = Callable[[Row], bool]


@dataclass(slots=True)
class Batch:
    """Rows for one transaction, and what became of the others that were read on the way, by file."""

    file: str  # what progress names
    rows: list[Row] = field(default_factory=list)
    read: Counter[str] = field(default_factory=Counter)
    repeated: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    done: float = 0.0  # how much of the file has been read, 0 to 1
    chars: int = 0

    @property
    def full(self) -> bool:
        """Whether it is time for the next one."""
        return len(self.rows) + len(self.refused) >= ROWS or self.chars >= CHARS

    def refuse(self, row: Refused) -> None:
        """Count a refused row as read."""
        self.read[row.file] += 1
        self.refused.append(row)

    def take(self, row: Row) -> None:
        """Add a row to be loaded."""
        self.read[row.file] += 1
        self.rows.append(row)
        self.chars += sum(map(len, row.cells))


def read(readers: Sequence[Reader], identify: Identify, late: Late) -> Iterator[Batch]:
    """The rows of files in their order; those that are `late` stand behind all others."""
    with temporary(1) as (waiting,):
        for number, reader in enumerate(readers):
            yield from _in_order(reader, identify, late, waiting, number)
        if waiting.tell():
            yield from _late(readers, identify, waiting)


def _in_order(reader: Reader, identify: Identify, late: Late, waiting: TextIO, number: int) -> Iterator[Batch]:
    file = reader.source.name
    batch, behind = Batch(file), csv.writer(waiting)
    for line, cells in reader.rows():
        row = parsed(reader, line, cells, identify)
        if isinstance(row, Row) and late(row):
            behind.writerow((number, line, *row.cells))
        else:
            put(batch, row)
        if batch.full:
            batch.done = reader.done
            yield batch
            batch = Batch(file)
    batch.done = 1.0
    yield batch


def _late(readers: Sequence[Reader], identify: Identify, waiting: TextIO) -> Iterator[Batch]:
    waiting.seek(0)
    batch = Batch(readers[-1].source.name, done=1.0)
    for number, line, *cells in csv.reader(waiting):
        put(batch, parsed(readers[int(number)], int(line), cells, identify))
        if batch.full:
            yield batch
            batch = Batch(batch.file, done=1.0)
    yield batch


def parsed(reader: Reader, line: int, cells: list[str] | str, identify: Identify) -> Row | Refused | None:
    """What a line is: a row that knows who it is about, a refused one, or none."""
    file, header = reader.source.name, reader.header
    if isinstance(cells, str) or header is None:
        return refused(file, line, "", "", f"{cells}.")
    row = parse(file, header, line, cells, has_nul=reader.has_nul)
    if isinstance(row, Row):
        try:
            row.uid = identify(row)
        except InvalidInputError as error:
            return row.refused(error.detail, error.field)
    return row


def put(batch: Batch, row: Row | Refused | None) -> None:
    """Put what a line is into a batch."""
    if isinstance(row, Row):
        batch.take(row)
    elif row:
        batch.refuse(row)
