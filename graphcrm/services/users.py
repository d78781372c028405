"""Users and their bearer tokens."""

from __future__ import annotations

from datetime import date

from graphcrm.errors import NotSignedInError, said
from graphcrm.graph import Graph
from graphcrm.queries.search.resolve import resolve
from graphcrm.queries.users.users import User
from graphcrm.services import records, tokens
from graphcrm.services.changes import Author, change

_COMMAND_LINE = Author()


def add(graph: Graph, *, name: str, email: str, role: str) -> str:
    """Add a user and return the uid; raises InvalidInputError for a bad role, ExistsError for a known address."""
    values = {"name": name, "email": email, "role": role}
    return change(graph, _COMMAND_LINE, lambda made: records.create(made, "user", values))


def disable(graph: Graph, *, user: str) -> str:
    """Say that a user (a uid, name or e-mail address) has left, and return the uid; tokens stop working."""
    uid = resolve(graph, label="User", text=user).uid
    change(graph, _COMMAND_LINE, lambda made: records.edit(made, "user", uid, {"active": False}))
    return uid


def create_token(
    graph: Graph, *, user: str, name: str | None = None, scope: str = tokens.WRITE, last_day: date | None = None
) -> str:
    """Make a bearer token for an active user (a uid, name or e-mail address); raises as `tokens.make`.

    Only its digest is kept: show it now.
    """
    uid = resolve(graph, label="User", text=user).uid
    return change(
        graph, _COMMAND_LINE, lambda made: tokens.make(made, uid, name=name, scope=scope, last_day=last_day).token
    )


def user_of(graph: Graph, token: str, by: Author = _COMMAND_LINE) -> User:
    """The active user who may begin a session with a token, which may do all that they may; raises NotSignedInError.

    `by` says from where it is shown.
    """
    found = tokens.bearer(graph, token, by)
    if found.scope != tokens.WRITE:
        raise NotSignedInError(said("The token may not do all that a session may; take one that may write."))
    return found.user


def revoke_token(graph: Graph, *, uid: str) -> None:
    """Take a token away, whosever it is; raises NotFoundError."""
    change(graph, _COMMAND_LINE, lambda made: tokens.revoke(made, uid))
