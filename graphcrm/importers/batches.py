"""Batches: as many rows as one transaction takes, each id once; whole groups where rows are decided together."""

from __future__ import annotations

import csv
import itertools
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TextIO

from graphcrm.errors import BundleError, InvalidInputError
from graphcrm.importers.reading import Reader
from graphcrm.importers.report import Refused, refused
from graphcrm.importers.rows import Row, parse

ROWS = 5_000  # of a batch: more would save little and cost the server memory
CHARS = 4_000_000  # where the cells are long, it has fewer rows
BUCKET_BYTES = 4 * 2**20  # of a file that are held in memory at once, where whole groups are needed
BUCKETS_MOST = 200  # files open at once
_HASH = 2**64 - 1

Identify = Callable[[Row], str]


@dataclass(slots=True)
class Batch:
    """Rows for one transaction, and what became of the other rows that were read on the way."""

    rows: list[Row] = field(default_factory=list)
    read: int = 0
    repeated: int = 0
    refused: list[Refused] = field(default_factory=list)
    done: float = 0.0  # how much of the file has been read, 0 to 1
    chars: int = 0

    @property
    def full(self) -> bool:
        """Whether it is time for the next one."""
        return self.read >= ROWS or self.chars >= CHARS


class Once:
    """The ids of one kind that an import has met: 64 bits of each, of what stood there, and where."""

    def __init__(self) -> None:
        self._met: dict[int, int] = {}

    def again(self, uid: str, content: int, line: int) -> int | None:
        """None for a new id, 0 for an exact repeat, else the line of the first, which has another content."""
        known = self._met.setdefault(hash(uid), line << 64 | content & _HASH)
        if known >> 64 == line:
            return None
        return 0 if known & _HASH == content & _HASH else known >> 64


def read(reader: Reader, once: Once, identify: Identify) -> Iterator[Batch]:
    """The rows of a file in its order."""
    batch = Batch()
    for line, cells in reader.rows():
        _take(batch, reader, line, cells, once, identify)
        if batch.full:
            batch.done = reader.position / reader.size
            yield batch
            batch = Batch()
    batch.done = 1.0
    yield batch
