"""The audit log: every entry is as it was written, none is missing, and the head is the last of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from graphcrm.graph import Graph
from graphcrm.queries.checks.audit_head import audit_head
from graphcrm.queries.checks.audit_page import StoredEntry, audit_page
from graphcrm.queries.checks.finding import Found
from graphcrm.services.audit import digest
from graphcrm.services.checks.rule import MOST, Rule

_PAGE = 2_000
_FIRST = -(2**62)  # whatever number somebody has written


class _Chain:
    """The entries as far as they were read."""

    def __init__(self) -> None:
        self.seq, self.hash = 0, ""

    def faults(self, entries: Iterator[StoredEntry]) -> Iterator[Found]:
        """What is wrong with the entries that follow."""
        for entry in entries:
            if entry.seq < 1:
                yield Found([str(entry.seq)], "no entry has such a number")
                continue
            for fault in self._faults(entry):
                yield Found([str(entry.seq)], fault)
            self.seq, self.hash = entry.seq, str(entry.stored.get("hash"))

    def _faults(self, entry: StoredEntry) -> Iterator[str]:
        if entry.seq <= self.seq:
            yield "there are two entries of this number"
        elif entry.seq > self.seq + 1:
            yield f"the entries in front of it are missing, from {self.seq + 1} on"
        elif entry.stored.get("previous", "") != self.hash:
            yield "it does not follow from the entry in front of it: one of them is another than was written"
        if entry.stored.get("hash") != digest(entry.stored):
            yield "it was changed: its hash does not fit"
        if entry.lost:
            yield f"it is not found by {', '.join(entry.lost[:3])}"


def _find(graph: Graph) -> list[Found]:
    return list(islice(_faults(graph), MOST))


def _faults(graph: Graph) -> Iterator[Found]:
    chain = _Chain()
    yield from chain.faults(_entries(graph, _FIRST))
    head = audit_head(graph)  # read after the entries: it is at the last of them, or at one written since
    while head.seq > chain.seq:
        before = chain.seq
        yield from chain.faults(_entries(graph, chain.seq + 1))
        if chain.seq == before:
            yield Found([str(head.seq)], f"the last entries are missing, from {chain.seq + 1} to {head.seq}")
            return
        head = audit_head(graph)
    if (head.seq, head.hash) != (chain.seq, chain.hash):
        yield Found([str(chain.seq)], f"the head is not at this last entry, but says {head.seq}")
    if head.unnumbered:
        yield Found([], f"{head.unnumbered:,} entries have no number")


def _entries(graph: Graph, first: int) -> Iterator[StoredEntry]:
    """All entries from a number on; those of one number are in one page, unless that is full of them."""
    while True:
        page = audit_page(graph, first=first, limit=_PAGE)
        is_last, last = len(page) < _PAGE, page[-1].seq if page else 0
        is_cut = not is_last and page[0].seq != last
        yield from (entry for entry in page if not is_cut or entry.seq < last)
        if is_last:
            return
        first = last if is_cut else last + 1


RULES = (
    Rule(
        "audit",
        "The audit log is whole: every entry is as it was written and follows from the one in front of it.",
        "Nothing makes it good again: find out who writes to the database beside graphcrm, and compare a backup.",
        _find,
    ),
)
