"""The introductions into an account, or by way of a contact or to them, the latest first."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.introductions.introduction import Introduction

_CYPHER = cypher(__file__)


def introductions_of(runner: Runner, *, label: str, uid: str, limit: int = 100) -> list[Introduction]:
    """Those that are seen; `label` is Account or Contact."""
    return runner.read(_CYPHER, Introduction, label=label, uid=uid, limit=limit)
