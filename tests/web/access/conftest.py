"""The cast as it is, under the roles as shipped: who asks is named, by the API and in the pages. And the scene, in which
one whose role a test chooses meets things of every owner."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import schemathesis
from conftest import empty
from flask import Flask
from flask.testing import FlaskClient
from schemathesis.schemas import BaseSchema
from worlds.cast import write_cast

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from graphcrm.web import create_app
from tests.web.access import scene
from tests.web.access.described import DOCUMENT
from tests.web.forms import post

As = Callable[[str], FlaskClient]


@pytest.fixture
def strict(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app over the cast, and no role may do more than is shipped."""
    empty(graph)
    write_cast(graph)
    return create_app(
        Settings(secret_key="of this test", data_dir=tmp_path_factory.mktemp("data"), requests_a_minute=0), graph
    )


@pytest.fixture
def api_as(strict: Flask, graph: Graph) -> As:
    """A program with somebody's token."""

    def client(user: str) -> FlaskClient:
        asks = strict.test_client()
        asks.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {create_token(graph, user=user)}"
        return asks

    return client


@pytest.fixture
def browser_as(strict: Flask, graph: Graph) -> As:
    """Somebody's browser."""

    def client(user: str) -> FlaskClient:
        asks = strict.test_client()
        assert post(asks, "/sign-in", token=create_token(graph, user=user)).status_code == 303
        return asks

    return client


@pytest.fixture(scope="module")
def things(database: Graph) -> scene.Scene:
    """One of each thing for each owner."""
    return scene.begin(database)


@pytest.fixture(scope="module")
def app(database: Graph, things: scene.Scene, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app over the scene."""
    return create_app(
        Settings(secret_key="of this test", data_dir=tmp_path_factory.mktemp("data"), requests_a_minute=0), database
    )


@pytest.fixture(scope="module")
def headers(database: Graph, app: Flask) -> dict[str, str]:
    """My token."""
    return {"Authorization": f"Bearer {create_token(database, user='me')}"}


@pytest.fixture(scope="module")
def document(app: Flask, headers: dict[str, str]) -> BaseSchema:
    """The OpenAPI document of the app."""
    return schemathesis.openapi.from_wsgi(DOCUMENT, app, headers=headers)
