"""In the demo one click signs in as any of its users; elsewhere that door is not there."""

from __future__ import annotations

import dataclasses

import pytest
from flask.testing import FlaskClient

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.web import create_app
from tests.web.forms import csrf, post, text


@pytest.fixture
def visitor(cast: Graph, settings: Settings) -> FlaskClient:
    return create_app(dataclasses.replace(settings, demo=True), cast).test_client()


def test_one_click_signs_in_as_any_active_user(visitor: FlaskClient) -> None:
    page = text(visitor.get("/sign-in"))
    assert "Alice rep · North" in page
    assert "Zoe" not in page
    answer = post(visitor, "/sign-in/demo", user="charlie", next="/accounts/acme")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/accounts/acme")
    assert "Charlie" in text(visitor.get("/accounts/acme"))


@pytest.mark.parametrize("user", ["zoe", "nobody", ""])
def test_nobody_else_comes_in(visitor: FlaskClient, user: str) -> None:
    post(visitor, "/sign-in/demo", user=user)
    assert visitor.get("/").status_code == 303


def test_the_door_is_guarded_like_every_form(visitor: FlaskClient) -> None:
    assert visitor.post("/sign-in/demo", data={"user": "alice"}).status_code == 403
    assert post(visitor, "/sign-in/demo", user="alice", next="//evil.example").headers["Location"] == "/"


def test_outside_the_demo_there_is_no_such_door(stranger: FlaskClient) -> None:
    assert "Alice" not in stranger.get("/sign-in").text
    answer = stranger.post("/sign-in/demo", data={"csrf": csrf(stranger), "user": "alice"})
    assert answer.status_code == 404
    assert stranger.get("/").status_code == 303
