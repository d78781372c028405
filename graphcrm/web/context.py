"""What a request stands in: the settings, the graph, and who asks."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app, g

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.queries.users.users import User
from graphcrm.sealed import Sealer
from graphcrm.web.asking.answers import Answers

_KEY = "graphcrm"


@dataclass(frozen=True, slots=True)
class _State:
    settings: Settings
    graph: Graph
    answers: Answers


def bind(app: Flask, settings: Settings, graph: Graph) -> None:
    """Give an app its settings and its graph."""
    app.extensions[_KEY] = _State(settings, graph, Answers())


def settings() -> Settings:
    """The settings of the app at hand."""
    return _state().settings


def graph() -> Graph:
    """The graph of the app at hand."""
    return _state().graph


def answers() -> Answers:
    """The answers that the app at hand keeps for the pages that follow."""
    return _state().answers


def sealer() -> Sealer:
    """What seals and opens values for the app at hand."""
    return Sealer([str(current_app.secret_key)])


def me() -> User | None:
    """The user who asks; None on a public page."""
    user: User | None = g.get("user")
    return user


def my_uid() -> str:
    """The uid of the user who asks; empty on a public page."""
    user = me()
    return user.uid if user else ""


def _state() -> _State:
    state: _State = current_app.extensions[_KEY]
    return state
