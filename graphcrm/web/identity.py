"""Who asks: a bearer token under /api, or the web session, with what guards the session's forms."""

from __future__ import annotations

import hmac
import secrets
from datetime import UTC, datetime, timedelta

from flask import Flask, Request, g, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from werkzeug.datastructures import Authorization

from graphcrm.errors import ForbiddenError, NotSignedInError
from graphcrm.queries.users.user import user as find_user
from graphcrm.queries.users.users import User
from graphcrm.services import tokens
from graphcrm.web import addresses
from graphcrm.web.audit import author
from graphcrm.web.context import graph, keys

SESSION_LASTS = timedelta(hours=12)  # a working day: the evening signs everybody out
CSRF_FIELD = "csrf"
CSRF_HEADER = "X-CSRF-Token"
_SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
_CSRF_BYTES = 32


class _Sessions(SecureCookieSessionInterface):
    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        newest, *older = keys().of_sessions()  # another one may have been made since
        app.config.update(SECRET_KEY_FALLBACKS=older, SECRET_KEY=newest)
        return super().open_session(app, request)

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002
        return request.is_secure  # http on one's own machine, https everywhere else


def install(app: Flask, secret_key: str) -> None:
    """Keep sessions in a signed cookie that only we read, and check the forms sent with it."""
    app.secret_key = secret_key
    app.session_interface = _Sessions()
    app.config.update(
        SESSION_COOKIE_NAME="graphcrm",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=SESSION_LASTS,
    )
    app.before_request(_check_csrf)


def signed_in() -> User | None:
    """The user who asks, None for nobody; raises NotSignedInError for a token that is not good."""
    if addresses.is_api(request.path) and "Authorization" in request.headers:
        g.by_token = True
        shown = tokens.bearer(graph(), _bearer(request.authorization), author())
        g.scope = shown.scope
        return shown.user
    uid = session.get("user") if _since() > datetime.now(UTC) - SESSION_LASTS else None
    user = find_user(graph(), uid=uid) if uid else None
    return user if user and user.active else None


def _since() -> datetime:
    """When the session began: its cookie is made anew with each notice, and would last as long as somebody is busy."""
    since: datetime = session.get("since", datetime.min.replace(tzinfo=UTC))
    return since


def _bearer(sent: Authorization | None) -> str:
    if sent is None or sent.type != "bearer" or not sent.token:
        raise NotSignedInError("Authorization takes a bearer token: Authorization: Bearer <token>.")
    return sent.token


def sign_in(uid: str) -> None:
    """Begin a session of a user; whatever the old one held is gone."""
    session.clear()
    session.permanent = True
    session.update(user=uid, since=datetime.now(UTC))
    csrf_token()


def sign_out() -> None:
    """End the session."""
    session.clear()


def csrf_token() -> str:
    """The word that the session's forms have to bring back."""
    if CSRF_FIELD not in session:
        session.permanent = True
        session[CSRF_FIELD] = secrets.token_urlsafe(_CSRF_BYTES)
    token: str = session[CSRF_FIELD]
    return token


def _check_csrf() -> None:
    """Refuse a form that is not ours. Who sends a token sends it on purpose; nobody's browser does."""
    if request.method in _SAFE or request.endpoint is None or g.get("by_token"):
        return
    sent = request.headers.get(CSRF_HEADER) or request.form.get(CSRF_FIELD, "")
    ours = session.get(CSRF_FIELD, "")
    if not ours or not hmac.compare_digest(sent.encode(), ours.encode()):
        raise ForbiddenError("This form is out of date; nothing was done. Load its page again and send it once more.")
