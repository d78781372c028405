"""Rows: the cells of one line become values, or the line is refused with the column, the cell and the reason."""

from __future__ import annotations

from typing import Any

from graphcrm.errors import InvalidInputError
from graphcrm.importers.header import Header
from graphcrm.importers.report import Note, Refused, refused

NO_OFFSET = "times without an offset were taken as UTC"


class Row:
    """One line: its values by key (only of cells that are not empty), and what is needed to refuse it.

    `uid` is who it is about; what finds that out (plans/) sets it.
    """

    __slots__ = ("cells", "content", "file", "header", "line", "uid", "values")

    def __init__(self, file: str, header: Header, line: int, cells: list[str], values: dict[str, Any]) -> None:
        self.file, self.header, self.line, self.cells, self.values = file, header, line, cells, values
        self.content = header.content(cells)
        self.uid = ""

    def need(self, key: str, column: str) -> Any:  # noqa: ANN401  (what the column's converter makes)
        """The value of a cell that may not be empty; raises InvalidInputError."""
        value = self.values.get(key)
        if value is None:
            message = f"{column} is empty; it is needed."
            raise InvalidInputError(message, field=key)
        return value

    def cell(self, key: str) -> str:
        """A cell as it stands in the file."""
        index = self.header.index.get(key, -1)
        return self.cells[index].strip() if index >= 0 else ""

    def refused(self, reason: str, key: str | None = None) -> Refused:
        """This row as a refused one, for its cell of that key."""
        index = self.header.index.get(key or "", -1)
        if index < 0:
            return refused(self.file, self.line, "", "", reason)
        return refused(self.file, self.line, self.header.names[index], self.cells[index], reason)

    def note(self, kind: str, text: str) -> Note:
        """Something about this row."""
        return Note(kind, self.file, self.line, text)


def parse(file: str, header: Header, line: int, cells: list[str], *, has_nul: bool) -> Row | Refused | None:
    """The row of a line, None for a line of empty cells."""
    short = len(header.names) - len(cells)
    if short > 0:
        cells += [""] * short  # a spreadsheet leaves out what is empty at the end
    elif short:
        extra = cells[len(header.names)]
        reason = f"it has {len(cells)} cells, and the first row {len(header.names)}"
        return refused(file, line, "", extra, f"{reason}; a comma inside a cell needs quotes around the cell.")
    if has_nul and any("\0" in cell for cell in cells):
        index = next(index for index, cell in enumerate(cells) if "\0" in cell)
        return refused(file, line, header.names[index], cells[index].replace("\0", "␀"), "it has a NUL byte.")
    values: dict[str, Any] = {}
    index = 0
    try:
        for index, key, convert in header.columns:
            cell = cells[index].strip()
            if cell and (value := convert(cell)) != []:
                values[key] = value
    except InvalidInputError as error:
        return refused(file, line, header.names[index], cells[index], error.detail)
    return Row(file, header, line, cells, values) if values else None


def offset_less(cell: str) -> bool:
    """Whether an ISO 8601 cell has a time and no offset; a date alone has neither, and is meant so."""
    time = cell[10:]
    return bool(time) and not (time.endswith(("Z", "z")) or "+" in time or "-" in time)
