"""The files of a bundle: which of them the given paths hold, and what else lies beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from graphcrm.errors import BundleError
from graphcrm.importers.columns import LATER, TABLES, Table

_NOTHING = "Nothing was imported."
_KNOWN = {table.file: table for table in TABLES}
_LATER = {f"{name}.csv" for name in LATER}


@dataclass(frozen=True, slots=True)
class Source:
    """One file to import; `name` is what the report calls it, `order` its place among those given."""

    table: Table
    path: Path
    name: str
    order: int


class Found(NamedTuple):
    """What the given paths hold: files to import, in the order of loading, and the names of others."""

    sources: list[Source]
    later: list[str]
    ignored: list[str]


def find(paths: Sequence[Path]) -> Found:
    """What there is to import; raises BundleError where that is nothing."""
    files = list({file.resolve(): file for path in paths for file in _files_of(path)}.values())
    known = [file for file in files if file.name.lower() in _KNOWN]
    later = [file.name for file in files if file.name.lower() in _LATER]
    ignored = [file.name for file in files if file.name.lower() not in _KNOWN.keys() | _LATER]
    if not known:
        shown = ", ".join(map(str, paths)) or "No path"
        also = f" ({', '.join(later)}: not imported yet)" if later else ""
        message = f"{shown} holds no file of a bundle{also}; their names are {', '.join(_KNOWN)}. {_NOTHING}"
        raise BundleError(message)
    names = Counter(file.name for file in known)
    sources = [
        Source(_KNOWN[file.name.lower()], file, file.name if names[file.name] == 1 else str(file), order)
        for order, file in enumerate(known)
    ]
    return Found(sorted(sources, key=lambda source: TABLES.index(source.table)), later, ignored)


def _files_of(path: Path) -> list[Path]:
    if path.is_dir():
        return _listing(path)
    if not path.exists():
        message = f"There is no file or folder {path}. {_NOTHING}"
        raise BundleError(message)
    if path.name.lower() not in _KNOWN.keys() | _LATER:
        message = f"{path} is not a file of a bundle; their names are {', '.join(_KNOWN)}. {_NOTHING}"
        raise BundleError(message)
    return [path]


def _listing(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith("."))
    except OSError as error:
        message = f"The folder {folder} cannot be read ({error.strerror}). {_NOTHING}"
        raise BundleError(message) from error
