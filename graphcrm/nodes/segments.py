"""Segments: questions over records that are asked anew each time, saved under a name."""

from __future__ import annotations

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Choice, Flag, Instant, LongText, Text, TextList, WholeNumber

KINDS = ("contact", "account", "lead")


class Segment(StructuredNode):
    """A question, saved by one user. As a saved view it is no record: it has no history."""

    uid = Text("its id", unique_index=True, required=True)
    name = Text("what it is called, in its user's words", most=100, required=True)
    kind = Choice("which records it is of", KINDS, required=True)
    conditions = LongText("a list of groups of conditions as JSON: of each group one, of all groups each is to be so")
    shared = Flag("true where the user's team and the teams below it see it")
    sizes = TextList("how many records its user saw in it, each as 2026-05-17 12: one a day, the latest last")
    created_at = Instant("when it was saved")
    updated_at = Instant("when it was last changed")
    removed_at = Instant("when it was deleted, while that can be undone; empty while it is there")
    rev = WholeNumber("the revision, 1 at first", least=1)


class Asks(StructuredRel):
    """ASKS, User to Segment: whose it is."""
