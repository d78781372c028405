"""What errors become: problem+json for programs, a page for people, one handler for both."""

from __future__ import annotations

import logging
from contextlib import suppress
from http import HTTPStatus

from flask import Flask, Response, current_app, g, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.exceptions import NotFound as NoSuchAddress
from werkzeug.wrappers import Response as AnyResponse

from graphcrm.errors import GraphcrmError, NotSignedInError, TooManyRequestsError, said
from graphcrm.web import problems, refusals
from graphcrm.web.addresses import is_api
from graphcrm.web.gone import gone
from graphcrm.web.identity import CSRF_FIELD
from graphcrm.web.logs import request_id
from graphcrm.web.problems import Problem

_LOG = logging.getLogger("graphcrm.web")
# What forms bring along or have as choices beside what was typed.
_NOT_TYPED = {"key", "rev", "back", "handles.kind", "handles.primary", "handles.gone"}
# Pages into which passwords are typed: theirs are shown to nobody.
_SECRET = ("sign_in", "me.", "me_codes.")
_RETRY_AFTER_S = "5"  # a restarted Neo4j answers after about three


def install(app: Flask) -> None:
    """Answer every error of the app."""
    refusals.install(app)
    app.register_error_handler(GraphcrmError, _ours)
    app.register_error_handler(HTTPException, _of_the_framework)
    app.register_error_handler(Exception, _unforeseen)


def _ours(error: GraphcrmError) -> AnyResponse:
    if isinstance(error, NotSignedInError) and not (is_api(request.path) or g.get("by_token") or _typed()):
        asked = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(url_for("sign_in.sign_in", next=asked), HTTPStatus.SEE_OTHER)
    if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOG.warning("request %s: %s: %s", request_id(), error.code, error.detail)
    refusals.note(error.status)
    answer = _answer(problems.of(error))
    if isinstance(error, TooManyRequestsError):
        answer.headers["Retry-After"] = str(error.retry_after_s)
    return answer


def _of_the_framework(error: HTTPException) -> AnyResponse:
    if error.response is not None:
        return error.get_response()  # an answer that was made to measure
    if isinstance(error, NoSuchAddress):
        error.description = said("There is nothing at %(path)s.", path=request.path)
    refusals.note(error.code or 0)
    response = _answer(problems.of_http(error))
    for name, value in error.get_headers():
        if name not in {"Content-Type", "Content-Length"}:
            response.headers[name] = value  # what a 405 allows
    return response


def _unforeseen(error: Exception) -> AnyResponse:
    _LOG.error("request %s: %s", request_id(), type(error).__name__, exc_info=error)
    return _answer(problems.unexpected(request_id()))


def _answer(problem: Problem) -> Response:
    if is_api(request.path):
        body = problem.model_dump_json(exclude_none=True)
        response = current_app.response_class(body, problem.status, mimetype=problems.MEDIA_TYPE)
    else:
        kept = {"typed": _typed(), "sent": _sent(), "ours": _from_our_page()}
        kept["gone"] = gone(problem.field) if problem.code == "in_trash" else None
        page = render_template("errors/problem.html", problem=problem, **kept)
        response = current_app.make_response((page, problem.status))
    if problem.status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = 'Bearer realm="graphcrm"'
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = _RETRY_AFTER_S
    return response


def _typed() -> list[tuple[str, str]]:
    """What somebody typed into the form that was sent, but for how they sign in: no error loses it."""
    return [(name, value) for name, value in _sent() if name not in _NOT_TYPED and value.strip()]


def _sent() -> list[tuple[str, str]]:
    if request.method != "POST" or (request.endpoint or "").startswith(_SECRET):
        return []
    with suppress(HTTPException):  # too large to be read, which is what went wrong
        return [(name, value) for name, value in request.form.items(multi=True) if name != CSRF_FIELD]
    return []


def _from_our_page() -> bool:
    """Whether the browser says that one of our own pages sent it: nobody else's is offered to be sent again."""
    return request.headers.get("Sec-Fetch-Site") == "same-origin"
