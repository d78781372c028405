"""Remember who a user is to a provider of OpenID Connect, unless that is known."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_identity(runner: Runner, *, uid: str, identity: str) -> bool:
    """Whether they are that now; raises OvertakenError where another user is."""
    return bool(runner.write(_CYPHER, uid=uid, identity=identity))
