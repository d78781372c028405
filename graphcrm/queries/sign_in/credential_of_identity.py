"""How the active user signs in who is somebody to a provider of OpenID Connect."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.sign_in.credential import Credential

_CYPHER = cypher(__file__)


def credential_of_identity(runner: Runner, *, identity: str) -> Credential | None:
    """How they sign in; None where nobody active is that."""
    rows = runner.read(_CYPHER, Credential, identity=identity, limit=1)
    return rows[0] if rows else None
