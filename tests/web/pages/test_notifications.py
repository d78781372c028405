"""Notifications on pages and over the API: told, counted in the head of every page, read."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.web.addresses import V1
from tests.web.forms import as_user, links, post, text


@pytest.fixture
def bob(browser: FlaskClient, cast: Graph) -> FlaskClient:
    """Bob's browser, in which nothing is told."""
    cast.write("MATCH (n:Notification) DETACH DELETE n")
    return as_user(browser, "bob")


def count(page: str) -> str | None:
    found = re.search(r'<span class="count"[^>]*>([^<]+)<', page)
    return found and found[1]


def test_what_is_given_to_one_is_told_and_read(api: FlaskClient, bob: FlaskClient) -> None:
    assert count(bob.get("/").text) is None
    assert "Nobody has done anything yet" in text(bob.get("/notifications"))
    leads = [api.post(f"{V1}/leads", json={"name": f"Lead {n}"}).json["uid"] for n in range(3)]
    for uid in leads[:2]:
        assert api.post(f"{V1}/leads/{uid}/assign", json={"user": "bob"}).status_code == 200
    page = bob.get("/notifications")
    assert count(page.text) == "2"
    assert "Alice gave you a record new Lead 1" in text(page)
    assert f"/leads/{leads[0]}" in links(page)
    until = re.search(r'name="until" value="([^"]+)"', page.text)
    assert until
    api.post(f"{V1}/leads/{leads[2]}/assign", json={"user": "bob"})
    post(bob, "/notifications/read", page="/notifications", until=until[1])
    assert count(bob.get("/contacts").text) == "1"  # what came since is not read


def test_the_api_tells_the_same(api: FlaskClient, bob: FlaskClient, cast: Graph) -> None:
    cast.write("MATCH (n:Notification) DETACH DELETE n")
    uid = api.post(f"{V1}/tasks", json={"name": "Call"}).json["uid"]
    assert post(bob, f"/tasks/{uid}/owner", page=f"/tasks/{uid}/owner", user="bob").status_code == 303
    (told,) = api.get(f"{V1}/notifications").json["items"]
    assert [told[part] for part in ("kind", "by_name", "record_kind", "record", "name", "unread")] == [
        "released", "Bob", "task", uid, "Call", True,
    ]  # fmt: skip
    assert api.post(f"{V1}/notifications/read", json={"until": told["uid"]}).status_code == 204
    assert [one["unread"] for one in api.get(f"{V1}/notifications").json["items"]] == [False]
    assert api.post(f"{V1}/notifications/read", json={}).status_code == 422
