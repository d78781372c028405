"""How far accounts and contacts should be with us: what is proposed, why, and one click to accept it."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Flask, render_template, request
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from graphcrm import lifecycle
from graphcrm.dates import moment
from graphcrm.services import lifecycles, proposed
from graphcrm.services.changes import Change
from graphcrm.services.lifecycles import Suggested
from graphcrm.web.addresses import local
from graphcrm.web.asking.lifecycles import proposals
from graphcrm.web.asking.parameters import ProposalsParameters, read
from graphcrm.web.context import graph
from graphcrm.web.pages.forms.kinds import address, of_each
from graphcrm.web.pages.forms.saving import press
from graphcrm.web.pages.shell.layout import can, is_past
from graphcrm.web.pages.words import day, spoken

routes = Blueprint("lifecycles", __name__)


@routes.get("/lifecycles")
def list_() -> str:
    """Show what is proposed for accounts, or for contacts."""
    asked = read(ProposalsParameters, request.args)
    page = proposals(graph(), asked)
    return render_template("lifecycles/list.html", asked=asked, kind=asked.kind, found=page.rows, cursor=page.cursor)


@of_each(routes, "/<uid>/lifecycle", "POST", ("account", "contact"))
def accept(kind: str, uid: str) -> Response:
    """Accept what is proposed for a record."""
    back = local(request.form.get("back")) if "back" in request.form else address(kind, uid)
    state = request.form.get("state", "")

    def work(change: Change) -> str:
        proposed.accept(change, kind, uid, state)
        return back

    return press(work, _("The lifecycle is %(state)s now.", state=spoken(state)), back)


def suggested_for(label: str, uid: str, as_of: date | None) -> Suggested | None:
    """What is proposed for a record; None in the past, and for who sees none."""
    if is_past(as_of) or not can("lifecycles.list_"):
        return None
    return lifecycles.of_record(graph(), label, uid, moment(None).on)


def install(app: Flask) -> None:
    """Give the templates what they say of lifecycles."""
    app.add_template_filter(because)
    app.add_template_filter(periods)


def periods(trail: list[str]) -> list[lifecycle.Period]:
    """How far a record was, the latest first."""
    return lifecycle.periods_of(trail)[::-1]


def because(one: Suggested) -> str:
    """Why something is proposed, in words: the facts that the rule goes by."""
    known, proposal = one.known, one.proposal
    if proposal.rule == "loyal":
        said = _("%(wins)s opportunities won, the first on %(first)s, the last on %(last)s",
                 wins=known.wins, first=_day(known.first_won), last=_day(known.last_won))  # fmt: skip
    elif proposal.rule == "won":
        said = _("an opportunity was won on %(day)s", day=_day(known.last_won))
    elif proposal.rule == "open":
        said = ngettext("%(num)d opportunity is open", "%(num)d opportunities are open", known.open)
    elif proposal.rule == "converted":
        said = _("a lead became it on %(day)s", day=_day(known.converted))
    elif proposal.rule == "answered":
        said = _(
            "they have answered or met us, and we were last in touch on %(day)s",
            day=_day(known.answered),
        )
    else:
        said = ngettext("nothing you may see was heard, bought or said for %(num)d day, and no opportunity is open",
                        "nothing you may see was heard, bought or said for %(num)d days, and no opportunity is open",
                        proposal.days or 0)  # fmt: skip
    return str(said)


def _day(of: date | None) -> str:
    return day(of) if of else _("a day that nobody knows")
