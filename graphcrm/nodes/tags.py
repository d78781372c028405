"""Tags: words of one's own that records are marked with."""

from __future__ import annotations

import unicodedata
from zlib import crc32

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Choice, Instant, Text, WholeNumber

COLOURS = ("grey", "red", "orange", "yellow", "green", "teal", "blue", "purple")
NAME_MOST = 60


class Tag(StructuredNode):
    """A word that records are TAGGED with; no two have one name, whatever their letters' case."""

    uid = Text("its id", unique_index=True, required=True)
    name = Text("what it is called, as who made it wrote it", most=NAME_MOST, required=True)
    key = Text("the name without its letters' case; empty once the tag is deleted", unique_index=True)
    colour = Choice("the colour in which it is shown", COLOURS)
    created_at = Instant("when it was made")
    updated_at = Instant("when it was last changed")
    removed_at = Instant("when it was deleted, or merged into another; what it was on keeps it for an undo")
    merged_into = Text("uid of the tag that it was merged into; empty for most")
    rev = WholeNumber("the revision, 1 at first", least=1)


class Tagged(StructuredRel):
    """TAGGED, Account, Contact, Lead or Task to Tag."""

    merged = Text("the change that merged another tag of the record into this one; empty for most")


def key_of(name: str) -> str:
    """What makes two names of tags one."""
    return unicodedata.normalize("NFKC", name).casefold()


def colour_of(key: str) -> str:
    """The colour that a tag has until somebody gives it another: the same wherever it is made."""
    return COLOURS[crc32(key.encode()) % len(COLOURS)]
