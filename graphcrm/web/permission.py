"""Who may see what: one function, asked before every view. A view that is not marked public is refused to strangers.

What each address needs stands in needs.py; a reader's queries see only what they may (context.graph), and what they
change is decided with each thing that is changed (services/rights.py).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from flask import Flask, current_app, g, request

from graphcrm.access import Kind, Reader
from graphcrm.errors import ForbiddenError, NotSignedInError, said
from graphcrm.queries.users.users import User
from graphcrm.services import owners, policy, tokens
from graphcrm.web import context, identity, rates
from graphcrm.web.needs import NEEDS, Need

View = TypeVar("View", bound=Callable[..., Any])

_MARK = "_graphcrm_public"
_NOTHING_MEETS = Need(action="read", kinds=())
_READING = {"GET", "HEAD"}


def public(view: View) -> View:
    """Mark a view as open to everybody."""
    setattr(view, _MARK, True)
    return view


def is_public(view: Callable[..., Any]) -> bool:
    """Whether a view was marked public."""
    return getattr(view, _MARK, False)


def need_of(endpoint: str, kind: Kind | None = None) -> Need:
    """What an address needs, that is about a kind of record; what is not in the table, nobody may use."""
    return NEEDS.get(endpoint, _NOTHING_MEETS).of(kind)


def allow(reader: Reader | None, view: Callable[..., Any], need: Need) -> None:
    """Return when the reader (None: nobody is signed in) may use a view that needs something.

    Raises NotSignedInError, ForbiddenError.
    """
    if is_public(view):
        return
    if reader is None:
        raise NotSignedInError(said("Sign in first, or send an API token: Authorization: Bearer <token>."))
    if not need.met(reader.role):
        message = said(
            "Your role (%(role)s) does not allow this; it takes: %(need)s. Nothing was done. Ask an administrator.",
            role=reader.role.name or "none",
            need=str(need),
        )
        raise ForbiddenError(message, field="role")


def install(app: Flask) -> None:
    """Ask before every view of the app."""
    public(app.view_functions["static"])
    app.before_request(_ask)


def _ask() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None:
        return  # there is no such view: the router says so
    user = _counted(view)
    reader = _reader(user) if user else None
    context.enter(user, reader)  # also where they may not: it is said of them that they tried
    allow(reader, view, need_of(request.endpoint or "", (request.view_args or {}).get("kind")))
    if g.get("by_token") and (g.get("scope") == tokens.FEED) is not (request.endpoint == identity.FEED):
        raise ForbiddenError(
            said("This token is not for that: one of a calendar opens the calendar, and nothing else.")
        )
    if g.get("scope") == tokens.READ and request.method not in _READING:
        raise ForbiddenError(said("The token may only read; nothing was done. Take one that may write."))


def _counted(view: View) -> User | None:
    """Who asks, whose request is counted: as nobody's where a token is not good; raises TooManyRequestsError."""
    if is_public(view):
        if request.method == "POST":
            rates.count(None)
        return None
    try:
        user = identity.signed_in()
    except NotSignedInError:
        rates.count(None)
        raise
    rates.count(user.uid if user else None)
    return user


def _reader(user: User) -> Reader:
    """The user as the decision knows them, on a graph that knows whose its records are today."""
    today = datetime.now(UTC).date()
    if context.owners_kept_on() != today:
        owners.settle(context.graph(), today)
        context.keep_owners_on(today)
    return policy.reader(context.graph(), user=user.uid, role=user.role)
