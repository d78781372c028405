"""The search over everything."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from graphcrm.dates import moment
from graphcrm.queries.search.find import find
from graphcrm.web.asking.parameters import ListParameters, read
from graphcrm.web.context import graph

routes = Blueprint("search", __name__)


@routes.get("/search")
def search() -> str:
    """Show what was found, by kind of record."""
    asked = read(ListParameters, request.args)
    matches = find(graph(), text=asked.q, on=moment(asked.as_of).on, limit=asked.limit) if asked.q else []
    groups = {kind: [m for m in matches if m.type == kind] for kind in ("account", "contact", "lead", "user")}
    return render_template("search/search.html", q=asked.q, groups=groups, found=len(matches), limit=asked.limit)
