"""The one-time code after the password."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from graphcrm.errors import GraphcrmError, NotSignedInError, TooManyAttemptsError
from graphcrm.queries.sign_in.credential import Credential, credential
from graphcrm.services.sign_in import codes
from graphcrm.web import identity
from graphcrm.web.addresses import local
from graphcrm.web.context import graph
from graphcrm.web.pages.sign_in.door import form as door
from graphcrm.web.pages.sign_in.refused import answer
from graphcrm.web.permission import public
from graphcrm.web.refusals import sign_in_failed

routes = Blueprint("sign_in_code", __name__)

_LATE = "That took too long, or the password was changed. Begin again."


@routes.get("/sign-in/code")
@public
def code() -> Response:
    """Ask who is halfway in for a code; lead everybody else to the door."""
    return _form() if _halfway() else redirect(url_for("sign_in.sign_in"), HTTPStatus.SEE_OTHER)


@routes.post("/sign-in/code")
@public
def submit() -> Response:
    """Begin the session."""
    found = _halfway()
    if found is None:
        identity.sign_out()
        return door(NotSignedInError(_LATE))
    try:
        codes.check(graph(), found, request.form.get("code", ""), client=request.remote_addr)
    except (NotSignedInError, TooManyAttemptsError) as error:
        sign_in_failed("code", found.uid)
        return _form(error)
    onward = local(session.get("next"))
    identity.sign_in(found.uid, found.sessions, "code")
    return redirect(onward, HTTPStatus.SEE_OTHER)


def _halfway() -> Credential | None:
    """How who is halfway in signs in; None for nobody, and where a new password has ended that."""
    half = identity.who_is_halfway()
    found = credential(graph(), uid=half[0]) if half else None
    return found if found and half and found.sessions == half[1] else None


def _form(refusal: GraphcrmError | None = None) -> Response:
    return answer(render_template("sign_in/code.html", refusal=refusal), refusal)
