"""Refusals in the audit log: who was refused what, and from where; of many alike, some, and how many there were.

A refusal is answered in any case. Where the database is away, it is in the access log alone.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Hashable
from http import HTTPStatus

from flask import Flask, current_app, g, request

from graphcrm.errors import DatabaseError
from graphcrm.services import audit
from graphcrm.web.audit import address, deed
from graphcrm.web.context import graph, my_uid
from graphcrm.web.logs import request_id

_LOG = logging.getLogger("graphcrm.web")
_KEY = "graphcrm.refusals"
_WINDOW_S = 60.0
_KINDS_MOST = 100  # told apart within a window; those beyond count as one
_TIMEOUT_S, _RETRY_S = 5.0, 1.0  # whoever is refused has waited enough
_AWAY_S = 30.0  # a database that has just been away is not asked
_REFUSED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}


class Sample:
    """Which of many refusals are written: within a minute the 1st, 10th, 100th, … of each kind.

    Of more than a hundred kinds in it, those beyond are one kind: no minute has many more entries than a hundred.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin; `clock` says what time it is, in seconds."""
        self._clock, self._began, self._asleep = clock, clock(), clock()
        self._numbers: dict[Hashable, int] = {}
        self._lock = threading.Lock()

    def take(self, kind: Hashable) -> int | None:
        """The number of this refusal among those of its kind in this minute where it is to be written, else None."""
        with self._lock:
            now = self._clock()
            if now - self._began >= _WINDOW_S:
                self._began, self._numbers = now, {}
            if kind not in self._numbers and len(self._numbers) >= _KINDS_MOST:
                kind = None
            number = self._numbers[kind] = self._numbers.get(kind, 0) + 1
            return number if now >= self._asleep and str(number).strip("0") == "1" else None

    def sleep(self) -> None:
        """Have none written for a while."""
        self._asleep = self._clock() + _AWAY_S


def install(app: Flask) -> None:
    """Count the refusals of the app."""
    app.extensions[_KEY] = Sample()


def note(status: int) -> None:
    """Say that this request is refused with a status, if it is one that says so: 401 to a credential, 403, 429."""
    if status not in _REFUSED or (status == HTTPStatus.UNAUTHORIZED and not g.get("by_token")):
        return
    view = request.endpoint or "none"
    _sampled("refused", my_uid() or None, f"{status} {request.method} {view}")


def sign_in_failed(way: str, user: str | None = None) -> None:
    """Say that somebody could not sign in by a way (token, password, …), as a user, if there is one of that name."""
    _sampled("sign_in_failed", user, way)


def _sampled(action: str, user: str | None, what: str) -> None:
    sample: Sample = current_app.extensions[_KEY]
    number = sample.take((action, user, address(), what))
    if number is None:
        return
    said = [what, *([f"times {number}"] if number > 1 else [])]
    refused = deed(action, user, what=said, records=[f"user {user}"] if user else [])
    try:
        graph().transaction(lambda tx: audit.append(tx, refused), timeout_s=_TIMEOUT_S, retry_s=_RETRY_S)
    except DatabaseError as error:
        sample.sleep()
        _LOG.warning("request %s: a refusal is not in the audit log: %s", request_id(), error.detail)
