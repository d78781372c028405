"""Numbers for Prometheus: requests by route, method and status, and the process itself."""

from __future__ import annotations

import os

from flask import Flask, Response, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
    multiprocess,
)

from graphcrm.web.logs import seconds
from graphcrm.web.permission import public

_METHODS = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"}
_NO_ROUTE = "(none)"  # one name for every address that does not exist: a scanner must not make a thousand series
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_SEVERAL_PROCESSES = "PROMETHEUS_MULTIPROC_DIR"  # set by gunicorn_conf.py where there are several workers


def install(app: Flask) -> None:
    """Count every request of the app, and tell at /metrics."""
    registry = CollectorRegistry()
    requests = Counter("graphcrm_http_requests", "Requests answered.", ("route", "method", "status"), registry=registry)
    times = Histogram(
        "graphcrm_http_request_seconds", "How long they took.", ("route", "method"), registry=registry, buckets=_SECONDS
    )

    def count(response: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else _NO_ROUTE
        method = request.method if request.method in _METHODS else "other"
        requests.labels(route, method, response.status_code).inc()
        times.labels(route, method).observe(seconds())
        return response

    @public
    def metrics() -> Response:
        return app.response_class(generate_latest(_collected(registry)), content_type=CONTENT_TYPE_LATEST)

    _collect_process(registry)
    app.after_request(count)
    app.add_url_rule("/metrics", "metrics", metrics)


def _collect_process(registry: CollectorRegistry) -> None:
    for collector in (ProcessCollector, PlatformCollector, GCCollector):
        collector(registry=registry)


def _collected(registry: CollectorRegistry) -> CollectorRegistry:
    """The registry to tell: this process's own, or the sums of all workers."""
    if _SEVERAL_PROCESSES not in os.environ:
        return registry
    together = CollectorRegistry()
    multiprocess.MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return together
