"""What an import did: counts per file, what it noticed, and the rows it refused, in refused.csv too."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

LISTED = 1_000  # refused rows, and notes of one kind, that a report lists; refused.csv has all of them
_VALUE_MOST = 200  # characters of a refused cell, and ...
_REASON_MOST = 500  # ... of a reason, that are shown
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not loaded: where it is, the cell, and why. `column` is empty where the whole row is meant."""

    file: str
    line: int
    column: str
    value: str
    reason: str


def refused(file: str, line: int, column: str, value: str, reason: str) -> Refused:
    """A refused row, with what is too long cut off."""
    return Refused(file, line, column, _cut(value, _VALUE_MOST), _cut(reason, _REASON_MOST))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


@dataclass(frozen=True, slots=True)
class Note:
    """Something the import noticed: its kind, the file, the first line it is true of, one sentence, and how often."""

    kind: str
    file: str
    line: int | None
    text: str
    count: int = 1


@dataclass(slots=True)
class Counts:
    """What became of the rows of one file; `read` is the sum of the others."""

    file: str
    read: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    repeated: int = 0


@dataclass(slots=True)
class Report:
    """What an import did, or (`dry_run`) would do."""

    source: str
    dry_run: bool
    files: list[Counts] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    refused_path: str | None = None

    @property
    def refused_count(self) -> int:
        """How many rows were refused, listed or not."""
        return sum(counts.refused for counts in self.files)

    def of(self, file: str) -> Counts:
        """The counts of a file, by its name."""
        return next(counts for counts in self.files if counts.file == file)

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON takes it."""
        return asdict(self) | {"refused_count": self.refused_count}


class Notes:
    """Collects notes: the same one again counts, and of one kind only so many are kept apart."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], Note] = {}
        self._kinds: dict[str, int] = {}
        self._unlisted: dict[tuple[str, str], int] = {}

    def add(self, notes: Iterable[Note]) -> None:
        """Take notes."""
        for note in notes:
            key = note.kind, note.file, note.text
            known = self._found.get(key)
            if known:
                self._found[key] = Note(note.kind, note.file, known.line, note.text, known.count + note.count)
            elif self._kinds.get(note.kind, 0) < LISTED:
                self._kinds[note.kind] = self._kinds.get(note.kind, 0) + 1
                self._found[key] = note
            else:
                rest = note.kind, note.file
                self._unlisted[rest] = self._unlisted.get(rest, 0) + note.count

    def all(self) -> list[Note]:
        """Every note, and one more for what was not kept apart."""
        rest = [Note(kind, file, None, "and more of this kind", n) for (kind, file), n in self._unlisted.items()]
        return [*self._found.values(), *rest]


class RefusedFile:
    """Writes refused.csv, from the first refused row on; where that cannot be, it says so once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: TextIO | None = None
        self.fault: str | None = None

    def add(self, rows: Iterable[Refused]) -> None:
        """Append rows."""
        for row in rows:
            if self.fault is None:
                self._write(row)

    def _write(self, row: Refused) -> None:
        try:
            if self._file is None:
                self._file = self.path.open("w", encoding="utf-8", newline="")
                csv.writer(self._file).writerow(("file", "line", "column", "value", "reason"))
            cells = (_neutral(row.file), row.line, _neutral(row.column), _neutral(row.value), _neutral(row.reason))
            csv.writer(self._file).writerow(cells)
            self._file.flush()  # a full disk is to be met here, and not when the file is closed
        except OSError as error:
            unwritable = f"{self.path} cannot be written ({error.strerror}); refused rows beyond {LISTED:,} are lost. "
            self.fault = unwritable + "Run the same import from a folder that can be written to have all of them."

    @property
    def written(self) -> str | None:
        """Where the rows are, None where there are none."""
        return str(self.path) if self._file and not self.fault else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file:
            self._file.close()


def _neutral(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
