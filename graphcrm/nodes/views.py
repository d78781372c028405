"""Saved views: a page with its parameters under a name; and the edges by which users keep things at hand."""

from __future__ import annotations

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Choice, Flag, Instant, Json, LongText, Text, WholeNumber

PAGES = (
    "accounts", "contacts", "leads", "opportunities", "contracts", "orders", "service_requests", "campaigns", "tasks",
    "paths", "network",
)  # fmt: skip


class SavedView(StructuredNode):
    """A page with its parameters, saved by one user. It is no record: it has no history, and no export has it."""

    uid = Text("its id", unique_index=True, required=True)
    name = Text("what it is called, in its user's words", most=100, required=True)
    of = Choice("the page", PAGES, required=True)
    target = Text("of paths and the network: the uid of the record that they are about; empty for none", index=True)
    parameters = LongText("those of the address, as they stand in it: status=new&sort=-name")
    state = Json("of the network: what is shown, as the page keeps it; uids and settings, no names")
    shared = Flag("true where the user's team and the teams below it see it")
    created_at = Instant("when it was saved")
    updated_at = Instant("when it was last changed")
    removed_at = Instant("when it was deleted, while that can be undone; empty while it is there")
    rev = WholeNumber("the revision, 1 at first", least=1)


class Saved(StructuredRel):
    """SAVED, User to SavedView: whose it is."""


class Pinned(StructuredRel):
    """PINNED, User to SavedView: it stands first for that user."""

    place = WholeNumber("where among their pinned ones, 0 for the first")


class Starred(StructuredRel):
    """STARRED, User to Account, Contact or Lead: that user wants it at hand."""

    at = Instant("when")
