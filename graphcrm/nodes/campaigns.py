"""Campaigns: what we do for many at once, a meeting, a training, an exhibition, and who is asked and comes."""

from __future__ import annotations

from graphcrm.nodes.base import Owned
from graphcrm.nodes.edges import RecordedEdge
from graphcrm.nodes.properties import Amount, Choice, Currency, Day, LongText, Text

KINDS = ("meeting", "training", "exhibition", "campaign", "other")
STATUSES = ("invited", "registered", "attended", "no_show")


class Campaign(Owned):
    """A meeting, training, exhibition or campaign that contacts and leads ATTEND; whose it is, ASSIGNED_TO says."""

    name = Text("what it is called", required=True, index=True)
    kind = Choice("what it is", KINDS)
    start_on = Day("the first day")
    end_on = Day("the last day; empty for one that lasts a day")
    place = Text("where it is")
    cost = Amount("what it costs")
    currency = Currency("in which currency, as EUR or CNY")
    description = LongText("what is worth knowing of it")


class Attends(RecordedEdge):
    """ATTENDS, Contact or Lead to Campaign: whether they are asked, and come."""

    status = Choice("how far that is", STATUSES, required=True)
    on = Day("the day since which it is so")
