"""Notifications: what users are told of that others did with what is theirs."""

from __future__ import annotations

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Choice, Instant, Text

KINDS = ("assigned", "released", "asked", "answered", "withdrawn", "found", "moved", "moves", "late")


class Notification(StructuredNode):
    """One thing that one user is told. It is no record: it has no history, and no export has it."""

    uid = Text("its id; those of later ones are behind it", unique_index=True, required=True)
    at = Instant("when it was", index=True)
    kind = Choice(
        "what it is about: given to them, taken from them, asked for an introduction, answered, not asked any more, "
        "found by an automation, somebody moved, many did, it is late",
        KINDS,
    )
    change = Text("the change that did it: with its undo the notification goes", index=True)
    by = Text("the uid of the user who did it; empty for the program itself")
    label = Text("the label of what it is about")
    of = Text("the uid of what it is about", index=True)


class UnreadBy(StructuredRel):
    """UNREAD_BY, Notification to the User who is told: how many there are is counted without reading any."""


class ReadBy(StructuredRel):
    """READ_BY, Notification to the User who has read it."""
