"""Batches: as many rows as one transaction takes, each id once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from graphcrm.errors import InvalidInputError
from graphcrm.importers.reading import Reader
from graphcrm.importers.report import Refused, refused
from graphcrm.importers.rows import Row, parse

ROWS = 5_000  # of a batch: more would save little and cost the server memory
CHARS = 4_000_000  # where the cells are long, it has fewer rows
_HASH = 2**64 - 1
_LINE = 2**40 - 1

Identify = Callable[[Row], str]


@dataclass(slots=True)
class Batch:
    """Rows for one transaction, and what became of the others that were read on the way."""

    rows: list[Row] = field(default_factory=list)
    read: int = 0
    repeated: int = 0
    refused: list[Refused] = field(default_factory=list)
    done: float = 0.0  # how much of the file has been read, 0 to 1
    chars: int = 0

    @property
    def full(self) -> bool:
        """Whether it is time for the next one."""
        return len(self.rows) + len(self.refused) + self.repeated >= ROWS or self.chars >= CHARS


class Once:
    """The ids of one kind that an import has met: 64 bits of each, of what stood there, and where that was."""

    def __init__(self) -> None:
        self._met: dict[int, int] = {}
        self._files: list[str] = []

    def again(self, uid: str, content: int, file: str, line: int) -> str | None:
        """None for a new id, nothing for an exact repeat of its row, else where its first row stands."""
        if file not in self._files:
            self._files.append(file)
        key = hash(uid)
        known = self._met.get(key)
        if known is None:
            self._met[key] = (self._files.index(file) << 40 | line) << 64 | content & _HASH
            return None
        if known & _HASH == content & _HASH:
            return ""
        return f"line {known >> 64 & _LINE} of {self._files[known >> 104]}"


def read(reader: Reader, once: Once, identify: Identify) -> Iterator[Batch]:
    """The rows of a file in its order."""
    batch = Batch()
    for line, cells in reader.rows():
        take(batch, reader, line, cells, once, identify)
        if batch.full:
            batch.done = reader.done
            yield batch
            batch = Batch()
    batch.done = 1.0
    yield batch


def take(batch: Batch, reader: Reader, line: int, cells: list[str] | str, once: Once, identify: Identify) -> None:
    """Put a line into the batch: as a row, a refused row or a repeated one."""
    file, header = reader.source.name, reader.header
    if isinstance(cells, str) or header is None:
        batch.read += 1
        batch.refused.append(refused(file, line, "", "", f"{cells}."))
        return
    row = parse(file, header, line, cells, has_nul=reader.has_nul)
    if row is None:
        return
    batch.read += 1
    if isinstance(row, Refused):
        batch.refused.append(row)
        return
    try:
        row.uid = identify(row)
    except InvalidInputError as error:
        batch.refused.append(row.refused(error.detail, error.field))
        return
    first = once.again(row.uid, row.content, file, line)
    if first is None:
        batch.rows.append(row)
        batch.chars += sum(map(len, cells))
    elif first:
        reason = f"the same id stands in {first} with other content; the first one counts."
        batch.refused.append(row.refused(reason, "id"))
    else:
        batch.repeated += 1
