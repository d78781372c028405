"""Signing in by e-mail address and password. Who has no such address, or no password, is told the same, as late."""

from __future__ import annotations

from contextlib import suppress

from graphcrm.errors import InvalidInputError, NotSignedInError
from graphcrm.graph import Graph
from graphcrm.nodes import handles
from graphcrm.queries.sign_in.credential import Credential
from graphcrm.queries.sign_in.credential_of_email import credential_of_email
from graphcrm.queries.sign_in.replace_hash import replace_hash
from graphcrm.services.sign_in import attempts, passwords

_REFUSED = "This e-mail address and this password do not belong together."


def by_password(graph: Graph, *, email: str, password: str, client: str | None) -> Credential:
    """The user of an e-mail address and a password, asked from `client`, an IP address; with `totp` only halfway in.

    Raises NotSignedInError, and TooManyAttemptsError, before anything is compared.
    """
    address = _address(email)
    found = credential_of_email(graph, email=address) if address else None
    charged = attempts.of(found.uid if found else None, address, client)
    attempts.charge(graph, charged)
    kept = found.password if found else None
    if not passwords.matches(kept, password) or found is None or kept is None:
        raise NotSignedInError(_REFUSED)
    attempts.forgive(graph, charged, halfway=found.totp is not None)
    if passwords.outdated(kept):
        replace_hash(graph, uid=found.uid, old=kept, new=passwords.hashed(passwords.normal(password)))
    return found


def _address(typed: str) -> str:
    """An e-mail address in its normal form, empty for what is none."""
    with suppress(InvalidInputError):
        return handles.email(typed)
    return ""
