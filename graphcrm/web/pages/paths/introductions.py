"""Introductions: write a letter that asks for one, say what came of it, and find those that are under way."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.dates import moment
from graphcrm.nodes import NODES
from graphcrm.queries.introductions.introduction import Introduction
from graphcrm.queries.introductions.introductions_of import introductions_of
from graphcrm.queries.introductions.one_introduction import one_introduction
from graphcrm.queries.paths import WarmPaths
from graphcrm.queries.paths.one_path import one_path
from graphcrm.services import introductions
from graphcrm.services.changes import Change
from graphcrm.services.introductions import Way
from graphcrm.web.asking import introductions as asking
from graphcrm.web.asking.introductions import DraftParameters, IntroductionsParameters
from graphcrm.web.asking.letters import language_for, letters
from graphcrm.web.asking.parameters import read
from graphcrm.web.context import graph, me, my_uid
from graphcrm.web.pages.forms.fields import of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.saving import Page, keep, press
from graphcrm.web.pages.paths.cards import card
from graphcrm.web.pages.paths.requests import reader_of, request_of
from graphcrm.web.pages.shell.layout import can, is_past

routes = Blueprint("introductions", __name__)

_LETTERS = ("language", "subject", "note", "letter")
_BESIDE = 10  # of a record's own page
_OUTCOME = ("state", "asked_on", "accepted_on", "met_on", "declined_on", "remark")


@routes.get("/introductions")
def list_() -> str:
    """Show the introductions that were asked for, the latest first."""
    asked = read(IntroductionsParameters, request.args)
    page = asking.page(graph(), asked)
    return render_template("introductions/list.html", page=page, asked=asked)


@routes.get("/accounts/<uid>/warm-paths/<way>/introduction")
def new(uid: str, way: str) -> str:
    """Show a letter that asks for an introduction along a path, to be edited and sent."""
    asked = read(DraftParameters, request.args)
    answer = _path(uid, way)
    path, language = answer.paths[0], asked.language or language_for(answer.paths[0])
    drafted = letters(path, answer, (my_uid(), _my_name()), language)
    form = _form(*_LETTERS, "asked_on")
    for name, value in {**_said(drafted), "language": language, "asked_on": moment(None).on}.items():
        form[name].put(value)
    return _show_draft(form, answer, past=is_past(asked.as_of), as_of=asked.as_of)


@routes.post("/accounts/<uid>/warm-paths/<way>/introduction")
def ask(uid: str, way: str) -> Page:
    """Write down that somebody was asked for an introduction."""
    form = _form(*_LETTERS, "asked_on")

    def work(change: Change) -> str:
        knower, *people = way.split(",")
        sent = {field.name: field.meant() for field in form.fields}
        return _address(introductions.ask(change, my_uid(), Way(uid, knower, people), sent))

    says = _("It is written down that you asked. Say here what comes of it.")
    return keep(form, work, says, lambda form: _show_draft(form, _path(uid, way)))


@routes.get("/introductions/<uid>")
def introduction(uid: str) -> str:
    """Show an introduction: its path, its letters, and what came of it."""
    found = one_introduction(graph(), uid=uid)
    return _show(_form_of(found), found)


@routes.post("/introductions/<uid>")
def change(uid: str) -> Page:
    """Say what came of an introduction, or correct what is said of it."""
    found = one_introduction(graph(), uid=uid)

    def work(made: Change) -> str:
        introductions.alter(made, uid, form.changed())
        return _address(uid)

    form = _form_of(found)
    return keep(form, work, _("Saved."), lambda form: _show(form, found))


@routes.post("/introductions/<uid>/remove")
def remove(uid: str) -> Response:
    """Take back that an introduction was asked for."""

    def work(made: Change) -> str:
        introductions.remove(made, uid)
        return url_for("introductions.list_")

    return press(work, _("The introduction is removed."), url_for("introductions.list_"))


@routes.app_template_global()
def introductions_with(label: str, uid: str, as_of: date | None = None) -> list[Introduction]:
    """The introductions into an account, or by way of a contact or to them, for a panel of their page; one query.

    None for who does not see any, nor on a page of the past.
    """
    shown = can("introductions.list_") and not is_past(as_of)
    return introductions_of(graph(), label=label, uid=uid, limit=_BESIDE) if shown else []


def _path(uid: str, way: str) -> WarmPaths:
    """The path as it is today: nobody can be asked in the past."""
    knower, *people = way.split(",")
    return one_path(graph(), target=uid, user=knower, people=people, moment=moment(None))


def _form(*names: str, rev: int | None = None) -> Form:
    fields = of_class(NODES["Introduction"], *names)
    for field in fields:
        field.help = ""  # what each is stands above it
    return Form(fields, rev=rev)


def _form_of(found: Introduction) -> Form:
    form = _form(*_OUTCOME, *_LETTERS, rev=found.rev)
    for field in form.fields:
        field.put(found.props.get(field.name))
    return form


def _said(drafted: object) -> dict[str, str]:
    return {name: getattr(drafted, name) for name in ("subject", "note", "letter")}


def _my_name() -> str:
    user = me()
    return user.name if user else ""


def _address(uid: str) -> str:
    return url_for("introductions.introduction", uid=uid)


def _show_draft(form: Form, answer: WarmPaths, *, past: bool = False, as_of: object = None) -> str:
    path = answer.paths[0]
    to = reader_of(path.tie.user, (path.people[0], path.tie.contact_name), my_uid())
    return render_template(
        "introductions/new.html", form=form, answer=answer, card=card(path, answer), to=to, past=past, as_of=as_of
    )


def _show(form: Form, found: Introduction) -> str:
    to = reader_of(found.knower[0], found.people[0][:2], found.asker[0])
    return render_template("introductions/introduction.html", form=form, one=found, to=to, shown=request_of(found))
