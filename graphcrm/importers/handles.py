"""Cells of addresses: several in one, separated by `;`, each in the spelling in which it is stored."""

from __future__ import annotations

from collections.abc import Callable

from graphcrm.nodes import handles
from graphcrm.nodes.handles import Handle

MOST = 1_000  # characters of an address, as of any other short text
_SEPARATOR = ";"


def listed(kind: str, normal: Callable[[str], str]) -> Callable[[str], list[Handle]]:
    """A converter of a cell that holds several of them."""

    def convert(cell: str) -> list[Handle]:
        found = [Handle(kind, normal(part)) for part in cell.split(_SEPARATOR) if part.strip()]
        for handle in found:
            if not 0 < len(handle.value) <= MOST:
                handles.refuse(kind, handle.value, f"an address has 1 to {MOST:,} characters")
        return list(dict.fromkeys(found))

    return convert


EMAILS = listed("email", handles.email)
PHONES = listed("phone", handles.phone)
DOMAINS = listed("domain", handles.domain)
WECHATS = listed("wechat", handles.wechat)
LINKEDINS = listed("linkedin", handles.linkedin)
