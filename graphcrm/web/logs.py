"""One line a request, and an id that joins it with what went wrong. No query strings, bodies, cookies or headers:
what people look for, and what they sign in with, is nobody else's business.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from urllib.parse import quote

from flask import Flask, Response, g, request

from graphcrm.web.context import me

_LOG = logging.getLogger("graphcrm.access")
_HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")  # what a proxy may give; anything else could forge a line


def install(app: Flask) -> None:
    """Log every request of the app."""
    app.before_request(_begin)
    app.after_request(_end)


def request_id() -> str:
    """The id of the request at hand: the one that a proxy gave it, or a new one."""
    if "request_id" not in g:
        given = request.headers.get(_HEADER, "")
        g.request_id = given if _GIVEN.fullmatch(given) else secrets.token_hex(8)
    found: str = g.request_id
    return found


def seconds() -> float:
    """How long the request at hand has taken so far."""
    began: float = g.get("began", time.perf_counter())
    return time.perf_counter() - began


def _begin() -> None:
    g.began = time.perf_counter()


def _end(response: Response) -> Response:
    response.headers[_HEADER] = request_id()
    user = me()
    _LOG.info(
        "%s %s %s %s %.0f ms user=%s request=%s",
        request.remote_addr,
        request.method,
        quote(request.path),
        response.status_code,
        seconds() * 1000,
        user.uid if user else "-",
        request_id(),
    )
    return response
