"""What users sign in with: their password, and the sessions that they have begun."""

from __future__ import annotations

from datetime import UTC, datetime

from graphcrm.errors import InvalidInputError, NotFoundError, said
from graphcrm.graph import Graph, Runner
from graphcrm.queries.sign_in.credential import Credential, credential
from graphcrm.queries.sign_in.end_sessions import end_sessions
from graphcrm.queries.sign_in.put_password import put_password
from graphcrm.services.sign_in import attempts, passwords


def of(runner: Runner, uid: str) -> Credential:
    """How an active user signs in; raises NotFoundError."""
    found = credential(runner, uid=uid)
    if found is None:
        raise NotFoundError(said("There is no active user %(uid)r.", uid=uid), field="user")
    return found


def set_password(graph: Graph, *, user: str, password: str) -> int:
    """Give an active user (a uid) a password; answers the number of their sessions from now on: all others are over.

    Raises InvalidInputError, NotFoundError.
    """
    return keep(graph, user=user, kept=fit(of(graph, user), password))


def fit(found: Credential, password: str) -> str:
    """The hash of a password that is fit for a user; raises InvalidInputError."""
    return passwords.hashed(passwords.checked(password, name=found.name, email=found.email))


def keep(runner: Runner, *, user: str, kept: str) -> int:
    """Keep the hash of a password; answers the number of the user's sessions from now on. Raises NotFoundError."""
    sessions = put_password(runner, uid=user, password=kept, now=datetime.now(UTC))
    if sessions is None:
        raise NotFoundError(said("There is no active user %(user)r.", user=user), field="user")
    return sessions


def change_password(graph: Graph, *, user: str, old: str, new: str) -> int:
    """Change a password for who knows the old one; answers the number of their sessions from now on.

    Raises InvalidInputError, TooManyAttemptsError, NotFoundError.
    """
    confirm(graph, user=user, password=old)
    return set_password(graph, user=user, password=new)


def confirm(graph: Graph, *, user: str, password: str) -> None:
    """See that who asks knows the password of the user; raises InvalidInputError, TooManyAttemptsError."""
    found = of(graph, user)
    charged = attempts.of(user, "", None)
    attempts.charge(graph, charged)
    if not passwords.matches(found.password, password):
        raise InvalidInputError(said("This is not your password."), field="old")
    attempts.forgive(graph, charged)


def sign_out_everywhere(graph: Graph, *, user: str) -> int:
    """End all sessions of a user; answers the number of those that begin from now on. Raises NotFoundError."""
    sessions = end_sessions(graph, uid=user)
    if sessions is None:
        raise NotFoundError(said("There is no user %(user)r.", user=user), field="user")
    return sessions
