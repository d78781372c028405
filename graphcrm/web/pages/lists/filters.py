"""The filters of a list as people see them: what each is called, how it is entered, and a chip for each that holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext as pgettext

from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import fields
from graphcrm.queries.records.kinds import KINDS
from graphcrm.web.pages.lists.asked import ME, Asked
from graphcrm.web.pages.staging import called as called_stage
from graphcrm.web.pages.staging import outcome
from graphcrm.web.pages.words import day, spoken

Input = Literal[
    "text", "choice", "account", "contact", "lead", "opportunity", "contract", "order", "service_request", "campaign",
    "stage", "user", "tag", "segment", "group", "flag", "day", "number",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter; `says` is its chip, where that is not "LABEL is VALUE", and of a flag `yes` and `no` are.

    One that `turns` may also ask for what is not so, what says nothing of it, and what says something.
    """

    name: str
    label: LazyString
    input: Input = "text"
    choices: tuple[str, ...] = ()
    says: LazyString | None = None
    yes: LazyString | None = None
    no: LazyString | None = None
    turns: bool = False
    words: Callable[[str], str] = spoken  # of a choice


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that holds, in words."""

    name: str
    says: str


def _choices(label: str, name: str) -> tuple[str, ...]:
    return tuple(fields({**NODES, **EDGES}[label])[name].choices)  # type: ignore[attr-defined]


_IS = _("%(label)s is %(value)s")
_IS_NOT = _("%(label)s is not %(value)s")
_KNOWN = {False: _("%(label)s is empty"), True: _("%(label)s is filled in")}
OPERATORS = {"is": _("is"), "not": _("is not"), "empty": _("is empty"), "filled": _("is filled in")}


def _turning(name: str, label: LazyString, of: str = "") -> Filter:
    """A field of the record: a text, or one of the choices that a class of the schema has."""
    return Filter(name, label, "choice" if of else "text", _choices(of, name) if of else (), turns=True)


_SEARCH = Filter("q", _("Words"), says=_("Matches “%(value)s”"))
_SEGMENT = Filter("segment", _("Segment"), "segment", says=_("In the segment %(value)s"))
_GROUP = Filter("group", _("Group"), "group", says=_("In the group %(value)s"))
_CAMPAIGN = Filter("campaign", _("Campaign"), "campaign", says=_("Asked to %(value)s"))
_TAG = Filter("tag", _("Tag"), "tag", turns=True)
_OWNED = (
    Filter("owner", _("Owner"), "user"),
    Filter("owned", _("Owned"), "flag", yes=_("Somebody’s"), no=_("Nobody’s")),
)
_CUSTOMER = (
    Filter("customer_from", _("Became a customer since"), "day", says=_("Became a customer since %(value)s")),
    Filter("customer_to", _("Became a customer by"), "day", says=_("Became a customer by %(value)s")),
)
_ABOUT = Filter("description_known", _("About"), "flag", yes=_("With something written"), no=_("With nothing written"))
_ADDED = (
    Filter("added_since", _("Added since"), "day", says=_("Added since %(value)s")),
    Filter("added_before", _("Added before"), "day", says=_("Added before %(value)s")),
    Filter("external_id", _("External id")),
)
_TIED = (
    Filter("account", _("Account"), "account", says=_("Of %(value)s")),
    Filter("contact", _("Who has a part"), "contact", says=_("%(value)s has a part")),
)
_AGREED = (
    _turning("currency", _("Currency")),
    Filter("amount_from", _("Amount, at least"), "number", says=_("Worth %(value)s or more")),
    Filter("amount_to", _("Amount, at most"), "number", says=_("Worth %(value)s or less")),
    Filter("number", _("Number")),
    *_TIED,
    Filter("opportunity", _("Came of"), "opportunity", says=_("Came of %(value)s")),
)
FILTERS: dict[str, tuple[Filter, ...]] = {
    "account": (
        _SEARCH,
        _SEGMENT,
        _GROUP,
        _turning("industry", _("Industry")),
        _turning("city", _("City")),
        _turning("region", _("Region")),
        _turning("country", _("Country")),
        _turning("kind", _("Kind"), "Account"),
        Filter("employees_from", _("Employees, at least"), "number", says=_("At least %(value)s employees")),
        Filter("employees_to", _("Employees, at most"), "number", says=_("At most %(value)s employees")),
        _turning("size_band", _("Size")),
        _turning("value_band", pgettext("of an account", "Value")),
        _turning("lifecycle", _("Lifecycle"), "Account"),
        *_CUSTOMER,
        _TAG,
        *_OWNED,
        Filter("website_known", _("Website"), "flag", yes=_("With a website"), no=_("Without a website")),
        Filter("hq_address_known", _("Head office"), "flag", yes=_("With a head office"), no=_("With no head office")),
        Filter("branch_addresses_known", _("Branches"), "flag", yes=_("With branches"), no=_("Without branches")),
        Filter("location_known", _("On the map"), "flag", yes=_("On the map"), no=_("Not on the map")),
        Filter("fax_known", _("Fax"), "flag", yes=_("With a fax number"), no=_("Without a fax number")),
        _ABOUT,
        Filter("placeholder", _("Placeholders"), "flag", yes=_("Only placeholders"), no=_("No placeholders")),
        *_ADDED,
    ),
    "contact": (
        _SEARCH,
        _SEGMENT,
        _GROUP,
        _CAMPAIGN,
        Filter("account", _("Works at"), "account", says=_("Works at %(value)s")),
        Filter("worked_at", _("Worked at"), "account", says=_("Worked at %(value)s")),
        Filter("role", _("Role"), "choice", _choices("WORKS_AT", "role")),
        _turning("lifecycle", _("Lifecycle"), "Contact"),
        *_CUSTOMER,
        _turning("preferred_channel", _("Preferred channel")),
        Filter("birthday_known", _("Birthday"), "flag", yes=_("With a birthday"), no=_("Without a birthday")),
        Filter("address_known", _("Address"), "flag", yes=_("With an address"), no=_("Without an address")),
        Filter("hobbies_known", _("Hobbies"), "flag", yes=_("With hobbies"), no=_("Without hobbies")),
        Filter("preferences_known", _("Preferences"), "flag", yes=_("With preferences"), no=_("Without preferences")),
        _ABOUT,
        _TAG,
        *_OWNED,
        Filter(
            "do_not_contact", _("May be contacted"), "flag",
            yes=_("Asked not to be contacted"), no=_("May be contacted"),
        ),
        *_ADDED,
    ),
    "lead": (
        _SEARCH,
        _SEGMENT,
        _CAMPAIGN,
        _turning("status", _("Status"), "Lead"),
        _turning("source_channel", _("Came from")),
        _TAG,
        *_OWNED,
        *_ADDED,
    ),
    "opportunity": (
        _SEARCH,
        Filter("stage", _("Stage"), "stage", turns=True),
        Filter("status", _("Status"), "choice", _choices("Opportunity", "status"), turns=True, words=outcome),
        _turning("currency", _("Currency")),
        Filter("amount_from", _("Amount, at least"), "number", says=_("Worth %(value)s or more")),
        Filter("amount_to", _("Amount, at most"), "number", says=_("Worth %(value)s or less")),
        Filter("closes_from", _("Expected close from"), "day", says=_("Expected to close from %(value)s on")),
        Filter("closes_to", _("Expected close by"), "day", says=_("Expected to close by %(value)s")),
        Filter("overdue", _("Overdue"), "flag", yes=_("Overdue"), no=_("Not overdue")),
        Filter("closing", _("Has a day"), "flag", yes=_("With an expected close"), no=_("Without an expected close")),
        Filter(
            "decider_left", _("Decision maker"), "flag",
            yes=_("A decision maker has left"), no=_("No decision maker has left"),
        ),
        Filter("account", _("Offered to"), "account", says=_("Offered to %(value)s")),
        Filter("contact", _("Who has a part"), "contact", says=_("%(value)s has a part")),
        Filter("team", _("Team"), says=_("Of the team %(value)s")),
        *_OWNED,
        *_ADDED,
    ),
    "contract": (
        _SEARCH,
        _turning("status", _("Status"), "Contract"),
        _turning("renewal", _("At its end"), "Contract"),
        Filter("renews_within", _("Renewal within days"), "number", says=_("To be renewed within %(value)s days")),
        Filter("running", _("Running"), "flag", yes=_("Running"), no=_("Not running")),
        *_AGREED,
        *_OWNED,
        *_ADDED,
    ),
    "order": (
        _SEARCH,
        _turning("status", _("Status"), "Order"),
        Filter("overdue", _("Overdue"), "flag", yes=_("Overdue"), no=_("Not overdue")),
        *_AGREED,
        *_OWNED,
        *_ADDED,
    ),
    "service_request": (
        _SEARCH,
        _turning("status", _("Status"), "ServiceRequest"),
        _turning("priority", _("Priority"), "ServiceRequest"),
        Filter("overdue", _("Overdue"), "flag", yes=_("Overdue"), no=_("Not overdue")),
        Filter("solved", _("Solved"), "flag", yes=_("Solved or closed"), no=_("Still to be solved")),
        Filter(
            "satisfaction_to", _("Satisfaction, at most"), "number", says=_("Satisfied by %(value)s of 5 at most")
        ),
        *_TIED,
        *_OWNED,
        *_ADDED,
    ),
    "campaign": (
        _SEARCH,
        _turning("kind", _("Kind"), "Campaign"),
        Filter("starts_from", _("Begins from"), "day", says=_("Begins on %(value)s or later")),
        Filter("starts_to", _("Begins by"), "day", says=_("Begins on %(value)s or before")),
        Filter("over", _("Over"), "flag", yes=_("Over"), no=_("Not over yet")),
        Filter("contact", _("Who comes"), "contact", says=_("%(value)s is asked to it")),
        *_OWNED,
        *_ADDED,
    ),
    "task": (
        _SEARCH,
        _turning("status", _("Status"), "Task"),
        _turning("kind", _("Kind"), "Task"),
        _turning("priority", _("Priority"), "Task"),
        Filter("due_from", _("Due from"), "day", says=_("Due from %(value)s on")),
        Filter("due_to", _("Due by"), "day", says=_("Due by %(value)s")),
        Filter("due_within", _("Due within days"), "number", says=_("Due within %(value)s days")),
        Filter("overdue", _("Overdue"), "flag", yes=_("Overdue"), no=_("Not overdue")),
        Filter("due", _("Has a day"), "flag", yes=_("Due on some day"), no=_("Due on no day")),
        Filter("about_account", _("About the account"), "account", says=_("About %(value)s")),
        Filter("about_contact", _("About the contact"), "contact", says=_("About %(value)s")),
        Filter("about_lead", _("About the lead"), "lead", says=_("About %(value)s")),
        Filter("about_opportunity", _("About the opportunity"), "opportunity", says=_("About %(value)s")),
        Filter("about_contract", _("About the contract"), "contract", says=_("About %(value)s")),
        Filter("about_order", _("About the order"), "order", says=_("About %(value)s")),
        Filter("about_service_request", _("About the service request"), "service_request", says=_("About %(value)s")),
        _TAG,
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
    return [chip for one in FILTERS[kind] for chip in _chips(one, asked, called)]


def _chips(one: Filter, asked: Asked, called: Mapping[str, str]) -> Iterator[Chip]:
    value = getattr(asked, one.name)
    if value is not None:
        said = _said(one, value, called)
        yield Chip(
            one.name, said if one.input == "flag" else str((one.says or _IS) % {"label": one.label, "value": said})
        )
    if not one.turns:
        return
    if (other := getattr(asked, f"{one.name}_not")) is not None:
        said = called.get(f"{one.name}_not") or _said(one, other, called)
        yield Chip(f"{one.name}_not", str(_IS_NOT % {"label": one.label, "value": said}))
    if (known := getattr(asked, f"{one.name}_known")) is not None:
        yield Chip(f"{one.name}_known", str(_KNOWN[known] % {"label": one.label}))


def _said(one: Filter, value: object, called: Mapping[str, str]) -> str:
    if one.name == "owner" and value == ME:
        return str(_("me"))
    if one.input == "flag":
        return str(one.yes if value else one.no)
    if one.input == "choice":
        return one.words(str(value))
    if one.input == "stage":
        return called_stage(str(value))
    return day(value) if isinstance(value, date) else called.get(one.name, str(value))


def built(kind: str, sent: Mapping[str, str]) -> dict[str, str | None]:
    """What a form of `by`, `op` and `value` makes of an address: the filter, and none of it in another way."""
    name, operator, value = (sent.get(part, "").strip() for part in ("by", "op", "value"))
    if not any(one.name == name and one.turns for one in FILTERS[kind]):
        return {}
    known = {"empty": "false", "filled": "true"}.get(operator)
    made = (f"{name}_known", known) if known else (f"{name}_not" if operator == "not" else name, value or None)
    return dict.fromkeys((name, f"{name}_not", f"{name}_known")) | {made[0]: made[1]}
