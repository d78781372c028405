from __future__ import annotations

import dataclasses
import logging
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graphcrm.config import Settings
from graphcrm.exporters.bundle import export_bundle
from graphcrm.graph import Graph
from graphcrm.services.sign_in import attempts
from graphcrm.web import create_app
from tests.web.forms import csrf, post, text

from .conftest import GOOD

MISMATCH = "This e-mail address and this password do not belong together."


def enter(client: FlaskClient, email: str = "alice@us.example", password: str = GOOD, **more: str) -> TestResponse:
    return post(client, "/sign-in", email=email, password=password, **more)


def test_a_password_opens_the_door_and_leads_on(alice: Graph, stranger: FlaskClient) -> None:
    answer = enter(stranger, next="/accounts/acme")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/accounts/acme")
    assert "Alice" in text(stranger.get("/"))


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example", "/sign-out", ""])
def test_it_leads_nowhere_else(alice: Graph, stranger: FlaskClient, target: str) -> None:
    assert enter(stranger, next=target).headers["Location"] == "/"


@pytest.mark.parametrize(
    ("email", "password"), [("nobody@us.example", GOOD), ("bob@us.example", GOOD), ("zoe@us.example", GOOD), ("alice@us.example", "not right")]
)  # fmt: skip
def test_unknown_without_a_password_gone_and_wrong_are_one_answer(
    alice: Graph, stranger: FlaskClient, email: str, password: str
) -> None:
    answer = enter(stranger, email, password)
    assert answer.status_code == 401
    assert text(answer).replace(email, "") == text(enter(stranger, "x@us.example", "x")).replace("x@us.example", "")
    assert MISMATCH in text(answer)
    assert f'value="{email}"' in answer.text
    assert password not in answer.text
    assert stranger.get("/").status_code == 303


@pytest.mark.parametrize("email", ["alice@us.example", "nobody@us.example"])
def test_too_many_failures_are_told_to_wait_and_then_locked(alice: Graph, stranger: FlaskClient, email: str) -> None:
    for _ in range(3):
        assert enter(stranger, email, "no").status_code == 401
    answer = enter(stranger, email, "no")
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 2
    assert "Signing in has failed 3 times. Try again in" in text(answer)
    for _ in range(7):
        alice.write("MATCH (a:Attempts) SET a.until = null")
        assert enter(stranger, email, "no").status_code == 401
    answer = enter(stranger, email, GOOD)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 850
    assert "locked. Try again in 15 minutes, or ask an administrator to unlock it." in text(answer)
    attempts.unlock(alice, user="alice")
    assert enter(stranger).status_code == 303


def test_one_place_is_locked_for_all_users_and_others_are_not(alice: Graph, app: Flask) -> None:
    alice.write(
        "CREATE (:Attempts {uid: 'client 198.51.100.1', failures: 100, at: datetime(), until: datetime() + $for})",
        **{"for": timedelta(minutes=15)},
    )
    for address, status in (("198.51.100.1", 429), ("198.51.100.2", 303)):
        client = app.test_client()
        client.environ_base["REMOTE_ADDR"] = address
        answer = enter(client)
        assert answer.status_code == status
        assert status == 303 or "from your network" in text(answer)


@pytest.mark.parametrize(("proxies", "status"), [(0, 303), (1, 429)])
def test_who_asks_is_what_a_trusted_proxy_says_and_nobody_else(
    alice: Graph, settings: Settings, proxies: int, status: int
) -> None:
    alice.write(
        "CREATE (:Attempts {uid: 'client 198.51.100.1', failures: 100, at: datetime(), until: datetime() + $for})",
        **{"for": timedelta(minutes=15)},
    )
    client = create_app(dataclasses.replace(settings, proxies=proxies), alice).test_client()
    client.environ_base["HTTP_X_FORWARDED_FOR"] = "192.0.2.7, 198.51.100.1"  # the first is what the client says
    assert enter(client).status_code == status


def test_without_the_forms_word_nothing_is_compared_or_counted(alice: Graph, stranger: FlaskClient) -> None:
    sent = {"email": "alice@us.example", "password": GOOD}
    assert stranger.post("/sign-in", data=sent).status_code == 403
    assert stranger.post("/sign-in", data={**sent, "csrf": "wrong"}).status_code == 403
    assert alice.read("MATCH (a:Attempts) RETURN a.uid", str) == []
    assert stranger.get("/").status_code == 303


def test_a_cookie_that_somebody_planted_is_not_signed_in_with_its_owner(alice: Graph, app: Flask) -> None:
    """Session fixation: what an attacker set before knows nothing of what comes after."""
    attacker, victim = app.test_client(), app.test_client()
    word = csrf(attacker)
    planted = attacker.get_cookie("graphcrm")
    assert planted is not None
    victim.set_cookie("graphcrm", planted.value)
    sent = {"csrf": word, "email": "alice@us.example", "password": GOOD}
    assert victim.post("/sign-in", data=sent).status_code == 303
    assert victim.get("/").status_code == 200
    assert attacker.get("/").status_code == 303
    assert csrf(victim, "/") != word
    assert victim.post("/sign-out", data={"csrf": word}).status_code == 403


@pytest.mark.parametrize("address", ["http://crm.example", "https://crm.example"])
def test_the_cookie_is_for_the_server_alone(alice: Graph, app: Flask, address: str) -> None:
    client = app.test_client()
    word = csrf_of(client, address)
    sent = {"csrf": word, "email": "alice@us.example", "password": GOOD}
    cookie = client.post("/sign-in", data=sent, base_url=address).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert ("Secure" in cookie) == address.startswith("https")


def csrf_of(client: FlaskClient, address: str) -> str:
    return client.get("/sign-in", base_url=address).text.split('name="csrf" value="')[1].split('"')[0]


def test_no_page_of_somebody_else_can_frame_the_door(stranger: FlaskClient) -> None:
    assert "frame-ancestors 'none'" in stranger.get("/sign-in").headers["Content-Security-Policy"]


def test_no_password_is_in_a_log_or_on_an_error_page(
    alice: Graph, stranger: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "graphcrm")
    enter(stranger)
    enter(stranger, password="not this one")
    late = stranger.post("/sign-in", data={"email": "a@b.example", "password": GOOD})
    assert late.status_code == 403
    for said in (caplog.text, late.text):
        assert GOOD not in said
        assert "not this one" not in said
        assert "alice@us.example" not in said


def test_nothing_of_how_one_signs_in_is_in_an_answer_or_an_export(
    alice: Graph, signed_in: FlaskClient, api: FlaskClient, tmp_path: Path
) -> None:
    pages = ["/users/alice", "/users/alice/edit", "/users/alice/history", "/me", "/search?q=alice"]
    answers = ["/users/alice", "/users", "/users/alice/history", "/search?q=alice"]
    said = [signed_in.get(page) for page in pages] + [api.get(f"/api/v1{url}") for url in answers]
    assert {answer.status_code for answer in said} == {200}
    export_bundle(alice, tmp_path / "out")
    written = [file.read_text(encoding="utf-8") for file in (tmp_path / "out").iterdir()]
    assert len(written) > 3
    assert not [text for text in (*(answer.text for answer in said), *written) if "argon2" in text or GOOD in text]
