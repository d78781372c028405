"""What we had to do with contacts and leads, and how well each of us says to know a contact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from graphcrm.errors import ForbiddenError, NotFoundError, said
from graphcrm.nodes import EDGES
from graphcrm.queries.interactions.parts import Part, parts
from graphcrm.services import interactions, logged, ratings
from graphcrm.services.changes import Change
from graphcrm.web.asking.topics import offered
from graphcrm.web.context import graph, me, my_uid
from graphcrm.web.pages.forms import begun
from graphcrm.web.pages.forms.fields import of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.saving import Page, keep, press

routes = Blueprint("interactions", __name__)

_FIELDS = ("at", "channel", "direction", "subject", "outcome", "notes", "topics", "participants", "private")
_TEXT_MOST = 60
_WHO = lazy_gettext("One a line: a name, an address, or a uid.")


@routes.get("/interactions/new")
def new() -> str:
    """Ask what happened, and between whom."""
    return _show(_new_form())


@routes.post("/interactions/new")
def add() -> Page:
    """Log an interaction, and what is to be done next about it."""
    form = _new_form()

    def work(change: Change) -> str:
        values = _values(change, form)
        step = begun.step_of(values)
        logged.log(change, values, step)
        return begun.page() or _back(values)

    return keep(form, work, _("Logged."), _show)


@routes.get("/interactions/topics")
def topics() -> str:
    """List the topics of one's own in which some letters are."""
    text = request.args.get("q", "").strip()[:_TEXT_MOST]
    return render_template("forms/words.html", found=offered(graph(), my_uid(), text) if text else [])


@routes.get("/interactions/<uid>/edit")
def edit(uid: str) -> str:
    """Show an interaction, to correct it."""
    found = _event(uid)
    return _show(_form_of(found), uid, _back(_people(found)))


@routes.post("/interactions/<uid>/edit")
def correct(uid: str) -> Page:
    """Correct an interaction."""
    found = _event(uid)
    form, back = _form_of(found), _back(_people(found))

    def work(change: Change) -> str:
        interactions.edit(change, uid, _values(change, form))
        return back

    return keep(form, work, _("Saved."), lambda form: _show(form, uid, back))


@routes.post("/interactions/<uid>/remove")
def remove(uid: str) -> Response:
    """Remove an interaction that never was."""
    back = _back(_people(_event(uid)))

    def work(change: Change) -> str:
        interactions.remove(change, uid)
        return back

    return press(work, _("The interaction is removed."), back)


@routes.post("/contacts/<uid>/rating")
def rate(uid: str) -> Response:
    """Say how well one knows a contact; nothing takes back what was said."""
    value, back = request.form.get("value"), address("contact", uid)

    def work(change: Change) -> str:
        if value:
            ratings.rate(change, my_uid(), uid, {"value": value})
        else:
            ratings.unrate(change, my_uid(), uid)
        return back

    return press(work, _("Saved."), back)


def _event(uid: str) -> list[Part]:
    """The parts of an event; raises NotFoundError, ForbiddenError where it is private to others."""
    found = parts(graph(), event=uid)
    if not found:
        raise NotFoundError(said("There is no interaction %(uid)r.", uid=uid), field="interaction")
    if any(part.props.get("private") for part in found) and my_uid() not in {part.user for part in found}:
        raise ForbiddenError(said("This interaction is private to those of us who took part."))
    return found


def _new_form() -> Form:
    form = _form(_names([]))
    user = me()
    form["users"].content = f"{user.name} ({user.uid})" if user else ""
    return begun.begin(form)


def _form_of(found: Sequence[Part]) -> Form:
    form, props, who = _form(_names(found)), found[0].props, _people(found)
    for field in form.fields:
        field.put(who[field.name] if field.name in who else props.get(field.name))
    form.rev = max(part.props.get("rev") or 1 for part in found)
    return form


def _form(called: dict[str, dict[str, str]]) -> Form:
    of = {"users": ("User", _("Who of us")), "contacts": ("Contact", _("People")), "leads": ("Lead", _("Leads"))}
    who = [
        Named(name, label, str(_WHO), "list", also=[label_of.lower()], label_of=label_of, called=called[name])
        for name, (label_of, label) in of.items()
    ]
    what = of_class(EDGES["INTERACTED_WITH"], *_FIELDS)
    next(field for field in what if field.name == "topics").suggest = url_for("interactions.topics")
    return Form([*who, *what])


def _names(found: Sequence[Part]) -> dict[str, dict[str, str]]:
    people = {f"{kind}s": {part.person: part.person_name for part in found if part.type == kind}
              for kind in ("contact", "lead")}  # fmt: skip
    return {"users": {part.user: part.user_name for part in found}, **people}


def _people(found: Sequence[Part]) -> dict[str, list[str]]:
    return {name: sorted(called) for name, called in _names(found).items()}


def _values(change: Change, form: Form) -> dict[str, Any]:
    """What was changed, with the records that were meant."""
    named = {field.name: field for field in form.fields if isinstance(field, Named)}
    values = {name: named[name].uids(change.tx) if name in named else value for name, value in form.changed().items()}
    if ticked := values.pop("people", None):
        values["contacts"] = [*ticked, *values.get("contacts", ())]
    return values


def _back(values: dict[str, Any]) -> str:
    """Where one of those who took part is shown."""
    for kind in ("contact", "lead"):
        for uid in values.get(f"{kind}s") or ():
            return address(kind, uid)
    return url_for("home.home")


def _show(form: Form, uid: str | None = None, back: str | None = None) -> str:
    return render_template("forms/interaction.html", form=form, uid=uid, back=back or url_for("search.search"))
