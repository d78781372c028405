"""What was done to one thing after a revision of it, the latest first."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Later:
    """A later revision of a thing: which, in what change, and what of it was before, as JSON."""

    rev: int
    change: str
    undoes: str | None
    before: str | None


def revisions_since(
    runner: Runner, *, kind: str, of: str, rev: int, after: str = "", limit: int = 1_000
) -> list[Later]:
    """What was done after revision `rev`: each `before` in turn applied to what is leads back to what was.

    `after` is the uid of a Revision: what was purged and is there again begins at revision 1, and what was done in its
    earlier life is not later.
    """
    return runner.read(_CYPHER, Later, kind=kind, of=of, rev=rev, after=after, limit=limit)
