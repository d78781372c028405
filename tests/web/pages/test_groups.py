"""Groups on pages and over the API."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from tests.web.forms import csrf, links, post, text

API = "/api/v1/groups"


@pytest.fixture(autouse=True)
def none_yet(cast: Graph) -> Iterator[None]:
    yield
    cast.write("MATCH (g:Group) DETACH DELETE g")


def test_chosen_rows_are_put_into_a_group_and_taken_out(browser: FlaskClient, cast: Graph) -> None:
    sent = {"csrf": csrf(browser, "/contacts"), "back": "/contacts", "group": "Dinner", "uid": ["maya", "noor"]}
    assert "2 records are in the group Dinner." in text(
        browser.post("/contacts/into-group", data=sent, follow_redirects=True)
    )
    (uid,) = cast.read("MATCH (g:Group) RETURN g.uid", str)
    page = browser.get(f"/contacts?group={uid}")
    assert "In the group Dinner" in text(page)
    assert ("Maya Lind" in page.text, "Tomás Reyes" in page.text) == (True, False)
    assert browser.get("/contacts?group=dinner").headers["Location"].endswith(f"group={uid}")
    sent |= {"csrf": csrf(browser, "/contacts"), "uid": ["maya"]}
    browser.post("/contacts/out-of-group", data=sent)
    assert cast.read("MATCH (n)-[:IN_GROUP]->() RETURN n.uid", str) == ["noor"]
    assert f"/contacts?group={uid}" in links(browser.get("/groups"))


def test_a_group_is_made_renamed_shared_deleted_and_brought_back(browser: FlaskClient, cast: Graph) -> None:
    post(browser, "/groups", page="/groups", name="Dinner")
    (uid,) = cast.read("MATCH (g:Group) RETURN g.uid", str)
    post(browser, f"/groups/{uid}/rename", page="/groups", name="Supper")
    post(browser, f"/groups/{uid}/share", page="/groups", shared="true")
    assert cast.read("MATCH (g:Group) RETURN g.name, g.shared", lambda *row: row) == [("Supper", True)]
    assert "Supper" in browser.get("/groups/suggest?q=sup").text
    browser.get("/groups")
    post(browser, f"/groups/{uid}/delete", page="/groups")
    page = browser.get("/groups")
    assert "The group is deleted." in text(page)
    assert f'action="/groups/{uid}/restore"' in page.text
    post(browser, f"/groups/{uid}/restore", page="/groups")
    assert "Supper" in text(browser.get("/groups"))
    assert "takes a name" in text(post(browser, "/groups", page="/groups", name=" "))


def test_groups_over_the_api(api: FlaskClient) -> None:
    made = api.post(API, json={"name": "Dinner"})
    assert made.status_code == 201, made.text
    address = f"{API}/{made.json['uid']}"  # type: ignore[index]
    added = api.post(f"{address}/add", json={"contacts": ["maya"], "accounts": ["acme"]})
    assert (added.status_code, added.json["contacts"], added.json["accounts"]) == (200, 1, 1)  # type: ignore[index]
    found = api.get(f"/api/v1/contacts?group={made.json['uid']}").json["items"]  # type: ignore[index]
    assert [one["uid"] for one in found] == ["maya"]
    assert api.post(f"{address}/take", json={"contacts": ["maya"]}).json["contacts"] == 0  # type: ignore[index]
    assert api.post(f"{address}/add", json={"contacts": ["nobody"]}).status_code == 404
    assert api.get("/api/v1/contacts?group=nothing").status_code == 422
    assert api.patch(address, json={"name": "Supper"}, headers={"If-Match": '"9"'}).status_code == 412
    assert api.patch(address, json={"name": "Supper", "shared": True}).json["shared"] is True  # type: ignore[index]
    assert [one["name"] for one in api.get(API).json["items"]] == ["Supper"]  # type: ignore[index]
    assert api.delete(address).status_code == 204
    assert api.get(address).status_code == 404


def test_a_name_that_was_refused_stands_there_again(browser: FlaskClient, cast: Graph) -> None:
    page = post(browser, "/groups", page="/groups", name="x" * 101)
    assert (page.status_code, f'value="{"x" * 101}"' in page.text, 'role="alert"' in page.text) == (422, True, True)
    post(browser, "/groups", page="/groups", name="Dinner")
    (uid,) = cast.read("MATCH (g:Group) RETURN g.uid", str)
    page = post(browser, f"/groups/{uid}/rename", page="/groups", name="y" * 101)
    assert (page.status_code, f'value="{"y" * 101}"' in page.text) == (422, True)
    assert cast.read("MATCH (g:Group) RETURN g.name", str) == ["Dinner"]
    cast.write("MATCH (g:Group) SET g.rev = 7")
    page = post(browser, f"/groups/{uid}/rename", page="/groups", name="Lunch", rev="1")
    assert (page.status_code, 'value="Lunch"' in page.text, "Somebody else has changed it" in text(page)) == (
        412, True, True,
    )  # fmt: skip
    assert post(browser, f"/groups/{uid}/rename", page="/groups", name="Lunch", rev="7").status_code == 303
