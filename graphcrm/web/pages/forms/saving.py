"""What every form does with what was sent: one change, done once, and a notice that offers to undo it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus

from flask import flash, redirect, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.errors import (
    AmbiguousError,
    ConflictError,
    GraphcrmError,
    InTrashError,
    InvalidInputError,
    NotFoundError,
    StaleError,
    said,
)
from graphcrm.services.changes import Change
from graphcrm.services.once import Answer, Key
from graphcrm.web.asking.doing import CHANGE, done
from graphcrm.web.audit import author
from graphcrm.web.context import graph, my_uid
from graphcrm.web.identity import CSRF_FIELD
from graphcrm.web.languages import in_words
from graphcrm.web.pages.forms.form import Form

Page = Response | tuple[str, int]

_WHY_MOST = 1_000
_AGAIN_MOST = 200  # characters of what was typed: a notice is kept in the session's cookie
_WHOLE = re.compile(r"[0-9]{1,15}")
_NOT_TYPED = {CSRF_FIELD, "key"}


def save(
    work: Callable[[Change], str],
    says: str | Callable[[], str],
    *,
    back: str | None = None,
    for_ever: bool = False,
    undo_at: str | None = None,
) -> Response:
    """Do some work as one change, and go to the address that it answers, with a notice.

    `back` is where its undo leads, if not to that address; what is done `for_ever` has none. What leaves no revision is
    undone at `undo_at`, an address, empty for none. What only the work knows is said by a function. The form's `rev`
    is the revision that is to be changed, and its `key` makes sending it twice one thing. Raises what the work raises.
    """
    sent = request.form
    why = sent.get("why", "").strip()
    if len(why) > _WHY_MOST:
        message = said(
            "why has %(number)s characters, and at most %(most)s are kept.",
            number=f"{len(why):,}",
            most=f"{_WHY_MOST:,}",
        )
        raise InvalidInputError(message, field="why")
    answer = done(
        graph(),
        author(why),
        lambda change: Answer(HTTPStatus.SEE_OTHER, "", {"Location": work(change)}),
        expected=whole(sent.get("rev")),
        key=_key(),
    )
    to, change = answer.headers["Location"], answer.headers.get(CHANGE)
    done_says = says if isinstance(says, str) else says()
    told = done_says if change or undo_at is not None else _("Nothing was different, so nothing was changed.")
    notice(told, change=None if for_ever else change, back=back or to, undo_at=undo_at or None)
    return redirect(to, answer.status)


def leading(do: Callable[[Change], object], there: str) -> Callable[[Change], str]:
    """Work for `save` and `press` that answers nothing by itself: it leads there."""

    def work(change: Change) -> str:
        do(change)
        return there

    return work


def refusal(error: GraphcrmError) -> str:
    """Why what was typed is refused, beside it."""
    if isinstance(error, StaleError):
        return _("Somebody else has changed it meanwhile; save again to keep what stands here.")
    return in_words(error.detail)


def whole(text: str | None) -> int | None:
    """A whole number that a form sent, or None."""
    return int(text) if text and _WHOLE.fullmatch(text) else None


def press(
    work: Callable[[Change], str],
    says: str | Callable[[], str],
    back: str,
    *,
    undo_at: str | None = None,
    typed: str | None = None,
) -> Response:
    """Save what a button asks for; where it cannot be, say why on the page that the button is on.

    `typed` is the name of a field beside the button: what was typed into it stands there again then.
    """
    try:
        return save(work, says, back=back, undo_at=undo_at)
    except (AmbiguousError, ConflictError, InvalidInputError, NotFoundError) as error:
        if isinstance(error, InTrashError):
            raise
        again = {typed: request.form.get(typed, "")[:_AGAIN_MOST]} if typed else None
        notice(in_words(error.detail), wrong=True, typed=again)
    return redirect(back, HTTPStatus.SEE_OTHER)


def keep(
    form: Form,
    work: Callable[[Change], str],
    says: str,
    show: Callable[[Form], str],
    *,
    back: str | None = None,
    for_ever: bool = False,
    undo_at: str | None = None,
) -> Page:
    """Save what a form was sent with; where it is refused, show it again with everything that was typed."""
    form.fill(request.form)
    try:
        return save(work, says, back=back, for_ever=for_ever, undo_at=undo_at)
    except GraphcrmError as error:
        form.refuse(error)
    return show(form), form.status


def notice(
    says: str,
    *,
    change: str | None = None,
    back: str = "/",
    wrong: bool = False,
    undo_at: str | None = None,
    typed: Mapping[str, str] | None = None,
) -> None:
    """Say something on the next page; `change` is one that can be undone there, or it is undone at an address.

    `typed` is what was typed before, by the names of its fields, for those of the next page.
    """
    told = {"says": says, "change": change, "back": back, "undo_at": undo_at, "typed": typed or {}}
    flash(told, "wrong" if wrong else "done")  # type: ignore[arg-type]  # kept as JSON


def _key() -> Key | None:
    key = request.form.get("key")
    if not key:
        return None
    sent = sorted((name, value) for name, value in request.form.items(multi=True) if name not in _NOT_TYPED)
    return Key(my_uid(), f"form {key}", f"{request.full_path}\n{sent}".encode())
