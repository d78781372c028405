"""Opportunities, their stages and their forecast over the API."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from dateutil.relativedelta import relativedelta
from flask.testing import FlaskClient

from graphcrm.web.addresses import V1

MONTH = datetime.now(UTC).date().replace(day=1)


def made(api: FlaskClient, **body: object) -> str:
    """The address of a new one."""
    answer = api.post(f"{V1}/opportunities", json={"name": "A line", **body})
    assert answer.status_code == 201, answer.text
    return str(answer.headers["Location"])


def test_one_is_made_read_changed_and_listed(api: FlaskClient) -> None:
    people = [{"contact": "maya", "role": "buyer"}]
    url = made(api, account="acme", contacts=people, amount=1000, currency="EUR", expected_close="2030-05-01")
    found = api.get(url).json
    assert (found["owner"]["uid"], found["stage"], found["status"], found["amount"], found["account"]["uid"]) == (
        "alice", "first_contact", "open", 1000.0, "acme",
    )  # fmt: skip
    assert [(one["uid"], one["role"]) for one in found["contacts"]] == [("maya", "buyer")]
    assert "handles" not in found
    assert "trail" not in found
    assert [(one["stage"], one["until"]) for one in found["stays"]] == [("first_contact", None)]
    api.patch(url, json={"stage": "quote", "contacts": [{"contact": "tomas"}], "custom": {"x_size": "L"}})
    changed = api.get(url).json
    assert (changed["stage"], [one["uid"] for one in changed["contacts"]], changed["custom"]) == (
        "quote", ["tomas"], {"x_size": "L"},
    )  # fmt: skip
    uid = found["uid"]
    for asked, there in {
        "stage=quote": True, "stage=needs": False, "status=open": True, "status=won": False, "currency=EUR": True,
        "amount_from=1000": True, "amount_from=1000.5": False, "amount_to=999": False, "account=acme": True,
        "contact=tomas": True, "contact=maya": False, "closes_from=2030-05-01": True, "closes_to=2030-04-30": False,
        "closing=false": False, "overdue=true": False, "owner=alice": True, "sort=-amount": True,
        "sort=expected_close": True, "sort=-expected_close": True, "sort=amount": True, "team=none": False, "stage_not=quote": False, "q=line": True,
    }.items():  # fmt: skip
        listed = api.get(f"{V1}/opportunities?uids={uid}&{asked}")
        assert listed.status_code == 200, listed.text
        assert ([one["uid"] for one in listed.json["items"]] == [uid]) is there, asked
    assert api.get(f"{V1}/opportunities?uids={uid}").json["items"][0]["detail"] == "Acme"


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"name": ""}, 422, "name"),
        ({"name": "A", "stage": "dream"}, 422, "stage"),
        ({"name": "A", "stage": "lost"}, 422, "lost_reason"),
        ({"name": "A", "status": "won"}, 422, "status"),
        ({"name": "A", "amount": 1}, 422, "currency"),
        ({"name": "A", "currency": "EUR"}, 422, "amount"),
        ({"name": "A", "contacts": [{"contact": "maya"}, {"contact": "maya"}]}, 422, "contacts"),
        ({"name": "A", "account": "nobody"}, 404, "account"),
        ({"name": "A", "contacts": [{"contact": "nobody"}]}, 404, "contact"),
    ],
)
def test_what_cannot_be_is_refused(api: FlaskClient, body: dict[str, object], status: int, field: str) -> None:
    answer = api.post(f"{V1}/opportunities", json=body)
    assert (answer.status_code, answer.json.get("field", field)) == (status, field)


def test_who_is_late_is_told_so(api: FlaskClient) -> None:
    url = made(api)
    tag = api.get(url).headers["ETag"]
    assert api.patch(url, json={"stage": "needs"}, headers={"If-Match": tag}).status_code == 200
    answer = api.patch(url, json={"stage": "quote"}, headers={"If-Match": tag})
    assert (answer.status_code, answer.json["current"]["stage"]) == (412, "needs")


def test_closing_is_undone_and_the_trash_takes_it(api: FlaskClient) -> None:
    url = made(api)
    lost = api.patch(url, json={"stage": "lost", "lost_reason": "Too dear"}).json
    assert (lost["status"], bool(lost["closed_at"]), lost["lost_reason"]) == ("lost", True, "Too dear")
    assert api.post(f"{url}/undo").status_code == 204
    back = api.get(url).json
    assert (back["status"], back["closed_at"], back["lost_reason"]) == ("open", None, None)
    assert api.delete(url).status_code == 204
    assert api.get(url).status_code == 404
    assert api.post(f"{url}/restore").json["stage"] == "first_contact"
    assert [one["action"] for one in api.get(f"{url}/history").json["items"] if one["kind"] == "opportunity"][:2] == [
        "restore", "trash",
    ]  # fmt: skip


def test_tasks_are_about_one(api: FlaskClient) -> None:
    uid = api.get(made(api)).json["uid"]
    task = api.post(f"{V1}/tasks", json={"name": "Call", "opportunities": [uid]}).json
    assert [one["uid"] for one in task["opportunities"]] == [uid]
    assert [one["uid"] for one in api.get(f"{V1}/tasks?about_opportunity={uid}").json["items"]] == [task["uid"]]


def test_the_forecast_weighs_and_adds_no_two_currencies(api: FlaskClient) -> None:
    stamp = datetime.now(UTC).strftime("%H%M%S%f")
    user = api.post(f"{V1}/users", json={"name": stamp, "email": f"{stamp}@us.example"}).json["uid"]
    days = {n: (MONTH + relativedelta(months=n, days=4)).isoformat() for n in (-1, 0, 1, 13)}
    for body in (
        {"amount": 1000, "currency": "EUR", "stage": "quote", "expected_close": days[1]},
        {"amount": 500, "currency": "EUR", "probability": 10, "expected_close": days[1]},
        {"amount": 70000, "currency": "CNY", "stage": "needs", "expected_close": days[1]},
        {"amount": 10.10, "currency": "EUR", "probability": 100, "expected_close": days[-1]},
        {"amount": 9, "currency": "EUR", "expected_close": days[13]},
        {"amount": 9, "currency": "EUR"},
        {"expected_close": days[0]},
        {"amount": 9, "currency": "EUR", "stage": "won", "expected_close": days[0]},
    ):
        url = made(api, **body)
        assert api.post(f"{url}/assign", json={"user": user}).status_code == 200
    next_month = (MONTH + relativedelta(months=1)).isoformat()
    found = api.get(f"{V1}/forecast?owner={user}").json
    told = [(one["month"], one["currency"], one["count"], one["amount"], one["weighted"]) for one in found["items"]]
    assert told == [
        (None, "EUR", 1, 10.1, 10.1), (next_month, "CNY", 1, 70000.0, 14000.0), (next_month, "EUR", 2, 1500.0, 650.0),
    ]  # fmt: skip
    assert {one["owner"]["name"] for one in found["items"]} == {stamp}
    assert [(one["month"], one["currency"], one["weighted"]) for one in found["totals"]] == [
        (one[0], one[1], one[4]) for one in told
    ]
    assert found["left_out"] == {"no_amount": 1, "no_expected_close": 1, "later": 1}


def test_the_board_has_lanes_with_their_first_cards(api: FlaskClient) -> None:
    stamp = datetime.now(UTC).strftime("%H%M%S%f")
    user = api.post(f"{V1}/users", json={"name": stamp, "email": f"{stamp}@us.example"}).json["uid"]
    url = made(api, account="acme", amount=10, currency="EUR", stage="quote")
    api.post(f"{url}/assign", json={"user": user})
    found = api.get(f"{V1}/board?owner={user}").json["lanes"]
    lane = next(one for one in found if one["stage"] == "quote")
    assert (lane["count"], lane["sums"]) == (1, [{"currency": "EUR", "amount": 10.0}])
    (card,) = lane["items"]
    assert (card["name"], card["owner"]["uid"], card["account"]["uid"], bool(card["stage_since"])) == (
        "A line", user, "acme", True,
    )  # fmt: skip
    assert sum(one["count"] for one in found) == 1
    assert api.get(f"{V1}/board?owner=nobody-{stamp}").json["lanes"][0]["count"] == 0


def test_stages_are_told_and_changed(api: FlaskClient) -> None:
    first = [one["key"] for one in api.get(f"{V1}/stages").json["items"]]
    assert first[0] == "first_contact"
    stamp = f"Stage {datetime.now(UTC).strftime('%H%M%S%f')}"
    new = api.post(f"{V1}/stages", json={"name": stamp, "probability": 55, "position": 2})
    assert (new.status_code, new.json["position"]) == (201, 2)
    key = new.json["key"]
    changed = api.patch(f"{V1}/stages/{key}", json={"retired": True, "probability": 56})
    assert (changed.json["retired"], changed.json["probability"]) == (True, 56)
    stale = api.patch(f"{V1}/stages/{key}", json={"name": "Late"}, headers={"If-Match": new.headers["ETag"]})
    assert (stale.status_code, stale.json["current"]["retired"]) == (412, True)
    fresh = {"If-Match": changed.headers["ETag"]}
    assert api.patch(f"{V1}/stages/{key}", json={"probability": 56}, headers=fresh).status_code == 200
    assert api.patch(f"{V1}/stages/won", json={"retired": True}).status_code == 409
    assert api.patch(f"{V1}/stages/none", json={"retired": True}).status_code == 404
    assert api.post(f"{V1}/stages", json={"name": stamp}).status_code == 409
    change = changed.headers["Change-Id"]
    assert api.post(f"{V1}/changes/{change}/undo").status_code in {200, 204}
    again = next(one for one in api.get(f"{V1}/stages").json["items"] if one["key"] == key)
    assert (again["retired"], again["probability"]) == (False, 55)
