"""The search over everything."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from graphcrm.access import kind_of
from graphcrm.queries.records.kinds import FOUND
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import ListParameters, SearchParameters, read
from graphcrm.web.context import graph

routes = Blueprint("search", __name__)

_KINDS = tuple(kind_of(label) for label in FOUND)


@routes.get("/search")
def search() -> str:
    """Show what was found, by kind of record."""
    asked = read(ListParameters, request.args)
    matches = listings.search(graph(), read(SearchParameters, request.args)).rows if asked.q else []
    groups = {kind: [m for m in matches if m.type == kind] for kind in _KINDS}
    return render_template("search/search.html", q=asked.q, groups=groups, found=len(matches), limit=asked.limit)
