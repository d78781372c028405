"""Campaigns, who comes to them and what followed, and how we cover what is ours, over the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from graphcrm.web.addresses import V1

TODAY = datetime.now(UTC).date()


def made(api: FlaskClient, **body: object) -> str:
    """The address of a new one."""
    answer = api.post(f"{V1}/campaigns", json={"name": "Fair", **body})
    assert answer.status_code == 201, answer.text
    return str(answer.headers["Location"])


def person(api: FlaskClient, name: str, kind: str = "contacts") -> str:
    return str(api.post(f"{V1}/{kind}", json={"name": name}).json["uid"])


def test_one_is_made_read_changed_and_listed(api: FlaskClient) -> None:
    url = made(
        api, kind="exhibition", start_on="2030-05-01", end_on="2030-05-03", cost=5, currency="EUR", place="Basel"
    )
    found = api.get(url).json
    assert (found["owner"]["uid"], found["kind"], found["start_on"], found["cost"], found["attendance"]) == (
        "alice", "exhibition", "2030-05-01", 5.0, {},
    )  # fmt: skip
    assert "handles" not in found
    api.patch(url, json={"name": "Big fair", "custom": {"x_hall": "3"}})
    uid = found["uid"]
    for asked, there in {
        "kind=exhibition": True, "kind=training": False, "kind_not=exhibition": False, "starts_from=2030-05-01": True,
        "starts_from=2030-05-02": False, "starts_to=2030-04-30": False, "over=false": True, "over=true": False,
        "owner=alice": True, "sort=start_on": True, "sort=-start_on": True, "q=big": True, "contact=maya": False,
    }.items():  # fmt: skip
        listed = api.get(f"{V1}/campaigns?uids={uid}&{asked}")
        assert listed.status_code == 200, listed.text
        assert ([one["uid"] for one in listed.json["items"]] == [uid]) is there, asked
    assert api.get(f"{V1}/campaigns?uids={uid}").json["items"][0]["detail"] == "Basel"
    assert api.delete(url).status_code == 204
    assert api.get(url).status_code == 404


def test_people_are_put_down_one_by_one_and_from_a_group_or_a_segment(api: FlaskClient) -> None:
    url = made(api, start_on="2024-05-01")
    ada, bo, lea = person(api, "Ada"), person(api, "Bo"), person(api, "Lea", "leads")
    answer = api.post(f"{url}/attendance", json={"contacts": [ada], "leads": [lea], "status": "registered"})
    assert (answer.status_code, answer.json) == (200, {"changed": 2})
    group = api.post(f"{V1}/groups", json={"name": f"Guests of {ada}"}).json["uid"]
    api.post(f"{V1}/groups/{group}/add", json={"contacts": [ada, bo]})
    sent = {"group": group, "status": "attended", "on": "2024-05-01"}
    assert api.post(f"{url}/attendance", json=sent).json == {"changed": 2}
    items = api.get(f"{url}/attendance").json["items"]
    assert [(one["type"], one["uid"], one["status"]) for one in items] == [
        ("contact", ada, "attended"), ("contact", bo, "attended"), ("lead", lea, "registered"),
    ]  # fmt: skip
    assert [one["uid"] for one in api.get(f"{url}/attendance?status=registered").json["items"]] == [lea]
    page = api.get(f"{url}/attendance?limit=1").json
    assert api.get(f"{url}/attendance?limit=1&cursor={page['next_cursor']}").json["items"][0]["uid"] == bo
    assert api.get(url).json["attendance"] == {"attended": 2, "registered": 1}
    uid = url.rsplit("/", 1)[1]
    assert {one["uid"] for one in api.get(f"{V1}/contacts?campaign={uid}").json["items"]} == {ada, bo}
    assert [one["uid"] for one in api.get(f"{V1}/leads?campaign={uid}").json["items"]] == [lea]
    assert [one["uid"] for one in api.get(f"{V1}/campaigns?contact={ada}").json["items"]] == [uid]
    stale = api.post(f"{url}/attendance", json={"contacts": [ada], "status": "no_show"}, headers={"If-Match": '"9"'})
    assert stale.status_code == 412
    (entry, *_) = api.get(f"{V1}/contacts/{ada}/history").json["items"]
    assert (entry["kind"], entry["after"]["status"]) == ("attendance", "attended")
    assert api.post(f"{V1}/changes/{entry['change']}/undo").status_code == 204
    assert api.get(url).json["attendance"] == {"registered": 2}
    assert api.post(f"{url}/attendance/remove", json={"contacts": [ada, bo]}).json == {"changed": 1}
    assert api.get(url).json["attendance"] == {"registered": 1}


@pytest.mark.parametrize(
    ("sent", "status", "field"),
    [
        ({"contacts": ["maya"]}, 422, "status"),
        ({"contacts": ["maya"], "status": "late"}, 422, "status"),
        ({"status": "invited"}, 422, "contacts"),
        ({"contacts": ["none"], "status": "invited"}, 404, "contact"),
        ({"group": "none", "status": "invited"}, 422, "group"),
        ({"segment": "none", "status": "invited"}, 404, "segment"),
        ({"contacts": ["maya"], "status": "invited", "on": "soon"}, 422, "on"),
        ({"contacts": ["maya"], "status": "invited", "on": "9998-01-01"}, 422, "on"),
        ({"group": "x" * 65, "status": "invited"}, 422, "group"),
        ({"group": "x" * 64, "status": "invited"}, 422, "group"),
        ({"segment": "x" * 65, "status": "invited"}, 422, "segment"),
    ],
)
def test_what_cannot_be_is_refused(api: FlaskClient, sent: dict[str, object], status: int, field: str) -> None:
    url = made(api)
    answer = api.post(f"{url}/attendance", json=sent)
    assert (answer.status_code, answer.json["field"]) == (status, field), answer.text
    assert api.get(url).json["attendance"] == {}


def test_what_followed_is_told_factor_by_factor(api: FlaskClient) -> None:
    url = made(api, start_on=f"{TODAY - timedelta(days=20)}")
    ada, bo = person(api, "Ada"), person(api, "Bo")
    api.post(f"{url}/attendance", json={"contacts": [ada, bo], "status": "attended"})
    for uid, before in ((ada, 10), (bo, 10), (bo, 30)):
        api.post(f"{V1}/interactions", json={"contacts": [uid], "at": f"{TODAY - timedelta(days=before)}"})
    sent = {"name": "Line", "contacts": [{"contact": ada}], "amount": 5, "currency": "EUR"}
    api.post(f"{V1}/opportunities", json=sent)
    found = api.get(f"{url}/effect").json
    assert (found["days"], found["people"], found["met"], found["newly"], found["converted"]) == (30, 2, 2, 1, 0)
    assert found["opened"] == [{"currency": "EUR", "deals": 1, "amount": 5.0}]
    assert found["won"] == []
    assert api.get(f"{url}/effect?days=5").json["met"] == 0
    assert api.get(f"{url}/effect?days=0").status_code == 422
    assert api.get(f"{V1}/campaigns/none/effect").status_code == 404
    assert api.get(f"{made(api)}/effect").json["field"] == "start_on"


def test_coverage_says_who_was_spoken_to_and_who_was_not(api: FlaskClient) -> None:
    ada, bo = person(api, "Ada"), person(api, "Bo")
    for uid in (ada, bo):
        api.post(f"{V1}/contacts/{uid}/assign", json={"user": "erin"})
    api.post(f"{V1}/interactions", json={"contacts": [ada], "at": f"{TODAY}", "channel": "call"})
    found = api.get(f"{V1}/coverage?user=erin&days=7").json
    assert (found["contacts"]["all"], found["contacts"]["met"], found["contacts"]["channels"]) == (2, 1, {"call": 1})
    (one,) = found["users"]
    assert (one["user"]["uid"], [(left["uid"], left["last_at"]) for left in one["contacts"]["silent"]]) == (
        "erin", [(bo, None)],
    )  # fmt: skip
    team = next(team for team in api.get(f"{V1}/teams").json["items"] if team["name"] == "North")["uid"]
    assert {one["user"]["uid"] for one in api.get(f"{V1}/coverage?team={team}").json["users"]} == {
        "alice", "bob", "dana", "erin",
    }  # fmt: skip
    assert [one["user"]["uid"] for one in api.get(f"{V1}/coverage").json["users"]] == ["alice"]
    assert found["contacts"]["partial"] is False
    for asked, status, field in (
        ("user=none", 404, "user"), ("team=none", 404, "team"), (f"team={team}&user=none", 404, "user"),
        (f"team={team}&user=frank", 422, "user"), ("team=none&user=erin", 404, "team"),
    ):  # fmt: skip
        refused = api.get(f"{V1}/coverage?{asked}")
        assert (refused.status_code, refused.json["field"]) == (status, field), asked
    assert api.get(f"{V1}/coverage?days=0").status_code == 422
    for uid in (ada, bo):
        api.post(f"{V1}/contacts/{uid}/release", json={})


def test_the_campaigns_of_a_contact_are_those_of_the_lead_that_they_were_too(api: FlaskClient) -> None:
    url, lea = made(api, start_on="2024-05-01"), person(api, "Lea", "leads")
    api.post(f"{url}/attendance", json={"leads": [lea], "status": "attended"})
    uid = api.post(f"{V1}/leads/{lea}/convert", json={"no_account": True}).json["contact"]
    for asked in (f"contact={uid}", f"contact={uid}&q=fair"):
        assert [one["uid"] for one in api.get(f"{V1}/campaigns?{asked}").json["items"]] == [url.rsplit("/", 1)[1]]
    api.post(f"{url}/attendance", json={"contacts": [uid], "status": "invited"})
    assert api.get(url).json["attendance"] == {"attended": 1}


def test_nobody_has_attended_what_is_still_to_come(api: FlaskClient) -> None:
    url = made(api, start_on=f"{TODAY + timedelta(days=9)}")
    refused = api.post(f"{url}/attendance", json={"contacts": ["maya"], "status": "attended"})
    assert (refused.status_code, refused.json["field"]) == (422, "status")
    assert api.post(f"{url}/attendance", json={"contacts": ["maya"], "status": "registered"}).status_code == 200


def test_the_search_over_everything_finds_them(api: FlaskClient) -> None:
    url = made(api, name="Zweibrücken Symposium", place="Zweibrücken")
    uid = api.post(f"{V1}/opportunities", json={"name": "Symposium line"}).json["uid"]
    found = {(one["type"], one["uid"]) for one in api.get(f"{V1}/search?q=symposium").json["items"]}
    assert found == {("campaign", url.rsplit("/", 1)[1]), ("opportunity", uid)}
