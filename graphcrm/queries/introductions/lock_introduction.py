"""Take the write lock of an introduction and read it."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.introductions.introduction import Introduction

_CYPHER = cypher(__file__)


def lock_introduction(runner: Runner, *, uid: str) -> Introduction | None:
    """The introduction, None where there is none to be seen."""
    return next((Introduction(*row) for row in runner.write(_CYPHER, uid=uid)), None)
