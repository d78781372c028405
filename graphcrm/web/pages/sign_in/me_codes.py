"""One-time codes on the page of one's account: turn them on, and off."""

from __future__ import annotations

from http import HTTPStatus

import segno
from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from markupsafe import Markup
from werkzeug.wrappers import Response

from graphcrm.errors import ConflictError, GraphcrmError, InvalidInputError, TooManyAttemptsError
from graphcrm.services.sign_in import codes, credentials
from graphcrm.web import identity
from graphcrm.web.audit import note
from graphcrm.web.context import graph, me, my_uid, sealer
from graphcrm.web.languages import in_words
from graphcrm.web.pages.sign_in.refused import answer

routes = Blueprint("me_codes", __name__)

_PENDING = "enrolling"  # in the session: the secret that is shown and not yet confirmed, sealed
_FOUR = 4  # letters that are read together


@routes.get("/me/codes")
def codes_() -> Response:
    """Show a new secret, as a picture and as text, and ask for a code of it; lead back where codes are on."""
    if credentials.of(graph(), my_uid()).totp:
        return redirect(url_for("me.me"), HTTPStatus.SEE_OTHER)
    session.setdefault(_PENDING, sealer().seal(codes.new_secret()))
    return _page()


@routes.post("/me/codes")
def turn_on() -> Response:
    """Turn codes on, and show the recovery codes, this once."""
    if _PENDING not in session:
        return redirect(url_for("me_codes.codes_"), HTTPStatus.SEE_OTHER)
    typed = {name: request.form.get(name, "") for name in ("password", "code")}
    secret = sealer().open(session[_PENDING])
    try:
        sessions, recovery = codes.turn_on(graph(), user=my_uid(), secret=secret, **typed)
    except (InvalidInputError, TooManyAttemptsError, ConflictError) as error:
        return _page(error)
    note("credential", what=["codes on"], records=[f"user {my_uid()}"])
    identity.sign_in(my_uid(), sessions, "code")
    return answer(render_template("me/recovery.html", recovery=recovery), None)


@routes.post("/me/codes/off")
def turn_off() -> Response:
    """Turn codes off for who types the password."""
    try:
        codes.turn_off(graph(), user=my_uid(), password=request.form.get("password", ""))
    except (InvalidInputError, TooManyAttemptsError) as error:
        flash({"says": _("%(why)s Nothing was changed.", why=in_words(error.detail))}, "wrong")  # type: ignore[arg-type]  # kept as JSON
    else:
        note("credential", what=["codes off"], records=[f"user {my_uid()}"])
        flash({"says": _("You are asked for no codes any more.")}, "done")  # type: ignore[arg-type]  # kept as JSON
    return redirect(url_for("me.me"), HTTPStatus.SEE_OTHER)


def _page(refusal: GraphcrmError | None = None) -> Response:
    secret = sealer().open(session[_PENDING])
    user = me()
    picture = segno.make(codes.address(secret, (user.email or user.name) if user else ""), error="m")
    svg = picture.svg_inline(omitsize=True, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None)
    page = render_template(
        "me/codes.html",
        picture=Markup(svg),  # noqa: S704  (a library's squares; nothing typed is in it)
        secret=[secret[start : start + _FOUR] for start in range(0, len(secret), _FOUR)],
        refusal=refusal,
    )
    return answer(page, refusal)
