"""Opportunities: what we may sell to whom, how far that is, and the stages that it goes through."""

from __future__ import annotations

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.base import Owned
from graphcrm.nodes.edges import ROLES
from graphcrm.nodes.properties import (
    Amount,
    Choice,
    Currency,
    Day,
    Flag,
    Instant,
    LongText,
    Text,
    TextList,
    WholeNumber,
)

STATUSES = ("open", "won", "lost")
KEY_MOST = 40  # characters of a stage's key
# The stages until an administrator says others: key, status, how likely it is to be won there in percent.
SHIPPED = (
    ("first_contact", "open", 10), ("needs", "open", 20), ("proposal", "open", 40), ("quote", "open", 60),
    ("negotiation", "open", 80), ("won", "won", 100), ("lost", "lost", 0),
)  # fmt: skip


class Opportunity(Owned):
    """What we may sell: OFFERED_TO an account, and INVOLVES contacts; whose it is, ASSIGNED_TO says, as of others."""

    name = Text("what it is about, in a few words", required=True, index=True)
    description = LongText("what is worth knowing of it")
    stage = Text("the stage that it is in, by its key", most=KEY_MOST)
    amount = Amount("how much it is worth")
    currency = Currency("in which currency, as EUR or CNY")
    probability = WholeNumber("how likely it is, in percent; empty: as likely as its stage", most=100)
    expected_close = Day("the day by which it is expected to be decided")
    won_reason = Text("why it was won")
    lost_reason = Text("why it was lost")
    status = Choice("whether it is open, won or lost: as its stage is", STATUSES)
    stage_since = Instant("since when it has been in its stage")
    closed_at = Instant("when it was won or lost")
    trail = TextList("the stages that it came to, the first first: each its key, and when that was")
    # Never empty, so that an index has them all (queries/opportunities/keep_lanes.cypher).
    lane = Text("the stage that it is open in; empty for what is closed, or in the trash; derived")
    due = Text("the day by which it is expected to be decided as text, ~ for none; derived")
    whose = Text("the uid of the user whose it is today, empty for nobody's; derived")
    coin = Text("its currency, empty for none; derived")
    worth = Amount("its amount, -1 for none; derived")
    chance = WholeNumber("its probability, -1 for none; derived", least=-1, most=100)


class Stage(StructuredNode):
    """How far an opportunity may be. While there is none, the stages are those shipped."""

    uid = Text("its key, as opportunities have it", unique_index=True, required=True)
    name = Text("what it is called; empty for one that is called as it was shipped", most=100)
    status = Choice("whether what is in it is open, won or lost", STATUSES)
    probability = WholeNumber("how likely it is that what is in it is won, in percent", most=100)
    position = WholeNumber("its place among the stages, 1 for the first", least=1)
    retired = Flag("true when nothing more comes to it")
    rev = WholeNumber("the revision, 1 at first", least=1)
    updated_at = Instant("when it was last changed")


class OfferedTo(StructuredRel):
    """OFFERED_TO, Opportunity to Account: whom it is sold to, one at most."""


class Involves(StructuredRel):
    """INVOLVES, Opportunity, Contract, Order or ServiceRequest to each Contact who has a part in it."""

    role = Choice("their part in it", ROLES)
