"""Introductions that somebody was asked for: along which path, in which words, and what came of it."""

from __future__ import annotations

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Choice, Day, Instant, Json, LongText, Text, WholeNumber

STATES = ("asked", "accepted", "met", "declined")
LANGUAGES = ("en", "zh")


class Introduction(StructuredNode):
    """A request to be introduced to somebody at an account. It is no record: who sees it is said by who is in it."""

    uid = Text("its id; UUIDs of version 7, so they are in the order of time", unique_index=True, required=True)
    state = Choice("how far it is", STATES, required=True)
    language = Choice("the language of the letters", LANGUAGES, required=True)
    way = Text("the uids of the people along the path, the user first, with commas", required=True)
    hops = WholeNumber("how many contacts are along the path: all of them have to be seen", least=1, most=3)
    evidence = Json("what the path rested on when it was asked for, by uids, numbers and dates")
    subject = Text("the subject of the note")
    note = LongText("the note that asks whether the connector is willing")
    letter = LongText("the lines that the connector forwards; empty where the person reached is asked directly")
    remark = LongText("what came of it, in the words of who asked")
    asked_on = Day("the day on which it was asked for", required=True)
    accepted_on = Day("the day on which the connector said yes")
    met_on = Day("the day on which both met")
    declined_on = Day("the day on which somebody said no")
    created_at = Instant("when it was recorded")
    updated_at = Instant("when it was last changed")
    rev = WholeNumber("the revision, 1 at first", least=1)


class Asked(StructuredRel):
    """ASKED, User to Introduction: who asked for it."""


class KnownTo(StructuredRel):
    """KNOWN_TO, Introduction to User: who of us knows the first contact along the path."""


class Through(StructuredRel):
    """THROUGH, Introduction to each Contact along the path."""

    place = WholeNumber("where along the path: 0 for the first, the last is the one reached", most=2)


class Into(StructuredRel):
    """INTO, Introduction to the Account."""
