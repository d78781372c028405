"""The columns that a list may have: what each is called, how it is drawn, what it says, and how it is sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext as pgettext

from graphcrm.nodes.service_requests import RUNS
from graphcrm.queries.records.entry import Entry


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `shape` is how its cells are drawn (lists/cells.html), `says` what a file has in them. `sort` is an order of the
    list by it, `field` the field that is changed in it, and `first` whether it is shown to who chose none.
    """

    name: str
    label: LazyString
    shape: str
    says: Callable[[Entry], Any]
    sort: str | None = None
    field: str | None = None
    first: bool = True


def _own(
    name: str, label: LazyString, shape: str = "text", *, sort: str | None = None, first: bool = True, edit: bool = True
) -> Column:
    """A field of the record itself."""
    return Column(name, label, shape, lambda row: row.fields.get(name), sort, name if edit else None, first)


def _job(name: str) -> Callable[[Entry], Any]:
    """A part of the job that a contact holds."""
    return lambda row: getattr(row.more.job, name, None)


def _due(row: Entry) -> str | None:
    """The day by which something is due."""
    return None if row.fields["due"] in {None, "~"} else row.fields["due"]


def due_of(row: Entry) -> str | None:
    """The moment by which a service request is to be answered, or else solved; None while its clock stands still."""
    said = row.fields
    return (said["solve_by"] if said["answered_at"] else said["answer_by"]) if said["status"] in RUNS else None


def _strength(row: Entry) -> float | None:
    """Further digits change from second to second."""
    return None if row.strength is None else round(row.strength, 3)


_NAME = Column("name", _("Name"), "name", lambda row: row.name, "name", "name")
_OWNER = Column("owner", _("Owner"), "owner", lambda row: row.more.owner[1] if row.more.owner else None, field="owner")
_LAST = Column("last", _("Last contact"), "last", lambda row: row.more.last.at if row.more.last else None)
_OF_ACCOUNT = Column("account", _("Company"), "offered", lambda row: row.more.account[1] if row.more.account else None)
_TAGS = Column(
    "tags", _("Tags"), "tags", lambda row: "; ".join(tag["name"] for tag in row.fields["tags"]) or None, first=False
)
_TIMES = (
    Column("created_at", _("Added"), "day", lambda row: row.created_at, "-created_at", first=False),
    Column("updated_at", _("Changed"), "day", lambda row: row.updated_at, "-updated_at", first=False),
    Column("external_id", _("External id"), "text", lambda row: row.external_id, first=False),
)
COLUMNS: dict[str, tuple[Column, ...]] = {
    "account": (
        _NAME,
        _own("industry", _("Industry")),
        _own("city", _("City")),
        _own("region", _("Region"), first=False),
        _own("country", _("Country"), first=False),
        _own("kind", _("Kind"), "code", first=False),
        _own("employee_count", _("Employees"), "number", sort="-employee_count"),
        _own("size_band", _("Size"), first=False),
        _own("value_band", pgettext("of an account", "Value"), sort="value_band", first=False),
        Column("people", _("People here"), "people", lambda row: row.more.people),
        Column("known", _("Known to us"), "known", lambda row: row.more.known),
        Column("last", _("Last contact"), "day", lambda row: row.more.last_at),
        _own("lifecycle", _("Lifecycle"), "code"),
        _TAGS,
        _OWNER,
        *_TIMES,
    ),
    "contact": (
        _NAME,
        Column("title", _("Title"), "title", _job("title"), field="title"),
        Column("account", _("Company"), "account", _job("account_name")),
        Column("since", _("Since"), "entered", _job("since")),
        Column("city", _("City"), "text", _job("city")),
        Column("role", _("Role"), "code", _job("role"), first=False),
        Column("strength", _("My tie"), "strength", _strength),
        _LAST,
        _own("lifecycle", _("Lifecycle"), "code", first=False),
        _TAGS,
        _OWNER,
        *_TIMES,
    ),
    "lead": (
        _NAME,
        _own("company_name", _("Company"), sort="company_name"),
        _own("title", _("Title")),
        _own("status", _("Status"), "code"),
        _own("source_channel", _("Came from")),
        _LAST,
        _TAGS,
        _OWNER,
        *_TIMES,
    ),
    "opportunity": (
        _NAME,
        Column("account", _("Company"), "offered", lambda row: row.more.account[1] if row.more.account else None),
        _own("stage", _("Stage"), "stage"),
        _own("amount", _("Amount"), "amount", sort="-amount"),
        _own("currency", _("Currency"), first=False),
        _own("probability", _("Probability"), "number", first=False),
        _own("expected_close", _("Expected close"), "entered", sort="expected_close"),
        _own("stage_since", _("In its stage since"), "moment", edit=False),
        _own("status", _("Status"), "code", first=False, edit=False),
        _own("closed_at", _("Closed"), "moment", first=False, edit=False),
        _OWNER,
        *_TIMES,
    ),
    "contract": (
        _NAME,
        _own("number", _("Number"), first=False),
        _OF_ACCOUNT,
        _own("status", _("Status"), "code"),
        _own("amount", _("Amount"), "amount", sort="-amount"),
        _own("currency", _("Currency"), first=False),
        _own("start", _("From"), "entered"),
        _own("end", _("Until"), "entered"),
        Column("due", _("Renewal"), "entered", _due, "due"),
        _own("renewal", _("At its end"), "code", first=False),
        _own("notice_on", _("Notice by"), "entered", first=False),
        _own("signed_on", _("Signed"), "entered", first=False),
        _own("payment_terms", _("Payment"), first=False),
        _OWNER,
        *_TIMES,
    ),
    "order": (
        _NAME,
        _own("number", _("Number")),
        _OF_ACCOUNT,
        _own("status", _("Status"), "code"),
        _own("amount", _("Amount"), "amount", sort="-amount"),
        _own("currency", _("Currency"), first=False),
        _own("ordered_on", _("Ordered"), "entered"),
        Column("due", _("To be delivered"), "entered", _due, "due"),
        _own("deliver_by", _("Delivery"), "entered", first=False),
        _own("start", _("From"), "entered", first=False),
        _own("end", _("Until"), "entered", first=False),
        _own("payment_terms", _("Payment"), first=False),
        _OWNER,
        *_TIMES,
    ),
    "service_request": (
        _NAME,
        _OF_ACCOUNT,
        _own("priority", _("Priority"), "code"),
        _own("status", _("Status"), "code"),
        Column("due", _("Due"), "clock", due_of, "due"),
        _own("asked_at", _("Asked"), "moment", edit=False),
        _own("solved_at", _("Solved"), "moment", first=False, edit=False),
        _own("satisfaction", _("Satisfaction"), "number", first=False),
        _OWNER,
        *_TIMES,
    ),
    "campaign": (
        _NAME,
        _own("kind", _("Kind"), "code"),
        _own("start_on", _("First day"), "entered", sort="-start_on"),
        _own("end_on", _("Last day"), "entered", first=False),
        _own("place", _("Place")),
        Column("asked", _("People asked"), "several", lambda row: row.more.asked),
        Column("came", _("Came"), "several", lambda row: row.more.came),
        _own("cost", _("Cost"), "amount", first=False),
        _own("currency", _("Currency"), first=False),
        _OWNER,
        *_TIMES,
    ),
    "task": (
        _NAME,
        Column("due_on", _("Due"), "due", lambda row: row.fields.get("due_on"), "due_on", "due_on"),
        Column("about", _("About whom"), "about", lambda row: "; ".join(one[2] for one in row.more.about) or None),
        _own("kind", _("Kind"), "code"),
        _own("priority", _("Priority"), "code", first=False),
        _own("status", _("Status"), "code"),
        _own("repeats", _("Repeats"), "repeats", first=False),
        _TAGS,
        _OWNER,
        *_TIMES,
    ),
}


def allowed(kind: str, *, ties: bool, hidden: Iterable[str]) -> list[Column]:
    """The columns that somebody may choose: without what is hidden from them, and without ties where those are."""
    without = {*hidden} | (set() if ties else {"strength"})
    return [column for column in COLUMNS[kind] if column.name not in without]


def chosen(columns: Iterable[Column], names: Iterable[str]) -> list[Column]:
    """Those of some names, and always the record's own; where none is named, those that are shown first."""
    columns, names = list(columns), set(names)
    known = names & {column.name for column in columns}
    return [column for column in columns if column.name == "name" or (column.name in known if known else column.first)]
