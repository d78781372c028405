"""Settings for gunicorn: `gunicorn --config python:graphcrm.web.gunicorn_conf "graphcrm.web:create_app()"`.

The app logs its own requests (logs.py), without query strings; with several workers they share their numbers for
/metrics in a folder of their own.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import tempfile
from typing import Any

worker_class = "gthread"
threads = 8
graceful_timeout = 10  # seconds that a stop waits for answers under way
timeout = 120  # seconds without a sign of life after which a worker is replaced; a query ends after 30
control_socket_disable = True

_SEVERAL_PROCESSES = "PROMETHEUS_MULTIPROC_DIR"  # Prometheus looks for it while it is loaded, so: not above


def on_starting(server: Any) -> None:  # noqa: ANN401  (gunicorn's own, untyped)
    """Before the first worker: make the place where several count together."""
    if server.cfg.workers > 1:
        os.environ[_SEVERAL_PROCESSES] = tempfile.mkdtemp(prefix="graphcrm-metrics-")


def post_fork(server: Any, _worker: object) -> None:  # noqa: ANN401
    """In each worker: show what the app logs, from gunicorn's own level on; its requests are `info`."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
    logger = logging.getLogger("graphcrm")
    logger.addHandler(handler)
    logger.setLevel(server.cfg.loglevel.upper())


def post_worker_init(_worker: object) -> None:
    """Once a worker has the app: full collections of garbage no longer go through it, which took 60 ms of a request."""
    gc.collect()
    gc.freeze()


def child_exit(_server: object, worker: Any) -> None:  # noqa: ANN401
    """Forget what only a living worker counts."""
    if _SEVERAL_PROCESSES in os.environ:
        from prometheus_client import multiprocess  # noqa: PLC0415  (see above)

        multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def on_exit(_server: object) -> None:
    """After the last worker: clear the place away."""
    if place := os.environ.pop(_SEVERAL_PROCESSES, None):
        shutil.rmtree(place, ignore_errors=True)
