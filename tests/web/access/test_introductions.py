"""Who sees and changes an introduction that Alice, a rep of team North, has asked for, under the roles as shipped."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from tests.web.access.conftest import As
from tests.web.access.test_rows import V1, give
from tests.web.forms import text

URL = f"{V1}/introductions"


def asked(api_as: As) -> str:
    """The uid of Alice's introduction."""
    answer = api_as("alice").post(URL, json={"account": "acme", "people": ["maya", "tomas"], "note": "between us"})
    assert answer.status_code == 201, answer.text
    assert answer.json is not None
    return str(answer.json["uid"])


def change(client: FlaskClient, uid: str) -> int:
    return client.patch(f"{URL}/{uid}", json={"state": "accepted"}).status_code


@pytest.mark.parametrize(
    ("who", "sees", "changes"),
    [
        ("alice", True, 200), ("bob", True, 403), ("dana", True, 200), ("erin", True, 403), ("frank", True, 200),
        ("charlie", False, 404),
    ],
)  # fmt: skip
def test_it_is_seen_by_the_team_and_changed_by_who_may(api_as: As, who: str, sees: bool, changes: int) -> None:
    uid = asked(api_as)
    client = api_as(who)
    found: Any = client.get(URL).json
    assert bool(found["items"]) is sees
    assert client.get(f"{URL}/{uid}").status_code == (200 if sees else 404)
    assert change(client, uid) == changes


def test_who_may_not_see_somebody_along_the_path_does_not_see_it(api_as: As) -> None:
    uid = asked(api_as)
    give(api_as("frank"), "contact", "tomas", "charlie")
    for who in ("alice", "bob", "dana"):
        assert api_as(who).get(f"{URL}/{uid}").status_code == 404
    assert api_as("frank").get(f"{URL}/{uid}").status_code == 200


def test_charlie_finds_nothing_of_it_on_any_page(api_as: As, browser_as: As, graph: Graph) -> None:
    uid = asked(api_as)
    charlie = browser_as("charlie")
    assert "Nobody was asked for an introduction yet." in text(charlie.get("/introductions"))
    assert charlie.get(f"/introductions/{uid}").status_code == 404
    for page in ("/accounts/acme/warm-paths", "/history/contact/maya", "/contacts/maya", "/contacts/maya/history"):
        assert "between us" not in charlie.get(page).text
        assert f"/introductions/{uid}" not in charlie.get(page).text
    assert graph.read("MATCH (i:Introduction) RETURN count(i)", int) == [1]


def test_who_may_not_write_down_what_happened_is_not_offered_to_ask(api_as: As, browser_as: As) -> None:
    assert api_as("erin").post(URL, json={"account": "acme", "people": ["maya", "tomas"]}).status_code == 403
    page = browser_as("erin").get("/accounts/acme/warm-paths")
    assert "/accounts/acme/warm-paths/alice,maya,tomas" in page.text
    assert "/introduction" not in page.text.split("<main")[1]


def test_files_of_paths_take_the_right_to_export(browser_as: As) -> None:
    for name in ("csv", "json"):
        assert browser_as("alice").get(f"/accounts/acme/warm-paths.{name}").status_code == 403
        assert browser_as("dana").get(f"/accounts/acme/warm-paths.{name}").status_code == 200
