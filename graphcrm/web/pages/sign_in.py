"""Signing in and out."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graphcrm.errors import NotSignedInError
from graphcrm.queries.users.users import users as all_users
from graphcrm.services.users import user_of
from graphcrm.web import identity
from graphcrm.web.addresses import local
from graphcrm.web.audit import author
from graphcrm.web.context import graph, settings
from graphcrm.web.permission import public

routes = Blueprint("sign_in", __name__)
demo_routes = Blueprint("sign_in_demo", __name__)


@routes.get("/sign-in")
@public
def sign_in() -> str:
    """Ask for a token; in the demo, offer its users."""
    return _form(refused=False)


@routes.post("/sign-in")
@public
def submit() -> Response | tuple[str, int, dict[str, str]]:
    """Begin a session with a token."""
    try:
        user = user_of(graph(), request.form.get("token", ""), author())
    except NotSignedInError:
        return _form(refused=True), HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": 'Bearer realm="graphcrm"'}
    identity.sign_in(user.uid)
    return redirect(local(request.form.get("next")), HTTPStatus.SEE_OTHER)


@demo_routes.post("/sign-in/demo")
@public
def demo() -> Response:
    """Begin a session as one of the demo's users, without a token."""
    uid = request.form.get("user", "")
    if any(user.uid == uid for user in all_users(graph(), active_only=True)):
        identity.sign_in(uid)
    return redirect(local(request.form.get("next")), HTTPStatus.SEE_OTHER)


@routes.post("/sign-out")
def sign_out() -> Response:
    """End the session."""
    identity.sign_out()
    return redirect(url_for("sign_in.sign_in"), HTTPStatus.SEE_OTHER)


def _form(*, refused: bool) -> str:
    users = all_users(graph(), active_only=True) if settings().demo else []
    return render_template("sign_in/sign_in.html", users=users, refused=refused, next=local(request.values.get("next")))
