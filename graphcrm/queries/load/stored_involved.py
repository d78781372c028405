"""What some opportunities, contracts, orders or service requests are tied to, and who has which part in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)

# The account, each contact with their part, and the opportunity that it came of.
Involved = tuple[str | None, list[tuple[str, str | None]], str | None]


def stored_involved(runner: Runner, *, label: str, uids: Sequence[str]) -> Mapping[str, Involved]:
    """That of each of them that is there, by its uid."""
    (found,) = runner.read(_CYPHER, list[list[Any]], label=label, uids=uids)
    return {uid: (account, [(one, role) for one, role in contacts], deal) for uid, account, contacts, deal in found}
