"""One-time links: a user sets a password, or the first administrator comes in."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from graphcrm.errors import ConflictError, GraphcrmError, InvalidInputError, said
from graphcrm.queries.sign_in.link import Link
from graphcrm.services.sign_in import credentials, links, passwords
from graphcrm.web.addresses import LINK
from graphcrm.web.audit import note
from graphcrm.web.context import graph
from graphcrm.web.pages.sign_in.door import begin
from graphcrm.web.pages.sign_in.refused import answer
from graphcrm.web.permission import public

routes = Blueprint("sign_in_link", __name__)


@routes.get(LINK)
@public
def link() -> Response:
    """Show who the link is for, and ask for a password; looking at it does not use it. Raises LinkError."""
    return _form(links.opened(graph(), request.args.get("key", "")))


@routes.post(LINK)
@public
def submit() -> Response:
    """Set the password, and begin a session; raises LinkError."""
    key = request.form.get("key", "")
    found = links.opened(graph(), key)
    try:
        uid = _use(found, key)
    except (InvalidInputError, ConflictError) as error:
        return _form(found, error)
    note("credential", uid, what=["password by a link"], records=[f"user {uid}"])
    return begin(credentials.of(graph(), uid), url_for("home.home"), "link")


def _use(found: Link, key: str) -> str:
    """Do what the link is for; answers the uid of its user."""
    password = twice()
    if found.user:
        return links.set_password(graph(), key, password=password)[0]
    typed = {name: request.form.get(name, "").strip() for name in ("name", "email")}
    return links.make_first_admin(graph(), key, password=password, **typed)[0]


def twice() -> str:
    """The new password in the form sent, which is typed twice, because nobody sees it; raises InvalidInputError."""
    password = request.form.get("password", "")
    if password != request.form.get("again", ""):
        raise InvalidInputError(said("These two are not the same; type the new password twice."), field="again")
    return password


def _form(found: Link, refusal: GraphcrmError | None = None) -> Response:
    typed = {name: request.form.get(name, "") for name in ("name", "email")}
    key = request.values.get("key", "")
    page = render_template(
        "sign_in/link.html", link=found, refusal=refusal, key=key, typed=typed, least=passwords.LEAST
    )
    return answer(page, refusal)
