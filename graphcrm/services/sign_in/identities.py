"""Signing in by another provider, who says who somebody is (OpenID Connect). Nobody becomes a user by that alone."""

from __future__ import annotations

import unicodedata
from typing import NoReturn

from graphcrm.errors import InvalidInputError, NotSignedInError, OvertakenError
from graphcrm.graph import Graph
from graphcrm.nodes import handles
from graphcrm.queries.sign_in.credential import Credential
from graphcrm.queries.sign_in.credential_of_email import credential_of_email
from graphcrm.queries.sign_in.credential_of_identity import credential_of_identity
from graphcrm.queries.sign_in.put_identity import put_identity


def by_identity(graph: Graph, *, issuer: str, subject: str, email: str | None, verified: bool) -> Credential:
    """The active user who is `subject` to the provider `issuer`: by an e-mail address that it has verified the first
    time, and known by the subject from then on, whatever address they have. Raises NotSignedInError.
    """
    identity = f"{issuer} {subject}"  # no issuer, an address, has a space in it
    return credential_of_identity(graph, identity=identity) or _first_time(graph, identity, email, verified=verified)


def _first_time(graph: Graph, identity: str, email: str | None, *, verified: bool) -> Credential:
    if not email or not verified:
        _refuse(
            "Your provider does not say that it has verified your e-mail address, so nobody knows who you are here."
        )
    try:
        address = handles.email(email)
    except InvalidInputError:
        address = ""
    # Where the normal form reads another letter than the provider has seen, it may be another mailbox.
    if not address or not unicodedata.is_normalized("NFKC", email):
        _refuse("Your provider gives an e-mail address that is none, so nobody knows who you are here.")
    found = credential_of_email(graph, email=address)
    if found is None:
        _refuse(f"Nobody who is active here has the e-mail address {address}; an administrator adds you.")
    try:
        known = put_identity(graph, uid=found.uid, identity=identity)
    except OvertakenError:
        known = False
    if not known:
        _refuse(
            f"Your provider has another person for {address} than before. An administrator lets you in: "
            "graphcrm user unlock YOU --forget-provider."
        )
    return found


def _refuse(detail: str) -> NoReturn:
    raise NotSignedInError(detail)
