"""What a rule is, and what breaks one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeVar

from graphcrm.graph import Graph, Runner

MOST = 1_000  # of the findings of one rule: who has more, begins with these
_BATCH = 500  # repaired in one transaction: nobody waits long for what it locks

Item = TypeVar("Item")


class Broken(Protocol):
    """One thing that breaks a rule: the uids that say where, and what is wrong."""

    @property
    def where(self) -> list[str]:
        """The uids."""
        ...

    @property
    def what(self) -> str:
        """The words."""
        ...


Mend = Callable[[Graph, Sequence[Broken]], None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, what it says, what to do, and what finds what breaks it; `mend` makes it anew from facts.

    What breaks a rule that `warns` may be meant as it is.
    """

    name: str
    says: str
    do: str
    find: Callable[[Graph], Sequence[Broken]]
    mend: Mend | None = None
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What breaks a rule: where, and what is wrong."""

    rule: str
    where: list[str]
    what: str
    warning: bool = False


def batches(items: Iterable[Item], size: int = _BATCH) -> Iterator[list[Item]]:
    """The items, as many at once as one transaction repairs."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def pages(read: Callable[[str], list[Item]], uid: Callable[[Item], str], size: int) -> Iterator[Item]:
    """All that is read page by page: `read` answers `size` items after a uid, and `uid` says that of an item."""
    page = read("")
    while page:
        yield from page
        page = read(uid(page[-1])) if len(page) == size else []


def in_batches(graph: Graph, items: Iterable[Item], work: Callable[[Runner, list[Item]], object]) -> None:
    """Do some work on all items, each batch of them in a transaction of its own."""
    for batch in batches(items):
        _do(graph, batch, work)


def _do(graph: Graph, batch: list[Item], work: Callable[[Runner, list[Item]], object]) -> None:
    graph.transaction(lambda tx: work(tx, batch))
