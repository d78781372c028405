"""The headers of every answer: what a browser may load, and what it may keep."""

from __future__ import annotations

import re

from flask import Flask, Response, request

_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": _CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_HTTPS_LASTS = "max-age=31536000"  # a year without http, once somebody was here by https; for this host alone
_STATIC_LASTS = "public, max-age=31536000, immutable"  # their names carry the sum of their content

_HASHED = re.compile(r"-[0-9A-Z]{8}\.\w+$")


def install(app: Flask) -> None:
    """Put the headers on every answer of the app."""
    app.after_request(_add)


def _add(response: Response) -> Response:
    response.headers.update(_ALWAYS)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = _HTTPS_LASTS
    kept = request.endpoint == "static" and response.status_code in {200, 304} and _HASHED.search(request.path)
    response.headers["Cache-Control"] = _STATIC_LASTS if kept else "no-store"
    return response
