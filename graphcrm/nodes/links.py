"""The other edges: lines between people and between accounts, belonging, and what the program itself keeps."""

from __future__ import annotations

from neomodel import StructuredRel

from graphcrm.nodes.edges import DatedEdge, RecordedEdge
from graphcrm.nodes.properties import Choice, Flag, Instant, Label, Text, WholeNumber

RELATIONS = ("family", "friend", "mentor", "school")


class ReportsTo(DatedEdge):
    """REPORTS_TO, Contact to Contact: who answers to whom."""


class RelatedTo(DatedEdge):
    """RELATED_TO, Contact to Contact: what else ties two people."""

    relation = Choice("what they are to each other", RELATIONS)


class SubsidiaryOf(DatedEdge):
    """SUBSIDIARY_OF, Account to Account: the first belongs to the second."""


class PartnerOf(DatedEdge):
    """PARTNER_OF, Account to Account."""


class SucceededBy(DatedEdge):
    """SUCCEEDED_BY, Account to Account: whoever works at the first then, works at the second from its date on."""


class ConvertedTo(RecordedEdge):
    """CONVERTED_TO, Lead to the Contact and the Account that it became."""

    at = Instant("when", required=True)
    by = Text("uid of the user who did; empty for the command line")


class HasHandle(StructuredRel):
    """HAS_HANDLE, Account, Contact, Lead or User to Handle."""

    label = Label("work, home, …")
    primary = Flag("the one to use")


class MemberOf(StructuredRel):
    """MEMBER_OF, User to Team."""


class PartOf(StructuredRel):
    """PART_OF, Team to the Team above it."""


class Is(StructuredRel):
    """IS, User to Contact: the user's own contact record."""


class HasToken(StructuredRel):
    """HAS_TOKEN, User to ApiToken."""


class HasCredential(StructuredRel):
    """HAS_CREDENTIAL, User to Credential."""


class On(StructuredRel):
    """ON, Revision to each History that it is part of."""


class For(StructuredRel):
    """FOR, Move and MoveNews to the Contact who moved."""


class Left(StructuredRel):
    """LEFT, Move and MoveNews to the Account that was left."""


class Joined(StructuredRel):
    """JOINED, Move and MoveNews to the Account that was entered."""


class Trashed(StructuredRel):
    """TRASHED: an edge that is set aside with all its properties while one of its nodes is in the trash.

    So nothing that walks along edges can meet what is in the trash.
    """

    type = Text("the type of the edge that it was, and will be", required=True)
    uid = Text("that of the edge: an import must not use it for another meanwhile", index=True)
    event = Text("of an interaction: the event, whose parts are changed and removed together", index=True)
    behind = WholeNumber("of what is of one account, or came of one opportunity: of how many it was since; empty: none")
