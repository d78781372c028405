"""Offer an account those who may be there, and take them into it: each with what they are there, since when."""

from __future__ import annotations

from typing import NamedTuple

from flask import Blueprint, render_template, request, url_for
from flask_babel import lazy_gettext, ngettext

from graphcrm.nodes import EDGES
from graphcrm.nodes.base import fields
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.offers.fitting import Fitting
from graphcrm.services import offers
from graphcrm.services.changes import Change
from graphcrm.services.offers import Taken
from graphcrm.web.context import graph
from graphcrm.web.pages.changes.jobs import DATES
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address
from graphcrm.web.pages.forms.saving import Page, keep
from graphcrm.web.pages.shell.layout import can

routes = Blueprint("offers", __name__)

ROLES: tuple[str, ...] = fields(EDGES["WORKS_AT"])["role"].choices  # type: ignore[attr-defined]
_JOB = ("title", "role", "start")
_REASONS = {
    "email": lazy_gettext("their address is %(value)s"),
    "placeholder": lazy_gettext("they are at the placeholder %(value)s"),
    "company": lazy_gettext("the lead is of %(value)s"),
}


class Offer(NamedTuple):
    """Somebody who is offered: why, in words, which contacts a lead may be already, and what was typed of their job."""

    kind: str
    uid: str
    name: str
    asked_not: bool
    reasons: list[str]
    same: list[str]
    chosen: bool
    typed: dict[str, str]

    @property
    def value(self) -> str:
        """What stands for them in the form."""
        return f"{self.kind} {self.uid}"


@routes.get("/accounts/<uid>/offers")
def ask(uid: str) -> str:
    """Show who may be at an account."""
    return _show(Form([]), uid)


@routes.post("/accounts/<uid>/offers")
def take(uid: str) -> Page:
    """Take those who were chosen into an account: all of them, or nobody."""
    form, taken = Form([]), [_taken(value) for value in request.form.getlist("who")]

    def work(change: Change) -> str:
        offers.take(change, uid, taken)
        return address("account", uid)

    says = ngettext("%(num)d person works there now.", "%(num)d people work there now.", len(taken))
    return keep(form, work, says, lambda form: _show(form, uid))


def where(change: Change, uid: str) -> str:
    """Where one goes on once an account is made: to those who may be there, if there are any."""
    if can("offers.take") and any(_may(one) for one in offers.offered(change.tx, uid)):
        return url_for("offers.ask", uid=uid)
    return address("account", uid)


def _taken(value: str) -> Taken:
    kind, _space, uid = value.partition(" ")
    return Taken(kind, uid, {name: request.form.get(f"{name} {value}", "").strip() or None for name in _JOB})


def _may(one: Fitting) -> bool:
    """Whether who asks may have them work somewhere."""
    owner = (one.owner, "") if one.owner else None
    return can("conversion.convert" if one.label == "Lead" else "jobs.add", one.label.lower(), owner)  # type: ignore[arg-type]


def _show(form: Form, uid: str) -> str:
    account = one_account(graph(), uid=uid)
    found = [_offer(one) for one in offers.offered(graph(), uid) if _may(one)]
    return render_template("offers/offers.html", form=form, account=account, found=found, roles=ROLES, dates=DATES)


def _offer(one: Fitting) -> Offer:
    value, sent = f"{one.label.lower()} {one.uid}", request.form
    typed = {name: sent.get(f"{name} {value}", "") for name in _JOB}
    if request.method == "GET":
        typed["title"] = one.title or ""
    chosen = value in sent.getlist("who")
    same = [name for _uid, name in one.same]
    reasons = [str(_REASONS[by]) % {"value": said} for by, said in one.reasons]
    return Offer(one.label.lower(), one.uid, one.name, one.asked_not, reasons, same, chosen, typed)
