"""Ownership, over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.services.users import create_token

V1 = "/api/v1"


@pytest.fixture
def today() -> str:
    return datetime.now(UTC).date().isoformat()


@pytest.fixture
def lead(api: FlaskClient) -> str:
    """The address of a new lead, which is in the pool."""
    return f"{V1}/leads/{api.post(f'{V1}/leads', json={'name': 'Rita'}).json['uid']}"


def given(api: FlaskClient, url: str, user: str, **more: Any) -> dict[str, Any]:
    answer = api.post(f"{url}/assign", json={"user": user, **more})
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def spans(body: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [(item["user"]["uid"], item["start"], item["end"]) for item in body["items"]]


@pytest.mark.parametrize("kind", ["accounts", "contacts", "leads"])
def test_a_record_goes_from_hand_to_hand_and_back_to_the_pool(api: FlaskClient, kind: str) -> None:
    url = f"{V1}/{kind}/{api.post(f'{V1}/{kind}', json={'name': 'Ada'}).json['uid']}"
    assert api.get(f"{url}/owners").json == {"owner": None, "items": [], "next_cursor": None}
    given(api, url, "alice", on="2024-01-01", reason="knows them")
    body = given(api, url, "bob", on="2024-03-01", reason="Alice is away")
    assert body["owner"] == {"uid": "bob", "name": "Bob"}
    assert [(i["reason"], i["rev"]) for i in body["items"]] == [("Alice is away", 1), ("knows them", 2)]
    assert spans(body) == [("bob", "2024-03-01", None), ("alice", "2024-01-01", "2024-03-01")]
    assert api.get(url).json["owner"]["uid"] == "bob"
    owners = {day: api.get(f"{url}?as_of={day}").json["owner"] for day in ("2023-12-31", "2024-01-01", "2024-02-29")}
    assert [owner and owner["uid"] for owner in owners.values()] == [None, "alice", "alice"]
    released = api.post(f"{url}/release", json={"on": "2024-04-01", "reason": "no interest"}).json
    assert (released["owner"], released["items"][0]["end_reason"]) == (None, "no interest")
    assert api.get(f"{url}/owners").json == released
    history = api.get(f"{url}/history").json["items"]
    assert [(i["kind"], i["action"]) for i in history[:3]] == [
        ("assignment", "change"), ("assignment", "create"), ("assignment", "change"),
    ]  # fmt: skip
    assert api.get(f"{V1}/users/bob/history").json["items"][0]["of"] == released["items"][0]["uid"]


def test_a_day_may_see_three_owners_and_the_last_one_has_it(api: FlaskClient, lead: str) -> None:
    for user in ("alice", "bob", "dana"):
        body = given(api, lead, user, on="2024-03-01")
    assert body["owner"]["uid"] == "dana"
    assert sorted(spans(body)) == [
        ("alice", "2024-03-01", "2024-03-01"), ("bob", "2024-03-01", "2024-03-01"), ("dana", "2024-03-01", None),
    ]  # fmt: skip
    assert spans(body)[0][0] == "dana"
    assert api.get(f"{lead}?as_of=2024-03-01").json["owner"]["uid"] == "dana"


def test_giving_it_to_its_owner_changes_nothing(api: FlaskClient, lead: str) -> None:
    first = given(api, lead, "bob", on="2024-03-01")
    again = api.post(f"{lead}/assign", json={"user": "bob", "on": "2024-05-01"})
    assert (again.json, "Change-Id" in again.headers) == (first, False)


def test_the_first_day_is_today_unless_one_is_said(api: FlaskClient, lead: str, today: str) -> None:
    assert spans(given(api, lead, "bob")) == [("bob", today, None)]
    assert spans(api.post(f"{lead}/release").json) == [("bob", today, today)]


def test_a_lead_is_claimed_by_one_and_the_other_is_told_whose_it_is(
    app: Flask, cast: Graph, api: FlaskClient, lead: str, today: str
) -> None:
    bob = {"Authorization": f"Bearer {create_token(cast, user='bob')}"}
    claimed = app.test_client().post(f"{lead}/claim", headers=bob)
    assert spans(claimed.json) == [("bob", today, None)]
    assert app.test_client().post(f"{lead}/claim", headers=bob).json == claimed.json
    late = api.post(f"{lead}/claim")
    assert (late.status_code, late.json["code"], late.json["field"]) == (409, "conflict", "lead")
    assert (late.json["other"]["user"], late.json["other"]["user_name"]) == ("bob", "Bob")
    assert "Bob's since" in late.json["detail"]
    api.post(f"{lead}/release")
    assert api.post(f"{lead}/claim").json["owner"]["uid"] == "alice"


@pytest.mark.parametrize(
    ("way", "sent", "status", "code", "field"),
    [
        ("assign", {"user": "nobody"}, 404, "not_found", "user"),
        ("assign", {"user": "zoe"}, 422, "invalid", "user"),
        ("assign", {}, 422, "invalid", "user"),
        ("assign", {"user": "alice", "on": "2024-05"}, 422, "invalid_date", "on"),
        ("assign", {"user": "alice", "on": "2024-02-29"}, 422, "invalid_date", "on"),
        ("assign", {"user": "alice", "until": "2025-01-01"}, 422, "invalid", "until"),
        ("release", {"on": "2024-02-29"}, 422, "invalid_date", "on"),
        ("release", {"reason": "x" * 1_001}, 422, "invalid", "reason"),
    ],
)
def test_what_cannot_be_leaves_the_owner(
    api: FlaskClient, lead: str, way: str, sent: dict[str, Any], status: int, code: str, field: str
) -> None:
    before = given(api, lead, "bob", on="2024-03-01")
    answer = api.post(f"{lead}/{way}", json=sent)
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (status, code, field), answer.text
    assert api.get(f"{lead}/owners").json == before


def test_a_record_that_is_not_there_or_in_the_trash_has_no_owner_to_change(api: FlaskClient, lead: str) -> None:
    answer = api.post(f"{V1}/contacts/nobody/assign", json={"user": "bob"})
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (404, "not_found", "contact")
    assert api.get(f"{V1}/accounts/nobody/owners").json["field"] == "account"
    pool = api.post(f"{lead}/release")
    assert (pool.status_code, pool.json["code"], pool.json["field"]) == (409, "conflict", "lead")
    api.delete(lead)
    for way in ("assign", "release", "claim"):
        answer = api.post(f"{lead}/{way}", json={"user": "bob"} if way == "assign" else {})
        assert (answer.status_code, answer.json["code"]) == (404, "in_trash"), way


def test_an_assignment_is_corrected_and_removed_at_its_revision(api: FlaskClient, lead: str) -> None:
    (item,) = given(api, lead, "bob", on="2024-03-01")["items"]
    url = f"{V1}/assignments/{item['uid']}"
    sent = {"start": "2024-02-01", "end": "2024-02-01", "reason": "by mistake"}
    corrected = api.patch(url, json=sent, headers={"If-Match": '"1"'}).json
    assert spans(corrected) == [("bob", "2024-02-01", "2024-02-01")]
    assert (corrected["items"][0]["reason"], corrected["items"][0]["rev"]) == ("by mistake", 2)
    for answer in (
        api.patch(url, json={"reason": None}, headers={"If-Match": '"1"'}),
        api.delete(url, headers={"If-Match": '"1"'}),
    ):
        assert (answer.status_code, answer.json["code"], answer.json["field"]) == (412, "stale", "If-Match")
        assert (answer.json["current"]["reason"], answer.json["current"]["rev"]) == ("by mistake", 2)
    assert api.delete(url, headers={"If-Match": '"2"'}).json["items"] == []
    for answer in (api.patch(url, json={}), api.delete(url)):
        assert (answer.status_code, answer.json["code"], answer.json["field"]) == (404, "not_found", "assignment")


@pytest.mark.parametrize(
    ("sent", "status", "code", "field"),
    [
        ({"start": None}, 422, "invalid", "start"),
        ({"start": "2024-13-01"}, 422, "invalid_date", "start"),
        ({"end": "2023-12-31"}, 422, "invalid_date", "end"),
        ({"end": "2024-03-02"}, 409, "conflict", "start"),
        ({"end": None}, 409, "conflict", "end"),
        ({"user": "alice"}, 422, "invalid", "user"),
    ],
)
def test_two_never_have_it_on_one_day(
    api: FlaskClient, lead: str, sent: dict[str, Any], status: int, code: str, field: str
) -> None:
    given(api, lead, "alice", on="2024-01-01")
    before = given(api, lead, "bob", on="2024-03-01")
    answer = api.patch(f"{V1}/assignments/{before['items'][1]['uid']}", json=sent)
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (status, code, field), answer.text
    if status == 409:
        assert answer.json["other"]["uid"] == before["items"][0]["uid"]
    assert api.get(f"{lead}/owners").json == before


def test_nobody_gets_it_on_a_day_that_was_somebody_elses(api: FlaskClient, lead: str) -> None:
    given(api, lead, "alice", on="2024-01-01")
    before = api.post(f"{lead}/release", json={"on": "2024-03-01"}).json
    answer = api.post(f"{lead}/assign", json={"user": "bob", "on": "2024-02-29"})
    assert (answer.status_code, answer.json["field"], answer.json["other"]["user"]) == (409, "on", "alice")
    assert api.get(f"{lead}/owners").json == before
    assert spans(given(api, lead, "bob", on="2024-03-01"))[0] == ("bob", "2024-03-01", None)


def test_everything_is_undone_and_done_again(api: FlaskClient, lead: str) -> None:
    first = given(api, lead, "alice", on="2024-01-01")
    second = given(api, lead, "bob", on="2024-03-01")
    third = api.post(f"{lead}/release", json={"on": "2024-04-01"}).json
    removed = api.delete(f"{V1}/assignments/{third['items'][1]['uid']}")
    changes = []
    for expected in (third, second, first):
        change = removed.headers["Change-Id"] if expected is third else None
        url = f"{V1}/changes/{change}/undo" if change else f"{lead}/undo"
        if not change:
            latest = next(i for i in api.get(f"{lead}/history").json["items"] if not i["undone"] and not i["undoes"])
            url = f"{V1}/changes/{latest['change']}/undo"
        answer = api.post(url)
        assert answer.status_code == 204, answer.text
        changes.append(answer.headers["Change-Id"])
        assert spans(api.get(f"{lead}/owners").json) == spans(expected)
    assert api.post(f"{V1}/changes/{changes[-1]}/undo").status_code == 204
    assert spans(api.get(f"{lead}/owners").json) == spans(second)


def test_an_undo_that_would_make_two_owners_is_refused(api: FlaskClient, lead: str) -> None:
    given(api, lead, "alice", on="2024-01-01")
    released = api.post(f"{lead}/release", json={"on": "2024-03-01"}).headers["Change-Id"]
    before = given(api, lead, "bob", on="2024-03-01")
    answer = api.post(f"{V1}/changes/{released}/undo")
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (409, "conflict", "change")
    assert answer.json["other"]["user"] == "bob"
    assert api.get(f"{lead}/owners").json == before


def test_who_comes_back_from_the_trash_does_not_own_beside_who_followed(api: FlaskClient, lead: str) -> None:
    sent = {"name": "Gus", "email": "gus@us.example"}
    gus = f"{V1}/users/{api.post(f'{V1}/users', json=sent).json['uid']}"
    given(api, lead, gus.rsplit("/", 1)[1], on="2024-01-01")
    api.delete(gus)
    given(api, lead, "bob", on="2024-02-01")
    api.post(f"{gus}/restore")
    assert [row[1:] for row in spans(api.get(f"{lead}/owners").json)] == [
        ("2024-02-01", None), ("2024-01-01", "2024-02-01"),
    ]  # fmt: skip


def test_the_history_of_owners_has_pages(api: FlaskClient, lead: str) -> None:
    for day, user in enumerate(["alice", "bob", "alice", "dana", "bob"], 1):
        whole = given(api, lead, user, on=f"2024-01-0{day}")
    found, cursor = [], ""
    while cursor is not None:
        page = api.get(f"{lead}/owners?limit=2{cursor and f'&cursor={cursor}'}").json
        found += page["items"]
        cursor = page["next_cursor"]
    assert found == whole["items"]
    assert len(found) == 5


def test_a_key_gives_it_once(api: FlaskClient, lead: str) -> None:
    headers = {"Idempotency-Key": f"of {lead}"}
    first = api.post(f"{lead}/assign", json={"user": "bob"}, headers=headers)
    given(api, lead, "alice")
    again = api.post(f"{lead}/assign", json={"user": "bob"}, headers=headers)
    assert again.json == first.json
    assert api.get(f"{lead}/owners").json["owner"]["uid"] == "alice"
