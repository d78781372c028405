"""The web app: pages for people, the HTTP API for programs.

The package itself loads nothing: gunicorn reads its settings below it before Prometheus may be loaded
(gunicorn_conf.py), and the command line takes the shapes of answers from it (api/shapes) without the app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from graphcrm.config import Settings
    from graphcrm.graph import Graph


def create_app(settings: Settings | None = None, graph: Graph | None = None) -> Flask:
    """The app, with settings from the environment and the graph of NEO4J_URI where none are given.

    Raises InvalidInputError without a graph and without NEO4J_URI.
    """
    from graphcrm.config import Settings  # noqa: PLC0415  (see above)
    from graphcrm.web.app import build  # noqa: PLC0415

    return build(settings or Settings.from_env(), graph)
