"""What a few letters in a field that holds records may mean."""

from __future__ import annotations

from collections import Counter

from flask import Blueprint, render_template, request

from graphcrm.queries.search.matches import matches
from graphcrm.services.records import LABELS
from graphcrm.web.context import graph
from graphcrm.web.pages.forms.kinds import of_each

routes = Blueprint("suggest", __name__)

_MOST, _TEXT_MOST = 8, 200


@of_each(routes, "/suggest", "GET")
def suggest(kind: str) -> str:
    """List the records of a kind that some letters may mean, with what is typed for each."""
    q = request.args.get("q", "").strip()[:_TEXT_MOST]
    found = matches(graph(), text=q, labels=[LABELS[kind]], limit=_MOST) if q else []
    often = Counter(one.name for one in found)
    return render_template("forms/suggest.html", kind=kind, found=found, often=often)
