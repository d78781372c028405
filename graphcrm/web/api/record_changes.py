"""Records created, changed, put into the trash and brought back: the same for every kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Blueprint

from graphcrm.access import a, place
from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.accounts.account import account
from graphcrm.queries.campaigns.campaign import campaign
from graphcrm.queries.contacts.contact import contact
from graphcrm.queries.contracts.contract import contract
from graphcrm.queries.contracts.order import order
from graphcrm.queries.leads.lead import lead
from graphcrm.queries.opportunities.opportunity import opportunity
from graphcrm.queries.service_requests.service_request import service_request
from graphcrm.queries.tasks.task import task
from graphcrm.queries.users.user_record import user_record
from graphcrm.services import kinds, proposed, records, trash, undo
from graphcrm.services.changes import Change
from graphcrm.services.tied import TIED
from graphcrm.web.addresses import V1
from graphcrm.web.api import bodies
from graphcrm.web.api.bodies import HandleFields, RecordFields
from graphcrm.web.api.edge_bodies import LifecycleFields
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import records as shapes
from graphcrm.web.api.shapes import sales
from graphcrm.web.api.shapes.base import Shape
from graphcrm.web.api.shapes.changes import History, history
from graphcrm.web.api.shapes.records import (
    AccountBody,
    CampaignBody,
    ContactBody,
    LeadBody,
    OpportunityBody,
    RecordBody,
    TaskBody,
    UserBody,
)
from graphcrm.web.api.shapes.sales import ContractBody, OrderBody, ServiceRequestBody
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import HandleParameters, PlainPageParameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_record_changes", __name__)
View = TypeVar("View", bound=Callable[..., Any])

_TAG = tag("Changes", "Records created, changed, put into the trash and brought back; what was done, and undoing it.")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: what it is sent as, what it answers as, and how one is read."""

    name: str
    body: type[RecordFields]
    shape: type[RecordBody]
    read: Callable[[Runner, str], RecordBody]

    @property
    def place(self) -> str:
        """Where they are."""
        return f"/{place(self.name)}"

    @property
    def a(self) -> str:
        """One of them, in words."""
        return a(self.name)

    @property
    def path(self) -> dict[str, str]:
        """What its addresses hold."""
        return {"uid": f"The {self.name.replace('_', ' ')}'s uid."}


def _account(runner: Runner, uid: str) -> RecordBody:
    return shapes.account_body(account(runner, uid=uid))


def _contact(runner: Runner, uid: str) -> RecordBody:
    return shapes.contact_body(contact(runner, uid=uid))


def _lead(runner: Runner, uid: str) -> RecordBody:
    return shapes.lead_body(lead(runner, uid=uid, on=moment(None).on))


def _opportunity(runner: Runner, uid: str) -> RecordBody:
    return shapes.opportunity_body(opportunity(runner, uid=uid))


def _contract(runner: Runner, uid: str) -> RecordBody:
    return sales.contract_body(contract(runner, uid=uid))


def _order(runner: Runner, uid: str) -> RecordBody:
    return sales.order_body(order(runner, uid=uid))


def _service_request(runner: Runner, uid: str) -> RecordBody:
    return sales.service_request_body(service_request(runner, uid=uid))


def _campaign(runner: Runner, uid: str) -> RecordBody:
    return shapes.campaign_body(campaign(runner, uid=uid))


def _task(runner: Runner, uid: str) -> RecordBody:
    return shapes.task_body(task(runner, uid=uid))


def _user(runner: Runner, uid: str) -> RecordBody:
    return shapes.user_body(user_record(runner, uid=uid))


_KINDS = (
    Kind("account", bodies.AccountFields, AccountBody, _account),
    Kind("contact", bodies.ContactFields, ContactBody, _contact),
    Kind("lead", bodies.LeadFields, LeadBody, _lead),
    Kind("opportunity", bodies.OpportunityFields, OpportunityBody, _opportunity),
    Kind("contract", bodies.ContractFields, ContractBody, _contract),
    Kind("order", bodies.OrderFields, OrderBody, _order),
    Kind("service_request", bodies.ServiceRequestFields, ServiceRequestBody, _service_request),
    Kind("campaign", bodies.CampaignFields, CampaignBody, _campaign),
    Kind("task", bodies.TaskFields, TaskBody, _task),
    Kind("user", bodies.UserFields, UserBody, _user),
)


_NOTHING = Takes()


@dataclass(frozen=True, slots=True)
class _Way:
    """One thing to do to a record: the method, what follows its address, and what it says of itself."""

    method: str
    place: str
    does: str
    do: Callable[..., None]
    takes: Takes = _NOTHING
    answers: bool = True  # with the record; else there is nothing to say


def _ways(kind: Kind) -> list[_Way]:
    name, body = kind.name, kind.body

    def edit(change: Change, uid: str, body: RecordFields) -> None:
        kinds.edit(change, name, uid, body.values())

    def into_trash(change: Change, uid: str) -> None:
        trash.trash(change, name, uid)

    def restore(change: Change, uid: str) -> None:
        trash.restore(change, name, uid)

    def purge(change: Change, uid: str) -> None:
        trash.purge(change, name, uid)

    def undo_last(change: Change, uid: str) -> None:
        undo.undo_last(change, records.LABELS[name], uid)

    def add_handle(change: Change, uid: str, body: HandleFields) -> None:
        records.add_handle(change, name, uid, body.values())

    def remove_handle(change: Change, uid: str, query: HandleParameters) -> None:
        records.remove_handle(change, name, uid, query.kind, query.value)

    gone = Takes(status=204)
    reached = [
        _Way("POST", "/handles", "Add an address to {a}.", add_handle, Takes(HandleFields)),
        _Way("DELETE", "/handles", "Take an address from {a}.", remove_handle, Takes(query=HandleParameters)),
    ]
    return [
        _Way("PATCH", "", "Change {a}: what is sent is set, what is null is emptied.", edit, Takes(body)),
        _Way("DELETE", "", "Put {a} into the trash.", into_trash, gone, answers=False),
        _Way("POST", "/restore", "Bring {a} back from the trash.", restore),
        _Way("POST", "/purge", "Erase {a} in the trash for ever.", purge, gone, answers=False),
        _Way("POST", "/undo", "Take back the last change of {a}.", undo_last, gone, answers=False),
        *(reached if name not in TIED else ()),
        *(_dated(name) if name in records.DATED else ()),
    ]


def _dated(name: str) -> list[_Way]:
    """What is done to a record whose lifecycle has days."""

    def accept_lifecycle(change: Change, uid: str, body: LifecycleFields) -> None:
        proposed.accept(change, name, uid, body.state)

    does = "Have {a} be as far with us as is proposed; 409 where that is proposed no more."
    return [_Way("POST", "/lifecycle", does, accept_lifecycle, Takes(LifecycleFields))]


def _put(kind: Kind) -> None:
    """Put the routes of a kind under its addresses."""

    def create(change: Change, body: RecordFields) -> Shape:
        return kind.read(change.tx, kinds.create(change, kind.name, body.values()))

    described = _named(create, f"create_{kind.name}", f"Create {kind.a}.")
    takes = Takes(kind.body, status=201, under=f"{V1}{kind.place}")
    also = (404, 409) if kind.name in TIED else (409,)  # what it is tied to may not be there
    routes.post(kind.place)(changing(kind.shape, _TAG, takes, also=also)(described))
    for way in _ways(kind):
        _put_way(kind, way)
    _put_history(kind)


def _put_way(kind: Kind, way: _Way) -> None:
    def view(change: Change, uid: str, **values: Any) -> Shape | None:  # noqa: ANN401  (body or query)
        way.do(change, uid, **values)
        return kind.read(change.tx, uid) if way.answers else None

    named = _named(view, f"{way.do.__name__}_of_{kind.name}", way.does.format(a=kind.a))
    shape = kind.shape if way.answers else None
    described = changing(shape, _TAG, way.takes, also=(404, 409, 412), path=kind.path)(named)
    routes.add_url_rule(f"{kind.place}/<uid>{way.place}", view_func=described, methods=[way.method])


def _put_history(kind: Kind) -> None:
    def view(uid: str, query: PlainPageParameters) -> History:
        page = listings.history(graph(), kind.name, uid, query)
        return history(page.rows, page.cursor, my_uid())

    named = _named(view, f"history_of_{kind.name}", f"What was done to {kind.a} and what hangs on it, latest first.")
    routes.get(f"{kind.place}/<uid>/history")(documented(History, _TAG, also=(404,), path=kind.path)(named))


def _named(view: View, name: str, does: str) -> View:
    view.__name__, view.__doc__ = name, does
    return view


for _kind in _KINDS:
    _put(_kind)
