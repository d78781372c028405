"""Cells: how a value is written, so that an import reads the same one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from operator import itemgetter
from types import NoneType
from typing import Any

from graphcrm.nodes.handles import labelled
from graphcrm.nodes.properties import LIST_SEPARATOR

KINDS = ("email", "phone", "wechat", "linkedin", "domain")

Handle = tuple[str, str, str | None, bool | None]  # kind, value, label, primary


def text(value: Any) -> str:  # noqa: ANN401  (whatever a property holds)
    """A value as a cell, without the blanks around it: an import does not keep them."""
    return _WRITTEN.get(type(value), _other)(value)


def _joined(values: list[Any]) -> str:
    return LIST_SEPARATOR.join(map(text, values)).strip()


def _other(value: object) -> str:
    """A place as "latitude,longitude", though Neo4j has the longitude first; anything else as Python shows it."""
    return ",".join(map(repr, reversed(value))) if isinstance(value, tuple) else str(value)


_WRITTEN: dict[type, Callable[[Any], str]] = {
    str: str.strip,
    NoneType: lambda _: "",
    bool: lambda value: "true" if value else "false",
    int: str,
    float: repr,  # the shortest text that reads back equal
    date: date.isoformat,
    datetime: datetime.isoformat,
    list: _joined,
}


def of_handles(handles: Iterable[Handle]) -> dict[str, str]:
    """The cells of somebody's addresses: by kind the one to use (`email`), and all others (`emails`)."""
    found: dict[str, str] = {}
    for kind, value, label, primary in sorted(handles, key=itemgetter(0, 1)):
        cell = labelled(value, label)
        if primary and kind not in found:
            found[kind] = cell
        else:
            several = f"{kind}s"
            found[several] = f"{found[several]}{LIST_SEPARATOR}{cell}" if several in found else cell
    return found
