from __future__ import annotations

import logging

import pytest
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.services.sign_in import links
from tests.web.forms import send, text

from .conftest import GOOD

OTHER = "eight blue bottles"


@pytest.fixture
def page(alice: Graph) -> str:
    return f"/sign-in/link?key={links.invite(alice, user='bob')[1]}"


def test_a_link_sets_a_password_and_signs_in(alice: Graph, stranger: FlaskClient, page: str) -> None:
    assert "Choose a password For Bob." in text(stranger.get(page))
    assert "bob@us.example" in text(stranger.get(page))
    answer = send(stranger, page, "/sign-in/link", password=OTHER, again=OTHER)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert "Bob" in text(stranger.get("/"))
    again = stranger.get(page)
    assert again.status_code == 410
    assert "This link has been used" in text(again)


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [(OTHER, GOOD, "not the same"), ("short", "short", "has 5 characters"), ("", "", "has 0 characters"),
     ("bob@us.example", "bob@us.example", "little more than the name")],
)  # fmt: skip
def test_a_refused_password_is_explained_and_not_shown(
    alice: Graph, stranger: FlaskClient, page: str, password: str, again: str, said: str
) -> None:
    answer = send(stranger, page, "/sign-in/link", password=password, again=again)
    assert answer.status_code == 422
    assert said in text(answer)
    assert f'value="{password}"' not in answer.text or password in {"", "bob@us.example"}
    assert send(stranger, page, "/sign-in/link", password=OTHER, again=OTHER).status_code == 303


def test_a_link_that_was_used_in_another_browser_is_over(
    alice: Graph, app: object, stranger: FlaskClient, page: str
) -> None:
    other = stranger.application.test_client()
    sent = {"password": OTHER, "again": OTHER}
    forms = [(client, form_of(client, page)) for client in (stranger, other)]
    statuses = [client.post("/sign-in/link", data={**form, **sent}).status_code for client, form in forms]
    assert statuses == [303, 410]
    assert other.get("/").status_code == 303


def form_of(client: FlaskClient, page: str) -> dict[str, str]:
    html = client.get(page).text
    return {name: html.split(f'name="{name}" value="')[1].split('"')[0] for name in ("csrf", "key")}


def test_without_the_forms_word_it_is_not_used(alice: Graph, stranger: FlaskClient, page: str) -> None:
    sent = form_of(stranger, page) | {"password": OTHER, "again": OTHER}
    assert stranger.post("/sign-in/link", data=sent | {"csrf": "wrong"}).status_code == 403
    assert stranger.post("/sign-in/link", data=sent).status_code == 303


@pytest.mark.parametrize("key", ["", "?key=", "?key=nonsense", "?key=first%20admin"])
def test_anything_else_is_said_to_be_over(stranger: FlaskClient, key: str) -> None:
    answer = stranger.get(f"/sign-in/link{key}")
    assert answer.status_code == 410
    assert "Ask an administrator for a new one" in text(answer)


def test_neither_link_nor_password_is_in_a_log(
    alice: Graph, stranger: FlaskClient, page: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "graphcrm")
    send(stranger, page, "/sign-in/link", password=OTHER, again=GOOD)
    answer = send(stranger, page, "/sign-in/link", password=OTHER, again=OTHER)
    assert answer.status_code == 303
    for secret in (page.split("=")[1], OTHER, GOOD):
        assert secret not in caplog.text


def test_the_first_administrator_comes_in(graph: Graph, app: object, stranger: FlaskClient) -> None:
    page = f"/sign-in/link?key={links.invite_first(graph)}"
    assert "The first administrator Nobody can sign in here yet." in text(stranger.get(page))
    refused = send(stranger, page, "/sign-in/link", name="Ada", email="ada", password=OTHER, again=OTHER)
    assert refused.status_code == 422
    assert "an e-mail address is written name@example.com" in text(refused)
    assert 'value="Ada"' in refused.text
    sent = {"name": "Ada Reyes", "email": "ada@us.example", "password": OTHER, "again": OTHER}
    assert send(stranger, page, "/sign-in/link", **sent).status_code == 303
    assert "Ada Reyes" in text(stranger.get("/"))
    assert stranger.get(page).status_code == 410
