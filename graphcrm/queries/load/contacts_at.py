"""Everybody who has a job at some accounts, or at one that these succeed, of all times."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def contacts_at(runner: Runner, *, accounts: Sequence[str]) -> list[str]:
    """The uids of everybody who has a job at some accounts, or at one that these succeed, carried over or not."""
    (found,) = runner.read(_CYPHER, list[str], accounts=accounts)
    return found
