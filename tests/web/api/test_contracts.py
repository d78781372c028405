"""Contracts, orders and service requests over the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from graphcrm.web.addresses import V1

TODAY = datetime.now(UTC).date()
PEOPLE = [{"contact": "maya", "role": "buyer"}]


def made(api: FlaskClient, kinds: str = "contracts", **body: object) -> str:
    """The address of a new one."""
    answer = api.post(f"{V1}/{kinds}", json={"name": "Service", **body})
    assert answer.status_code == 201, answer.text
    return str(answer.headers["Location"])


def listed(api: FlaskClient, kinds: str, uid: str, asked: str) -> bool:
    answer = api.get(f"{V1}/{kinds}?uids={uid}&{asked}")
    assert answer.status_code == 200, (asked, answer.text)
    return [one["uid"] for one in answer.json["items"]] == [uid]


def test_a_contract_is_made_read_changed_and_listed(api: FlaskClient) -> None:
    deal = api.post(f"{V1}/opportunities", json={"name": "Line", "account": "acme"}).json["uid"]
    end = str(TODAY + timedelta(days=20))
    url = made(
        api, account="acme", contacts=PEOPLE, opportunity=deal, number="N 7", amount=1000, currency="EUR",
        start="2024-05", end=end, status="active", payment_terms="30 days net",
    )  # fmt: skip
    found = api.get(url).json
    assert (found["owner"]["uid"], found["status"], found["amount"], found["account"]["uid"], found["due"]) == (
        "alice", "active", 1000.0, "acme", end,
    )  # fmt: skip
    assert (found["start"], found["opportunity"]["uid"], [one["role"] for one in found["contacts"]]) == (
        "2024-05", deal, ["buyer"],
    )  # fmt: skip
    uid = found["uid"]
    for asked, there in {
        "status=active": True, "status=draft": False, "status_not=draft": True, "renewal_known=true": False, "number=N 7": True,
        "renews_within=20": True, "renews_within=19": False, "running=true": True, "running=false": False, "currency=EUR": True,
        "amount_from=1000": True, "amount_to=999": False, "account=acme": True, "account=globex": False, "contact=maya": True,
        "contact=tomas": False, f"opportunity={deal}": True, "owner=alice": True, "owner=bob": False, "owned=false": False,
        "sort=due": True, "sort=-due": True, "sort=amount": True, "sort=-amount": True, "q=service": True, "q=N 7": True,
    }.items():  # fmt: skip
        assert listed(api, "contracts", uid, asked) is there, asked
    item = api.get(f"{V1}/contracts?uids={uid}").json["items"][0]
    assert (item["detail"], item["due"], item["payment_terms"]) == ("Acme", end, "30 days net")
    changed = api.patch(url, json={"status": "ended", "contacts": None, "opportunity": None, "custom": {"x_a": 1}}).json
    assert listed(api, "contracts", uid, "sort=due")
    assert api.get(f"{V1}/contracts?uids={uid}").json["items"][0]["due"] is None
    assert (changed["due"], changed["contacts"], changed["opportunity"], changed["custom"]) == (
        None,
        [],
        None,
        {"x_a": 1},
    )


def test_an_order_is_made_read_changed_and_listed(api: FlaskClient) -> None:
    late = str(TODAY - timedelta(days=1))
    url = made(api, "orders", account="acme", contacts=PEOPLE, deliver_by=late, status="placed", number="R 1")
    found = api.get(url).json
    assert (found["status"], found["deliver_by"], found["due"]) == ("placed", late, late)
    for asked, there in {
        "overdue=true": True, "overdue=false": False, "status=placed": True, "account=acme": True, "contact=maya": True,
        "number=R 1": True, "sort=due": True,
    }.items():  # fmt: skip
        assert listed(api, "orders", found["uid"], asked) is there, asked
    api.patch(url, json={"status": "delivered"})
    assert listed(api, "orders", found["uid"], "overdue=false")


def test_a_service_request_is_made_answered_solved_and_listed(api: FlaskClient) -> None:
    asked_at = datetime.now(UTC) - timedelta(hours=5)
    url = made(api, "service-requests", account="acme", contacts=PEOPLE, priority="high", asked_at=asked_at.isoformat())
    found = api.get(url).json
    uid = found["uid"]
    assert (found["status"], found["priority"], found["owner"]["uid"], found["waited"]) == ("new", "high", "alice", 0)
    assert datetime.fromisoformat(found["answer_by"]) == asked_at + timedelta(hours=4)
    for asked, there in {
        "overdue=true": True, "solved=false": True, "priority=high": True, "priority=low": False, "account=acme": True,
        "contact=maya": True, "sort=due": True, "sort=-due": True, "satisfaction_to=3": False, "status_not=new": False,
    }.items():  # fmt: skip
        assert listed(api, "service-requests", uid, asked) is there, asked
    api.patch(url, json={"status": "waiting"})
    assert listed(api, "service-requests", uid, "overdue=false")
    done = api.patch(url, json={"status": "solved", "satisfaction": 2, "satisfaction_comment": "Slow"}).json
    assert (done["satisfaction"], done["solved_at"] is None, done["waiting_since"]) == (2, False, None)
    assert listed(api, "service-requests", uid, "satisfaction_to=3")
    assert listed(api, "service-requests", uid, "solved=true")


@pytest.mark.parametrize(
    ("kinds", "body", "status", "field"),
    [
        ("contracts", {"name": ""}, 422, "name"),
        ("contracts", {"amount": 1}, 422, "currency"),
        ("contracts", {"start": "2024", "end": "2023"}, 422, "end"),
        ("contracts", {"due": "2024-01-01"}, 422, "due"),
        ("contracts", {"reminded_for": "2024-01-01"}, 422, "reminded_for"),
        ("contracts", {"opportunity": "nobody"}, 404, "opportunity"),
        ("orders", {"account": "nobody"}, 404, "account"),
        ("service-requests", {"satisfaction": 3}, 422, "satisfaction"),
        ("service-requests", {"solve_by": "2024-01-01T00:00:00Z"}, 422, "solve_by"),
        ("service-requests", {"opportunity": "x"}, 422, "opportunity"),
    ],
)
def test_what_cannot_be_is_refused(
    api: FlaskClient, kinds: str, body: dict[str, object], status: int, field: str
) -> None:
    answer = api.post(f"{V1}/{kinds}", json={"name": "A", **body})
    assert (answer.status_code, answer.json.get("field", field)) == (status, field), answer.text


@pytest.mark.parametrize("kinds", ["contracts", "orders", "service-requests"])
def test_it_is_undone_trashed_brought_back_given_away_and_in_its_history(api: FlaskClient, kinds: str) -> None:
    url = made(api, kinds, account="acme")
    tag = api.get(url).headers["ETag"]
    assert api.patch(url, json={"name": "Other"}, headers={"If-Match": tag}).status_code == 200
    assert api.patch(url, json={"name": "Third"}, headers={"If-Match": tag}).status_code == 412
    assert api.post(f"{url}/undo").status_code == 204
    assert api.get(url).json["name"] == "Service"
    assert api.delete(url).status_code == 204
    assert api.get(url).status_code == 410 or api.get(url).json["code"] == "in_trash"
    assert api.post(f"{url}/restore").json["account"]["uid"] == "acme"
    assert api.post(f"{url}/assign", json={"user": "bob"}).json["owner"]["uid"] == "bob"
    assert [one["uid"] for one in api.get(f"{url}/owners").json["items"]]
    kinds_told = {one["kind"] for one in api.get(f"{url}/history").json["items"]}
    assert {kinds.removesuffix("s").replace("-", "_"), "assignment"} <= kinds_told


def test_a_task_is_about_a_contract(api: FlaskClient) -> None:
    uid = api.get(made(api)).json["uid"]
    task = api.post(f"{V1}/tasks", json={"name": "Call", "contracts": [uid]}).json
    assert [one["uid"] for one in task["contracts"]] == [uid]
    assert [one["uid"] for one in api.get(f"{V1}/tasks?about_contract={uid}").json["items"]] == [task["uid"]]


def test_the_potential_of_an_account_is_told_factor_by_factor(api: FlaskClient) -> None:
    made(api, account="globex", status="active", start="2020")
    found = api.get(f"{V1}/accounts/globex/potential").json
    assert {one["name"] for one in found["factors"]} == {
        "ties",
        "open",
        "won",
        "industry",
        "contracts",
        "size",
        "contact",
    }
    assert sum(one["most"] for one in found["factors"]) == 100
    assert found["score"] == pytest.approx(sum(one["points"] for one in found["factors"]))
    assert found["evidence"]["contracts"] >= 1
    assert api.get(f"{V1}/accounts/nobody/potential").status_code == 404
    assert api.get(f"{V1}/accounts/globex/potential?as_of=2020-01-01").status_code == 422


def test_a_lead_is_converted_with_an_opportunity_beside(api: FlaskClient) -> None:
    lead = api.post(f"{V1}/leads", json={"name": "Lea", "company_name": "Lea Ltd"}).json["uid"]
    done = api.post(f"{V1}/leads/{lead}/convert", json={"opportunity": {"amount": 5, "currency": "EUR"}})
    assert done.status_code == 200, done.text
    deal = api.get(f"{V1}/opportunities/{done.json['opportunity']}").json
    assert (deal["name"], deal["account"]["uid"], deal["owner"]["uid"]) == ("Lea Ltd", done.json["account"], "alice")
    assert [one["uid"] for one in deal["contacts"]] == [done.json["contact"]]
    assert [one["kind"] for one in api.get(f"{V1}/leads/{lead}").json["converted_to"]] == [
        "contact", "account", "opportunity",
    ]  # fmt: skip
    assert api.post(f"{V1}/changes/{done.headers['Change-Id']}/undo").status_code in {200, 204}
    assert api.get(f"{V1}/opportunities/{deal['uid']}").json["code"] == "in_trash"
    assert api.get(f"{V1}/leads/{lead}").json["converted_to"] == []
    again = api.post(f"{V1}/leads/{lead}/convert", json={"opportunity": {"stage": "dream"}})
    assert (again.status_code, again.json["field"]) == (422, "opportunity.stage")
    assert api.post(f"{V1}/leads/{lead}/convert", json={}).json["opportunity"] is None


@pytest.mark.parametrize(
    ("kinds", "kind", "q"),
    [
        ("contracts", "contract", "Q-2026-77"),
        ("orders", "order", "q 2026"),
        ("service-requests", "service_request", "serv"),
    ],
)
def test_the_search_over_everything_finds_them_by_name_and_number(
    api: FlaskClient, kinds: str, kind: str, q: str
) -> None:
    number = {} if kind == "service_request" else {"number": "Q-2026-77"}
    uid = made(api, kinds, account="acme", **number).rsplit("/", 1)[1]
    found = api.get(f"{V1}/search", query_string={"q": q}).json["items"]
    (one,) = [one for one in found if one["uid"] == uid]
    assert (one["type"], one["detail"]) == (kind, api.get(f"{V1}/accounts/acme").json["name"])
