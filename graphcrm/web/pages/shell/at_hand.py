"""What somebody has at hand: the records that they starred, and those that they looked at last.

The latter are kept in the session, so that no page waits for a write, and another browser has its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, redirect, render_template, request, session
from werkzeug.wrappers import Response as Answer

from graphcrm.access import OWNED, many
from graphcrm.queries.views.at_hand import AtHand
from graphcrm.queries.views.at_hand import at_hand as find
from graphcrm.queries.views.starred import starred
from graphcrm.services import stars
from graphcrm.services.changes import change
from graphcrm.services.records import LABELS
from graphcrm.web.addresses import local
from graphcrm.web.audit import author
from graphcrm.web.context import graph, me, my_uid
from graphcrm.web.pages.forms.kinds import address, of_each
from graphcrm.web.pages.shell.layout import can

routes = Blueprint("stars", __name__)

_KEY = "viewed"  # in the session: kinds and uids, the last one first
_KEPT = 10
_SHOWN = 8
_LOOKED_AT = {"accounts.account": "account", "contacts.contact": "contact", "leads.lead": "lead"}
_HTMX = "HX-Request"


@dataclass(frozen=True, slots=True)
class Record:
    """A record at hand, as a line that leads to it."""

    kind: str
    name: str
    detail: str
    href: str


@dataclass(frozen=True, slots=True)
class Hand:
    """All that somebody has at hand."""

    recent: list[Record]
    starred: list[Record]


def install(app: Flask) -> None:
    """Remember what is looked at, and give the templates what parts/at_hand.html asks."""
    app.after_request(_remember)
    app.jinja_env.globals.update(at_hand=at_hand, is_starred=is_starred)


def at_hand(most: int = _SHOWN) -> Hand:
    """The records looked at last, without the one of the page at hand, and those starred; `most` of each, one query."""
    viewed = [(LABELS[kind], uid) for kind, uid in session.get(_KEY, [])]
    found = find(graph(), user=my_uid(), viewed=viewed, on=datetime.now(UTC).date(), limit=_KEPT + most)
    found = [one for one in found if can(f"{many(one.type)}.{one.type}")]
    recent = [_record(one) for one in found if one.place is not None]
    latest = sorted((one for one in found if one.starred_at), key=_starred_at, reverse=True)
    return Hand([one for one in recent if one.href != _here()][:most], [_record(one) for one in latest[:most]])


def is_starred(kind: str, uid: str) -> bool:
    """Whether who asks has starred a record."""
    return starred(graph(), user=my_uid(), label=LABELS[kind], uid=uid) is not None


@of_each(routes, "/<uid>/star", "POST", OWNED)
def put(kind: str, uid: str) -> Answer | str:
    """Star a record."""
    return _done(kind, uid, on=True)


@of_each(routes, "/<uid>/unstar", "POST", OWNED)
def drop(kind: str, uid: str) -> Answer | str:
    """Take the star away again."""
    return _done(kind, uid, on=False)


def _done(kind: str, uid: str, *, on: bool) -> Answer | str:
    do = stars.put if on else stars.drop
    change(graph(), author(), lambda made: do(made, my_uid(), kind, uid))
    if _HTMX in request.headers:
        return render_template("parts/star_button.html", kind=kind, uid=uid, on=on)
    back = request.form.get("back")
    return redirect(local(back) if back else address(kind, uid), HTTPStatus.SEE_OTHER)


def _remember(response: Response) -> Response:
    """Put the record whose page is answered in front of those looked at before."""
    kind = _LOOKED_AT.get(request.endpoint or "")
    if (
        not kind
        or response.status_code != HTTPStatus.OK
        or request.method != "GET"
        or not me()
        or _HTMX in request.headers
    ):
        return response
    one, before = [kind, (request.view_args or {})["uid"]], session.get(_KEY, [])
    if before[:1] != [one]:
        session[_KEY] = [one, *(other for other in before if other != one)][:_KEPT]
    return response


def _record(one: AtHand) -> Record:
    return Record(one.type, one.name, one.detail or "", address(one.type, one.uid))


def _starred_at(one: AtHand) -> datetime:
    return one.starred_at or datetime.min.replace(tzinfo=UTC)


def _here() -> str:
    """The page at hand, or the page over which the palette stands."""
    return urlsplit(request.headers.get("HX-Current-URL", "")).path or request.path
