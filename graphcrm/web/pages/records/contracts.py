"""Contracts: one of them; and what was agreed, on the pages of others."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template

from graphcrm.queries.contracts.agreements import Agreement, agreements
from graphcrm.queries.contracts.contract import contract as one_contract
from graphcrm.web.context import graph
from graphcrm.web.pages.records.steps import steps_of
from graphcrm.web.pages.shell.layout import can, is_past

routes = Blueprint("contracts", __name__)

_SHOWN = 5  # and one more says that there are others


@routes.get("/contracts/<uid>")
def contract(uid: str) -> str:
    """Show a contract."""
    found = one_contract(graph(), uid=uid)
    return render_template("contracts/contract.html", contract=found, steps=steps_of("Contract", uid, None))


def agreed(label: str, uid: str, as_of: date | None) -> list[Agreement] | None:
    """The contracts and orders of a record; None in the past, and for who may see none."""
    if is_past(as_of) or not (can("contracts.contract") or can("orders.order")):
        return None
    return agreements(graph(), label=label, uid=uid, limit=_SHOWN + 1)
