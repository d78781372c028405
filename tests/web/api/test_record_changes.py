"""Records created, changed, put into the trash and brought back, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

V1 = "/api/v1"


def made(api: FlaskClient, kind: str = "contacts", **fields: Any) -> dict[str, Any]:
    answer = api.post(f"{V1}/{kind}", json={"name": "Ada", **fields})
    assert answer.status_code == 201, answer.text
    assert answer.json is not None
    return dict(answer.json)


def test_a_contact_is_created_with_all_it_may_have(api: FlaskClient) -> None:
    sent = {
        "given_name": "Ada", "family_name": "King", "other_names": ["Countess"], "birthday": "1815-12-10",
        "hobbies": ["engines"], "do_not_contact": True, "lifecycle": "customer", "custom": {"x_shoe": 38, "x_tags": ["a", "b"]},
        "email": "Ada@People.example", "phone": "+44 (0)20 7946 0000",
    }  # fmt: skip
    answer = api.post(f"{V1}/contacts", json={**sent, "why": "met her at the fair"})
    assert answer.status_code == 201, answer.text
    body = answer.json
    assert body is not None
    assert body["name"] == "Ada King"
    assert body["rev"] == 1
    assert answer.headers["ETag"] == '"1"'
    assert answer.headers["Location"] == f"{V1}/contacts/{body['uid']}"
    assert body["birthday"] == "1815-12-10"
    assert body["custom"] == {"x_shoe": 38, "x_tags": ["a", "b"]}
    assert {(h["kind"], h["value"], h["primary"]) for h in body["handles"]} == {
        ("email", "ada@people.example", True), ("phone", "+442079460000", True),
    }  # fmt: skip
    assert api.get(answer.headers["Location"]).json == body
    (item,) = api.get(f"{V1}/contacts/{body['uid']}/history").json["items"]
    assert (item["action"], item["rev"], item["why"], item["by"]["uid"]) == (
        "create",
        1,
        "met her at the fair",
        "alice",
    )
    assert item["change"] == answer.headers["Change-Id"]
    assert item["before"] is None
    assert item["after"]["birthday"] == "1815-12-10"


@pytest.mark.parametrize("kind", ["accounts", "contacts", "leads", "users"])
def test_every_kind_goes_the_whole_way(api: FlaskClient, kind: str) -> None:
    extra = {"email": "new@us.example"} if kind == "users" else {}
    body = made(api, kind, **extra)
    url = f"{V1}/{kind}/{body['uid']}"
    changed = api.patch(url, json={"name": "Bea", "source": "a card"}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json["name"], changed.json["rev"]) == (200, "Bea", 2)
    assert api.delete(url).status_code == 204
    gone = api.get(url)
    assert (gone.status_code, gone.json["code"], gone.json["field"]) == (404, "in_trash", kind[:-1])
    assert body["uid"] in {item["uid"] for item in api.get(f"{V1}/trash").json["items"]}
    back = api.post(f"{url}/restore")
    assert (back.status_code, back.json["name"], back.json["rev"]) == (200, "Bea", 4)
    refused = api.post(f"{url}/purge")
    assert (refused.status_code, refused.json["code"]) == (409, "not_in_trash")
    api.delete(url)
    assert api.post(f"{url}/purge").status_code == 204
    assert api.get(url).json["code"] == "not_found"
    assert api.get(f"{url}/history").status_code == 404


def test_a_stale_revision_is_told_both_versions(api: FlaskClient) -> None:
    url = f"{V1}/contacts/{made(api, hobbies=['chess'])['uid']}"
    api.patch(url, json={"name": "Theirs", "hobbies": ["go"]})
    answer = api.patch(url, json={"name": "Mine"}, headers={"If-Match": '"1"'})
    assert answer.status_code == 412
    problem = answer.json
    assert (problem["code"], problem["field"]) == ("stale", "If-Match")
    assert (problem["current"]["name"], problem["current"]["hobbies"], problem["current"]["rev"]) == (
        "Theirs",
        ["go"],
        2,
    )
    assert (problem["yours"]["name"], problem["yours"]["hobbies"], problem["yours"]["rev"]) == ("Mine", ["chess"], 1)
    assert api.get(url).json["name"] == "Theirs"


def test_the_same_key_does_it_once(api: FlaskClient) -> None:
    headers = {"Idempotency-Key": "of this test"}
    first = api.post(f"{V1}/contacts", json={"name": "Once"}, headers=headers)
    again = api.post(f"{V1}/contacts", json={"name": "Once"}, headers=headers)
    assert (again.status_code, again.json) == (first.status_code, first.json)
    assert {name: again.headers[name] for name in ("ETag", "Location", "Change-Id")} == {
        name: first.headers[name] for name in ("ETag", "Location", "Change-Id")
    }
    other = api.post(f"{V1}/contacts", json={"name": "Twice"}, headers=headers)
    assert (other.status_code, other.json["code"], other.json["field"]) == (422, "key_reused", "Idempotency-Key")
    assert [item["name"] for item in api.get(f"{V1}/contacts?q=Once").json["items"]] == ["Once"]


def test_the_last_change_is_undone_and_done_again(api: FlaskClient) -> None:
    url = f"{V1}/contacts/{made(api)['uid']}"
    api.patch(url, json={"name": "Bea", "birthday": "2000-01-02", "email": "bea@people.example"})
    assert api.post(f"{url}/undo").status_code == 204
    undone = api.get(url).json
    assert (undone["name"], undone["birthday"], undone["handles"], undone["rev"]) == ("Ada", None, [], 3)
    assert api.post(f"{url}/undo").status_code == 204
    again = api.get(url).json
    assert (again["name"], again["birthday"], again["rev"]) == ("Bea", "2000-01-02", 4)
    assert [h["value"] for h in again["handles"]] == ["bea@people.example"]
    history = api.get(f"{url}/history").json["items"]
    assert [item["undone"] for item in history] == [False, True, True, False]


def test_what_was_changed_since_is_not_undone(api: FlaskClient) -> None:
    url = f"{V1}/contacts/{made(api)['uid']}"
    change = api.patch(url, json={"name": "Bea"}).headers["Change-Id"]
    api.patch(url, json={"name": "Cleo"})
    answer = api.post(f"{V1}/changes/{change}/undo")
    assert (answer.status_code, answer.json["code"]) == (409, "changed_since")
    assert api.get(url).json["name"] == "Cleo"


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"birthday": "1815-13-01"}, "birthday"),
        ({"lifecycle": "friend"}, "lifecycle"),
        ({"shoe": 1}, "shoe"),
        ({"custom": {"shoe": 1}}, "shoe"),
        ({"handles": [{"kind": "email", "value": "nobody"}]}, "email"),
        ({"handles": [{"kind": "wechat", "value": "a;b"}]}, "wechat"),
        ({"handles": [{"kind": "phone", "value": "123", "label": "a (b)"}]}, "label"),
        ({"hobbies": ["chess; go"]}, "hobbies"),
        ({"address": "Main\0Street"}, "address"),
        ({"handles": [{"kind": "fax", "value": "1"}]}, "handles.0.kind"),
        ({"name": ""}, "name"),
        ({"name": None}, "name"),
        ({"name": "x" * 1001}, "name"),
        ({"rev": 7}, "rev"),
        ({"custom": {"rev": 7}}, "rev"),
        ({"custom": {"handles": 1}}, "handles"),
        ({"custom": {"team": 1}}, "team"),
        ({"custom": {"x_big": 2**63}}, "x_big"),
        ({"custom": {"x_nested": [["a"]]}}, "custom.x_nested"),
        ({"custom": {"x_map": {"a": 1}}}, "custom.x_map"),
        ({"name": "a\0b"}, "name"),
        ({"hobbies": ["a\0b"]}, "hobbies"),
        ({"hobbies": ["a;b"]}, "hobbies"),
        ({"handles": [{"kind": "wechat", "value": f"w{n}"} for n in range(200)]}, "handles"),
        ({"location": {"latitude": 1, "longitude": 2}}, "location"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_field(api: FlaskClient, sent: dict[str, Any], field: str) -> None:
    url = f"{V1}/contacts/{made(api)['uid']}"
    answer = api.patch(url, json=sent)
    assert (answer.status_code, answer.json["field"]) == (422, field), answer.text
    assert api.get(url).json["rev"] == 1


def test_handles_are_added_and_taken_away(api: FlaskClient) -> None:
    url = f"{V1}/contacts/{made(api, email='ada@people.example')['uid']}"
    sent = {"kind": "email", "value": "ADA@work.example", "label": "work", "primary": True}
    added = api.post(f"{url}/handles", json=sent).json
    assert [(h["value"], h["label"], h["primary"]) for h in added["handles"]] == [
        ("ada@work.example", "work", True), ("ada@people.example", None, False),
    ]  # fmt: skip
    gone = api.delete(f"{url}/handles?kind=email&value=ada@people.example")
    assert [h["value"] for h in gone.json["handles"]] == ["ada@work.example"]
    absent = api.delete(f"{url}/handles?kind=email&value=ada@people.example")
    assert (absent.status_code, absent.json["field"]) == (404, "value")
    assert api.post(f"{url}/undo").status_code == 204
    assert len(api.get(url).json["handles"]) == 2


def test_a_body_that_is_no_json_is_refused(api: FlaskClient) -> None:
    answer = api.post(f"{V1}/contacts", data=b"{", content_type="application/json")
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")
    answer = api.post(f"{V1}/contacts", data=b"[1]", content_type="application/json")
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        (b'{"name": "\\ud800"}', None),
        (b'{"\\ud800": 1}', None),
        (b'{"name": "\xed\xa0\x80"}', None),
        (b'{"name": "\\ud83d"}', None),
        (b'{"custom": {"x_\\ud800": 1}}', None),
        (b'{"' + b"x" * 10_000 + b'": 1}', "x" * 100),
        (b'{"custom": {"x_a": NaN}}', "custom.x_a"),
        (b'{"custom": {"x_a": 1e999}}', "custom.x_a"),
        (b'{"custom": {"x_a": ' + b"9" * 5_000 + b"}}", None),
        (b'{"custom": ' + b"[" * 200_000, None),
        (b"\xff", None),
        (b'"name"', None),
    ],
    ids=range(12),
)
def test_bytes_that_are_no_good_body_are_refused(api: FlaskClient, sent: bytes, field: str | None) -> None:
    url = f"{V1}/contacts/{made(api)['uid']}"
    answer = api.patch(url, data=sent, content_type="application/json")
    assert (answer.status_code, answer.json.get("field")) == (422, field), answer.text[:200]
    assert len(answer.data) < 1_000
    assert api.get(url).json["rev"] == 1


@pytest.mark.parametrize("sent", ["x", "-1", "1.0", '"1", "2"', '"', "W/", "9" * 16, "9" * 5_000, "\u00b2", "0x1"])
def test_an_if_match_that_is_no_revision_is_refused(api: FlaskClient, sent: str) -> None:
    url = f"{V1}/contacts/{made(api)['uid']}"
    answer = api.patch(url, json={"name": "Bea"}, headers={"If-Match": sent})
    assert (answer.status_code, answer.json["field"]) == (422, "If-Match")
    assert api.get(url).json["rev"] == 1


@pytest.mark.parametrize("sent", ["1", '"1"', ' "1" ', 'W/"1"', "*", ""])
def test_a_revision_may_be_written_in_several_ways(api: FlaskClient, sent: str) -> None:
    url = f"{V1}/contacts/{made(api)['uid']}"
    assert api.patch(url, json={"name": "Bea"}, headers={"If-Match": sent}).json["rev"] == 2


def test_a_patch_of_nothing_is_no_change(api: FlaskClient) -> None:
    url = f"{V1}/contacts/{made(api)['uid']}"
    for sent in ({}, {"name": "Ada"}, {"why": "just so"}):
        answer = api.patch(url, json=sent)
        assert (answer.status_code, answer.headers["ETag"], answer.headers.get("Change-Id")) == (200, '"1"', None)
    assert api.patch(url, json={}, headers={"If-Match": '"2"'}).status_code == 412
    assert len(api.get(f"{url}/history").json["items"]) == 1
