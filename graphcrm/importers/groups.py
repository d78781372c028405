"""Groups: all rows of one contact, or of one assigned record, in one batch, however far apart they stand in the files.

What a row means may depend on the others of its group (which job ends which, which of two is the primary one), and
must not depend on where a batch ends, which of several files a row is in, or where an import was interrupted. So all
files of a table are first dealt out into buckets on disk, each small enough for memory, in which every group is whole
and in the order of the files.
"""

from __future__ import annotations

import csv
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from graphcrm.importers import batches
from graphcrm.importers.batches import Batch, Identify
from graphcrm.importers.contested import Contested, Judge, Place
from graphcrm.importers.disk import temporary
from graphcrm.importers.firsts import Once
from graphcrm.importers.reading import Reader
from graphcrm.importers.report import refused
from graphcrm.importers.rows import Row

BUCKET_BYTES = 2 * 2**20  # of the files: some 40,000 rows
BUCKETS_MOST = 200  # files open at once


def read(readers: Sequence[Reader], identify: Identify, group: Sequence[str], judge: Judge) -> Iterator[Batch]:
    """The rows of a table's files in whole groups; `group` has the keys of the columns one of which names it.

    `judge` says which of some rows would be refused, where several have one id of their own.
    """
    size = sum(reader.size for reader in readers)
    with temporary(min(BUCKETS_MOST, 1 + size // BUCKET_BYTES)) as buckets:
        dealt = _Dealt(readers, group, buckets)
        for batch in dealt.deal():
            batch.done /= 2
            yield batch
        contested = Contested(readers, identify, judge, dealt.contested)
        yield from contested.decide(dealt.put)
        for number, bucket in enumerate(buckets):
            for batch in _collect(dealt, bucket, identify, contested.decided):
                batch.done = (1 + (number + batch.done) / len(buckets)) / 2
                yield batch


@dataclass(slots=True)
class _Dealt:
    """The rows of files in buckets, and the ids that several of them claim, with different content."""

    readers: Sequence[Reader]
    group: Sequence[str]
    buckets: Sequence[TextIO]
    contested: set[str] = field(default_factory=set)
    indexes: list[list[int]] = field(init=False)  # by file, where a row's group may be named

    def __post_init__(self) -> None:
        headers = [reader.header.index if reader.header else {} for reader in self.readers]
        self.indexes = [[index[key] for key in self.group if key in index] for index in headers]

    def deal(self) -> Iterator[Batch]:
        """Put each row into the bucket of its group; of an id that stands in several, the first alone."""
        once = Once()
        for number, reader in enumerate(self.readers):
            batch = Batch(reader.source.name)
            for line, cells in reader.rows():
                if isinstance(cells, str):
                    batch.refuse(refused(batch.file, line, "", "", f"{cells}."))
                elif self._is_first(batch, reader, once, line, cells):
                    self.put(number, line, cells)
                if batch.full:
                    batch.done = reader.done
                    yield batch
                    batch = Batch(batch.file)
            batch.done = 1.0
            yield batch

    def _is_first(self, batch: Batch, reader: Reader, once: Once, line: int, cells: list[str]) -> bool:
        given = reader.given(cells)
        if not given:
            return True
        first = once.again(given, reader.content(cells), batch.file, line)
        if first:
            self.contested.add(given)
        elif first is not None:
            batch.read[batch.file] += 1
            batch.repeated[batch.file] += 1
        return first is None

    def put(self, number: int, line: int, cells: Sequence[str]) -> None:
        """Put one row of one of the files into its bucket."""
        name = self.named(number, cells)
        csv.writer(self.buckets[zlib.crc32(name.encode()) % len(self.buckets)]).writerow((number, line, *cells))

    def named(self, number: int, cells: Sequence[str]) -> str:
        """The group of a row."""
        for index in self.indexes[number]:
            if index < len(cells) and (name := cells[index].strip()):
                return name
        return ""


def _collect(dealt: _Dealt, bucket: TextIO, identify: Identify, decided: set[Place]) -> Iterator[Batch]:
    """The rows of one bucket, in batches of whole groups."""
    bucket.seek(0)
    found = Batch(dealt.readers[-1].source.name)
    groups: dict[str, list[Row]] = defaultdict(list)
    for number, line, *cells in csv.reader(bucket):
        reader = dealt.readers[int(number)]
        if (reader.source.name, int(line)) in decided:
            continue
        row = batches.parsed(reader, int(line), cells, identify)
        if isinstance(row, Row):
            groups[dealt.named(int(number), cells)].append(row)
        elif row:
            found.refuse(row)
    total, sent, batch = sum(map(len, groups.values())), 0, found
    for rows in groups.values():
        for row in rows:
            batch.take(row)
        if batch.full:
            sent += len(batch.rows)
            batch.done = sent / total
            yield batch
            batch = Batch(found.file)
    batch.done = 1.0
    yield batch
