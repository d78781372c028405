"""Groups: all rows of one contact, or of one assigned record, in one batch, however far apart they stand in the file.

What a row means may depend on the others of its group (which job ends which, which of two is the primary one), and
must not depend on where a batch ends or an import was interrupted. So a file is first dealt out into buckets on disk,
each small enough for memory, in which every group is whole and in the order of the file.
"""

from __future__ import annotations

import csv
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TextIO

from graphcrm.errors import BundleError
from graphcrm.importers.batches import Batch, Identify, Once, take
from graphcrm.importers.header import Header
from graphcrm.importers.reading import Reader
from graphcrm.importers.report import refused
from graphcrm.importers.rows import Row

BUCKET_BYTES = 2 * 2**20  # of the file: some 40,000 rows
BUCKETS_MOST = 200  # files open at once


def read(reader: Reader, given: Once, once: Once, identify: Identify, group: Sequence[str]) -> Iterator[Batch]:
    """The rows of a file in whole groups; `group` has the keys of the columns one of which names a row's group.

    `given` knows the ids that stood in the table's rows so far, `once` all ids, those that follow from a row included.
    """
    if reader.header is None:
        return
    indexes = [reader.header.index[key] for key in group if key in reader.header.index]
    count = min(BUCKETS_MOST, 1 + reader.size // BUCKET_BYTES)
    with _on_disk() as stack:
        buckets = [
            stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline=""))  # noqa: SIM115
            for _ in range(count)
        ]
        for batch in _deal(reader, reader.header, given, indexes, buckets):
            batch.done = reader.done / 2
            yield batch
        for number, bucket in enumerate(buckets):
            for batch in _collect(reader, bucket, once, identify, indexes):
                batch.done = (1 + (number + batch.done) / count) / 2
                yield batch


@contextmanager
def _on_disk() -> Iterator[ExitStack]:
    try:
        with ExitStack() as stack:
            yield stack
    except OSError as error:
        message = f"The temporary folder {tempfile.gettempdir()} cannot be used ({error.strerror}). "
        raise BundleError(message + "Free room there or set TMPDIR, and run the import again.") from error


def _deal(
    reader: Reader, header: Header, once: Once, indexes: Sequence[int], buckets: Sequence[TextIO]
) -> Iterator[Batch]:
    """Put each row into the bucket of its group.

    Rows whose own id was met before end here: the first one that counts is the first in the file, not in a bucket.
    """
    writers = [csv.writer(bucket) for bucket in buckets]
    batch = Batch()
    for line, cells in reader.rows():
        if isinstance(cells, str):
            batch.read += 1
            batch.refused.append(refused(reader.source.name, line, "", "", f"{cells}."))
        elif not _met(batch, reader, header, once, line, cells):
            name = _group(cells, indexes)
            writers[zlib.crc32(name.encode()) % len(buckets)].writerow((line, *cells))
        if batch.full:
            yield batch
            batch = Batch()
    yield batch


def _met(batch: Batch, reader: Reader, header: Header, once: Once, line: int, cells: list[str]) -> bool:
    index = header.index.get("id", len(cells))
    given = cells[index].strip() if index < len(cells) else ""
    if not given:
        return False
    file = reader.source.name
    padded = cells + [""] * (len(header.names) - len(cells))
    first = once.again(given, header.content(padded), file, line)
    if first is None:
        return False
    batch.read += 1
    if first:
        reason = f"the same id stands in {first} with other content; the first one counts."
        batch.refused.append(refused(file, line, header.names[index], given, reason))
    else:
        batch.repeated += 1
    return True


def _group(cells: Sequence[str], indexes: Sequence[int]) -> str:
    return next((name for index in indexes if index < len(cells) and (name := cells[index].strip())), "")


def _collect(reader: Reader, bucket: TextIO, once: Once, identify: Identify, indexes: Sequence[int]) -> Iterator[Batch]:
    """The rows of one bucket, in batches of whole groups."""
    bucket.seek(0)
    found = Batch()
    for line, *cells in csv.reader(bucket):
        take(found, reader, int(line), cells, once, identify)
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in found.rows:
        groups[_group(row.cells, indexes)].append(row)
    batch, total = Batch(read=found.read, repeated=found.repeated, refused=found.refused), len(found.rows)
    sent = 0
    for rows in groups.values():
        batch.rows += rows
        batch.chars += sum(sum(map(len, row.cells)) for row in rows)
        if batch.full:
            sent += len(batch.rows)
            batch.done = sent / total
            yield batch
            batch = Batch()
    batch.done = 1.0
    yield batch
