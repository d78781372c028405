"""Contracts and orders: what was agreed with an account, from when to when, and for how much."""

from __future__ import annotations

from neomodel import StructuredRel

from graphcrm.nodes.base import Owned
from graphcrm.nodes.properties import Amount, Choice, Currency, Day, LongText, PartialDate, Text, WholeNumber

CONTRACT_STATUSES = ("draft", "active", "ended", "cancelled")
RENEWALS = ("by_agreement", "automatic", "none")
ORDER_STATUSES = ("draft", "placed", "delivered", "paid", "cancelled")
REMIND_DAYS = 30  # before the day, where a contract says nothing else: notice is often due a month ahead


class Agreed(Owned):
    """What contracts and orders have alike; it holds from `start` to `end`, the first day no longer (docs/time.md)."""

    __abstract_node__ = True

    name = Text("what it is about, in a few words", required=True, index=True)
    number = Text("the number that it goes by", index=True)
    description = LongText("what is worth knowing of it")
    amount = Amount("how much it is worth")
    currency = Currency("in which currency, as EUR or CNY")
    payment_terms = Text("when and how it is paid, as 30 days net")
    start = PartialDate("the first day, as much of it as is known: 2024, 2024-05 or 2024-05-17")
    end = PartialDate("the first day no longer, as much of it as is known; empty for one without an end")
    start_min = Day("the earliest day it may begin; derived")
    start_max = Day("the latest day it may begin; derived")
    end_min = Day("the earliest day it may end; derived")
    end_max = Day("the latest day it may end; derived")
    # Never empty, so that an index has them all (services/kept.py).
    due = Text("the day by which something is due as text, ~ for none; derived")
    worth = Amount("its amount, -1 for none; derived")


class Contract(Agreed):
    """A contract: OF_ACCOUNT an account, INVOLVES contacts, and CAME_OF an opportunity at most."""

    status = Choice("how far it is", CONTRACT_STATUSES)
    signed_on = Day("the day on which it was signed")
    renewal = Choice("what becomes of it at its end; empty: by agreement", RENEWALS)
    notice_on = Day("the day by which notice is to be given, or the renewal agreed; empty: its end")
    remind_days = WholeNumber(f"so many days before, a task reminds of it; empty: {REMIND_DAYS}", most=3_660)
    remind_on = Day("the day from which a task is to remind of it, empty for none; derived", index=True)
    reminded_for = Text("the day that a task has reminded of; derived")


class Order(Agreed):
    """An order: OF_ACCOUNT an account, INVOLVES contacts, and CAME_OF an opportunity at most."""

    status = Choice("how far it is", ORDER_STATUSES)
    ordered_on = Day("the day on which it was placed")
    deliver_by = Day("the day by which it is to be delivered")


class OfAccount(StructuredRel):
    """OF_ACCOUNT, Contract, Order or ServiceRequest to the Account that it is of, one at most."""


class CameOf(StructuredRel):
    """CAME_OF, Contract or Order to the Opportunity that it came of, one at most."""
