"""Who may see what: one function, asked before every view. A view that is not marked public is refused to strangers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, g, request

from graphcrm.errors import ForbiddenError, NotSignedInError
from graphcrm.queries.users.users import User
from graphcrm.services.tokens import READ
from graphcrm.web import identity

View = TypeVar("View", bound=Callable[..., Any])

_MARK = "_graphcrm_public"
_ROLES = "_graphcrm_roles"
_READING = {"GET", "HEAD"}


def public(view: View) -> View:
    """Mark a view as open to everybody."""
    setattr(view, _MARK, True)
    return view


def is_public(view: Callable[..., Any]) -> bool:
    """Whether a view was marked public."""
    return getattr(view, _MARK, False)


def for_roles(*roles: str) -> Callable[[View], View]:
    """Mark a view as open to users of some roles alone."""

    def mark(view: View) -> View:
        setattr(view, _ROLES, roles)
        return view

    return mark


def allow(user: User | None, view: Callable[..., Any]) -> None:
    """Return when the user (None: nobody is signed in) may use the view; raises NotSignedInError, ForbiddenError.

    Today every user may use every view but those for some roles; what each may see and do is decided here, and nowhere
    else.
    """
    if user is None and not is_public(view):
        raise NotSignedInError("Sign in first, or send an API token: Authorization: Bearer <token>.")
    roles = getattr(view, _ROLES, None)
    if user and roles and user.role not in roles:
        raise ForbiddenError(f"This is for those whose role is {' or '.join(roles)}; ask one of them.")


def install(app: Flask) -> None:
    """Ask before every view of the app."""
    public(app.view_functions["static"])
    app.before_request(_ask)


def _ask() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None:
        return  # there is no such view: the router says so
    user = None if is_public(view) else identity.signed_in()
    g.user = user  # also where they may not: it is said of them that they tried
    allow(user, view)
    if g.get("scope") == READ and request.method not in _READING:
        raise ForbiddenError("The token may only read; nothing was done. Take one that may write.")
