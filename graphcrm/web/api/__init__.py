"""The HTTP API, version 1: JSON for programs. One module a topic; every view is documented where it stands."""

from __future__ import annotations

from flask import Flask

from graphcrm.web.addresses import API
from graphcrm.web.api import accounts, contacts, docs, leads, moves, paths, records, users

_V1 = f"{API}/v1"


def install(app: Flask) -> None:
    """Put the API under /api/v1, and its page at /api/docs."""
    for topic in (accounts, contacts, leads, moves, paths, records, users):
        app.register_blueprint(topic.routes, url_prefix=_V1)
    app.register_blueprint(docs.routes)
