"""Amounts of money: each has its currency, and no currency is without an amount."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphcrm.errors import InvalidInputError, said
from graphcrm.nodes.states import State


def follows(given: Mapping[str, Any]) -> State:
    """What follows from what is said of an amount: one that is emptied takes its currency along."""
    emptied = "amount" in given and given["amount"] is None and not given.get("currency")
    return {"currency": None} if emptied else {}


def check(state: Mapping[str, Any]) -> None:
    """Raise InvalidInputError for an amount of no currency, and a currency of none."""
    if state.get("amount") is not None and not state.get("currency"):
        raise InvalidInputError(said("currency is empty; an amount is of one, such as EUR."), field="currency")
    if state.get("currency") and state.get("amount") is None:
        raise InvalidInputError(said("amount is empty; a currency is that of one."), field="amount")
