"""For those who watch us: /healthz says that the process answers, /readyz that the graph behind it does too."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.nodes import schema
from graphcrm.web.context import graph
from graphcrm.web.permission import public

routes = Blueprint("health", __name__)


@routes.get("/healthz")
@public
def healthz() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "ok"}


@routes.get("/readyz")
@public
def readyz() -> dict[str, str]:
    """Say that the graph answers and has our schema; raises DatabaseError, a 503 with the reason."""
    graph().ping()
    schema.require(graph())
    return {"status": "ready"}
