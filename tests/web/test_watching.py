"""What is told to those who watch: numbers, and one line a request."""

from __future__ import annotations

import logging

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from tests.web.forms import post


def samples(client: FlaskClient) -> dict[tuple[str, str, str, str], float]:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    return {
        (sample.name, *(sample.labels.get(label, "") for label in ("route", "method", "status"))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
        if "le" not in sample.labels
    }


def test_requests_are_counted_by_route_and_not_by_address(api: FlaskClient) -> None:
    for uid in ("acme", "globex", "none"):
        api.get(f"/api/v1/accounts/{uid}")
    for n in range(20):
        api.get(f"/nowhere/{n}")
    api.open("/", method="BREW")
    found = samples(api)
    requests, route = "graphcrm_http_requests_total", "/api/v1/accounts/<uid>"
    assert found[requests, route, "GET", "200"] == 2
    assert found[requests, route, "GET", "404"] == 1
    assert found[requests, "(none)", "GET", "404"] == 20
    assert {method for name, _, method, _ in found if name == requests} == {"GET", "other"}
    assert found["graphcrm_http_request_seconds_count", route, "GET", ""] == 3
    assert found["process_resident_memory_bytes", "", "", ""] > 0


def test_two_apps_in_one_process_count_apart(api: FlaskClient, app: object) -> None:
    assert not [key for key in samples(api) if key[1].startswith("/api")]


def test_a_line_a_request_without_what_was_asked(
    api: FlaskClient, stranger: FlaskClient, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "graphcrm.access"):
        api.get("/api/v1/search?q=somebody")
        post(stranger, "/sign-in", token=token)
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 3
    assert "GET /api/v1/search 200" in lines[0]
    assert "user=alice" in lines[0]
    assert not [line for line in lines if "somebody" in line or token in line or "csrf" in line]


@pytest.mark.parametrize(
    ("given", "kept"), [("a1b2c3d4-proxy", True), ("short", False), ("a b\tc-forged-line", False), ("x" * 65, False)]
)
def test_an_id_of_a_proxy_is_kept_if_it_is_one(stranger: FlaskClient, given: str, kept: bool) -> None:
    answer = stranger.get("/healthz", headers={"X-Request-ID": given})
    assert (answer.headers["X-Request-ID"] == given) is kept
