"""How the form of a new interaction begins: now, by who logs, with those whom they probably met, and as they last met.

Beginning at a contact, a lead, an account or an opportunity, it takes one click to open and one to store.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from flask import request
from flask_babel import gettext as _

from graphcrm.access import many
from graphcrm.nodes import NODES
from graphcrm.queries.interactions.likely import Likely, likely
from graphcrm.services.logged import STEP
from graphcrm.services.records import LABELS
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.forms.fields import Field, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address, read
from graphcrm.web.pages.forms.ticks import Ticks
from graphcrm.web.pages.shell.layout import can

_PEOPLE = ("contact", "lead")
_AT = ("account", "opportunity")  # whose people are offered


def begin(form: Form) -> Form:
    """The form of a new one, as it stands when it is opened."""
    form["at"].content = f"{datetime.now(UTC):%Y-%m-%dT%H:%MZ}"
    form["direction"].example = _("as it is usual for the channel")
    for kind in (*_PEOPLE, *_AT):
        for uid in request.args.getlist(kind)[:1]:
            _begin_at(form, kind, uid)
    if can("records.new", "task"):
        form.fields = [*form.fields, *_next_step()]
    return form


def step_of(values: dict[str, Any]) -> Mapping[str, Any]:
    """What is to be done next, taken out of what was typed; it is about the record that the form was begun at too."""
    step = {"name": values.pop("step", None), "due_on": values.pop("step_on", None)}
    about = {many(kind): [request.args[kind]] for kind in _AT if request.args.get(kind)}
    return step | about


def page() -> str | None:
    """The page of the account or the opportunity that the form was begun at, None for another."""
    return next((address(kind, request.args[kind]) for kind in _AT if request.args.get(kind)), None)


def _begin_at(form: Form, kind: str, uid: str) -> None:
    record = read(graph(), kind, uid) if request.method == "GET" else None  # it may be gone when the form is sent
    found = likely(graph(), label=LABELS[kind], uid=uid, user=my_uid(), on=datetime.now(UTC).date())
    if kind in _AT:
        form.fields = [_people(found), *form.fields]
        form["contacts"].label = _("Other people")
    elif record:
        form[many(kind)].content = f"{record.name} ({uid})"
    form["channel"].content = next((one.channel for one in found if one.channel), "")


def _people(found: list[Likely]) -> Field:
    """Who is there, ticked the one whom who logs met last, or who is the only one."""
    field = Ticks("people", _("People"), choices=[(one.uid, one.name) for one in found])
    field.notes = {one.uid: _("asked not to be contacted") for one in found if one.do_not_contact}
    if len(found) == 1 or (found and found[0].last_at):
        field.content = [found[0].uid]
    return field


def _next_step() -> list[Field]:
    """What is to be done next about those who took part: it makes a task of who logs."""
    fields = of_class(NODES["Task"], "name", "due_on")
    for field, name, label in zip(fields, ("step", "step_on"), (_("What is to be done"), _("Due")), strict=True):
        field.also, field.name, field.label, field.required = [f"{STEP}.{field.name}"], name, label, False
    fields[0].help = _(
        "It makes a task of yours about them, a hundred at most; your team reads it, even where the rest is private."
    )
    fields[1].input = "day"
    return fields
