"""Forms in a dialogue over the page (frontend/src/shell/dialogs.ts): where a saved one leads to, told to the script."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, request

ASKS, LEADS_TO = "X-Dialog", "X-Leads-To"


def install(app: Flask) -> None:
    """Answer dialogues: a script that follows a redirect would get the page, and with it use up its notices."""
    app.after_request(_lead)
    app.jinja_env.globals["in_dialog"] = in_dialog


def in_dialog() -> bool:
    """Whether a page is asked for a dialogue, which shows its form alone: notices wait for the page below."""
    return ASKS in request.headers


def _lead(response: Response) -> Response:
    if in_dialog() and response.status_code in {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER}:
        response.headers[LEADS_TO] = response.headers.pop("Location")
        response.status_code = HTTPStatus.OK
    return response
