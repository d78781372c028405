"""What the audit log says of requests: who, from where, and what they were refused."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.queries.audit.entries import entries
from graphcrm.queries.audit.entry import Entry
from graphcrm.web import audit, create_app, refusals
from graphcrm.web.refusals import Sample
from tests.web.forms import send


def latest(graph: Graph, action: str) -> Entry:
    return entries(graph, action=action, limit=1)[0]


def test_what_a_program_and_a_browser_change_says_who_from_where_in_which_request(
    cast: Graph, api: FlaskClient, browser: FlaskClient
) -> None:
    made = api.post("/api/v1/contacts", json={"name": "Ada"}, environ_overrides={"REMOTE_ADDR": "192.0.2.7"})
    entry = latest(cast, "write")
    assert (entry.user, entry.address, entry.what) == ("alice", "192.0.2.7", ["create contact 1"])
    assert entry.records == [f"contact {made.json['uid']}"]  # type: ignore[index]
    assert (entry.change, entry.request) == (made.headers["Change-Id"], made.headers["X-Request-ID"])
    done = send(browser, f"/contacts/{made.json['uid']}/edit", name="Ada King")  # type: ignore[index]
    entry = latest(cast, "write")
    assert (entry.user, entry.address, entry.what) == ("alice", "127.0.0.1", ["change contact 1"])
    assert entry.request == done.headers["X-Request-ID"]


def test_a_bad_token_is_told_and_who_sends_none_is_not(app: Flask, cast: Graph, stranger: FlaskClient) -> None:
    before = len(entries(cast, action="refused"))
    stranger.get("/api/v1/accounts")
    stranger.get("/accounts/acme")
    assert len(entries(cast, action="refused")) == before
    refused = stranger.get("/api/v1/accounts", headers={"Authorization": "Bearer gcrm_secret"})
    entry = latest(cast, "refused")
    assert (entry.user, entry.what, entry.address) == (None, ["401 GET api_records.accounts"], "127.0.0.1")
    assert entry.request == refused.headers["X-Request-ID"]
    assert "secret" not in str(entry)


def test_a_form_that_is_not_ours_is_told(cast: Graph, browser: FlaskClient) -> None:
    assert browser.post("/accounts/new", data={"csrf": "theirs"}).status_code == 403
    entry = latest(cast, "refused")
    assert (entry.user, entry.what) == ("alice", ["403 POST records.create"])


def test_of_many_alike_some_are_written_with_their_number(app: Flask, cast: Graph, stranger: FlaskClient) -> None:
    before = len(entries(cast, action="refused"))
    for _ in range(23):
        stranger.get("/api/v1/contacts", headers={"Authorization": "Bearer nonsense"})
    assert len(entries(cast, action="refused")) == before + 2
    assert latest(cast, "refused").what == ["401 GET api_records.contacts", "times 10"]


def test_sessions_that_begin_fail_and_end_are_told(app: Flask, cast: Graph) -> None:
    with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.7"}):
        audit.signed_in("bob", "token")
        refusals.sign_in_failed("password", "bob")
        refusals.sign_in_failed("password")
        audit.signed_out("bob")
    told = [(entry.action, entry.user, entry.what, entry.records) for entry in entries(cast, limit=4)]
    assert told[::-1] == [
        ("sign_in", "bob", ["token"], ["user bob"]),
        ("sign_in_failed", "bob", ["password"], ["user bob"]),
        ("sign_in_failed", None, ["password"], []),
        ("sign_out", "bob", [], ["user bob"]),
    ]


@pytest.fixture
def away(tmp_path: Path) -> Iterator[FlaskClient]:
    """An app whose database is nowhere."""
    with Graph("bolt://127.0.0.1:1", None) as nowhere:
        yield create_app(Settings(secret_key="of this test", data_dir=tmp_path), nowhere).test_client()


def test_a_refusal_is_answered_while_the_database_is_away(away: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    for most in (10.0, 1.0):  # seconds: once away, it is not asked for a while
        began = time.monotonic()
        assert away.post("/sign-in", data={"csrf": "theirs"}).status_code == 403
        assert time.monotonic() - began < most
    assert caplog.text.count("a refusal is not in the audit log") == 1


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def taken(sample: Sample, kind: str, times: int) -> list[int]:
    return [number for _ in range(times) if (number := sample.take(kind))]


def test_of_each_kind_the_1st_10th_and_100th_of_a_minute_are_taken() -> None:
    clock = Clock()
    sample = Sample(clock)
    assert taken(sample, "a", 1_234) == [1, 10, 100, 1_000]
    assert taken(sample, "b", 5) == [1]
    clock.now = 59.9
    assert taken(sample, "b", 5) == [10]
    clock.now = 60.0
    assert taken(sample, "a", 5) == [1]


def test_beyond_a_hundred_kinds_of_a_minute_all_others_are_one() -> None:
    sample = Sample(Clock())
    assert [sample.take(n) for n in range(100)] == [1] * 100
    assert [number for n in range(100, 400) if (number := sample.take(n))] == [1, 10, 100]
    assert sample.take(7) is None


def test_after_a_failure_none_is_taken_for_half_a_minute() -> None:
    clock = Clock()
    sample = Sample(clock)
    sample.sleep()
    assert sample.take("a") is None
    clock.now = 30.0
    assert sample.take("b") == 1
