"""A file on its way to a folder: until it is whole its name ends in `.part`, which no import reads."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from graphcrm.exporters.cells import text

_CUSTOM = "x_"

csv.field_size_limit(max(16 * 2**20, csv.field_size_limit()))  # the csv module has one for the whole process


class Part:
    """Rows of one table: its columns, and behind them the custom fields that are met on the way."""

    def __init__(self, folder: Path, name: str, columns: Sequence[str]) -> None:
        self.file, self.rows = f"{name}.csv", 0
        self._path, self._met, self._whole = _path(folder, name), _met(folder, name), folder / self.file
        self._columns = columns
        self._custom: dict[str, None] = {}  # in the order in which they were met
        self._open(columns)

    @staticmethod
    def left_behind(folder: Path, names: Iterable[str]) -> Iterator[Path]:
        """Where there may be files of an export that was killed."""
        for name in names:
            yield from (_path(folder, name), _met(folder, name))

    def _open(self, columns: Sequence[str]) -> None:
        self._stream = self._path.open("w", encoding="utf-8", newline="")
        # Lines end as in RFC 4180: with \n alone, csv leaves a cell that has \r without the quotes that it needs.
        self._writer = csv.writer(self._stream, lineterminator="\r\n")
        self._writer.writerow(columns)

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows, their values by column."""
        self._writer.writerows(map(self._cells, rows))
        self.rows += len(rows)

    def _cells(self, row: Mapping[str, Any]) -> list[str]:
        cells = [text(row.get(column)) for column in self._columns]
        custom = {key: cell for key in row if key.startswith(_CUSTOM) and (cell := text(row[key]))}
        self._custom |= dict.fromkeys(custom)
        return cells + [custom.get(key, "") for key in self._custom]

    def finish(self) -> None:
        """Bring all of it to the disk."""
        if self._custom:
            self._rearrange()
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._stream.close()

    def _rearrange(self) -> None:
        """Write it again, with the custom fields in the order of their names and a column for each in all rows."""
        self._stream.close()
        self._path.rename(self._met)
        count, order = len(self._columns), sorted(self._custom)
        with self._met.open(encoding="utf-8", newline="") as met:
            rows = csv.reader(met)
            next(rows)
            self._open([*self._columns, *order])
            for cells in rows:
                custom = dict(zip(self._custom, cells[count:], strict=False))  # a row has those met before it
                self._writer.writerow([*cells[:count], *(custom.get(key, "") for key in order)])
        self._met.unlink()

    def keep(self) -> None:
        """Give it the name of a whole file."""
        self._path.rename(self._whole)

    def discard(self) -> None:
        """Leave nothing of it."""
        with suppress(OSError):  # what is still buffered may not go to a full disk
            self._stream.close()
        for path in (self._path, self._met, self._whole):
            path.unlink(missing_ok=True)


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.csv.part"


def _met(folder: Path, name: str) -> Path:
    return folder / f"{name}.custom.csv.part"
