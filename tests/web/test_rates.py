"""So many requests a minute, by user and by address."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.config import Settings
from graphcrm.errors import TooManyRequestsError
from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from graphcrm.web import create_app
from graphcrm.web.rates import Rates

MOST = 20


@pytest.fixture
def limited(cast: Graph, settings: Settings) -> Flask:
    return create_app(replace(settings, requests_a_minute=MOST), cast)


def program(app: Flask, token: str) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client


def test_one_user_asks_so_often_and_another_is_not_kept_waiting(limited: Flask, cast: Graph, token: str) -> None:
    alice, bob = program(limited, token), program(limited, create_token(cast, user="bob"))
    answers = [alice.get("/api/v1/me") for _ in range(MOST + 1)]
    assert [answer.status_code for answer in answers] == [200] * MOST + [429]
    assert answers[-1].json is not None
    assert answers[-1].json["code"] == "too_many_requests"
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert bob.get("/api/v1/me").status_code == 200


def test_who_is_not_signed_in_asks_less_often_by_address(limited: Flask) -> None:
    stranger = limited.test_client()
    wrong = {"Authorization": "Bearer nonsense"}
    assert [stranger.get("/api/v1/me", headers=wrong).status_code for _ in range(3)] == [401, 401, 429]
    assert stranger.post("/sign-in", data={"token": "x"}).status_code == 429
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert stranger.get("/api/v1/me", headers=wrong, environ_base=elsewhere).status_code == 401
    for url in ("/healthz", "/sign-in"):
        assert stranger.get(url).status_code == 200  # what only shows something is not counted


def test_many_at_once_are_counted_right() -> None:
    rates = Rates(MOST)

    def asked(_: int) -> bool:
        try:
            rates.count("alice", "")
        except TooManyRequestsError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(asked, range(MOST * 3))) == MOST


def test_any_number_is_taken_where_none_is_set() -> None:
    rates = Rates(0)
    for _ in range(1_000):
        rates.count("alice", "")
