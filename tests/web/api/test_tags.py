"""Tags over the API."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from graphcrm.graph import Graph

TAGS = "/api/v1/tags"


@pytest.fixture(autouse=True)
def no_tags(cast: Graph) -> Iterator[None]:
    yield
    cast.write("MATCH (t:Tag) DETACH DELETE t")


def tag(api: FlaskClient, uid: str, *names: str, kind: str = "contact") -> dict[str, str]:
    """Tag a record, and answer the uid of each tag by its name."""
    answer = api.patch(f"/api/v1/{kind}s/{uid}", json={"tags": list(names)})
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    return {one["name"]: one["uid"] for one in answer.json["tags"]}


def test_a_record_is_tagged_by_names_and_found_by_them(api: FlaskClient) -> None:
    uids = tag(api, "maya", "VIP", "Board")
    tag(api, "acme", "VIP", kind="account")
    (vip,) = [one for one in api.get(TAGS).json["items"] if one["name"] == "VIP"]  # type: ignore[index]
    assert (vip["uid"], vip["contacts"], vip["accounts"], vip["rev"]) == (uids["VIP"], 1, 1, 1)
    found = api.get(f"/api/v1/contacts?tag={uids['VIP']}").json
    assert found is not None
    assert [(one["uid"], [tag["name"] for tag in one["tags"]]) for one in found["items"]] == [
        ("maya", ["Board", "VIP"])
    ]
    assert tag(api, "maya") == {}


def test_a_tag_is_changed_merged_and_deleted(api: FlaskClient) -> None:
    uids = tag(api, "maya", "VIP", "Board")
    address = f"{TAGS}/{uids['VIP']}"
    assert api.get(address).headers["ETag"] == '"1"'
    changed = api.patch(address, json={"name": "Key", "colour": "red"}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json["name"], changed.json["colour"]) == (200, "Key", "red")  # type: ignore[index]
    assert api.patch(address, json={"name": "Late"}, headers={"If-Match": '"1"'}).status_code == 412
    assert api.patch(address, json={"name": "board"}).status_code == 409
    assert api.patch(address, json={"colour": "pink"}).status_code == 422
    merged = api.post(f"{address}/merge", json={"into": uids["Board"]})
    assert (merged.status_code, merged.json["contacts"]) == (200, 1)  # type: ignore[index]
    undone = api.post(f"/api/v1/changes/{merged.headers['Change-Id']}/undo")
    assert undone.status_code in {200, 204}, undone.text
    assert len(api.get(TAGS).json["items"]) == 2  # type: ignore[index]
    assert api.delete(address).status_code == 204
    assert api.get(address).status_code == api.delete(address).status_code == 404
    assert [one["name"] for one in api.get(f"{TAGS}?q=bo").json["items"]] == ["Board"]  # type: ignore[index]


def test_what_is_no_tag_is_refused(api: FlaskClient) -> None:
    refused = api.patch("/api/v1/contacts/maya", json={"tags": ["a;b"]})
    assert (refused.status_code, refused.json["field"]) == (422, "tags")  # type: ignore[index]


def test_tags_come_page_by_page(api: FlaskClient) -> None:
    tag(api, "maya", "a", "b", "c")
    first = api.get(f"{TAGS}?limit=2").json
    assert first is not None
    assert [one["name"] for one in first["items"]] == ["a", "b"]
    following = api.get(f"{TAGS}?limit=2&cursor={first['next_cursor']}").json
    assert following is not None
    assert ([one["name"] for one in following["items"]], following["next_cursor"]) == (["c"], None)


@pytest.mark.parametrize("name", ["tag", "tag_not"])
def test_a_list_follows_a_tag_that_was_merged_and_refuses_one_that_was_deleted(api: FlaskClient, name: str) -> None:
    uids = tag(api, "maya", "VIP")
    tag(api, "noor", "Key")
    (key,) = [one["uid"] for one in api.get(TAGS).json["items"] if one["name"] == "Key"]  # type: ignore[index]
    api.post(f"{TAGS}/{uids['VIP']}/merge", json={"into": key})
    found = [api.get(f"/api/v1/contacts?{name}={uid}").json for uid in (uids["VIP"], key)]
    assert found[0]["items"] == found[1]["items"] != []  # type: ignore[index]
    assert api.delete(f"{TAGS}/{key}").status_code == 204
    refused = api.get(f"/api/v1/contacts?{name}={uids['VIP']}")
    assert (refused.status_code, refused.json["field"]) == (422, name)  # type: ignore[index]
