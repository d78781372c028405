"""The network: records and what joins them, as a picture, as a table, and as a file."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from graphcrm.web.asking.network import NetworkParameters
from graphcrm.web.asking.parameters import read
from graphcrm.web.pages.network import file as files
from graphcrm.web.pages.network.choice import chosen
from graphcrm.web.pages.network.table import table
from graphcrm.web.pages.shell import saved

routes = Blueprint("network", __name__)


@routes.get("/network")
def network() -> str:
    """Show a record with its neighbours, or the ways between two."""
    choice = chosen(read(NetworkParameters, request.args))
    asked = choice.asked
    return render_template(
        "network/network.html",
        asked=asked,
        as_of=asked.as_of,
        state=saved.state_of(asked.view).state if asked.view else None,
        choice=choice,
        table=table(asked),
        kinds=files.KINDS,
    )


@routes.get("/network.csv")
def file() -> Response:
    """Hand over what the table shows."""
    asked = chosen(read(NetworkParameters, request.args)).asked
    headers = {"Content-Disposition": 'attachment; filename="network.csv"'}
    return Response(files.lines(table(asked)), mimetype="text/csv", headers=headers)
