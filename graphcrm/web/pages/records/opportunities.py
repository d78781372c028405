"""Opportunities: one of them, with whom it is for, how far it is, and how long it took; and what hangs on others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from http import HTTPStatus
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, make_response, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.errors import ConflictError, GraphcrmError, InvalidInputError, NotFoundError, StaleError
from graphcrm.nodes import states
from graphcrm.queries.changes.revisions_on import revisions_on
from graphcrm.queries.opportunities.beside import Deal, beside
from graphcrm.queries.opportunities.opportunity import Opportunity
from graphcrm.queries.opportunities.opportunity import opportunity as one_opportunity
from graphcrm.services import opportunities
from graphcrm.services.changes import Change
from graphcrm.web.addresses import local
from graphcrm.web.context import graph
from graphcrm.web.languages import in_words
from graphcrm.web.pages.forms import deals
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.saving import Page, save
from graphcrm.web.pages.records.contracts import agreed
from graphcrm.web.pages.records.steps import steps_of
from graphcrm.web.pages.shell.layout import can, is_past
from graphcrm.web.pages.staging import called

routes = Blueprint("opportunities", __name__)

_LATEST = 20  # changes among which that of its stage is looked for
_SHOWN = 5  # of an account or a contact, and one more says that there are others


@routes.get("/opportunities/<uid>")
def opportunity(uid: str) -> str:
    """Show an opportunity."""
    found = one_opportunity(graph(), uid=uid)
    return render_template(
        "opportunities/opportunity.html",
        deal=found,
        stays=opportunities.stays_of(found.trail),
        now=datetime.now(UTC),
        steps=steps_of("Opportunity", uid, None),
        agreed=agreed("Opportunity", uid, None),
    )


@routes.get("/opportunities/<uid>/stage")
def staging(uid: str) -> str:
    """Ask to which stage an opportunity is to be moved, and why it is won or lost."""
    deal = one_opportunity(graph(), uid=uid)
    form = deals.to_move(deal, request.args.get("stage", ""))
    if request.args.get("missing"):  # the board could not move it without that
        form["reason"].error = _("Say why.")
    return _asked(deal, form)


@routes.post("/opportunities/<uid>/stage")
def move(uid: str) -> Page:
    """Move an opportunity to another stage, with the reason where it is won or lost by that."""
    stage, reason = request.form.get("stage", ""), request.form.get("reason", "").strip() or None
    back = _back(uid)

    def work(change: Change) -> str:
        opportunities.move(change, uid, stage, reason)
        return back

    says = _("It is in %(stage)s now.", stage=called(stage))
    if request.accept_mimetypes.best == "application/json":
        return _told(work, says, uid)
    try:
        return save(work, says)
    except StaleError:
        deal = one_opportunity(graph(), uid=uid)
        form = deals.to_move(deal).fill(request.form)
        form.problem, form.status = _moved_by(uid), HTTPStatus.PRECONDITION_FAILED
    except (ConflictError, InvalidInputError, NotFoundError) as error:
        deal = one_opportunity(graph(), uid=uid)
        form = deals.to_move(deal).fill(request.form).refuse(error)
    return _asked(deal, form), form.status


def _back(uid: str) -> str:
    """Where a move leads: on the board to the card, wherever that stands now."""
    back = local(request.values.get("back"))
    path, _mark, query = back.partition("?")
    if path != url_for("board.board"):
        return back
    kept = [pair for pair in parse_qsl(query) if pair[0] != "moved"]
    return f"{path}?{urlencode([*kept, ('moved', uid)])}"


def _asked(deal: Opportunity, form: Form) -> str:
    return render_template("opportunities/move.html", deal=deal, form=form, back=local(request.values.get("back")))


def _told(work: Callable[[Change], str], says: str, uid: str) -> Response:
    """Do it for the script of the board, which shows the board anew: what came of it is a status, and a sentence."""
    try:
        save(work, says)
    except StaleError:
        return make_response({"detail": _moved_by(uid)}, HTTPStatus.CONFLICT)
    except GraphcrmError as error:
        field = getattr(error, "field", None) or ""
        return make_response({"detail": in_words(error.detail), "field": field}, error.status)
    return make_response({"detail": says})


def _moved_by(uid: str) -> str:
    """Who was faster, and what they did: the latest change that is of its stage, or else the latest."""
    found = revisions_on(graph(), label="Opportunity", uid=uid, limit=_LATEST)
    own = [one for one in found if one.kind == "opportunity"]
    latest = next((one for one in own if "stage" in states.read(one.after)), next(iter(own), None))
    if latest is None:
        return _("Somebody else was faster; look at it again.")
    who, stage = latest.by_name or _("somebody"), states.read(latest.after).get("stage")
    if stage:
        return _("%(name)s has moved it to %(stage)s; look at it again.", name=who, stage=called(stage))
    return _("%(name)s has changed it; look at it again.", name=who)


def deals_of(label: str, uid: str, as_of: date | None) -> list[Deal] | None:
    """What is offered to an account, or a contact has a part in; None in the past, and for who may see none."""
    if is_past(as_of) or not can("opportunities.opportunity"):
        return None
    return beside(graph(), label=label, uid=uid, limit=_SHOWN + 1)
