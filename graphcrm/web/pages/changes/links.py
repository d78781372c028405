"""Links of accounts with accounts and of contacts with contacts: reporting lines, subsidiaries, partners."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.nodes import EDGES
from graphcrm.queries.links.link import OneLink
from graphcrm.queries.links.link import link as one_link
from graphcrm.services import links
from graphcrm.services.changes import Change
from graphcrm.services.linked import ACCOUNT_LINKS, CONTACT_LINKS, LABELS
from graphcrm.services.records import LABELS as RECORDS
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import PageParameters
from graphcrm.web.asking.parameters import read as asked_of
from graphcrm.web.context import graph
from graphcrm.web.pages.changes.jobs import DATES
from graphcrm.web.pages.forms.fields import Field, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import of_each, read
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.saving import Page, keep, press
from graphcrm.web.pages.words import spoken

routes = Blueprint("links", __name__)

_LINKED = ("account", "contact")
_DATED = ("start", "end", "end_status", "verified_on")


@of_each(routes, "/<uid>/links", "GET", _LINKED)
def all_(kind: str, uid: str) -> str:
    """Show the links of a record, and ask for a new one."""
    return _show(_new_form(kind)[0], kind, uid)


@of_each(routes, "/<uid>/links", "POST", _LINKED)
def add(kind: str, uid: str) -> Page:
    """Link a record to another."""
    form, to = _new_form(kind)

    def work(change: Change) -> str:
        values, other = form.changed(), to.uid(change.tx)
        del values[to.name]
        links.add(change, RECORDS[kind], uid, other, values.pop("kind", None) or "", values)
        return url_for("links.all_", kind=kind, uid=uid)

    return keep(form, work, _("Linked."), lambda form: _show(form, kind, uid))


@routes.get("/links/<uid>/edit")
def edit(uid: str) -> str:
    """Show a link, to correct or to end it."""
    link = one_link(graph(), uid=uid)
    return _show_one(_form_of(link), link)


@routes.post("/links/<uid>/edit")
def correct(uid: str) -> Page:
    """Correct a link."""
    link = one_link(graph(), uid=uid)
    form = _form_of(link)

    def work(change: Change) -> str:
        links.correct(change, uid, form.changed())
        return _back(link)

    return keep(form, work, _("Saved."), lambda form: _show_one(form, link))


@routes.post("/links/<uid>/remove")
def remove(uid: str) -> Response:
    """Remove a link that never was."""
    back = _back(one_link(graph(), uid=uid))

    def work(change: Change) -> str:
        links.remove(change, uid)
        return back

    return press(work, _("The link is removed."), back)


def _new_form(kind: str) -> tuple[Form, Named]:
    kinds = [(code, spoken(code)) for code in (ACCOUNT_LINKS if kind == "account" else CONTACT_LINKS)]
    other = _("Other company") if kind == "account" else _("Other person")
    to = Named("to", other, _("A name, an address, or a uid."), required=True, also=[kind], label_of=RECORDS[kind])
    is_ = Field("kind", _("What it is"), _("What this one is to the other."), "choice", kinds, required=True)
    return Form([is_, to, *_fields(related=kind == "contact")]), to


def _form_of(link: OneLink) -> Form:
    fields = _fields(related=link.relation is not None or link.kind == "related_to")
    return Form([field.put(getattr(link, field.name)) for field in fields], rev=link.rev)


def _fields(*, related: bool) -> list[Field]:
    fields = of_class(EDGES["RELATED_TO"], *(["relation"] if related else []), *_DATED)
    for field in fields:
        if field.name in {"start", "end"}:
            field.example = str(DATES)
    return fields


def _back(link: OneLink) -> str:
    return url_for("links.all_", kind=LABELS[link.kind].lower(), uid=link.start_uid)


def _show(form: Form, kind: str, uid: str) -> str:
    record = read(graph(), kind, uid)
    page = listings.links(graph(), RECORDS[kind], uid, asked_of(PageParameters, request.args))
    return render_template("forms/links.html", form=form, kind=kind, record=record, page=page)


def _show_one(form: Form, link: OneLink) -> str:
    heading = f"{link.start_name} {spoken(link.kind)} {link.end_name}"
    removal = url_for("links.remove", uid=link.uid)
    return render_template(
        "forms/edge.html",
        form=form,
        heading=heading,
        what=_("Link"),
        place=_("Links"),
        back=_back(link),
        removal=removal,
        remove=_("Remove this link"),
        remove_why=_("For a link that never was; one that is over is ended"),
    )
