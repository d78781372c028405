"""Keep another hash of the password that a user has, unless it was changed meanwhile."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def replace_hash(runner: Runner, *, uid: str, old: str, new: str) -> None:
    """Put the hash `new` in the place of `old`."""
    runner.write(_CYPHER, uid=uid, old=old, new=new)
