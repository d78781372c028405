"""One-time links: for a user, who sets a password by it, and for the first administrator, whom it makes.

Only the digest of a link is kept. It works once, also in two browsers at once, and for a day.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

from graphcrm.errors import InvalidInputError, LinkError, said
from graphcrm.graph import Graph, Runner
from graphcrm.queries.search.resolve import resolve
from graphcrm.queries.sign_in import can_sign_in, put_first_link, put_link, take_link
from graphcrm.queries.sign_in import link as find_link
from graphcrm.queries.sign_in.credential import credential
from graphcrm.queries.sign_in.link import Link
from graphcrm.services import records
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.sign_in import attempts, credentials, passwords
from graphcrm.services.tokens import digest

LASTS = timedelta(hours=24)  # until tomorrow: an invitation is read in another time zone, and not left lying about
FIRST = "first admin"  # the uid of what has the first administrator's link; no user's has a space in it
_BYTES = 32


def invite(graph: Graph, *, user: str) -> tuple[str, str]:
    """A link for a user (a uid, name or e-mail address): the uid of the user, and the secret of the link: show it now.

    Raises NotFoundError, AmbiguousError, InvalidInputError for one who has left.
    """
    uid = resolve(graph, label="User", text=user).uid
    secret = secrets.token_urlsafe(_BYTES)
    until = datetime.now(UTC) + LASTS
    if credential(graph, uid=uid) is None or not put_link.put_link(graph, uid=uid, digest=digest(secret), until=until):
        message = said(
            "%(user)s is disabled, so a password would open nothing; no link was made. Name a user who is active.",
            user=user,
        )
        raise InvalidInputError(message, field="user")
    return uid, secret


def invite_first(graph: Graph) -> str | None:
    """The secret of a link that makes the first administrator; None where somebody can sign in."""
    if can_sign_in.can_sign_in(graph):
        return None
    secret = secrets.token_urlsafe(_BYTES)
    put_first_link.put_first_link(graph, uid=FIRST, digest=digest(secret), until=datetime.now(UTC) + LASTS)
    return secret


def opened(graph: Graph, secret: str) -> Link:
    """Whose link it is: its `user` is None for the first administrator, who is yet to be made. Raises LinkError."""
    found = find_link.link(graph, digest=digest(secret), now=datetime.now(UTC))
    if found is None or (found.user is None and (found.uid != FIRST or can_sign_in.can_sign_in(graph))):
        raise _over()
    return found


def set_password(graph: Graph, secret: str, *, password: str) -> tuple[str, int]:
    """Give the user of a link a password; answers the uid and the number of their sessions from now on.

    Raises LinkError, InvalidInputError; the link of a password that was refused is good for another.
    """
    user = opened(graph, secret).user
    if user is None:
        raise _over()
    kept = credentials.fit(credentials.of(graph, user), password)

    def in_transaction(tx: Runner) -> int:
        _take(tx, secret, user)
        return credentials.keep(tx, user=user, kept=kept)

    sessions = graph.transaction(in_transaction)
    attempts.unlock(graph, user=user)
    return user, sessions


def make_first_admin(graph: Graph, secret: str, *, name: str, email: str, password: str) -> tuple[str, int]:
    """Make the first administrator; answers the uid and the number of their sessions. Raises as `set_password` does,
    and ExistsError for an address that a user has.
    """
    if opened(graph, secret).uid != FIRST:
        raise _over()
    kept = passwords.hashed(passwords.checked(password, name=name, email=email))

    def make(made: Change) -> tuple[str, int]:
        _take(made.tx, secret, FIRST)
        if can_sign_in.can_sign_in(made.tx):  # somebody was let in by other means since
            raise _over()
        uid = records.create(made, "user", {"name": name, "email": email, "role": "admin"})
        return uid, credentials.keep(made.tx, user=uid, kept=kept)

    return change(graph, Author(), make)


def _take(tx: Runner, secret: str, uid: str) -> None:
    if take_link.take_link(tx, digest=digest(secret), now=datetime.now(UTC)) != uid:
        raise _over()


def _over() -> LinkError:
    message = said(
        "This link has been used, is older than a day, or was followed by a newer one; nothing was done. Ask an "
        "administrator for a new one: graphcrm user password YOU.",
    )
    return LinkError(message, field="key")
