"""Saved views on the pages that they are of: their tabs, and the form that saves what is shown (parts/views.html)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Flask, request, url_for

from graphcrm.errors import NotFoundError, said
from graphcrm.queries.views.views import SavedView
from graphcrm.queries.views.views import views as all_views
from graphcrm.services.views import one, order, written
from graphcrm.web.asking.views import MODELS, PASSING
from graphcrm.web.context import graph, me, my_uid
from graphcrm.web.pages.shell.layout import can

VIEW = "view"  # the parameter of the network's address that names the view whose state is shown


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of views is: its endpoint, and that of the page about one record, where that is another."""

    endpoint: str
    about: str | None = None


PLACES: Mapping[str, Place] = {
    "accounts": Place("lists.accounts"),
    "contacts": Place("lists.contacts"),
    "leads": Place("lists.leads"),
    "opportunities": Place("lists.opportunities"),
    "contracts": Place("lists.contracts"),
    "orders": Place("lists.orders"),
    "service_requests": Place("lists.service_requests"),
    "campaigns": Place("lists.campaigns"),
    "tasks": Place("lists.tasks"),
    "paths": Place("reach.reach", about="accounts.warm_paths"),
    "network": Place("network.network"),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """A saved view as a page offers it; `current`: the page shows just that."""

    uid: str
    name: str
    of: str
    about: str | None
    href: str
    current: bool
    mine: bool
    shared: bool
    pinned: bool
    owner: str
    rev: int


def install(app: Flask) -> None:
    """Give the templates what parts/views.html asks."""
    app.jinja_env.globals.update(views_for=views_for, parameters_shown=parameters_shown, my_team=my_team)


def views_for(of: str, target: str | None = None) -> list[Tab]:
    """The views of a page that who asks may see, the pinned ones first; of those about a record, where it is named."""
    return tabs(all_views(graph(), user=my_uid(), of=of, target=target))


def tabs(found: list[SavedView]) -> list[Tab]:
    """Views as pages offer them, in their order; without those whose page may not be seen."""
    return [_tab(view) for view in sorted(found, key=order) if can(_endpoint(view))]


def state_of(uid: str) -> SavedView:
    """A view that who asks may see, with its state: for the page that shows it. Raises NotFoundError."""
    return one(graph(), my_uid(), uid)


def address(view: SavedView) -> str:
    """The page of a view, with its parameters; raises NotFoundError where who asks may not see it."""
    endpoint = _endpoint(view)
    if not can(endpoint):
        raise NotFoundError(said("There is no saved view %(uid)r that you may see.", uid=view.uid), field="view")
    values: dict[str, list[str] | str] = {}
    for name, value in parse_qsl(view.parameters):
        values[name] = [*values.get(name, []), value]
    if view.target:
        values["uid" if endpoint == PLACES[view.of].about else "target"] = view.target
    return url_for(endpoint, **values, **({VIEW: view.uid} if view.of == "network" else {}))  # type: ignore[arg-type]  # not one of its own names


def parameters_shown(of: str, **instead: str) -> str:
    """The parameters of this page as a view of it would have them; some may be said `instead`, "" for none."""
    known = MODELS[of].model_fields.keys() - PASSING - instead.keys()
    asked = [pair for pair in request.args.items(multi=True) if pair[0] in known and pair[1].strip()]
    return written([*asked, *(pair for pair in instead.items() if pair[1])])


def my_team() -> str | None:
    """The name of the team of who asks, None for none."""
    user = me()
    return user.team if user else None


def _tab(view: SavedView) -> Tab:
    return Tab(
        uid=view.uid,
        name=view.name,
        of=view.of,
        about=view.target_name,
        href=address(view),
        current=_current(view),
        mine=view.owner == my_uid(),
        shared=view.shared,
        pinned=view.place is not None,
        owner=view.owner_name,
        rev=view.rev,
    )


def _current(view: SavedView) -> bool:
    if request.endpoint != _endpoint(view):
        return False
    if view.of == "network":
        return request.args.get(VIEW) == view.uid
    about = (request.view_args or {}).get("uid") or request.args.get("target")
    return about == view.target and parameters_shown(view.of) == view.parameters


def _endpoint(view: SavedView) -> str:
    place = PLACES[view.of]
    return place.about if view.target and place.about else place.endpoint
