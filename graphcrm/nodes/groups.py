"""Groups: contacts and accounts that somebody has put together, one by one, under a name."""

from __future__ import annotations

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Flag, Instant, Text, WholeNumber


class Group(StructuredNode):
    """A set of contacts and accounts, kept by one user. As a saved view it is no record: it has no history."""

    uid = Text("its id", unique_index=True, required=True)
    name = Text("what it is called, in its user's words", most=100, required=True)
    shared = Flag("true where the user's team and the teams below it see it")
    created_at = Instant("when it was made")
    updated_at = Instant("when it was last changed")
    removed_at = Instant("when it was deleted, while that can be undone; empty while it is there")
    rev = WholeNumber("the revision, 1 at first", least=1)


class Keeps(StructuredRel):
    """KEEPS, User to Group: whose it is."""


class InGroup(StructuredRel):
    """IN_GROUP, Contact or Account to Group."""

    recorded_at = Instant("when it was put there")
    recorded_by = Text("uid of the user who did")
