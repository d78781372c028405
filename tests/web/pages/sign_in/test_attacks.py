"""Attacks on whoever is signed in or signs in, each by its name: docs/safety.md says which other tests there are."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

import pyotp
import pytest
from argon2 import PasswordHasher
from digest import digest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graphcrm.graph import Graph
from graphcrm.services.sign_in import attempts, links
from graphcrm.services.users import create_token
from tests.web.forms import csrf, post, send
from tests.web.test_permission import routes

from .conftest import GOOD

EVIL = "https://evil.example"
SAFE = {"GET", "HEAD", "OPTIONS"}
Enter = Callable[[FlaskClient], TestResponse]


@pytest.fixture
def secret(signed_in: FlaskClient, alice: Graph) -> str:
    """Alice is asked for codes; of the minute at hand none was used."""
    found = re.search(r'<code class="secret">([A-Z2-7 ]+)</code>', signed_in.get("/me/codes").text)
    assert found
    kept = found[1].replace(" ", "")
    assert send(signed_in, "/me/codes", code=pyotp.TOTP(kept).now(), password=GOOD).status_code == 200
    alice.write("MATCH (c:Credential) SET c.totp_step = 0")
    return kept


def by_password(client: FlaskClient, email: str = "alice@us.example", password: str = GOOD) -> TestResponse:
    return post(client, "/sign-in", email=email, password=password)


def by_token(client: FlaskClient, graph: Graph) -> TestResponse:
    return post(client, "/sign-in", token=create_token(graph, user="alice"))


def by_link(client: FlaskClient, graph: Graph) -> TestResponse:
    page = f"/sign-in/link?key={links.invite(graph, user='bob')[1]}"
    return send(client, page, "/sign-in/link", password="eight blue bottles", again="eight blue bottles")


def by_code(client: FlaskClient, secret: str) -> TestResponse:
    assert by_password(client).headers["Location"] == "/sign-in/code"
    return send(client, "/sign-in/code", code=pyotp.TOTP(secret).now())


@pytest.fixture(params=["password", "token", "link", "code"])
def enter(request: pytest.FixtureRequest, alice: Graph) -> Enter:
    """A way to sign in; that of another provider is in test_provider.py."""
    if request.param == "code":
        secret = request.getfixturevalue("secret")
        return lambda client: by_code(client, secret)
    if request.param == "password":
        return by_password
    way = by_token if request.param == "token" else by_link
    return lambda client: way(client, alice)


def test_session_fixation_a_planted_cookie_knows_nothing_of_who_signs_in(enter: Enter, app: Flask) -> None:
    attacker, victim = app.test_client(), app.test_client()
    word = csrf(attacker)
    planted = attacker.get_cookie("graphcrm")
    assert planted
    victim.set_cookie("graphcrm", planted.value)
    assert csrf(victim) == word
    assert enter(victim).status_code == 303
    assert victim.get("/").status_code == 200
    assert attacker.get("/").status_code == 303
    assert csrf(victim, "/") != word
    kept = victim.get_cookie("graphcrm")
    assert kept
    assert kept.value != planted.value


def changing(app: Flask) -> list[tuple[str, str]]:
    return [(method, url) for _, method, url in routes(app) if method not in SAFE]


def test_csrf_nothing_is_done_that_comes_without_the_sessions_word(browser: FlaskClient, cast: Graph) -> None:
    """What another site has a browser send brings the cookie along, but neither a word nor a header."""
    before, asked = digest(cast), changing(browser.application)
    assert len(asked) > 80
    for method, url in asked:
        for word in ({}, {"csrf": ""}, {"csrf": "wrong"}):
            answer = browser.open(url, method=method, data=word)
            assert answer.status_code == 403, (method, url)
            assert "out of date" in answer.text
        if url.startswith("/api/"):
            sent = browser.open(url, method=method, data='{"name": "Eve"}', content_type="text/plain")
            assert sent.status_code == 403, (method, url)
    assert digest(cast) == before
    assert browser.get("/").status_code == 200


def test_csrf_the_word_of_another_session_is_not_taken(browser: FlaskClient, app: Flask, cast: Graph) -> None:
    word = csrf(app.test_client())
    assert browser.post("/contacts/new", data={"csrf": word, "name": "Eve"}).status_code == 403
    assert cast.read("MATCH (c:Contact {name: 'Eve'}) RETURN c.uid", str) == []


def test_csrf_looking_at_a_page_changes_nothing(browser: FlaskClient, cast: Graph) -> None:
    """A link or a picture on another site is a GET, which brings the cookie (SameSite=Lax) and needs no word."""
    before = digest(cast)
    known = {"contacts": "maya", "leads": "lead-1", "users": "alice", "jobs": "tomas-1"}
    shown = []
    for _, method, url in routes(browser.application):
        asked = re.sub(r"/(\w+)/acme", lambda found: f"/{found[1]}/{known.get(found[1], 'acme')}", url)
        shown += [browser.get(asked).status_code] if method == "GET" else []
    assert shown.count(200) > 60
    assert digest(cast) == before


def test_csrf_no_other_site_may_read_or_send_what_a_form_cannot(browser: FlaskClient) -> None:
    asked = {"Origin": EVIL, "Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "x-csrf-token"}
    for method in ("GET", "OPTIONS"):
        for url in ("/", "/api/v1/contacts", "/api/v1/contacts/maya"):
            headers = browser.open(url, method=method, headers=asked).headers
            assert not [name for name in headers.keys() if name.startswith("Access-Control")]  # noqa: SIM118


def test_clickjacking_no_answer_may_be_framed(browser: FlaskClient, stranger: FlaskClient) -> None:
    answers = [client.open(url, method=method) for client in (browser, stranger) for _, method, url in routes(browser.application)]  # fmt: skip
    answers.append(browser.post("/sign-in", data={"csrf": "x", "token": "a" * 9_000_000}))
    assert {200, 303, 401, 403, 404, 413} <= {answer.status_code for answer in answers}
    for answer in answers:
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"].split("; "), answer.request.path


OUTSIDE = ["//evil.example", "//evil.example/", "///evil.example/..", "/\\evil.example", "/%2f/evil.example",
           "/accounts//evil.example", "/https://evil.example", "/sign-in//evil.example", "/%0d%0aLocation:%20//evil.example",
           "/accounts/https://evil.example/"]  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE)
def test_open_redirect_no_address_of_ours_leads_elsewhere(
    browser: FlaskClient, stranger: FlaskClient, path: str
) -> None:
    for client in (browser, stranger):
        answer = client.get(f"http://crm.example{path}")
        where = answer.headers.get("Location", "/").removeprefix("http://crm.example")
        assert re.fullmatch(r"/(?![/\\])[^\r\n]*", where), where


def test_open_redirect_nothing_asked_leads_elsewhere(browser: FlaskClient, stranger: FlaskClient) -> None:
    asked = dict.fromkeys(("next", "back", "url", "to", "return", "redirect_uri"), EVIL)
    for _, method, url in routes(browser.application):
        for client in (browser, stranger) if method == "GET" else ():
            answer = client.get(url, query_string=asked)
            assert answer.headers.get("Location", "/").startswith("/"), url
            assert not re.search(rf'(?:href|action)="{EVIL}', answer.text), url
    for page, url in (("/", "/changes/none/undo"), ("/me", "/sign-out")):
        assert browser.post(url, data={**asked, "csrf": csrf(browser, page)}).headers["Location"].startswith("/"), url


KNOWN, UNKNOWN = "alice@us.example", "alicf@us.example"


def test_user_enumeration_an_answer_is_the_same_to_the_byte(alice: Graph, app: Flask) -> None:
    told = []
    for email in (KNOWN, UNKNOWN, "bobby@us.example"[:16]):
        client = app.test_client()
        client.environ_base["REMOTE_ADDR"] = "192.0.2.1"
        answer = by_password(client, email, "not right at all")
        page = re.sub(r'name="csrf" value="[^"]+"', "", answer.text).replace(email, "")
        told.append((answer.status_code, sorted(set(answer.headers.keys())), page))
    assert told[0] == told[1] == told[2]
    assert told[0][0] == 401


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done for an attempt: each question to the graph, and each comparison with a hash."""
    done: list[str] = []
    monkeypatch.setattr(attempts.random, "randrange", lambda _: 1)  # nothing is tidied up in passing
    for of, name in ((Graph, "read"), (Graph, "write"), (Graph, "transaction"), (PasswordHasher, "verify")):
        whole = getattr(of, name)
        monkeypatch.setattr(
            of, name, lambda *args, name=name, whole=whole, **more: done.append(name) or whole(*args, **more)
        )
    return done


def test_timing_the_same_work_is_done_for_who_is_unknown(alice: Graph, stranger: FlaskClient, work: list[str]) -> None:
    """A stopwatch would tell what the answer does not, if there were less to do."""
    counted = {}
    by_password(stranger, "warm@us.example", "no")
    for email in (KNOWN, UNKNOWN, "bob@us.example", "zoe@us.example"):
        word = csrf(stranger)
        work.clear()
        answer = stranger.post("/sign-in", data={"csrf": word, "email": email, "password": "not right at all"})
        assert answer.status_code == 401
        counted[email] = list(work)
    assert counted[KNOWN].count("verify") == 1
    assert all(counted[email] == counted[KNOWN] for email in counted), counted


def test_brute_force_of_a_password_from_ever_new_sessions_is_locked(alice: Graph, app: Flask) -> None:
    """The count is the user's: no new cookie, spelling of the address, or client address begins it anew."""
    statuses = []
    for n in range(12):
        client = app.test_client()
        client.environ_base["REMOTE_ADDR"] = f"198.51.100.{n}"
        statuses.append(by_password(client, KNOWN.upper() if n % 2 else f" {KNOWN}", f"guess {n}").status_code)
        alice.write("MATCH (a:Attempts) WHERE a.failures < 10 SET a.until = null")
    assert statuses == [401] * 10 + [429] * 2
    assert by_password(app.test_client()).status_code == 429


def test_no_secret_is_in_a_log(
    alice: Graph, secret: str, app: Flask, api: FlaskClient, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    """At DEBUG, of every library: what a driver or an HTTP client says is in the log as well."""
    caplog.set_level(logging.DEBUG)
    client, key = app.test_client(), links.invite(alice, user="bob")[1]
    by_password(client, password="wrong horse battery")
    assert by_code(client, secret).status_code == 303
    assert by_token(app.test_client(), alice).status_code == 303
    post(app.test_client(), "/sign-in", token="gcrm_not-a-token-of-ours")
    api.get("/api/v1/me", headers={"Authorization": "Bearer gcrm_another-that-is-none"})
    page = f"/sign-in/link?key={key}"
    assert send(app.test_client(), page, "/sign-in/link", password="eight blue bottles", again="no").status_code == 422
    new = {"old": GOOD, "password": "nine grey bottles!", "again": "nine grey bottles!"}
    assert send(client, "/me", "/me/password", **new).status_code == 303
    assert "200" in caplog.text
    cookie = client.get_cookie("graphcrm")
    assert cookie
    secrets = [GOOD, "wrong horse battery", secret, token, "gcrm_not-a-token-of-ours", "gcrm_another-that-is-none", key,
               "eight blue bottles", "nine grey bottles!", cookie.value, csrf(client, "/")]  # fmt: skip
    assert not [one for one in secrets if one in caplog.text]
