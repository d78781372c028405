"""What one is told of that others did with what is one's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from graphcrm.queries.notifications.mark_read import mark_read
from graphcrm.queries.notifications.notifications import Notification
from graphcrm.services.changes import Change
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import PlainPageParameters, read
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.forms.saving import press

routes = Blueprint("notifications", __name__)


@dataclass(frozen=True, slots=True)
class Told:
    """What one change told: a sentence, the records that may be seen, and how many there are."""

    kind: str
    at: datetime
    says: str
    records: list[Notification]
    number: int
    unread: bool


@routes.get("/notifications")
def list_() -> str:
    """Show what one is told, the latest first."""
    page = listings.notifications(graph(), my_uid(), read(PlainPageParameters, request.args))
    return render_template("notifications/list.html", told=_told(page.rows), rows=page.rows, cursor=page.cursor)


@routes.post("/notifications/read")
def mark() -> Response:
    """Say that one has read them, up to the last that was shown."""
    back, until = url_for("notifications.list_"), request.form.get("until", "")

    def work(change: Change) -> str:
        mark_read(change.tx, user=my_uid(), until=until)
        return back

    return press(work, _("All of that is read."), back, undo_at="")


def _told(rows: Iterable[Notification]) -> list[Told]:
    """Notifications, those of one change and one kind as one."""
    groups = groupby(rows, key=lambda one: (one.change, one.kind, one.unread))
    return [_one(list(group)) for _key, group in groups]


def _one(group: list[Notification]) -> Told:
    first, number = group[0], len(group)
    who = first.by_name or (_("Somebody") if first.by else _("graphcrm"))
    says = {
        "assigned": ngettext("%(who)s gave you a record", "%(who)s gave you %(num)d records", number, who=who),
        "released": ngettext(
            "%(who)s took a record from you", "%(who)s took %(num)d records from you", number, who=who
        ),
        "asked": _("%(who)s asks you for an introduction", who=who),
        "withdrawn": _("%(who)s asks you no more for an introduction", who=who),
        "found": ngettext(
            "%(who)s found a record for you by an automation",
            "%(who)s found %(num)d records for you by an automation",
            number,
            who=who,
        ),
        "moved": ngettext("A contact has moved", "%(num)d contacts have moved", number),
        "moves": _("Many contacts have moved, this one among them"),
        "late": ngettext("A service request of yours is late", "%(num)d service requests of yours are late", number),
        "answered": _("%(who)s says what came of an introduction", who=who),
    }[first.kind]
    return Told(first.kind, first.at, says, [one for one in group if one.name], number, first.unread)
