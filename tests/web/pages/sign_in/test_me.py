"""The account page: its password, its sessions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from tests.web.forms import csrf, post, send, text

from .conftest import GOOD

OTHER = "eight blue bottles"
CHANGED = {"old": GOOD, "password": OTHER, "again": OTHER}


@pytest.fixture
def elsewhere(alice: Graph, app: Flask) -> FlaskClient:
    """Alice in another browser."""
    client = app.test_client()
    post(client, "/sign-in", email="alice@us.example", password=GOOD)
    assert client.get("/").status_code == 200
    return client


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(
    signed_in: FlaskClient,
    elsewhere: FlaskClient,
) -> None:
    before = csrf(signed_in, "/me")
    assert send(signed_in, "/me", "/me/password", **CHANGED).headers["Location"] == "/me"
    assert "You have a new password." in text(signed_in.get("/me"))
    assert csrf(signed_in, "/me") != before
    assert elsewhere.get("/").status_code == 303
    assert post(elsewhere, "/sign-in", email="alice@us.example", password=GOOD).status_code == 401
    assert post(elsewhere, "/sign-in", email="alice@us.example", password=OTHER).status_code == 303


@pytest.mark.parametrize(
    ("changed", "status", "said"),
    [({"old": "wrong"}, 422, "This is not your password."), ({"again": "other"}, 422, "not the same"),
     ({"password": "alice", "again": "alice"}, 422, "5 characters")],
)  # fmt: skip
def test_what_is_wrong_is_said_and_changes_nothing(
    signed_in: FlaskClient,
    elsewhere: FlaskClient,
    changed: dict[str, str],
    status: int,
    said: str,
) -> None:
    answer = send(signed_in, "/me", "/me/password", **CHANGED | changed)
    assert answer.status_code == status
    assert said in text(answer)
    assert OTHER not in answer.text
    assert elsewhere.get("/").status_code == 200


def test_who_guesses_the_old_one_is_told_to_wait(signed_in: FlaskClient) -> None:
    for _ in range(3):
        assert send(signed_in, "/me", "/me/password", **CHANGED | {"old": "wrong"}).status_code == 422
    answer = send(signed_in, "/me", "/me/password", **CHANGED)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"]
    assert "Try again in" in text(answer)


def test_signing_out_everywhere_ends_every_session(
    alice: Graph,
    signed_in: FlaskClient,
    elsewhere: FlaskClient,
    api: FlaskClient,
) -> None:
    assert send(signed_in, "/me", "/me/sign-out-everywhere").headers["Location"] == "/sign-in"
    assert signed_in.get("/").status_code == 303
    assert elsewhere.get("/").status_code == 303
    assert api.get("/api/v1/accounts").status_code == 200


def test_a_copied_cookie_is_worth_nothing_afterwards(signed_in: FlaskClient, app: Flask) -> None:
    kept = signed_in.get_cookie("graphcrm")
    assert kept is not None
    thief = app.test_client()
    thief.set_cookie("graphcrm", kept.value)
    assert thief.get("/").status_code == 200
    send(signed_in, "/me", "/me/sign-out-everywhere")
    assert thief.get("/").status_code == 303


@pytest.mark.parametrize("url", ["/me/password", "/me/sign-out-everywhere"])
@pytest.mark.parametrize("word", [None, "", "wrong"])
def test_without_the_forms_word_nothing_happens(signed_in: FlaskClient, url: str, word: str | None) -> None:
    sent = CHANGED | ({} if word is None else {"csrf": word})
    answer = signed_in.post(url, data=sent)
    assert answer.status_code == 403
    assert GOOD not in answer.text
    assert signed_in.get("/me").status_code == 200


def test_who_has_no_password_is_told_how_to_get_one(browser: FlaskClient) -> None:
    assert "You have none. An administrator gives you a link" in text(browser.get("/me"))


def test_a_session_ends_after_two_hours_without_a_request(signed_in: FlaskClient) -> None:
    for hours, status in ((1.9, 200), (1.9, 200), (2.1, 303)):
        with signed_in.session_transaction() as session:
            session["seen"] -= timedelta(hours=hours)
        assert signed_in.get("/").status_code == status


def test_the_cookie_is_made_anew_now_and_then_only(signed_in: FlaskClient) -> None:
    assert "Set-Cookie" not in signed_in.get("/moves").headers
    with signed_in.session_transaction() as session:
        session["seen"] -= timedelta(minutes=6)
    assert "Set-Cookie" in signed_in.get("/moves").headers


def test_whether_a_session_is_over_is_asked_with_who_it_is_of(
    signed_in: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in.get("/api/docs")  # the first request of a day sees to it that every record says whose it is
    asked: list[str] = []
    read = Graph.read
    monkeypatch.setattr(Graph, "read", lambda *given, **params: asked.append("") or read(*given, **params))
    assert signed_in.get("/api/docs").status_code == 200  # a page that asks nothing itself
    assert len(asked) == 2  # who it is, and what they may do
