"""Orders: one of them."""

from __future__ import annotations

from flask import Blueprint, render_template

from graphcrm.queries.contracts.order import order as one_order
from graphcrm.web.context import graph
from graphcrm.web.pages.records.steps import steps_of

routes = Blueprint("orders", __name__)


@routes.get("/orders/<uid>")
def order(uid: str) -> str:
    """Show an order."""
    found = one_order(graph(), uid=uid)
    return render_template("orders/order.html", order=found, steps=steps_of("Order", uid, None))
