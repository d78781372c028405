"""Users and their bearer tokens."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import UTC, datetime

from graphcrm.errors import InvalidInputError, NotSignedInError
from graphcrm.graph import Graph
from graphcrm.queries.search.resolve import resolve
from graphcrm.queries.users import add_token, token_user
from graphcrm.queries.users import user as find_user
from graphcrm.queries.users.users import User
from graphcrm.services import records
from graphcrm.services.changes import Author, change

TOKEN_PREFIX = "gcrm_"  # noqa: S105  (so that a leaked one is recognised)
_TOKEN_BYTES = 32
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


def create_token(graph: Graph, *, user: str) -> str:
    """Make a bearer token for an active user (a uid, name or e-mail address). Only its digest is kept: show it now."""
    uid = resolve(graph, label="User", text=user).uid
    found = find_user.user(graph, uid=uid)
    if found is None or not found.active:
        message = f"{user} is disabled, so a token would open nothing; none was made. Name a user who is active."
        raise InvalidInputError(message, field="user")
    token = TOKEN_PREFIX + secrets.token_urlsafe(_TOKEN_BYTES)
    add_token.add_token(graph, uid=str(uuid.uuid4()), user=uid, digest=digest(token), now=datetime.now(UTC))
    return token


def digest(token: str) -> str:
    """What is kept of a token. It is random enough that a slow hash would add nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


def user_of(graph: Graph, token: str) -> User:
    """The active user a token belongs to; raises NotSignedInError."""
    user = token_user.token_user(graph, digest=digest(token.strip()))
    if user is None:
        message = "The token is unknown, or its user is disabled; `graphcrm token create` makes one for an active user."
        raise NotSignedInError(message)
    return user
