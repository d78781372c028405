"""Signing in by password or by token, and out."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graphcrm.errors import GraphcrmError, NotSignedInError, TooManyAttemptsError
from graphcrm.queries.sign_in.credential import Credential
from graphcrm.queries.users.users import users as all_users
from graphcrm.services.sign_in import credentials, entry
from graphcrm.services.users import user_of
from graphcrm.web import identity
from graphcrm.web.addresses import local
from graphcrm.web.audit import author, signed_out
from graphcrm.web.context import graph, my_uid, settings
from graphcrm.web.pages.sign_in.refused import answer
from graphcrm.web.permission import public
from graphcrm.web.refusals import sign_in_failed

routes = Blueprint("sign_in", __name__)
demo_routes = Blueprint("sign_in_demo", __name__)

_NO_TOKEN = "This token is unknown, or its user has left. Make a new one."  # noqa: S105  (words about one)


@routes.get("/sign-in")
@public
def sign_in() -> Response:
    """Ask for an address and a password, or a token; in the demo, offer its users."""
    return form()


@routes.post("/sign-in")
@public
def submit() -> Response:
    """Begin a session."""
    if "token" in request.form:
        return _by_token(request.form["token"])
    typed = {name: request.form.get(name, "") for name in ("email", "password")}
    try:
        found = entry.by_password(graph(), client=request.remote_addr, **typed)
    except (NotSignedInError, TooManyAttemptsError) as error:
        sign_in_failed("password")
        return form(error)
    return begin(found, local(request.form.get("next")))


@demo_routes.post("/sign-in/demo")
@public
def demo() -> Response:
    """Begin a session as one of the demo's users, without a token."""
    uid = request.form.get("user", "")
    if any(user.uid == uid for user in all_users(graph(), active_only=True)):
        identity.sign_in(uid, credentials.of(graph(), uid).sessions, "demo")
    return onward()


@routes.post("/sign-out")
def sign_out() -> Response:
    """End the session."""
    signed_out(my_uid())
    identity.sign_out()
    return redirect(url_for("sign_in.sign_in"), HTTPStatus.SEE_OTHER)


def _by_token(token: str) -> Response:
    try:
        user = user_of(graph(), token, author())
    except NotSignedInError:
        sign_in_failed("token")
        return form(NotSignedInError(_NO_TOKEN), by_token=True)
    identity.sign_in(user.uid, credentials.of(graph(), user.uid).sessions, "token")
    return onward()


def begin(found: Credential, to: str, way: str = "password") -> Response:
    """Begin the session of who has given their password, or ask for a code first; and lead on to where they go."""
    if found.totp:
        identity.halfway(found.uid, found.sessions, to)
        return redirect(url_for("sign_in_code.code"), HTTPStatus.SEE_OTHER)
    identity.sign_in(found.uid, found.sessions, way)
    return redirect(to, HTTPStatus.SEE_OTHER)


def onward() -> Response:
    """Lead to where who has just signed in wanted to go."""
    return redirect(local(request.form.get("next")), HTTPStatus.SEE_OTHER)


def form(refusal: GraphcrmError | None = None, *, by_token: bool = False) -> Response:
    """The page, with what was refused and what was typed, but for the password."""
    page = render_template(
        "sign_in/sign_in.html",
        users=all_users(graph(), active_only=True) if settings().demo else [],
        refusal=refusal,
        by_token=by_token,
        email=request.form.get("email", ""),
        next=local(request.values.get("next")),
        provider=_provider(),
    )
    return answer(page, refusal)


def _provider() -> str | None:
    """What the other provider is called on the button: its host; None where none is set."""
    issuer = settings().oidc_issuer
    return urlsplit(issuer).netloc or issuer if issuer else None
