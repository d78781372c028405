"""The filters of a list as people see them: what each is called, how it is entered, and a chip for each that holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import fields
from graphcrm.queries.records.kinds import KINDS
from graphcrm.web.pages.lists.asked import ME, Asked
from graphcrm.web.pages.words import day, spoken

Input = Literal["text", "choice", "account", "user", "flag", "day", "number"]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: `says` is its chip, with the value in the place of `value`; None: the value says it."""

    name: str
    label: LazyString
    says: LazyString | None
    input: Input = "text"
    choices: tuple[str, ...] = ()
    yes: LazyString | None = None
    no: LazyString | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that holds, in words."""

    name: str
    says: str


def _choices(label: str, name: str) -> tuple[str, ...]:
    return tuple(fields({**NODES, **EDGES}[label])[name].choices)  # type: ignore[attr-defined]


_SEARCH = Filter("q", _("Words"), _("Matches “%(value)s”"))
_OWNED = (
    Filter("owner", _("Owner"), _("Owner is %(value)s"), "user"),
    Filter("owned", _("Owned"), None, "flag", yes=_("Somebody’s"), no=_("Nobody’s")),
)
_ADDED = (
    Filter("added_since", _("Added since"), _("Added since %(value)s"), "day"),
    Filter("added_before", _("Added before"), _("Added before %(value)s"), "day"),
    Filter("external_id", _("External id"), _("External id is %(value)s")),
)
_LIFECYCLE = Filter(
    "lifecycle", _("Lifecycle"), _("Lifecycle is %(value)s"), "choice", _choices("Contact", "lifecycle")
)
FILTERS: dict[str, tuple[Filter, ...]] = {
    "account": (
        _SEARCH,
        Filter("industry", _("Industry"), _("Industry is %(value)s")),
        Filter("city", _("City"), _("City is %(value)s")),
        Filter("region", _("Region"), _("Region is %(value)s")),
        Filter("country", _("Country"), _("Country is %(value)s")),
        Filter("kind", _("Kind"), _("Kind is %(value)s"), "choice", _choices("Account", "kind")),
        Filter("employees_from", _("Employees, at least"), _("At least %(value)s employees"), "number"),
        Filter("employees_to", _("Employees, at most"), _("At most %(value)s employees"), "number"),
        Filter("size_band", _("Size"), _("Size is %(value)s")),
        _LIFECYCLE,
        *_OWNED,
        Filter("placeholder", _("Placeholders"), None, "flag",
               yes=_("Only placeholders"), no=_("No placeholders")),
        *_ADDED,
    ),
    "contact": (
        _SEARCH,
        Filter("account", _("Works at"), _("Works at %(value)s"), "account"),
        Filter("worked_at", _("Worked at"), _("Worked at %(value)s"), "account"),
        Filter("role", _("Role"), _("Role is %(value)s"), "choice", _choices("WORKS_AT", "role")),
        _LIFECYCLE,
        *_OWNED,
        Filter("do_not_contact", _("May be contacted"), None, "flag",
               yes=_("Asked not to be contacted"), no=_("May be contacted")),
        *_ADDED,
    ),
    "lead": (
        _SEARCH,
        Filter("status", _("Status"), _("Status is %(value)s"), "choice", _choices("Lead", "status")),
        Filter("source_channel", _("Came from"), _("Came from %(value)s")),
        *_OWNED,
        *_ADDED,
    ),
}  # fmt: skip


def offered(kind: str, hidden: Iterable[str]) -> list[Filter]:
    """The filters that somebody may ask by: none that tells of a field that is hidden from them."""
    without, tells = {*hidden}, KINDS[kind].tells
    return [one for one in FILTERS[kind] if tells.get(one.name, one.name) not in without]


def chips(kind: str, asked: Asked, called: Mapping[str, str]) -> list[Chip]:
    """The filters that hold; `called` are the names of the records that they name."""
    held = [(one, getattr(asked, one.name, None)) for one in FILTERS[kind]]
    return [Chip(one.name, _chip(one, _said(one, value, called))) for one, value in held if value is not None]


def _chip(one: Filter, value: str) -> str:
    return value if one.says is None else str(one.says % {"value": value})


def _said(one: Filter, value: object, called: Mapping[str, str]) -> str:
    if one.name == "owner" and value == ME:
        return str(_("me"))
    if one.input == "flag":
        return str(one.yes if value else one.no)
    if one.input == "choice":
        return spoken(str(value))
    return day(value) if isinstance(value, date) else called.get(one.name, str(value))
