"""The app over the cast's world (tests/worlds/cast.py), and three who ask it: a program with Alice's token, Alice's
browser, and a stranger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import empty
from flask import Flask
from flask.testing import FlaskClient
from worlds.cast import write_cast

from graphcrm.access import SHIPPED
from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.services.changes import Author, change
from graphcrm.services.policy import change_role
from graphcrm.services.users import create_token
from graphcrm.web import create_app
from tests import post as post_office
from tests.post import Box
from tests.web.forms import post


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(secret_key="of this test", data_dir=tmp_path, requests_a_minute=0)


@pytest.fixture
def box() -> Iterator[Box]:
    """A mail server, for the tests of a module whose `settings` name it."""
    with post_office.box() as found:
        yield found


@pytest.fixture(scope="module")
def cast(database: Graph) -> Graph:
    """The world, once for all tests of a module: they only read it, and take back what they add."""
    empty(database)
    write_cast(database)
    let_reps(database)
    return database


def let_reps(graph: Graph) -> None:
    """Let Alice do everything: what somebody may not do is shown in tests/web/access/, by the roles as shipped."""
    everything = replace(SHIPPED["admin"], name="rep")
    change(graph, Author(), lambda made: change_role(made, everything))


@pytest.fixture
def app(cast: Graph, settings: Settings) -> Flask:
    return create_app(settings, cast)


@pytest.fixture(scope="module")
def token(cast: Graph) -> str:
    return create_token(cast, user="alice")


@pytest.fixture
def api(app: Flask, token: str) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client


@pytest.fixture
def browser(app: Flask, token: str) -> FlaskClient:
    client = app.test_client()
    assert post(client, "/sign-in", token=token).status_code == 303
    return client


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    return app.test_client()
