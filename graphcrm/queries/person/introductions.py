"""The introductions to one contact or by way of them, set aside or not, as far as they may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_MOST = 10_000  # nobody is asked as often


@dataclass(frozen=True, slots=True)
class Requested:
    """One introduction: who asked and the account (uid and name), and what is recorded of it."""

    props: dict[str, Any]
    asker: tuple[str, str]
    account: tuple[str, str]


def introductions(runner: Runner, *, contact: str, limit: int = _MOST) -> list[Requested]:
    """All of them, the first one first; those whose other people are not to be seen are left out."""
    return runner.read(_CYPHER, Requested, contact=contact, limit=limit)
