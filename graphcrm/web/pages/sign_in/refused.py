"""The answer to a form into which somebody types what they sign in with."""

from __future__ import annotations

from http import HTTPStatus

from flask import make_response
from werkzeug.wrappers import Response

from graphcrm.errors import GraphcrmError, NotSignedInError, TooManyRequestsError


def answer(page: str, refusal: GraphcrmError | None) -> Response:
    """A page, with the status of what was refused on it, and with when to try again."""
    response = make_response(page, refusal.status if refusal else HTTPStatus.OK)
    if isinstance(refusal, NotSignedInError):
        response.headers["WWW-Authenticate"] = 'Bearer realm="graphcrm"'
    if isinstance(refusal, TooManyRequestsError):
        response.headers["Retry-After"] = str(refusal.retry_after_s)
    return response
