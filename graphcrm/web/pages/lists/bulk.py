"""What is done with the rows that somebody chose: assigned, tagged, or put into the trash, as one change, one undo."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, redirect, request
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from graphcrm.access import OWNED, many
from graphcrm.errors import AmbiguousError, InvalidInputError, NotFoundError, said
from graphcrm.queries.search.resolve import resolve
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.services import attendance, bulk, groups, kinds, tags
from graphcrm.services.changes import Change
from graphcrm.services.records import TAGGED
from graphcrm.web.addresses import local
from graphcrm.web.context import graph, my_uid
from graphcrm.web.languages import in_words
from graphcrm.web.pages.forms.kinds import of_each
from graphcrm.web.pages.forms.named import meant
from graphcrm.web.pages.forms.saving import notice, press
from graphcrm.web.pages.records.campaigns import put_down

routes = Blueprint("list_bulk", __name__)

_TAGGED = tuple(kind for kind in OWNED if kind in TAGGED)


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


@of_each(routes, "/tag", "POST", _TAGGED)
def tag(kind: str) -> Response:
    """Tag what was chosen."""
    uids, name, back = chosen(), request.form.get("tag", "").strip(), local(request.form.get("back"))

    def work(change: Change) -> str:
        tags.tag(change, kind, uids, name)
        return back

    says = ngettext("%(num)d record has the tag %(name)s.", "%(num)d records have the tag %(name)s.",
                    len(uids), name=name)  # fmt: skip
    return press(work, says, back, typed="tag")


@of_each(routes, "/untag", "POST", _TAGGED)
def untag(kind: str) -> Response:
    """Take a tag from what was chosen."""
    uids, text, back = chosen(), request.form.get("tag", "").strip(), local(request.form.get("back"))

    def work(change: Change) -> str:
        tags.untag(change, kind, uids, text)
        return back

    return press(work, _("The tag is taken away."), back, typed="tag")


@of_each(routes, "/make-tasks", "POST", tuple(kind for kind in OWNED if many(kind) in ABOUT))
def make_tasks(kind: str) -> Response:
    """Make a task of one's own about each of what was chosen."""
    uids, back = chosen(), local(request.form.get("back"))
    given = {"name": request.form.get("task", "").strip(), "due_on": request.form.get("due_on", "").strip() or None}

    def work(change: Change) -> str:
        for record in bulk.held(change, kind, uids):
            kinds.create(change, "task", {**given, many(kind): [record[1]]})
        return back

    says = ngettext("%(num)d task is made.", "%(num)d tasks are made.", len(uids))
    return press(work, says, back, typed="task")


@of_each(routes, "/attend", "POST", ("contact", "lead"))
def attend(kind: str) -> Response:
    """Say of who was chosen how far their attendance of a campaign is."""
    uids, text, back = chosen(), request.form.get("campaign", "").strip(), local(request.form.get("back"))
    given, number = {"status": request.form.get("attendance", "")}, len(uids)

    def work(change: Change) -> str:
        nonlocal number
        if not text:
            raise InvalidInputError(said("No campaign is named, so nothing was changed; say which."), field="campaign")
        number = attendance.put(change, meant(change.tx, "Campaign", text), bulk.named(kind, uids), given)
        return back

    return press(work, lambda: put_down(number), back, typed="campaign")


@of_each(routes, "/into-group", "POST", groups.KINDS)
def into_group(kind: str) -> Response:
    """Put what was chosen into a group of one's own, which is made where there is none of that name."""
    uids, text, back = chosen(), request.form.get("group", "").strip(), local(request.form.get("back"))

    def work(change: Change) -> str:
        groups.add(change, my_uid(), groups.named(change, my_uid(), text), kind, uids)
        return back

    says = ngettext("%(num)d record is in the group %(name)s.", "%(num)d records are in the group %(name)s.",
                    len(uids), name=text)  # fmt: skip
    return press(work, says, back, undo_at="", typed="group")


@of_each(routes, "/out-of-group", "POST", groups.KINDS)
def out_of_group(kind: str) -> Response:
    """Take what was chosen out of a group of one's own."""
    uids, text, back = chosen(), request.form.get("group", "").strip(), local(request.form.get("back"))

    def work(change: Change) -> str:
        groups.take(change, my_uid(), groups.meant(change.tx, my_uid(), text).uid, kind, uids)
        return back

    return press(work, _("They are in that group no more."), back, undo_at="", typed="group")
