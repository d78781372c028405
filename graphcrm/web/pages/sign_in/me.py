"""The account of who is signed in: their password, and their sessions."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.errors import GraphcrmError, InvalidInputError, TooManyAttemptsError
from graphcrm.services.sign_in import credentials, passwords
from graphcrm.web import identity
from graphcrm.web.audit import note
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.sign_in.link import twice
from graphcrm.web.pages.sign_in.refused import answer

routes = Blueprint("me", __name__)


@routes.get("/me")
def me() -> Response:
    """Show how one signs in."""
    return _page()


@routes.post("/me/password")
def password() -> Response:
    """Change the password for who types the old one: every session ends, and a new one begins here."""
    try:
        sessions = credentials.change_password(graph(), user=my_uid(), old=request.form.get("old", ""), new=twice())
    except (InvalidInputError, TooManyAttemptsError) as error:
        return _page(error)
    note("credential", what=["password"], records=[f"user {my_uid()}"])
    identity.sign_in(my_uid(), sessions, "password")
    flash({"says": _("You have a new password. All your other sessions are over.")}, "done")  # type: ignore[arg-type]  # kept as JSON
    return redirect(url_for("me.me"), HTTPStatus.SEE_OTHER)


@routes.post("/me/sign-out-everywhere")
def sign_out_everywhere() -> Response:
    """End all sessions, this one too."""
    credentials.sign_out_everywhere(graph(), user=my_uid())
    note("session_ended", what=["all"], records=[f"user {my_uid()}"])
    identity.sign_out()
    return redirect(url_for("sign_in.sign_in"), HTTPStatus.SEE_OTHER)


def _page(refusal: GraphcrmError | None = None) -> Response:
    found = credentials.of(graph(), my_uid())
    page = render_template("me/me.html", credential=found, refusal=refusal, least=passwords.LEAST)
    return answer(page, refusal)
