"""Accounts, contacts, leads, opportunities, campaigns, users and what a search found, in lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal, TypeVar

from pydantic import Field

from graphcrm.queries.records.entry import Entry
from graphcrm.web.api.shapes.base import Due, Page, Shape, TagRef


class RecordItem(Shape):
    """A record in a list."""

    uid: str
    name: str
    detail: str | None = Field(description="what tells it from others: industry, employer, company, account, e-mail")
    matched: str | None = Field(description="the text that the search found; null without `q`")
    rev: int = Field(description="one more with each change")
    external_id: str | None
    created_at: datetime | None
    updated_at: datetime | None


class AccountItem(RecordItem):
    """An account in a list."""

    kind: str | None
    industry: str | None
    size_band: str | None
    employee_count: int | None
    country: str | None
    region: str | None
    city: str | None
    value_band: str | None
    lifecycle: str | None
    placeholder: bool
    tags: list[TagRef]


class ContactItem(RecordItem):
    """A contact in a list."""

    lifecycle: str | None
    do_not_contact: bool
    tags: list[TagRef]


class LeadItem(RecordItem):
    """A lead in a list."""

    company_name: str | None
    title: str | None
    source_channel: str | None
    status: str | None
    tags: list[TagRef]


class TaskItem(RecordItem):
    """A task in a list."""

    kind: str | None
    priority: str | None
    status: str | None
    due_on: date | None
    due_time: str | None
    repeats: str | None
    tags: list[TagRef]


class OpportunityItem(RecordItem):
    """An opportunity in a list; `detail` is the account that it is offered to."""

    stage: str | None
    status: str | None
    amount: float | None
    currency: str | None
    probability: int | None
    expected_close: date | None
    stage_since: datetime | None
    closed_at: datetime | None


class AgreedItem(RecordItem):
    """A contract or an order in a list; `detail` is the account that it is of."""

    number: str | None
    status: str | None
    amount: float | None
    currency: str | None
    payment_terms: str | None
    start: str | None = Field(description="as much of the first day as is known")
    end: str | None = Field(description="as much of the first day no longer as is known")
    due: Due


class ContractItem(AgreedItem):
    """A contract in a list."""

    renewal: str | None
    notice_on: date | None
    signed_on: date | None


class OrderItem(AgreedItem):
    """An order in a list."""

    ordered_on: date | None
    deliver_by: date | None


class ServiceRequestItem(RecordItem):
    """A service request in a list; `detail` is the account that it is of."""

    status: str | None
    priority: str | None
    satisfaction: int | None
    asked_at: datetime | None
    answer_by: datetime | None
    solve_by: datetime | None
    answered_at: datetime | None
    solved_at: datetime | None
    waiting_since: datetime | None


class CampaignItem(RecordItem):
    """A campaign in a list; `detail` is where it is."""

    kind: str | None
    start_on: date | None
    end_on: date | None
    place: str | None
    cost: float | None
    currency: str | None


class UserItem(RecordItem):
    """A user in a list."""

    email: str | None
    role: str | None
    team: str | None
    active: bool


class MatchItem(RecordItem):
    """A record that a search found."""

    type: Literal[
        "account", "contact", "lead", "opportunity", "contract", "order", "service_request", "campaign", "user",
    ]  # fmt: skip
    do_not_contact: bool = Field(description="whether it is a contact who asked us not to contact them")


class AccountList(Page[AccountItem]):
    """Accounts."""


class ContactList(Page[ContactItem]):
    """Contacts."""


class LeadList(Page[LeadItem]):
    """Leads."""


class TaskList(Page[TaskItem]):
    """Tasks."""


class OpportunityList(Page[OpportunityItem]):
    """Opportunities."""


class ContractList(Page[ContractItem]):
    """Contracts."""


class OrderList(Page[OrderItem]):
    """Orders."""


class ServiceRequestList(Page[ServiceRequestItem]):
    """Service requests."""


class CampaignList(Page[CampaignItem]):
    """Campaigns."""


class UserList(Page[UserItem]):
    """Users, those who have left us among them."""


class MatchList(Page[MatchItem]):
    """What a search found, best first."""


AnyList = TypeVar(
    "AnyList", AccountList, ContactList, LeadList, OpportunityList, ContractList, OrderList, ServiceRequestList,
    CampaignList, TaskList, UserList, MatchList,
)  # fmt: skip


def listed(shape: type[AnyList], entries: Iterable[Entry], cursor: str | None) -> AnyList:
    """A page of a list."""
    return shape.model_validate({"items": [_item(entry) for entry in entries], "next_cursor": cursor})


def _item(entry: Entry) -> dict[str, object]:
    own = {name: getattr(entry, name) for name in ("type", *RecordItem.model_fields)}
    return {**own, **entry.fields}
