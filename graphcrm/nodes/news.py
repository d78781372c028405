"""The news of a move: that users were told of it, and what each of them did with that."""

from __future__ import annotations

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Choice, Day, Instant, Text, TextList

STATES = ("new", "acknowledged", "dismissed")
WHYS = ("owner", "starred", "left", "joined")


class MoveNews(StructuredNode):
    """A move that users were told of: FOR a contact, who LEFT an account and JOINED one. It is no record: it has no
    history, no export has it, and it is forgotten after a quarter."""

    uid = Text("that of the job that began", unique_index=True, required=True)
    moved_on = Day("the earliest day on which that may have been")
    at = Instant("when they were told", index=True)


class Tells(StructuredRel):
    """TELLS, MoveNews to each User who was told."""

    why = TextList(
        "why they were: whose contact it is (owner), who starred one of the three, the team of either account"
    )
    state = Choice("what they did with it", STATES)
    done_at = Instant("when they did")
