"""A graph in which there is nothing yet but the user who asks."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from worlds.build import account, contact, user

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from graphcrm.web import create_app
from tests.web.forms import post, text


@pytest.fixture
def newcomer(graph: Graph, settings: Settings) -> FlaskClient:
    user(graph, "alice", "Alice")
    client = create_app(settings, graph).test_client()
    post(client, "/sign-in", token=create_token(graph, user="alice"))
    return client


@pytest.mark.parametrize("url", ["accounts", "contacts", "leads", "contacts?q=a", "search?q=zzz", "moves"])
def test_lists_are_empty(newcomer: FlaskClient, url: str) -> None:
    answer = newcomer.get(f"/api/v1/{url}")
    assert answer.json is not None
    assert (answer.status_code, answer.json["items"], answer.json["next_cursor"]) == (200, [], None)


def test_the_front_page_says_how_to_begin(newcomer: FlaskClient) -> None:
    page = text(newcomer.get("/"))
    assert "Nothing waits for you." in page
    assert "graphcrm import FOLDER" in page


def test_pages_of_bare_records_say_what_is_not_known(graph: Graph, newcomer: FlaskClient) -> None:
    account(graph, "a", "Acme")
    contact(graph, "c", "Cleo")
    page = text(newcomer.get("/accounts/a"))
    assert "Nobody is known to work there." in page
    assert "Nobody is known to have left." in page
    page = text(newcomer.get("/contacts/c"))
    assert "No job is known today." in page
    assert "None of us had anything to do with Cleo yet." in page
    assert "No path is known." in text(newcomer.get("/accounts/a/warm-paths"))
    for more in ("colleagues", "interactions"):
        assert newcomer.get(f"/contacts/c/{more}").status_code == 200
