"""Contracts, orders and service requests: one, with all that is recorded of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import Field

from graphcrm.queries.contracts.contract import Contract
from graphcrm.queries.contracts.order import Order
from graphcrm.queries.service_requests.service_request import ServiceRequest
from graphcrm.web.api.shapes.base import Due, PersonRef, Ref
from graphcrm.web.api.shapes.records import ROLE, RecordBody, plain_fields, ref


class PartRef(PersonRef):
    """A contact who has a part."""

    role: str | None = Field(description=ROLE)


class TiedBody(RecordBody):
    """What is of an account, and has contacts."""

    description: str | None
    status: str
    account: Ref | None = Field(description="the account that it is of")
    contacts: list[PartRef] = Field(description="who has a part in it")
    owner: Ref | None = Field(description="whose it is on the day; null for nobody's")


class AgreedBody(TiedBody):
    """A contract or an order."""

    number: str | None
    amount: float | None
    currency: str | None = Field(description="the three letters of ISO 4217")
    payment_terms: str | None
    start: str | None = Field(description="the first day, as much of it as is known")
    end: str | None = Field(description="the first day no longer, as much of it as is known")
    due: Due
    opportunity: Ref | None = Field(description="the opportunity that it came of")


class ContractBody(AgreedBody):
    """A contract."""

    signed_on: date | None
    renewal: str | None = Field(description="by_agreement, automatic or none; null: by agreement")
    notice_on: date | None
    remind_days: int | None


class OrderBody(AgreedBody):
    """An order."""

    ordered_on: date | None
    deliver_by: date | None


class ServiceRequestBody(TiedBody):
    """What is asked of us."""

    priority: str
    asked_at: datetime | None
    solution: str | None
    satisfaction: int | None = Field(description="1 to 5")
    satisfaction_comment: str | None
    answered_at: datetime | None = Field(description="when it was first answered")
    solved_at: datetime | None
    waiting_since: datetime | None = Field(description="since when its clock stands still; null while it runs")
    waited: int = Field(description="so many seconds it has stood still before")
    answer_by: datetime | None = Field(description="by when the first answer is due, or was")
    solve_by: datetime | None = Field(description="by when it is to be solved, without the time that it waits now")


def contract_body(found: Contract) -> ContractBody:
    """A contract."""
    return ContractBody.model_validate(_tied(found) | ref("opportunity", found.opportunity))


def order_body(found: Order) -> OrderBody:
    """An order."""
    return OrderBody.model_validate(_tied(found) | ref("opportunity", found.opportunity))


def service_request_body(found: ServiceRequest) -> ServiceRequestBody:
    """A service request."""
    return ServiceRequestBody.model_validate(_tied(found))


def _tied(found: Contract | Order | ServiceRequest) -> dict[str, Any]:
    names = ("uid", "name", "role", "do_not_contact")
    people = [dict(zip(names, one, strict=True)) for one in found.contacts]
    ends = ref("account", found.account) | ref("owner", found.owner) | {"contacts": people}
    return plain_fields(found) | ends
