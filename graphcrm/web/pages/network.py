"""The network: records and what joins them, as a picture and as a table."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from graphcrm.web.asking.network import NetworkParameters
from graphcrm.web.asking.parameters import read
from graphcrm.web.pages import saved

routes = Blueprint("network", __name__)


@routes.get("/network")
def network() -> str:
    """Show a record with its neighbours, or the ways between two."""
    asked = read(NetworkParameters, request.args)
    state = saved.state_of(asked.view).state if asked.view else None
    return render_template("network/network.html", asked=asked, as_of=asked.as_of, state=state)
