"""One cell of a list, changed in its place: its form, and the cell again once it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from graphcrm.access import OWNED, Kind, many
from graphcrm.errors import NotFoundError, said
from graphcrm.nodes import EDGES
from graphcrm.queries.contacts.job import job as one_job
from graphcrm.queries.records.entry import Entry
from graphcrm.queries.records.told import Held
from graphcrm.queries.users.users import users
from graphcrm.services import jobs, kinds, ownership
from graphcrm.services.changes import Change
from graphcrm.web.addresses import local
from graphcrm.web.asking import listings
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.forms.fields import Field, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import form_of, of_each, read
from graphcrm.web.pages.forms.saving import Page, keep
from graphcrm.web.pages.lists import asked as asking
from graphcrm.web.pages.lists.columns import COLUMNS, Column
from graphcrm.web.pages.lists.look import ways_to

routes = Blueprint("list_cells", __name__)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell that may be changed: its form, and what storing it does."""

    form: Form
    put: Callable[[Change], object]


@of_each(routes, "/<uid>/cell", "GET", OWNED)
def cell(kind: Kind, uid: str) -> str:
    """Ask for a new value, or (`shown`) show the cell as it is."""
    column = _column(kind)
    if "shown" in request.args:
        row = _row(kind, uid, column)
        return render_template("lists/shown.html", column=column, row=row, kind=kind, to=ways_to(kind))
    return _form(kind, uid, column, _cell(kind, uid, column).form)


@of_each(routes, "/<uid>/cell", "POST", OWNED)
def put(kind: Kind, uid: str) -> Page:
    """Store a new value."""
    column = _column(kind)
    found = _cell(kind, uid, column)

    def work(change: Change) -> str:
        found.put(change)
        return url_for(".cell", kind=kind, uid=uid, field=column.name, shown="yes")

    return keep(found.form, work, _("Saved."), lambda form: _form(kind, uid, column, form), back=_list_of(kind))


def _column(kind: Kind) -> Column:
    """The column that is meant; raises NotFoundError for one that is not changed in its place."""
    name = request.args.get("field", "name")
    column = next((one for one in COLUMNS[kind] if one.name == name and one.field), None)
    if column is None or column.field in graph().sight.hides(kind):
        raise NotFoundError(said("There is no field %(field)r to be changed here.", field=name), field="field")
    return column


def _cell(kind: Kind, uid: str, column: Column) -> _Cell:
    """What a cell holds; raises NotFoundError where nothing does."""
    if column.field == "owner":
        return _of_owner(kind, uid)
    if column.shape == "title":
        return _of_job(_row(kind, uid, column).more.job)
    record = read(graph(), kind, uid)
    whole = form_of(kind, record)
    form = Form([field for field in whole.fields if field.name == column.field], rev=whole.rev)
    return _Cell(form, lambda change: kinds.edit(change, kind, uid, form.changed()))


def _of_owner(kind: Kind, uid: str) -> _Cell:
    record = read(graph(), kind, uid)
    of_us = [(user.uid, user.name) for user in users(graph(), active_only=True)]
    field = Field("owner", _("Owner"), input="choice", choices=of_us, also=["user"], example=_("nobody"))
    form = Form([field.put(record.owner[0] if record.owner else None)])

    def assign(change: Change) -> None:
        if user := form["owner"].content:
            ownership.assign(change, kind, uid, user)
        elif form.changed():
            ownership.release(change, kind, uid)

    return _Cell(form, assign)


def _of_job(held: Held | None) -> _Cell:
    if held is None:
        raise NotFoundError(said("There is no job whose title could be changed; add one first."), field="title")
    found = one_job(graph(), uid=held.uid)
    form = Form([field.put(found.title) for field in of_class(EDGES["WORKS_AT"], "title")], rev=found.rev)
    return _Cell(form, lambda change: jobs.correct(change, held.uid, form.changed()))


def _row(kind: Kind, uid: str, column: Column) -> Entry:
    """The row of one record, as it is today."""
    one = asking.nothing(kind).model_copy(update={"uids": (uid,)})
    tie_of = my_uid() if column.shape == "strength" else None
    found = listings.records(graph(), kind, one, told=True, tie_of=tie_of).rows
    if not found:
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind=kind, uid=uid), field=kind)
    return found[0]


def _form(kind: Kind, uid: str, column: Column, form: Form) -> str:
    return render_template("lists/edit.html", kind=kind, uid=uid, column=column, form=form)


def _list_of(kind: Kind) -> str:
    """The list that the cell stands in, where a script said so, for the undo to lead back to."""
    there = urlsplit(request.headers.get("HX-Current-URL", ""))
    return (
        local(f"{there.path}?{there.query}")
        if there.path == url_for(f"lists.{many(kind)}")
        else url_for(f"lists.{many(kind)}")
    )
