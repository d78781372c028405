"""The first row of a file: what each of its cells is; and whether that is enough to import it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from graphcrm.errors import BundleError
from graphcrm.importers.columns import Convert, Table, custom
from graphcrm.nodes.base import CUSTOM_NAME_MOST, custom_key

_SHOWN = 30  # column names that a message lists
_OTHER_SEPARATORS = (";", "\t", "|")


class Header:
    """What the cells of a file's rows are: `columns` has the index, the key and the converter of each."""

    def __init__(self, table: Table, cells: Sequence[str]) -> None:
        self.names = [cell.strip() for cell in cells]
        self.columns: list[tuple[int, str, Convert]] = []
        self.custom: list[tuple[str, str]] = []
        self.unnamed = [index + 1 for index, name in enumerate(self.names) if not custom_key(name)]
        for index, name in enumerate(self.names):
            known = table.columns.get(_plain(name))
            key = custom_key(name)
            if known:
                self.columns.append((index, *known))
            elif key:
                self.custom.append((name, key))
                self.columns.append((index, key, custom(key)))
        self.index = {key: index for index, key, _ in self.columns}
        self.content = _content(self.names)


def _plain(name: str) -> str:
    return name.lower().replace(" ", "_")


def _content(names: Sequence[str]) -> Callable[[Sequence[str]], int]:
    """A hash of a row's cells that does not depend on how a file arranges its columns."""
    order = sorted(range(len(names)), key=lambda index: names[index])
    arranged: Callable[[Sequence[str]], Any] = itemgetter(*order)
    columns = hash(tuple(sorted(names)))
    return lambda cells: hash((columns, arranged(cells)))


def check(table: Table, file: str, header: Header) -> None:
    """Raise BundleError where a column is missing, stands there twice, or has no possible name."""
    fault = _fault(table, header)
    if fault:
        shown = ", ".join(name or "(no name)" for name in header.names[:_SHOWN])
        more = f" and {len(header.names) - _SHOWN} more" if len(header.names) > _SHOWN else ""
        message = f"{file} line 1: {fault}; its columns are {shown[:1000]}{more}. Nothing was imported. "
        raise BundleError(message + "Correct the first row, and run the import again.")


def _fault(table: Table, header: Header) -> str | None:
    if "\0" in "".join(header.names):
        return "it has NUL bytes, as UTF-16 has; save it as UTF-8"
    if len(header.names) == 1 and any(separator in header.names[0] for separator in _OTHER_SEPARATORS):
        return "its cells are not separated by commas"
    present = {_plain(name) for name in header.names}
    missing = [" or ".join(group) for group in table.needed if present.isdisjoint(group)]
    if missing:
        return f"the column {', '.join(missing)} is missing"
    twice = [key for key, n in Counter(key for _, key, _ in header.columns).items() if n > 1]
    if twice:
        names = [header.names[index] for index, key, _ in header.columns if key == twice[0]]
        return f"the columns {' and '.join(names)} are the same"
    long = next((name for name in header.names if len(name) > CUSTOM_NAME_MOST), None)
    return f"a column's name has {len(long):,} characters" if long else None
