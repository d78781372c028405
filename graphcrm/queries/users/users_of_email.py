"""The users who have an e-mail address; whoever else asks for it waits until this transaction ends."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def users_of_email(runner: Runner, *, email: str) -> list[str]:
    """The uids of users with an e-mail address, in its normal form."""
    ((users,),) = runner.write(_CYPHER, email=email)
    return list(users)
