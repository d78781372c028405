"""Campaigns: one of them, who is asked, who came, and what followed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from graphcrm.dates import moment
from graphcrm.errors import ConflictError, InTrashError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.nodes.campaigns import STATUSES
from graphcrm.queries.campaigns.attended import Attended, attended
from graphcrm.queries.campaigns.campaign import campaign as one_campaign
from graphcrm.queries.campaigns.effect import effect, sums
from graphcrm.queries.campaigns.of_account import OfAccount, of_account
from graphcrm.services import attendance, groups, segments
from graphcrm.services.changes import Change, Record
from graphcrm.services.records import LABELS
from graphcrm.web.asking import campaigns as asking
from graphcrm.web.asking.campaigns import CampaignParameters
from graphcrm.web.asking.parameters import read
from graphcrm.web.context import graph, my_uid
from graphcrm.web.languages import in_words
from graphcrm.web.pages.forms.fields import Field
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.saving import Page, keep, notice, press, save
from graphcrm.web.pages.shell.layout import can, is_past
from graphcrm.web.pages.words import spoken

routes = Blueprint("campaigns", __name__)

SHOWN = 5  # on the page of a contact or a lead, and one more says that there are others


@routes.get("/campaigns/<uid>")
def campaign(uid: str) -> str:
    """Show a campaign, who is asked to it, and what followed."""
    return _page(uid)


@routes.get("/campaigns/<uid>/attend")
def asking_who(uid: str) -> str:
    """Ask who is to be put down."""
    return _show(uid, _form())


@routes.post("/campaigns/<uid>/attend")
def attend(uid: str) -> Page:
    """Put people down, by their names, or all of a group or a segment."""
    form = _form()

    def work(change: Change) -> str:
        given = {"status": form["status"].content, "on": form["on"].content or None}
        attendance.put(change, uid, list(_meant(change.tx, form)), {k: v for k, v in given.items() if v})
        return url_for("campaigns.campaign", uid=uid)

    return keep(form, work, _("They are put down."), lambda form: _show(uid, form))


@routes.post("/campaigns/<uid>")
def mark(uid: str) -> Page:
    """Say of those who are ticked how far it is; where it cannot be, show the page again, with the ticks."""
    number = len(request.form.getlist("who"))

    def work(change: Change) -> str:
        nonlocal number
        number = attendance.put(change, uid, list(_ticked()), {"status": request.form.get("status", "")})
        return _back(uid)

    try:
        return save(work, lambda: put_down(number))
    except (ConflictError, InvalidInputError, NotFoundError) as error:
        if isinstance(error, InTrashError):
            raise
        notice(in_words(error.detail), wrong=True)
        return _page(uid, request.form.getlist("who"), request.form.get("status", "")), error.status


@routes.post("/campaigns/<uid>/take-out")
def take_out(uid: str) -> Response:
    """Take those who are ticked out of it."""

    def work(change: Change) -> str:
        attendance.drop(change, uid, list(_ticked()))
        return _back(uid)

    return press(work, _("They are taken out."), _back(uid))


def attended_by(label: str, uid: str, as_of: date | None) -> list[Attended] | None:
    """The campaigns of a contact or a lead today; None on a day of the past, and for who may see none."""
    if is_past(as_of) or not can("campaigns.campaign"):
        return None
    return attended(graph(), label=label, uid=uid, limit=SHOWN + 1)


def attended_from(account: str, as_of: date | None) -> list[OfAccount] | None:
    """The campaigns of an account's people today; None on a day of the past, and for who may see none."""
    if is_past(as_of) or not can("campaigns.campaign"):
        return None
    return of_account(graph(), account=account, on=moment(as_of).on, limit=SHOWN)


def put_down(number: int) -> str:
    """What is said once so many are."""
    return ngettext("%(num)d person is put down.", "%(num)d people are put down.", number)


def _page(uid: str, ticked: Collection[str] = (), status: str = "attended") -> str:
    """The page, or what follows of it, with those who are ticked, and what was to be said of them."""
    asked = read(CampaignParameters, request.args)
    found = one_campaign(graph(), uid=uid)
    followed = effect(graph(), campaign=uid, days=asked.days) if asked.cursor is None else None
    return render_template(
        "campaigns/campaign.html",
        campaign=found,
        asked=asked,
        counts=dict(found.counts),
        page=asking.attending(graph(), uid, asked),
        effect=followed,
        opened=sums(followed.opened) if followed else [],
        won=sums(followed.won) if followed else [],
        statuses=STATUSES,
        ticked=ticked,
        marked=status,
    )


def _back(uid: str) -> str:
    """The page that the button is on: its people, their status and its days stay."""
    return url_for("campaigns.campaign", uid=uid, **read(CampaignParameters, request.args).kept)


def _ticked() -> Iterator[Record]:
    """The people who are ticked; raises InvalidInputError."""
    for who in request.form.getlist("who"):
        kind, _colon, uid = who.partition(":")
        if kind not in ("contact", "lead"):
            raise InvalidInputError(said("There is no %(kind)s %(uid)r.", kind=kind, uid=uid), field="who")
        yield LABELS[kind], uid


def _form() -> Form:
    lines = _("One a line: a name, an address, or a uid.")
    status = Field("status", _("How far it is"), input="choice", choices=[(one, spoken(one)) for one in STATUSES])
    status.required = True
    status.content = request.args.get("status", "invited")
    day = Field("on", _("Since"), _("Left empty: today."), input="day")
    group = Field("group", _("All of a group"), _("Its name."), suggest=url_for("groups.suggest"))
    segment = Field("segment", _("All of a segment"), _("Its name."))
    return Form([
        status, day,
        Named("contacts", _("Contacts"), lines, "list", also=["contact"], label_of="Contact"),
        Named("leads", _("Leads"), lines, "list", also=["lead"], label_of="Lead"),
        group, segment,
    ])  # fmt: skip


def _meant(runner: Runner, form: Form) -> Iterator[Record]:
    """Who is named, one by one and by a group or a segment; raises NotFoundError, AmbiguousError, InvalidInputError."""
    for name, label in (("contacts", "Contact"), ("leads", "Lead")):
        field = form[name]
        if isinstance(field, Named):
            yield from ((label, one) for one in field.uids(runner))
    if text := form["group"].content:
        yield from asking.of_group(runner, my_uid(), groups.meant(runner, my_uid(), text).uid)
    if text := form["segment"].content:
        yield from asking.of_segment(runner, my_uid(), segments.meant(runner, my_uid(), text).uid)


def _show(uid: str, form: Form) -> str:
    return render_template("campaigns/attend.html", campaign=one_campaign(graph(), uid=uid), form=form)
