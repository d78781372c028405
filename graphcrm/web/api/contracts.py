"""Contracts and orders: one of them."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.contracts.contract import contract as one_contract
from graphcrm.queries.contracts.order import order as one_order
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import sales as shapes
from graphcrm.web.api.shapes.sales import ContractBody, OrderBody
from graphcrm.web.asking.parameters import AsOfParameters
from graphcrm.web.context import graph

routes = Blueprint("api_contracts", __name__)

_TAG = tag("Contracts", "What was agreed with whom, and what is to be renewed.")


@routes.get("/contracts/<uid>")
@documented(ContractBody, _TAG, also=(404,), path={"uid": "The contract's uid."})
def contract(uid: str, query: AsOfParameters) -> ContractBody:
    """One contract, with the owner of the day."""
    return tagged(shapes.contract_body(one_contract(graph(), uid=uid, on=moment(query.as_of).on)))


@routes.get("/orders/<uid>")
@documented(OrderBody, _TAG, also=(404,), path={"uid": "The order's uid."})
def order(uid: str, query: AsOfParameters) -> OrderBody:
    """One order, with the owner of the day."""
    return tagged(shapes.order_body(one_order(graph(), uid=uid, on=moment(query.as_of).on)))
