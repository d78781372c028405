"""An introduction that was asked for."""

from __future__ import annotations

from graphcrm.errors import NotFoundError
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.introductions.introduction import Introduction

_CYPHER = cypher(__file__)


def one_introduction(runner: Runner, *, uid: str) -> Introduction:
    """The introduction; raises NotFoundError where there is none to be seen."""
    found = runner.read(_CYPHER, Introduction, uid=uid, limit=1)
    if not found:
        raise NotFoundError(f"There is no introduction {uid!r}.", field="introduction")
    return found[0]
