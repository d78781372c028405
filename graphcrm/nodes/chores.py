"""Chores: what is done by itself, and when it was."""

from __future__ import annotations

from neomodel import StructuredNode

from graphcrm.nodes.properties import Instant, Text


class Chore(StructuredNode):
    """One chore: of several programs that look whether it is due, one takes it."""

    uid = Text("its name", unique_index=True, required=True)
    done_at = Instant("when it was done last")
    taken_until = Instant("until when another program may not take it: one that fell over loses it then")
    failed = Text("what went wrong the last time; empty where nothing did")
