"""What changes the graph over the API: each view is one change in one transaction, whose answer is made inside it.

A view gets the `Change`, the values of the address, and the `body` where it takes one. `If-Match` names the revision
that is to be changed, and a POST with an `Idempotency-Key` is done once however often it is sent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Response as Reply
from flask import current_app, request
from pydantic import ValidationError
from spectree import Tag
from werkzeug.exceptions import BadRequest

from graphcrm.errors import InvalidInputError
from graphcrm.services.changes import Change
from graphcrm.services.once import Answer, Key
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.openapi import Described, describe_change
from graphcrm.web.api.shapes.base import Shape
from graphcrm.web.asking.doing import done
from graphcrm.web.asking.parameters import ReasonParameters, asked, refusal
from graphcrm.web.audit import author
from graphcrm.web.context import graph, my_uid

_NO_CONTENT = 204
_REVISION = re.compile("[0-9]{1,15}")  # more digits are more than Neo4j counts
_DEEP = 3  # parts of a name that say where a value stands: handles.0.value; what follows are pydantic's own


@dataclass(frozen=True, slots=True)
class Takes:
    """How a view is asked: its body or else its query; the status of what it answers, and where what is new stands."""

    body: type[Body] | None = None
    query: type[ReasonParameters] | None = None
    status: int = 200
    under: str | None = None


def changing(
    answer: type[Shape] | None,
    under: Tag,
    takes: Takes,
    *,
    also: tuple[int, ...] = (),
    path: Mapping[str, str] | None = None,
) -> Callable[[Callable[..., Shape | None]], Callable[..., Reply]]:
    """Make a view of a function that changes something, and describe it."""

    def of(view: Callable[..., Shape | None]) -> Callable[..., Reply]:
        @wraps(view)
        def run(**values: Any) -> Reply:  # noqa: ANN401  (parts of the address)
            return _reply(_done(view, takes, values | _given(takes)))

        run.__annotations__ = {}
        query = None if takes.body else takes.query or ReasonParameters
        described = Described(answer, takes.body, query, takes.status)
        return describe_change(run, described, under, also=also, path=path)

    return of


def _given(takes: Takes) -> dict[str, Any]:
    if takes.body:
        return {"body": _body(takes.body)}
    return {"query": asked(takes.query)} if takes.query else {}


def _body(model: type[Body]) -> Body:
    """The body that was sent; raises InvalidInputError."""
    try:
        sent = request.get_json(force=True) if request.get_data(cache=True) else {}
        json.dumps(sent, ensure_ascii=False).encode()  # half a surrogate pair could be neither stored nor answered
    except (BadRequest, RecursionError, UnicodeEncodeError):
        raise InvalidInputError('The body is no JSON in UTF-8; send an object, such as {"name": "Ada"}.') from None
    if not isinstance(sent, dict):
        raise InvalidInputError('The body is no JSON object; send one, such as {"name": "Ada"}.')
    try:
        return model.model_validate(sent)
    except ValidationError as error:
        raise refusal(error, what="field", deep=_DEEP) from None


def _done(view: Callable[..., Shape | None], takes: Takes, values: Mapping[str, Any]) -> Answer:
    said = values.get("body") or values.get("query") or asked(ReasonParameters)
    expected, key = _expected(), _key(my_uid())

    def work(change: Change) -> Answer:
        return _answered(view(change, **values), takes)

    return done(graph(), author(said.why), work, expected=expected, key=key)


def _answered(shape: Shape | None, takes: Takes) -> Answer:
    headers = {}
    rev, uid = getattr(shape, "rev", None), getattr(shape, "uid", None)
    if rev is not None:
        headers["ETag"] = f'"{rev}"'
    if takes.under and uid:
        headers["Location"] = f"{takes.under}/{uid}"
    if shape is None:
        return Answer(takes.status, "", headers)
    again = shape.model_copy(update=dict.fromkeys(shape.once)).model_dump_json() if shape.once else None
    return Answer(takes.status, shape.model_dump_json(), headers, again)


def _reply(answer: Answer) -> Reply:
    reply = current_app.response_class(answer.body, answer.status, mimetype="application/json")
    if answer.status == _NO_CONTENT:
        reply.headers.pop("Content-Type")
    reply.headers.update(answer.headers)
    return reply


def _expected() -> int | None:
    """The revision that `If-Match` names, None for any; raises InvalidInputError."""
    sent = request.headers.get("If-Match", "").strip()
    if sent in {"", "*"}:
        return None
    bare = sent.removeprefix("W/").strip('"')
    if not _REVISION.fullmatch(bare):
        raise InvalidInputError(f'If-Match is {sent[:60]!r}; it takes the revision, such as "3".', field="If-Match")
    return int(bare)


def _key(user: str) -> Key | None:
    sent = request.headers.get("Idempotency-Key")
    if sent is None or request.method != "POST":
        return None
    asked = f"{request.method} {request.full_path}\n{request.headers.get('If-Match', '')}\n"
    return Key(user, sent, asked.encode() + request.get_data())
