"""The web app's settings for gunicorn, and two things more. Its standard input is a pipe that `graphcrm serve` or
`graphcrm demo` holds: first comes the environment to begin with, and until then it loads what it can and waits; when
the pipe closes, even by their `kill -9`, it stops.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from importlib import import_module

from graphcrm.web.gunicorn_conf import *  # noqa: F403  (gunicorn reads the names it knows)

LOADED_BEFORE = "graphcrm.web.app"


def _begin() -> None:
    if "--workers=1" in sys.argv:  # of several, each has to load its Prometheus for itself
        import_module(LOADED_BEFORE)
    told = sys.stdin.buffer.readline()
    if not told:
        sys.exit(1)  # who would have told us is gone
    os.environ.update(json.loads(told))


def when_ready(_server: object) -> None:
    """Watch the pipe, from gunicorn's master process alone."""
    threading.Thread(target=_stop_at_end_of_input, daemon=True).start()


def _stop_at_end_of_input() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


_begin()
