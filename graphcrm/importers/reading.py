"""Reading one file: whether it is UTF-8 and has the columns it needs, and then its rows, one after the other."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, NoReturn

from graphcrm.errors import BundleError
from graphcrm.importers import header as headers
from graphcrm.importers.files import Source
from graphcrm.importers.header import Header

CELL_MOST = 16 * 2**20  # characters of a cell that is still read, so that its row alone is refused
_CHUNK = 2**20
_FAULTS = {
    "unexpected end of data": "a quote opens in this row and is never closed",
    "field larger": f"a cell has more than {CELL_MOST:,} characters; look for a quote that is never closed",
    "expected after": "text follows a closing quote; a quote inside a quoted cell is written twice",
}

csv.field_size_limit(max(CELL_MOST, csv.field_size_limit()))  # the csv module has one for the whole process


class Reader:
    """The rows of one file that has been checked; `header` is None where there is not even one."""

    def __init__(self, source: Source) -> None:
        """Check the file; raises BundleError where it cannot be imported."""
        self.source = source
        self._file: BinaryIO | None = None
        with _readable(source):
            self.size = source.path.stat().st_size
            self.has_nul = _check_text(source)
        first = next(self._records(), None)
        if first and isinstance(first[1], str):
            message = f"{source.name} line {first[0]}: {first[1]}. Nothing was imported. Correct its first row."
            raise BundleError(message)
        self.header = Header(source.table, first[1]) if first else None
        if self.header:
            headers.check(source.table, source.name, self.header)

    @property
    def done(self) -> float:
        """How much of the file has been read, 0 to 1."""
        return 1.0 if self._file is None or self._file.closed else self._file.tell() / self.size

    def given(self, cells: Sequence[str]) -> str:
        """The id that a row claims for itself; none where it has too many cells, and will be refused for that."""
        index = self.header.index.get("id", -1) if self.header and len(cells) <= len(self.header.names) else -1
        return cells[index].strip() if 0 <= index < len(cells) else ""

    def content(self, cells: Sequence[str]) -> int:
        """A hash of what a row says, by which exact repeats are known."""
        if self.header is None:
            return 0
        return self.header.content([*cells, *[""] * (len(self.header.names) - len(cells))])

    def rows(self) -> Iterator[tuple[int, list[str] | str]]:
        """The line of each row and its cells, or the reason why it has none."""
        records = self._records()
        next(records, None)
        return records

    def _records(self) -> Iterator[tuple[int, list[str] | str]]:
        with _readable(self.source), self.source.path.open("rb") as raw:
            self._file = raw
            reader = csv.reader(io.TextIOWrapper(raw, encoding="utf-8-sig", newline=""), strict=True)
            while True:
                line = reader.line_num + 1
                try:
                    cells = next(reader)
                except StopIteration:
                    break
                except csv.Error as error:
                    yield line, _explained(error, line, reader.line_num)
                    continue
                if cells:
                    yield line, cells


@contextmanager
def _readable(source: Source) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"{source.path} cannot be read ({error.strerror}). Check it, and run the import again; "
        raise BundleError(message + "what was imported before that is kept.") from error
    except UnicodeDecodeError as error:
        message = f"{source.path} was changed while it was read. Run the import again; "
        raise BundleError(message + "what was imported before that is kept.") from error


def _explained(error: csv.Error, first: int, last: int) -> str:
    reason = next((reason for sign, reason in _FAULTS.items() if sign in str(error)), f"it is not CSV ({error})")
    return reason if last <= first else f"{reason}; lines {first} to {last} were read as this one row"


def _check_text(source: Source) -> bool:
    """Whether the file has a NUL byte; raises BundleError unless it is UTF-8 to its end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines = offset = 0
    has_nul = False
    with source.path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                at = offset + len(chunk) - len(error.object) + error.start
                _refuse_bytes(source, lines + error.object.count(b"\n", 0, error.start) + 1, at, error)
            if not chunk:
                return has_nul
            has_nul = has_nul or b"\0" in chunk
            lines += chunk.count(b"\n")
            offset += len(chunk)


def _refuse_bytes(source: Source, line: int, at: int, error: UnicodeDecodeError) -> NoReturn:
    where = f"{source.name} line {line} is not UTF-8: byte 0x{error.object[error.start]:02X} at position {at:,}"
    message = f"{where} of the file. Nothing was imported. Save it as UTF-8 (in Excel: CSV UTF-8), and run it again."
    raise BundleError(message) from error
