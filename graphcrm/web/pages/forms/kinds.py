"""What the forms of each kind of record hold, and routes that all of them have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

from graphcrm.access import KINDS, kind_of, many, place
from graphcrm.graph import Runner
from graphcrm.nodes import NODES
from graphcrm.nodes.base import BOUNDS, LANED
from graphcrm.queries.accounts.account import account
from graphcrm.queries.campaigns.campaign import campaign
from graphcrm.queries.contacts.contact import contact
from graphcrm.queries.contracts.contract import contract
from graphcrm.queries.contracts.order import order
from graphcrm.queries.involved.seen import ENDS
from graphcrm.queries.leads.lead import lead
from graphcrm.queries.opportunities.opportunity import opportunity
from graphcrm.queries.service_requests.service_request import service_request
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.queries.tasks.task import task
from graphcrm.queries.users.user_record import user_record
from graphcrm.services.records import DATED, LABELS
from graphcrm.services.service_requests import PROGRAMS
from graphcrm.web.context import graph
from graphcrm.web.pages.forms import deals
from graphcrm.web.pages.forms.fields import Field, custom, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.handles import Handles
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.parts import Parts
from graphcrm.web.pages.forms.tagged import Tags
from graphcrm.web.pages.forms.trail import Trail

View = TypeVar("View", bound=Callable[..., Any])

# What follows from what is said.
_KEPT = {
    "task": ("done_at", "series", "first_on"), "opportunity": ("status", "stage_since", "closed_at", "trail"),
    "service_request": tuple(PROGRAMS),
}  # fmt: skip
_OURS = (
    "uid",
    "external_id",
    "source",
    "created_at",
    "updated_at",
    "rev",
    "deleted_at",
    "owner",
    "owner_until",
    "digest_on",
    "customer_since",
    "proposed",
    *LANED,
    *BOUNDS,
)
_FIRST = {"account": ("domain", "email", "phone")}  # the addresses for which an empty row is offered
# What a new one has unless somebody says otherwise.
_NEW = {"lead": {"status": "new"}, "user": {"active": "true"}}
_LATER = {
    ("task", "status"),
    ("task", "outcome"),
    *(("service_request", name) for name in ("solution", "satisfaction", "satisfaction_comment")),
    ("account", "lifecycle_trail"),
    ("contact", "lifecycle_trail"),
}  # what a new one has not come to


def of_each(routes: Blueprint, then: str, method: str, kinds: tuple[str, ...] = KINDS) -> Callable[[View], View]:
    """Put a view under the address of each kind of record."""

    def put(view: View) -> View:
        for kind in kinds:
            rule = f"/{place(kind)}{then}"
            routes.add_url_rule(rule, view.__name__, view, methods=[method], defaults={"kind": kind})
        return view

    return put


def read(runner: Runner, kind: str, uid: str) -> Any:  # noqa: ANN401  (an Account, Contact, Lead or UserRecord)
    """One record; raises NotFoundError, InTrashError."""
    return _READ[kind](runner, uid=uid)


_READ: Mapping[str, Callable[..., Any]] = {
    "account": account, "contact": contact, "lead": lead, "opportunity": opportunity, "contract": contract,
    "order": order, "service_request": service_request, "campaign": campaign, "task": task,
    "user": user_record,
}  # fmt: skip


def address(kind: str, uid: str) -> str:
    """Where a record is shown."""
    return url_for(f"{many(kind)}.{kind}", uid=uid)


def form_of(kind: str, record: Any = None) -> Form:  # noqa: ANN401
    """The form of a record, or of a new one."""
    hidden = graph().sight.hides(kind)
    fields = [field for field in _fields(kind) if field.name not in hidden]
    if record is None:
        return _new(kind, Form(fields))
    for field in fields:
        field.put(_stored(field, record))
    return Form([*fields, *(custom(name, value) for name, value in record.custom)], rev=record.rev)


def _new(kind: str, form: Form) -> Form:
    form.fields = [field for field in form.fields if (kind, field.name) not in _LATER]
    for name, value in _NEW.get(kind, {}).items():
        form[name].content = value
    if kind == "task":
        form["due_on"].content = request.args.get("due_on", "")
    about, _colon, uid = request.args.get("about", "").partition(":")
    if request.method == "GET" and uid and about in _READ:
        if kind == "task" and many(about) in ABOUT:
            form[many(about)].content = f"{read(graph(), about, uid).name} ({uid})"
        elif kind in ENDS and {about, many(about)} & ENDS[kind]:
            deals.begin(form, about, read(graph(), about, uid))
    if kind == "contact":
        form["name"].required = False
        form["name"].help = _("As it is written; left empty: the given and the family name.")
    return form


def _fields(kind: str) -> list[Field]:
    if kind == "task":
        what = of_class(NODES["Task"], without=(*_OURS, *_KEPT["task"]))
        next(field for field in what if field.name == "due_on").input = "day"
        return [*what, _tags(), *_about()]
    if kind == "opportunity":
        return deals.fields_of(of_class(NODES["Opportunity"], without=(*_OURS, *_KEPT["opportunity"])))
    if kind in ENDS:
        own = of_class(NODES[LABELS[kind]], without=(*_OURS, *_KEPT.get(kind, ())))
        return deals.tied(own, with_opportunity="opportunity" in ENDS[kind])
    if kind == "campaign":
        return deals.of_campaigns(of_class(NODES["Campaign"], without=_OURS))
    handles = Handles("handles", _("Addresses"), first=_FIRST.get(kind, ("email", "phone")))
    handles.content = handles.stored = []
    beside = _of_us() if kind == "user" else [_tags()]
    what = of_class(NODES[LABELS[kind]], without=(*_OURS, "lifecycle_trail"))
    if kind in DATED:
        next(field for field in what if field.name == "lifecycle_since").input = "day"
        beside.append(_trail())
    return [*what, *beside, handles]


def _trail() -> Field:
    help_ = _("The first first, each since a day, a month or a year: 2019-05-17, 2019-05, 2019. The first may lack it.")
    trail = Trail("lifecycle_trail", _("How far it was, and is"), help_)
    trail.content = trail.stored = []
    return trail


def _tags() -> Field:
    return Tags("tags", _("Tags"), _("One a line; a name that is new makes a tag."))


def _about() -> list[Field]:
    help_ = _("Names, addresses or uids, one a line.")
    named = (
        ("contacts", _("About the contacts"), "Contact"), ("accounts", _("About the accounts"), "Account"),
        ("leads", _("About the leads"), "Lead"), ("opportunities", _("About the opportunities"), "Opportunity"),
        ("contracts", _("About the contracts"), "Contract"), ("orders", _("About the orders"), "Order"),
        ("service_requests", _("About the service requests"), "ServiceRequest"),
    )  # fmt: skip
    return [Named(name, label, help_, input="list", label_of=of, also=[kind_of(of)]) for name, label, of in named]


def _of_us() -> list[Field]:
    own = _("Who they are among the contacts: a name, an address, or a uid. No path to somebody leads through it.")
    return [
        Field("team", _("Team"), _("By its name; a new name makes a new team.")),
        Named("own", _("Own contact record"), own, also=["contact"], label_of="Contact"),
    ]


def _stored(field: Field, record: Any) -> Any:  # noqa: ANN401
    """What a record has in a field."""
    if isinstance(field, Tags):
        return field.show(record.tags)
    if isinstance(field, Parts):
        field.called = {uid: name for uid, name, *_rest in record.contacts}
        return [{"contact": uid, "role": role} for uid, _name, role, _asked_not in record.contacts]
    if field.name == "stage":
        deals.having(field, record.stage)
    if field.name in ("account", "opportunity", "own"):
        return _called(field, getattr(record, field.name))
    if isinstance(field, Named) and field.input == "list":
        about = {uid: name for kind, uid, name, _asked_not in record.about if many(kind) == field.name}
        field.called = about
        return list(about)
    return getattr(record, field.name)


def _called(field: Field, record: tuple[str, str] | None) -> str | None:
    """The uid of a record that a field holds, which the field then calls by its name."""
    if record and isinstance(field, Named):
        field.called = {record[0]: record[1]}
    return record[0] if record else None
