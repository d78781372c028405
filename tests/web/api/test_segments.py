"""Segments over the API."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.services.users import create_token

SEGMENTS = "/api/v1/segments"
OWNED = [[{"by": "owned", "not": True}]]


@pytest.fixture(autouse=True)
def none_yet(cast: Graph) -> Iterator[None]:
    yield
    cast.write("MATCH (s:Segment) DETACH DELETE s")


def save(api: FlaskClient, **sent: Any) -> Any:
    return api.post(SEGMENTS, json={"name": "Nobody’s", "kind": "contact", "conditions": OWNED, **sent})


def test_a_segment_is_saved_asked_changed_and_deleted(api: FlaskClient) -> None:
    made = save(api)
    assert made.status_code == 201, made.text
    uid = made.json["uid"]
    assert made.headers["Location"] == f"{SEGMENTS}/{uid}"
    assert (made.json["conditions"], made.json["kind"], made.json["shared"]) == (OWNED, "contact", False)
    (size,) = made.json["sizes"]
    everybody = api.get("/api/v1/contacts?limit=500").json["items"]  # type: ignore[index]
    inside = api.get(f"/api/v1/contacts?segment={uid}&limit=500").json["items"]  # type: ignore[index]
    assert len(inside) == size["number"] == len(everybody)
    assert api.get(f"/api/v1/contacts?segment={uid}&limit=2").json["next_cursor"]  # type: ignore[index]
    assert api.get(f"/api/v1/accounts?segment={uid}").status_code == 422
    assert api.get(f"/api/v1/contacts?segment={uid}&as_of=2020-01-01").status_code == 422
    assert api.get("/api/v1/contacts?segment=nothing").status_code == 422
    changed = api.patch(f"{SEGMENTS}/{uid}", json={"name": "Mine", "conditions": [[{"by": "owned"}]]})
    assert (changed.status_code, changed.json["name"]) == (200, "Mine")  # type: ignore[index]
    assert api.get(f"/api/v1/contacts?segment={uid}").json["items"] == []  # type: ignore[index]
    assert api.patch(f"{SEGMENTS}/{uid}", json={"name": "Late"}, headers={"If-Match": '"1"'}).status_code == 412
    assert [one["uid"] for one in api.get(f"{SEGMENTS}?kind=contact").json["items"]] == [uid]  # type: ignore[index]
    assert api.get(f"{SEGMENTS}?kind=lead").json["items"] == []  # type: ignore[index]
    assert api.delete(f"{SEGMENTS}/{uid}").status_code == 204
    assert api.get(f"{SEGMENTS}/{uid}").status_code == 404


def test_a_preview_saves_nothing(api: FlaskClient) -> None:
    left = [[{"by": "left", "span": "over", "days": 90}], [{"by": "at_lifecycle_other", "value": ["customer"]}]]
    found = api.post(f"{SEGMENTS}/preview", json={"kind": "contact", "conditions": left})
    assert found.status_code == 200, found.text
    assert found.json is not None
    assert found.json["number"] == len(found.json["items"]) > 0
    assert api.get(SEGMENTS).json["items"] == []  # type: ignore[index]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"kind": "task"}, "kind"),
        ({"conditions": []}, "conditions"),
        ({"conditions": [[{"by": "nothing"}]]}, "conditions.0.0.by"),
        ({"conditions": [[{"by": "silent", "who": "me", "days": 0}]]}, "conditions.0.0.days"),
        ({"name": ""}, "name"),
    ],
)
def test_what_is_wrong_is_named(api: FlaskClient, sent: dict[str, Any], field: str) -> None:
    refused = save(api, **sent)
    assert (refused.status_code, refused.json["field"]) == (422, field)


def test_a_colleague_sees_what_is_shared(app: Flask, api: FlaskClient, cast: Graph) -> None:
    own, shared = save(api).json["uid"], save(api, shared=True).json["uid"]
    bob = app.test_client()
    bob.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {create_token(cast, user='bob')}"
    assert (bob.get(f"{SEGMENTS}/{own}").status_code, bob.get(f"/api/v1/contacts?segment={own}").status_code) == (
        404,
        422,
    )
    assert bob.get(f"{SEGMENTS}/{shared}").json["sizes"] == []  # type: ignore[index]
    assert bob.get(f"/api/v1/contacts?segment={shared}").status_code == 200
    assert bob.patch(f"{SEGMENTS}/{shared}", json={"name": "Mine"}).status_code == 404
    assert bob.delete(f"{SEGMENTS}/{shared}").status_code == 404
