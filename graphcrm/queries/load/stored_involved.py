"""Whom some opportunities are offered to, and who has which part in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)

Involved = tuple[str | None, list[tuple[str, str | None]]]  # the account, and each contact with their part


def stored_involved(runner: Runner, *, uids: Sequence[str]) -> Mapping[str, Involved]:
    """That of each of them that is there, by its uid."""
    (found,) = runner.read(_CYPHER, list[list[Any]], uids=uids)
    return {uid: (account, [(contact, role) for contact, role in contacts]) for uid, account, contacts in found}
