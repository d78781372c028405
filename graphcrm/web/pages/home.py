"""The front page: pick a company."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import ListParameters, read
from graphcrm.web.context import graph

routes = Blueprint("home", __name__)


@routes.get("/")
def home() -> str | Response:
    """Show the companies that a search finds, or all of them by name; go straight to the only one found."""
    asked = read(ListParameters, request.args)
    page = listings.records(graph(), "account", asked)
    if asked.q and len(page.rows) == 1 and asked.cursor is None:
        return redirect(url_for("accounts.warm_paths", uid=page.rows[0].uid))
    return render_template("home/home.html", page=page, q=asked.q)
