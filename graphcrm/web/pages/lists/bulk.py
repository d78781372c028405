"""What is done with the rows that somebody chose: assigned, or put into the trash, as one change with one undo."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, redirect, request
from flask_babel import ngettext
from werkzeug.wrappers import Response

from graphcrm.errors import AmbiguousError, NotFoundError
from graphcrm.queries.search.resolve import resolve
from graphcrm.services import bulk
from graphcrm.services.changes import Change
from graphcrm.web.addresses import local
from graphcrm.web.context import graph
from graphcrm.web.languages import in_words
from graphcrm.web.pages.forms.kinds import OWNED, of_each
from graphcrm.web.pages.forms.saving import notice, press

routes = Blueprint("list_bulk", __name__)


def chosen() -> list[str]:
    """The uids that were chosen, each once, in the order in which they came."""
    return list(dict.fromkeys(uid for uid in request.form.getlist("uid") if uid))


@of_each(routes, "/assign", "POST", OWNED)
def assign(kind: str) -> Response:
    """Give what was chosen to one of us, or back."""
    uids, typed, back = chosen(), request.form.get("user", "").strip(), local(request.form.get("back"))
    try:
        user = resolve(graph(), label="User", text=typed) if typed else None
    except (AmbiguousError, NotFoundError) as error:
        notice(in_words(error.detail), wrong=True)
        return redirect(back, HTTPStatus.SEE_OTHER)

    def work(change: Change) -> str:
        bulk.assign(change, kind, uids, user.uid if user else None)
        return back

    given = ngettext(
        "%(num)d record now belongs to %(name)s.",
        "%(num)d records now belong to %(name)s.",
        len(uids),
        name=user.name if user else "",
    )
    released = ngettext("%(num)d record is nobody’s now.", "%(num)d records are nobody’s now.", len(uids))
    return press(work, given if user else released, back)


@of_each(routes, "/into-trash", "POST", OWNED)
def into_trash(kind: str) -> Response:
    """Put what was chosen into the trash."""
    uids, back = chosen(), local(request.form.get("back"))

    def work(change: Change) -> str:
        bulk.into_trash(change, kind, uids)
        return back

    return press(
        work, ngettext("%(num)d record is in the trash.", "%(num)d records are in the trash.", len(uids)), back
    )
