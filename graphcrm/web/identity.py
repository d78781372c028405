"""Who asks: a bearer token under /api, or the web session, with what guards the session's forms."""

from __future__ import annotations

import hmac
import secrets
from datetime import UTC, datetime, timedelta

from flask import Flask, Request, g, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from werkzeug.datastructures import Authorization

from graphcrm.errors import ForbiddenError, NotSignedInError, said
from graphcrm.queries.sign_in.session_user import session_user
from graphcrm.queries.users.users import User
from graphcrm.services import tokens
from graphcrm.web import addresses
from graphcrm.web.audit import author
from graphcrm.web.audit import signed_in as signs_in
from graphcrm.web.context import graph, keys

SESSION_LASTS = timedelta(hours=12)  # a working day: the evening signs everybody out
SESSION_IDLE = timedelta(hours=2)  # a long lunch or a meeting; what is left open on a train is closed by its end
HALFWAY_LASTS = timedelta(minutes=5)  # to find the telephone
_SEEN_EVERY = timedelta(minutes=5)  # how often the cookie is made anew to say that somebody is there
CSRF_FIELD = "csrf"
FEED = "calendar.feed"  # the one address that a token of its own opens
CSRF_HEADER = "X-CSRF-Token"
_SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
_CSRF_BYTES = 32
_OF_THE_BROWSER = ("theme", "language")  # what stays when a session begins or ends: how its pages look


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
        return _of_token(_bearer(request.authorization))
    if request.endpoint == FEED and "key" in request.args:  # a calendar program knows an address, and no header
        return _of_token(request.args["key"])
    uid = session.get("user") if _lasts() else None
    user = session_user(graph(), uid=uid, sessions=session["sessions"]) if uid else None
    if user and _age("seen") > _SEEN_EVERY:
        session["seen"] = datetime.now(UTC)
    return user


def _of_token(token: str) -> User:
    g.by_token = True
    shown = tokens.bearer(graph(), token, author())
    g.scope = shown.scope
    return shown.user


def _lasts() -> bool:
    """Whether the session is not over: its cookie is made anew, and would last as long as somebody is busy."""
    return _age("since") < SESSION_LASTS and _age("seen") < SESSION_IDLE


def _age(name: str) -> timedelta:
    """How long ago something was, that the session remembers; for ever, where it does not."""
    at: datetime = session.get(name, datetime.min.replace(tzinfo=UTC))
    return datetime.now(UTC) - at


def _bearer(sent: Authorization | None) -> str:
    if sent is None or sent.type != "bearer" or not sent.token:
        raise NotSignedInError(said("Authorization takes a bearer token: Authorization: Bearer <token>."))
    return sent.token


def sign_in(uid: str, sessions: int, way: str) -> None:
    """Begin a session of a user, under the number that their sessions have now; whatever the old one held is gone.

    The audit log says by what `way`: without its entry no session begins. Raises DatabaseError.
    """
    signs_in(uid, way)
    _forget()
    session.permanent = True
    session.update(user=uid, sessions=sessions, since=datetime.now(UTC), seen=datetime.now(UTC))
    csrf_token()


def halfway(uid: str, sessions: int, onward: str) -> None:
    """Remember who has given the password and is to give a code; it opens nothing. `onward` is where they go then."""
    _forget()
    session.permanent = True
    session.update(half=uid, sessions=sessions, half_since=datetime.now(UTC), next=onward)
    csrf_token()


def who_is_halfway() -> tuple[str, int] | None:
    """The uid of who is to give a code, and the number of their sessions; None for nobody, and once it is late."""
    if "half" not in session or _age("half_since") > HALFWAY_LASTS:
        return None
    return session["half"], session["sessions"]


def sign_out() -> None:
    """End the session."""
    _forget()


def _forget() -> None:
    """Forget whatever the session held, but for how pages look in this browser."""
    stays = {name: session[name] for name in _OF_THE_BROWSER if name in session}
    session.clear()
    session.update(stays)


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
        raise ForbiddenError(
            said(
                "This form is out of date; nothing was done. Load its page again and send it once more.",
            )
        )
