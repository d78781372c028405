"""How the active user with an e-mail address, any of theirs, signs in."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.sign_in.credential import Credential

_CYPHER = cypher(__file__)
_TWO = 2  # enough to see that an address is not one user's alone, which no service lets happen


def credential_of_email(runner: Runner, *, email: str) -> Credential | None:
    """How they sign in; None where nobody active has the address (in its normal form), or where several have it."""
    rows = runner.read(_CYPHER, Credential, email=email, limit=_TWO)
    return rows[0] if len(rows) == 1 else None
