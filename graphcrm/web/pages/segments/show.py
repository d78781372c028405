"""The pages of segments: what there are, who is in one and how that grew, and the form."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.errors import ForbiddenError, GraphcrmError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.queries.records.conditions import CONDITIONS
from graphcrm.queries.records.segment import Groups
from graphcrm.queries.segments.segments import Segment, all_segments
from graphcrm.services import conditions
from graphcrm.services import segments as service
from graphcrm.services.changes import Change
from graphcrm.web.asking.segments import first
from graphcrm.web.context import graph, my_uid
from graphcrm.web.languages import in_words
from graphcrm.web.pages.forms.saving import press, save, whole
from graphcrm.web.pages.segments import words
from graphcrm.web.pages.segments.curve import curve
from graphcrm.web.pages.segments.form import EXAMPLES, Form, of, read

routes = Blueprint("segments", __name__)

_OFFERED = 8
Page = Response | tuple[str, int]


@routes.get("/segments")
def list_() -> str:
    """Show one's own segments and those of one's team."""
    found = all_segments(graph(), user=my_uid())
    asked = [(one.kind, conditions.read(one.conditions)) for one in found]
    called = words.called(graph(), asked)
    told = [(one, words.sentence(kind, groups, called)) for one, (kind, groups) in zip(found, asked, strict=True)]
    return render_template("segments/list.html", segments=told, kinds=list(CONDITIONS))


@routes.get("/segments/suggest/<of>")
def suggest(of: str) -> str:
    """List the segments of a kind in whose names some letters are."""
    q = request.args.get("q", "").strip().casefold()
    found = all_segments(graph(), user=my_uid(), kind=of)
    return render_template("segments/suggest.html", found=[one for one in found if q in one.name.casefold()][:_OFFERED])


@routes.get("/segments/new")
def new() -> str:
    """Ask what a new segment is to ask; `example` fills in what is often asked."""
    form = Form(_kind())
    example = EXAMPLES.get(request.args.get("example", "")) if form.kind == "contact" else None
    form.entries = of(graph(), form.kind, example) if example else []
    return _form(form)


@routes.post("/segments/new")
def create() -> Page:
    """Save a new segment, or show what it would find."""
    form = read(_kind(), request.form)

    def work(change: Change) -> str:
        uid = service.create(change, my_uid(), form.name, form.kind, form.groups(change.tx), shared=form.shared)
        return url_for(".show", uid=uid)

    return _kept(form, work)


@routes.get("/segments/<uid>")
def show(uid: str) -> str:
    """Show what a segment asks, how many are in it, and the first of them; or why that may not be asked any more."""
    found = service.one(graph(), my_uid(), uid)
    groups, told = conditions.read(found.conditions), dict[str, object]()
    try:
        service.seen(graph(), found, my_uid())
        told = _found(graph(), found.kind, groups)
    except (ForbiddenError, InvalidInputError) as error:
        told = {"wrong": in_words(error.detail)}
    found = service.one(graph(), my_uid(), uid)
    sizes = service.sizes(found)
    return render_template(
        "segments/segment.html",
        segment=found,
        mine=found.owner == my_uid(),
        sentence=_said(found.kind, groups),
        sizes=sizes,
        curve=curve(sizes),
        **told,
    )


@routes.get("/segments/<uid>/edit")
def edit(uid: str) -> str:
    """Show the form of a segment of one's own."""
    found = _own(uid)
    groups = conditions.read(found.conditions)
    return _form(Form(found.kind, found.name, found.shared, found.rev, of(graph(), found.kind, groups)), found)


@routes.post("/segments/<uid>/edit")
def change(uid: str) -> Page:
    """Save a segment anew, or show what it would find."""
    found = _own(uid)
    form = read(found.kind, request.form)
    form.rev = whole(request.form.get("rev")) or found.rev  # what was read is what is to be changed

    def work(change: Change) -> str:
        given = form.groups(change.tx)
        service.alter(change, my_uid(), uid, name=form.name, shared=form.shared, conditions=given)
        return url_for(".show", uid=uid)

    return _kept(form, work, found)


@routes.post("/segments/<uid>/delete")
def delete(uid: str) -> Response:
    """Delete a segment."""

    def work(change: Change) -> str:
        service.delete(change, my_uid(), uid)
        return url_for(".list_")

    return press(work, _("The segment is deleted."), url_for(".list_"), undo_at=url_for(".restore", uid=uid))


@routes.post("/segments/<uid>/restore")
def restore(uid: str) -> Response:
    """Bring back a segment that was deleted."""

    def work(change: Change) -> str:
        service.restore(change, my_uid(), uid)
        return url_for(".list_")

    return press(work, _("The segment is back."), url_for(".list_"), undo_at="")


def _kept(form: Form, work: object, found: Segment | None = None) -> Page:
    """Save a form; where it is refused, or only a preview was asked for, show it with everything that was typed."""
    if request.form.get("do") != "save":
        return _form(form, found, preview=request.form.get("do") == "preview"), HTTPStatus.OK
    if form.checked(graph()) is not None:
        try:
            return save(work, _("The segment is saved."), undo_at="")  # type: ignore[arg-type]  # a function of a change
        except GraphcrmError as error:
            form.refuse(error)
    return _form(form, found), HTTPStatus.UNPROCESSABLE_ENTITY


def _form(form: Form, found: Segment | None = None, *, preview: bool = True) -> str:
    groups = form.checked(graph()) if preview and form.entries and not form.broken else None
    shown = {}
    if groups:
        try:
            shown = {"sentence": _said(form.kind, groups), **_found(graph(), form.kind, groups)}
        except GraphcrmError as error:
            form.refuse(error)
    return render_template("segments/form.html", form=form, segment=found, words=words, kinds=list(CONDITIONS), **shown)


def _found(runner: Runner, kind: str, groups: Groups) -> dict[str, object]:
    """How many are in a segment, and the first of them."""
    return {"number": service.size(runner, kind, groups, my_uid()), "rows": first(runner, kind, groups, my_uid())}


def _said(kind: str, groups: Groups) -> str:
    return words.sentence(kind, groups, words.called(graph(), [(kind, groups)]))


def _kind() -> str:
    kind = request.args.get("kind", "contact")
    if kind not in CONDITIONS:
        raise NotFoundError(said("There are no segments of %(of)r.", of=kind[:60]), field="kind")
    return kind


def _own(uid: str) -> Segment:
    found = service.one(graph(), my_uid(), uid)
    if found.owner != my_uid():
        raise NotFoundError(said("There is no segment %(uid)r of yours.", uid=uid), field="segment")
    return found
