"""The accounts that follow those of some contacts' jobs, or some accounts; they are locked, to read theirs."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def successors(runner: Runner, *, contacts: Sequence[str], accounts: Sequence[str]) -> list[str]:
    """The uids of the accounts that follow; nobody changes them until the transaction ends."""
    ((found,),) = runner.write(_CYPHER, contacts=contacts, accounts=accounts)
    return list(found)
