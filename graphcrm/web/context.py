"""What a request stands in: the settings, the graph as who asks may see it, and who asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flask import Flask, current_app, g, request

from graphcrm.access import Reader
from graphcrm.config import Settings
from graphcrm.dates import zone_of
from graphcrm.graph import Graph
from graphcrm.queries.users.users import User
from graphcrm.sealed import Sealer
from graphcrm.web.asking.answers import Answers
from graphcrm.web.secret import Keys

_KEY = "graphcrm"


@dataclass(slots=True)
class _State:
    settings: Settings
    graph: Graph
    answers: Answers
    keys: Keys
    owners_kept_on: date | None = None


def bind(app: Flask, settings: Settings, graph: Graph, keys: Keys) -> None:
    """Give an app its settings, its graph and its secrets."""
    app.extensions[_KEY] = _State(settings, graph, Answers(), keys)


def enter(user: User | None, reader: Reader | None) -> None:
    """Say who asks: from here on the graph is as they may see it."""
    g.user, g.reader = user, reader
    if reader:
        g.graph = _state().graph.seen_by(reader.sight)


def settings() -> Settings:
    """The settings of the app at hand."""
    return _state().settings


def graph() -> Graph:
    """The graph of the app at hand, as who asks may see it; on a public page, all of it."""
    seen: Graph | None = g.get("graph")
    return seen or _state().graph


def answers() -> Answers:
    """The answers that the app at hand keeps for the pages that follow."""
    return _state().answers


def owners_kept_on() -> date | None:
    """The day for which this app has last seen to it that every record says whose it is."""
    return _state().owners_kept_on


def keep_owners_on(day: date) -> None:
    """Note that day."""
    _state().owners_kept_on = day


def whole_url(path: str) -> str:
    """A path of ours as others are to call it: below GRAPHCRM_URL where that is set, else as this request came."""
    return f"{(settings().url or request.host_url).rstrip('/')}{path}"


def keys() -> Keys:
    """The secrets of the app at hand."""
    return _state().keys


def sealer() -> Sealer:
    """What seals and opens values for the app at hand; asked for anew each time, as there may be a newer key."""
    return keys().sealer()


def me() -> User | None:
    """The user who asks; None on a public page."""
    user: User | None = g.get("user")
    return user


def my_uid() -> str:
    """The uid of the user who asks; empty on a public page."""
    user = me()
    return user.uid if user else ""


def my_zone() -> ZoneInfo:
    """The time zone of the user who asks; UTC where their record says none."""
    return zone_of(getattr(me(), "timezone", None))


def my_day() -> date:
    """The day that it is where the user who asks is, by the time zone of their record; UTC where it says none."""
    return datetime.now(UTC).astimezone(my_zone()).date()


def reader() -> Reader | None:
    """What the user who asks may do; None on a public page."""
    found: Reader | None = g.get("reader")
    return found


def _state() -> _State:
    state: _State = current_app.extensions[_KEY]
    return state
