"""A list as a file: the rows that were chosen, or all that match, with the columns that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from http import HTTPStatus

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from graphcrm.access import OWNED, Kind, many
from graphcrm.errors import AmbiguousError, InvalidInputError, NotFoundError, said
from graphcrm.exporters.sheet import sheet
from graphcrm.queries.records.entry import Entry
from graphcrm.web.addresses import local
from graphcrm.web.asking import listings
from graphcrm.web.audit import note
from graphcrm.web.context import graph, my_uid
from graphcrm.web.languages import in_words
from graphcrm.web.pages.forms.kinds import of_each
from graphcrm.web.pages.forms.saving import notice
from graphcrm.web.pages.lists import asked as asking
from graphcrm.web.pages.lists import look
from graphcrm.web.pages.lists.bulk import chosen
from graphcrm.web.pages.lists.columns import Column

routes = Blueprint("list_export", __name__)

MOST = 50_000  # rows of one file; `graphcrm export` writes all there is
_AT_ONCE = 1_000


@of_each(routes, "/export", "POST", OWNED)
def export(kind: Kind) -> Response:
    """Give a list as a file; its filters, its day and its columns are those of the address."""
    uids, (columns, _) = chosen(), look.columns(kind)
    try:
        found = list(_found(kind, uids, columns))
    except (AmbiguousError, InvalidInputError, NotFoundError) as error:
        notice(in_words(error.detail), wrong=True)
        return redirect(local(request.form.get("back")), HTTPStatus.SEE_OTHER)
    note("export", what=[many(kind), f"rows {len(found)}"], records=[f"{kind} {uid}" for uid in uids])
    head = [f"{kind}_id", *(column.name for column in columns)]
    body = sheet(head, ([row.uid, *(column.says(row) for column in columns)] for row in found))
    headers = {"Content-Disposition": f'attachment; filename="{many(kind)}.csv"'}
    return Response(body, mimetype="text/csv", headers=headers)


def _found(kind: Kind, uids: Sequence[str], columns: Sequence[Column]) -> Iterator[Entry]:
    """The rows, in the order of the list; raises InvalidInputError where there are too many, and as the list does."""
    asked, _ = asking.meant(graph(), asking.sent(kind), my_uid())
    if "chosen" in request.form and not uids:
        raise InvalidInputError(said("Nothing is chosen; tick some rows first."), field="uid")
    if len(uids) > _AT_ONCE:
        raise _too_many(_AT_ONCE)
    if uids:
        asked = asking.nothing(kind).model_copy(update={"uids": tuple(uids), "sort": asked.sort, "as_of": asked.as_of})
    number, cursor = 0, None
    while number == 0 or cursor:
        part = asked.model_copy(update={"limit": _AT_ONCE, "cursor": cursor, "back": None})
        page = listings.records(graph(), kind, part, told=True, tie_of=look.tie_of(columns))
        number, cursor = number + len(page.rows), page.cursor
        if number > MOST or (cursor and number == MOST):
            raise _too_many(MOST)
        yield from page.rows
        if not page.rows:
            return


def _too_many(most: int) -> InvalidInputError:
    message = said(
        "A file takes at most %(most)s rows; add a filter, or have everything written by `graphcrm export`.",
        most=f"{most:,}",
    )
    return InvalidInputError(message, field="limit")
