"""The lists themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from graphcrm.access import OWNED, Kind, many
from graphcrm.errors import GraphcrmError
from graphcrm.queries.users.users import User, users
from graphcrm.services import bulk
from graphcrm.web.addresses import local
from graphcrm.web.asking import listings
from graphcrm.web.asking.listings import Listing
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.forms.kinds import of_each
from graphcrm.web.pages.lists import asked as asking
from graphcrm.web.pages.lists import filters, look
from graphcrm.web.pages.lists.words import ago
from graphcrm.web.pages.shell.layout import again

Shown = tuple[str, int] | Response
_USERS_MOST = 100  # a thousand in two fields took a third of the time of a page

routes = Blueprint("lists", __name__)
routes.add_app_template_filter(ago)


@routes.get("/accounts")
def accounts() -> Shown:
    """Show accounts."""
    return _list("account")


@routes.get("/contacts")
def contacts() -> Shown:
    """Show contacts."""
    return _list("contact")


@routes.get("/leads")
def leads() -> Shown:
    """Show leads."""
    return _list("lead")


@routes.get("/opportunities")
def opportunities() -> Shown:
    """Show opportunities."""
    return _list("opportunity")


@routes.get("/contracts")
def contracts() -> Shown:
    """Show contracts."""
    return _list("contract")


@routes.get("/orders")
def orders() -> Shown:
    """Show orders."""
    return _list("order")


@routes.get("/service-requests")
def service_requests() -> Shown:
    """Show service requests."""
    return _list("service_request")


@routes.get("/campaigns")
def campaigns() -> Shown:
    """Show campaigns."""
    return _list("campaign")


@routes.get("/tasks")
def tasks() -> Shown:
    """Show tasks."""
    return _list("task")


@of_each(routes, "/look", "POST", OWNED)
def choose(kind: str) -> Response:
    """Keep which columns somebody wants to see, and how dense."""
    look.keep(kind, request.form.getlist("columns"), request.form.get("density", ""))
    return redirect(local(request.form.get("back")), 303)


def _list(kind: Kind) -> Shown:
    """A page of a list; what is wrong with what was asked is said above it, and nothing is listed."""
    if "by" in request.args:
        return redirect(again(by=None, op=None, value=None, **filters.built(kind, request.args)))
    try:
        asked = asking.sent(kind)
    except GraphcrmError as error:
        return _shown(kind, asking.nothing(kind), error, {})
    try:
        meant, called = asking.meant(graph(), asked, my_uid())
        if uids := asking.typed(asked, meant):
            return redirect(again(**uids))
        columns, _ = look.columns(kind)
        page = listings.records(graph(), kind, meant, told=True, tie_of=look.tie_of(columns))
        return _shown(kind, asked, page, called)
    except GraphcrmError as error:
        if not asking.refused(error):
            raise
        return _shown(kind, asked, error, {})


def _shown(
    kind: Kind, asked: asking.Asked, answer: Listing[Any] | GraphcrmError, called: Mapping[str, str]
) -> tuple[str, int]:
    wrong = answer if isinstance(answer, GraphcrmError) else None
    page = answer if isinstance(answer, Listing) else Listing([], None)
    columns, every = look.columns(kind)
    shown = render_template(
        f"lists/{many(kind)}.html",
        kind=kind,
        asked=asked,
        as_of=asked.as_of,
        rows=page.rows,
        page=page,
        wrong=wrong,
        columns=columns,
        to=look.ways_to(kind, asked.as_of),
        special=look.special(columns, every),
        all_columns=every,
        density=look.density(),
        filters=filters.offered(kind, graph().sight.hides(kind)),
        chips=filters.chips(kind, asked, called),
        users=_few_users(),
        most=bulk.MOST,
        operators=filters.OPERATORS,
    )
    return shown, wrong.status if wrong else 200


def _few_users() -> list[User]:
    """Us, to choose from; none where there are so many that they are typed by name."""
    found = users(graph(), active_only=True, limit=_USERS_MOST + 1)
    return found if len(found) <= _USERS_MOST else []
