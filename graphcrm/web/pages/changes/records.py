"""Make and change accounts, contacts, leads, tasks and users."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template
from flask_babel import gettext as _

from graphcrm.services import kinds
from graphcrm.services.changes import Change
from graphcrm.web.context import graph
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address, form_of, of_each, read
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.saving import Page, keep

routes = Blueprint("records", __name__)


@of_each(routes, "/new", "GET")
def new(kind: str) -> str:
    """Ask what is to be known of a new record."""
    return _show(kind, form_of(kind))


@of_each(routes, "/new", "POST")
def create(kind: str) -> Page:
    """Make a record."""
    form = form_of(kind)
    return keep(
        form,
        lambda change: address(kind, kinds.create(change, kind, _values(change, form))),
        _("Saved."),
        lambda form: _show(kind, form),
    )


@of_each(routes, "/<uid>/edit", "GET")
def edit(kind: str, uid: str) -> str:
    """Show a record's fields, to change them."""
    record = read(graph(), kind, uid)
    return _show(kind, form_of(kind, record), uid, record.name)


@of_each(routes, "/<uid>/edit", "POST")
def change(kind: str, uid: str) -> Page:
    """Change a record."""
    record = read(graph(), kind, uid)
    form = form_of(kind, record)

    def work(change: Change) -> str:
        kinds.edit(change, kind, uid, _values(change, form))
        return address(kind, uid)

    return keep(form, work, _("Saved."), lambda form: _show(kind, form, uid, record.name))


def _values(change: Change, form: Form) -> dict[str, Any]:
    """What somebody changed, with the uids of the records that they named."""
    named = [field for field in form.fields if isinstance(field, Named)]
    values = form.changed()
    return values | {field.name: _meant(change, field) for field in named if field.name in values}


def _meant(change: Change, field: Named) -> list[str] | str | None:
    """The uids of a field that takes several, or that of the one."""
    return field.uids(change.tx) if field.input == "list" else field.uid_or_none(change.tx)


def _show(kind: str, form: Form, uid: str | None = None, name: str | None = None) -> str:
    return render_template("forms/record.html", kind=kind, form=form, uid=uid, name=name)
