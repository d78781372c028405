"""Cells of addresses: several in one, separated by `;`, each in the spelling in which it is stored.

Behind an address may stand what its owner calls it: `+49 89 123 (work); ada@x.example (home)`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from graphcrm.nodes.handles import Handle, unlabelled
from graphcrm.nodes.links import HasHandle
from graphcrm.services.handles import of

_SEPARATOR = ";"


class Labelled(NamedTuple):
    """An address, and its label where the cell has one."""

    handle: Handle
    label: str | None = None


def listed(kind: str) -> Callable[[str], list[Labelled]]:
    """A converter of a cell that holds several of them."""

    def convert(cell: str) -> list[Labelled]:
        found: dict[Handle, Labelled] = {}
        for part in filter(None, map(str.strip, cell.split(_SEPARATOR))):
            address = _address(kind, part)
            found.setdefault(address.handle, address)
        return list(found.values())

    return convert


def _address(kind: str, text: str) -> Labelled:
    value, label = unlabelled(text)
    return Labelled(of(kind, value), HasHandle.label.deflate(label) if label else None)


EMAILS = listed("email")
PHONES = listed("phone")
DOMAINS = listed("domain")
WECHATS = listed("wechat")
LINKEDINS = listed("linkedin")
