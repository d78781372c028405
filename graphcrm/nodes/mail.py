"""Mail templates: what users write again and again."""

from __future__ import annotations

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Flag, Instant, LongText, Text, WholeNumber


class MailTemplate(StructuredNode):
    """A mail with places in it, written by one user. It is no record: it has no history, and no export has it."""

    uid = Text("its id", unique_index=True, required=True)
    name = Text("what it is called", most=100, required=True)
    subject = Text("the subject; {name} stands for who is written to", most=300)
    text = LongText("the text, with places such as {given_name}, {company} and {my_name}")
    shared = Flag("true where the user's team and the teams below it have it too")
    created_at = Instant("when it was written")
    updated_at = Instant("when it was last changed")
    removed_at = Instant("when it was deleted, while that can be undone; empty while it is there")
    rev = WholeNumber("the revision, 1 at first", least=1)


class Wrote(StructuredRel):
    """WROTE, User to MailTemplate: whose it is."""
