"""What every record has."""

from __future__ import annotations

import re

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Day, Instant, LongText, Stored, Text, WholeNumber

UID_PATTERN = r"[A-Za-z0-9._:~-]{1,64}"
CUSTOM_NAME_MOST = 100  # characters of a custom field's name
# What is kept on opportunities for the board and the forecast (queries/opportunities/keep_lanes.cypher), and on
# tasks, contracts, orders and service requests for their lists (services/kept.py).
LANED = ("lane", "due", "whose", "coin", "worth", "chance", "clock", "remind_on", "reminded_for", "told_of")
BOUNDS = ("start_min", "start_max", "end_min", "end_max")
# What the program itself keeps about a record or an edge, and no file says.
OURS = frozenset({
    "uid", "created_at", "updated_at", "deleted_at", "recorded_at", "recorded_by", "rev", "carried_from",
    *BOUNDS, "owner", "owner_until", "digest_on",
    "customer_since", "proposed", *LANED,
})  # fmt: skip
_NOT_A_WORD = re.compile(r"\W+")


class Record(StructuredNode):
    """The properties of every node that stands for a record."""

    __abstract_node__ = True

    uid = Text("who or what this is, for ever; an import's own id where it is fit", unique_index=True, required=True)
    external_id = Text("an import's id that was not fit to be a uid", index=True)
    source = Text("the import or program that brought it")
    created_at = Instant("when it was recorded")
    updated_at = Instant("when it was last changed")
    rev = WholeNumber("the revision, 1 at first and one more with each change", least=1)
    deleted_at = Instant("when it was put into the trash; empty while it is not", index=True)


class Owned(Record):
    """A record that is somebody's: what its assignments say is kept on it, so that queries can ask by it."""

    __abstract_node__ = True

    owner = Text("the uid of the user whose it is today; derived from ASSIGNED_TO")
    owner_until = Day("the first day on which that may be another; derived", index=True)


def fields(cls: type[StructuredNode | StructuredRel]) -> dict[str, Stored]:
    """The properties a node or edge class defines, by the name they have in the graph."""
    defined = cls.defined_properties(aliases=False, rels=False)
    found: dict[str, Stored] = {prop.get_db_property_name(name): prop for name, prop in defined.items()}
    for name, prop in found.items():
        prop.name = prop.name or name  # neomodel does not name what a class inherits, and a refusal is to say it
    return found


def custom_key(name: str) -> str:
    """The property in which the custom field of a name is kept, `x_…`; empty for a name without a letter or digit."""
    key = _NOT_A_WORD.sub("_", name.lower()).strip("_")
    return key if key.startswith("x_") or not key else f"x_{key}"


def custom_field(key: str) -> LongText:
    """What the text in a custom field may be."""
    field = LongText("a custom field")
    field.name = key
    return field
