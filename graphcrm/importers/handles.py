"""Cells of addresses: several in one, separated by `;`, each in the spelling in which it is stored.

Behind an address may stand what its owner calls it: `+49 89 123 (work); ada@x.example (home)`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from graphcrm.nodes import handles
from graphcrm.nodes.handles import Handle
from graphcrm.nodes.links import HasHandle

MOST = 1_000  # characters of an address, as of any other short text
_SEPARATOR = ";"


class Labelled(NamedTuple):
    """An address, and its label where the cell has one."""

    handle: Handle
    label: str | None = None


def listed(kind: str, normal: Callable[[str], str]) -> Callable[[str], list[Labelled]]:
    """A converter of a cell that holds several of them."""

    def convert(cell: str) -> list[Labelled]:
        found: dict[Handle, Labelled] = {}
        for part in filter(None, map(str.strip, cell.split(_SEPARATOR))):
            address = _address(kind, normal, part)
            found.setdefault(address.handle, address)
        return list(found.values())

    return convert


def _address(kind: str, normal: Callable[[str], str], text: str) -> Labelled:
    value, label = handles.unlabelled(text)
    handle = Handle(kind, normal(value))
    if not 0 < len(handle.value) <= MOST:
        handles.refuse(kind, handle.value, f"an address has 1 to {MOST:,} characters")
    return Labelled(handle, HasHandle.label.deflate(label) if label else None)


EMAILS = listed("email", handles.email)
PHONES = listed("phone", handles.phone)
DOMAINS = listed("domain", handles.domain)
WECHATS = listed("wechat", handles.wechat)
LINKEDINS = listed("linkedin", handles.linkedin)
