"""Everybody who has a job at some accounts, of all times, carried over or not."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def contacts_at(runner: Runner, *, accounts: Sequence[str]) -> list[str]:
    """The uids of everybody who has a job at some accounts, of all times."""
    (found,) = runner.read(_CYPHER, list[str], accounts=accounts)
    return found
