"""The web app's settings for gunicorn, and one thing more: its standard input is a pipe that `graphcrm serve` or
`graphcrm demo` holds, and when that closes, even by their `kill -9`, it stops."""

from __future__ import annotations

import os
import signal
import sys
import threading

from graphcrm.web.gunicorn_conf import *  # noqa: F403  (gunicorn reads the names it knows)


def when_ready(_server: object) -> None:
    """Watch the pipe, from gunicorn's master process alone."""
    threading.Thread(target=_stop_at_end_of_input, daemon=True).start()


def _stop_at_end_of_input() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
