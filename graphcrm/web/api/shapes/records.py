"""Accounts, contacts, leads, users: one, with all that is recorded of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from graphcrm.access import many
from graphcrm.queries.accounts.account import Account
from graphcrm.queries.campaigns.campaign import Campaign
from graphcrm.queries.contacts.contact import Contact
from graphcrm.queries.leads.lead import Lead
from graphcrm.queries.opportunities.opportunity import Opportunity
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.queries.tasks.task import Task
from graphcrm.queries.users.user_record import UserRecord
from graphcrm.services.opportunities import stays_of
from graphcrm.web.api.shapes.base import PersonRef, Ref, Shape, TagRef

Plain = str | int | float | bool
ROLE = "decision_maker, influencer, buyer, user, gatekeeper, other; null: not said"


class HandleBody(Shape):
    """Where somebody is reached."""

    kind: Literal["email", "phone", "domain", "wechat", "linkedin"]
    value: str = Field(description="in its normal form")
    label: str | None = Field(description="work, home, …")
    primary: bool = Field(description="the one to use")


class RecordBody(Shape):
    """What every record has."""

    uid: str
    name: str
    rev: int = Field(description="one more with each change; also the ETag")
    external_id: str | None = Field(description="an import's id that was not fit to be a uid")
    source: str | None = Field(description="the import or program that brought it")
    created_at: datetime | None
    updated_at: datetime | None
    custom: dict[str, Plain | list[Plain]] = Field(
        description="the custom fields, by the names of their properties: x_…"
    )


class ReachedBody(RecordBody):
    """What has addresses."""

    handles: list[HandleBody] = Field(description="where it is reached; the ones to use first")


class LeadRef(Ref):
    """A lead that became this record."""

    at: datetime = Field(description="when")


class BecameRef(Ref):
    """What a lead became."""

    kind: Literal["contact", "account", "opportunity"]
    at: datetime = Field(description="when")


class LocationBody(Shape):
    """A place on the globe, in degrees."""

    latitude: float
    longitude: float


class AccountBody(ReachedBody):
    """An account."""

    aliases: list[str]
    domains: list[str]
    kind: str | None
    industry: str | None
    size_band: str | None
    employee_count: int | None
    fax: str | None
    website: str | None
    description: str | None
    hq_address: str | None
    branch_addresses: list[str]
    country: str | None
    region: str | None
    city: str | None
    location: LocationBody | None
    lifecycle: str | None = Field(description="how far it is with us on the day")
    lifecycle_since: date | None = Field(description="since when; the first day where a month or a year is known")
    lifecycle_trail: list[str] = Field(description="how far it was, the first first: the word, and since when")
    customer_since: date | None = Field(description="when it last became a customer; null: never, or nobody knows when")
    value_band: str | None
    placeholder: bool = Field(description="true for Freelance, Unknown and the like: never a shared workplace")
    stints: int = Field(description="jobs known there, of all times")
    converted_from: list[LeadRef] = Field(description="the leads that it was, the first first")
    tags: list[TagRef] = Field(description="what it is tagged with, by name")
    owner: Ref | None = Field(description="the user it is assigned to on the day; null for none")


class ContactBody(ReachedBody):
    """A contact."""

    given_name: str | None
    family_name: str | None
    other_names: list[str]
    description: str | None
    birthday: date | None
    address: str | None
    hobbies: list[str]
    preferences: str | None
    preferred_channel: str | None
    lifecycle: str | None = Field(description="how far it is with us on the day")
    lifecycle_since: date | None = Field(description="since when; the first day where a month or a year is known")
    lifecycle_trail: list[str] = Field(description="how far it was, the first first: the word, and since when")
    customer_since: date | None = Field(description="when it last became a customer; null: never, or nobody knows when")
    do_not_contact: bool
    converted_from: list[LeadRef] = Field(description="the leads that they were, the first first")
    tags: list[TagRef] = Field(description="what it is tagged with, by name")
    owner: Ref | None = Field(description="the user they are assigned to on the day; null for none")


class LeadBody(ReachedBody):
    """A lead."""

    company_name: str | None
    title: str | None
    source_channel: str | None
    status: str | None
    description: str | None
    tags: list[TagRef] = Field(description="what it is tagged with, by name")
    owner: Ref | None = Field(description="the user it is assigned to on the day; null while it is in the pool")
    converted_to: list[BecameRef] = Field(description="what it became, the contact first")


class TaskBody(RecordBody):
    """What is to be done."""

    description: str | None
    kind: str | None = Field(description="what it takes: call, email, message, meeting, other")
    priority: str | None
    due_on: date | None
    due_time: str | None = Field(description="HH:MM, in the time zone of whose it is")
    status: str = Field(description="open, done or dropped")
    done_at: datetime | None
    outcome: str | None
    repeats: str | None = Field(description="day, week, month or year: due again after so many once it is done")
    every: int | None
    series: str | None = Field(description="the uid of the first of a repeating one's tasks; null for that one itself")
    accounts: list[Ref]
    contacts: list[PersonRef]
    leads: list[Ref]
    opportunities: list[Ref]
    contracts: list[Ref]
    orders: list[Ref]
    service_requests: list[Ref]
    tags: list[TagRef] = Field(description="what it is tagged with, by name")
    owner: Ref | None = Field(description="whose it is on the day; null for nobody's")


class InvolvedRef(PersonRef):
    """A contact who has a part in an opportunity."""

    role: str | None = Field(description=ROLE)
    left: bool = Field(description="whether they decide, were at the account, and are there no more on the day")


class StayBody(Shape):
    """A stage that an opportunity came to."""

    stage: str = Field(description="its key")
    since: datetime
    until: datetime | None = Field(description="when it came to the next; null while it is there")


class CampaignBody(RecordBody):
    """A meeting, a training, an exhibition, and how many are asked and come, of those that may be seen."""

    kind: str | None = Field(description="meeting, training, exhibition, campaign or other")
    start_on: date | None
    end_on: date | None = Field(description="the last day; null for one that lasts a day")
    place: str | None
    cost: float | None
    currency: str | None = Field(description="the three letters of ISO 4217")
    description: str | None
    attendance: dict[str, int] = Field(
        description="today, whatever day is asked for: how many are invited, registered, attended, no_show; "
        "a lead and the contact that it became are one"
    )
    owner: Ref | None = Field(description="whose it is on the day; null for nobody's")


class OpportunityBody(RecordBody):
    """What we may sell."""

    description: str | None
    stage: str = Field(description="the key of its stage (`GET /stages`)")
    status: str = Field(description="open, won or lost, as its stage is")
    amount: float | None
    currency: str | None = Field(description="the three letters of ISO 4217")
    probability: int | None = Field(description="in percent; null: as likely as its stage")
    expected_close: date | None
    won_reason: str | None
    lost_reason: str | None
    stage_since: datetime | None = Field(description="since when it has been in its stage")
    closed_at: datetime | None = Field(description="when it was won or lost")
    stays: list[StayBody] = Field(description="the stages that it came to, the first first")
    account: Ref | None = Field(description="whom it is offered to")
    contacts: list[InvolvedRef] = Field(description="who has a part in it")
    owner: Ref | None = Field(description="whose it is on the day; null for nobody's")


class UserBody(ReachedBody):
    """One of us."""

    email: str | None
    role: str | None
    team: str | None
    own: Ref | None = Field(description="their own contact record")
    active: bool
    locale: str | None
    timezone: str | None
    digest: str | None


def account_body(account: Account) -> AccountBody:
    """An account."""
    place = dict(zip(LocationBody.model_fields, account.location, strict=True)) if account.location else None
    return AccountBody.model_validate(_fields(account) | _owner(account) | _were(account) | {"location": place})


def contact_body(contact: Contact) -> ContactBody:
    """A contact."""
    return ContactBody.model_validate(_fields(contact) | _owner(contact) | _were(contact))


def lead_body(lead: Lead) -> LeadBody:
    """A lead."""
    became = [dict(zip(("kind", "uid", "name", "at"), one, strict=True)) for one in lead.converted_to]
    return LeadBody.model_validate(_fields(lead) | _owner(lead) | {"converted_to": became})


def task_body(task: Task) -> TaskBody:
    """A task."""
    about: dict[str, list[dict[str, Any]]] = {name: [] for name in ABOUT}
    for kind, uid, name, asked_not in task.about:
        about[many(kind)].append({"uid": uid, "name": name, "do_not_contact": asked_not})
    return TaskBody.model_validate(plain_fields(task) | _owner(task) | about)


def opportunity_body(found: Opportunity) -> OpportunityBody:
    """An opportunity."""
    names = ("uid", "name", "role", "do_not_contact")
    people = [dict(zip(names, one, strict=True)) | {"left": one[0] in found.left} for one in found.contacts]
    stays = [{"stage": one.stage, "since": one.since, "until": one.until} for one in stays_of(found.trail)]
    tied = ref("account", found.account) | _owner(found) | {"contacts": people, "stays": stays}
    return OpportunityBody.model_validate(plain_fields(found) | tied)


def campaign_body(found: Campaign) -> CampaignBody:
    """A campaign."""
    return CampaignBody.model_validate(plain_fields(found) | _owner(found) | {"attendance": dict(found.counts)})


def user_body(user: UserRecord) -> UserBody:
    """One of us."""
    return UserBody.model_validate(_fields(user) | ref("own", user.own))


def _were(row: Account | Contact) -> dict[str, Any]:
    return {"converted_from": [dict(zip(("uid", "name", "at"), one, strict=True)) for one in row.converted_from]}


def _owner(row: Account | Contact | Lead | Opportunity | Campaign | Task) -> dict[str, Any]:
    return ref("owner", row.owner)


def ref(name: str, of: tuple[str, str] | None) -> dict[str, Any]:
    """A field that names a record."""
    return {name: dict(zip(Ref.model_fields, of, strict=True)) if of else None}


def _fields(row: Account | Contact | Lead | UserRecord) -> dict[str, Any]:
    handles = [dict(zip(HandleBody.model_fields, handle, strict=True)) for handle in row.handles]
    return plain_fields(row) | {"handles": handles}


def plain_fields(row: Any) -> dict[str, Any]:  # noqa: ANN401  (a row of a query for one record)
    """The fields of a record, with its custom fields as JSON has them."""
    fields = {name: getattr(row, name) for name in row.__dataclass_fields__}
    return fields | {"custom": {key: _plain(value) for key, value in row.custom}}


def _plain(value: object) -> object:
    """A custom field's value as JSON has it; an import writes text, and a shell whatever somebody likes."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, Plain) else str(value)
