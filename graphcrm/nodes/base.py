"""What every record has."""

from __future__ import annotations

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Instant, Stored, Text, WholeNumber

UID_PATTERN = r"[A-Za-z0-9._:~-]{1,64}"


class Record(StructuredNode):
    """The properties of every node that stands for a record."""

    __abstract_node__ = True

    uid = Text("who or what this is, for ever; an import's own id where it is fit", unique_index=True, required=True)
    external_id = Text("an import's id that was not fit to be a uid", index=True)
    source = Text("the import or program that brought it")
    created_at = Instant("when it was recorded")
    updated_at = Instant("when it was last changed")
    rev = WholeNumber("the revision, 1 at first and one more with each change", least=1)
    deleted_at = Instant("when it was put into the trash; empty while it is not")


def fields(cls: type[StructuredNode | StructuredRel]) -> dict[str, Stored]:
    """The properties a node or edge class defines, by the name they have in the graph."""
    defined = cls.defined_properties(aliases=False, rels=False)
    return {prop.get_db_property_name(name): prop for name, prop in defined.items()}
