"""The tags of some keys, or of some uids, that are not deleted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Known:
    """A tag: its uid, the key that makes its name one, and the name."""

    uid: str
    key: str
    name: str


def known_tags(runner: Runner, *, keys: Iterable[str] = (), uids: Iterable[str] = ()) -> list[Known]:
    """Those that there are, in no order."""
    keys, uids = sorted(set(keys)), sorted(set(uids))
    return runner.read(_CYPHER, Known, keys=keys, uids=uids, limit=len(keys) + len(uids))
