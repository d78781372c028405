"""Accounts, contacts, leads and users: what their forms hold, and routes that all of them have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from flask import Blueprint, url_for
from flask_babel import gettext as _

from graphcrm.graph import Runner
from graphcrm.nodes import NODES
from graphcrm.queries.accounts.account import account
from graphcrm.queries.contacts.contact import contact
from graphcrm.queries.leads.lead import lead
from graphcrm.queries.users.user_record import user_record
from graphcrm.services.records import LABELS
from graphcrm.web.context import graph
from graphcrm.web.pages.forms.fields import Field, custom, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.handles import Handles
from graphcrm.web.pages.forms.named import Named

View = TypeVar("View", bound=Callable[..., Any])

KINDS = ("account", "contact", "lead", "user")
OWNED = ("account", "contact", "lead")
_OURS = ("uid", "external_id", "source", "created_at", "updated_at", "rev", "deleted_at", "owner", "owner_until")
_FIRST = {"account": ("domain", "email", "phone")}  # the addresses for which an empty row is offered
_NEW = {"lead": {"status": "new"}, "user": {"active": "true"}}  # what a new one has unless somebody says otherwise


def of_each(routes: Blueprint, place: str, method: str, kinds: tuple[str, ...] = KINDS) -> Callable[[View], View]:
    """Put a view under the address of each kind of record."""

    def put(view: View) -> View:
        for kind in kinds:
            rule = f"/{kind}s{place}"
            routes.add_url_rule(rule, view.__name__, view, methods=[method], defaults={"kind": kind})
        return view

    return put


def read(runner: Runner, kind: str, uid: str) -> Any:  # noqa: ANN401  (an Account, Contact, Lead or UserRecord)
    """One record; raises NotFoundError, InTrashError."""
    if kind == "user":
        return user_record(runner, uid=uid)
    if kind == "lead":
        return lead(runner, uid=uid, on=datetime.now(UTC).date())
    return contact(runner, uid=uid) if kind == "contact" else account(runner, uid=uid)


def address(kind: str, uid: str) -> str:
    """Where a record is shown."""
    return url_for(f"{kind}s.{kind}", uid=uid)


def form_of(kind: str, record: Any = None) -> Form:  # noqa: ANN401
    """The form of a record, or of a new one."""
    hidden = graph().sight.hides(kind)
    fields = [field for field in _fields(kind) if field.name not in hidden]
    if record is None:
        return _new(kind, Form(fields))
    for field in fields:
        field.put(getattr(record, field.name) if field.name != "own" else _called(field, record.own))
    return Form([*fields, *(custom(name, value) for name, value in record.custom)], rev=record.rev)


def _new(kind: str, form: Form) -> Form:
    for name, value in _NEW.get(kind, {}).items():
        form[name].content = value
    if kind == "contact":
        form["name"].required = False
        form["name"].help = _("As it is written; left empty: the given and the family name.")
    return form


def _fields(kind: str) -> list[Field]:
    handles = Handles("handles", _("Addresses"), first=_FIRST.get(kind, ("email", "phone")))
    handles.content = handles.stored = []
    return [*of_class(NODES[LABELS[kind]], without=_OURS), *(_of_us() if kind == "user" else []), handles]


def _of_us() -> list[Field]:
    own = _("Who they are among the contacts: a name, an address, or a uid. No path to somebody leads through it.")
    return [
        Field("team", _("Team"), _("By its name; a new name makes a new team.")),
        Named("own", _("Own contact record"), own, also=["contact"], label_of="Contact"),
    ]


def _called(field: Field, record: tuple[str, str] | None) -> str | None:
    """The uid of a record that a field holds, which the field then calls by its name."""
    if record and isinstance(field, Named):
        field.called = {record[0]: record[1]}
    return record[0] if record else None
