"""Interactions and ratings, over HTTP: one event, with everybody who took part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.services.users import create_token

V1 = "/api/v1"


@pytest.fixture
def people(api: FlaskClient) -> list[str]:
    """Two contacts of this test's own."""
    return [str(api.post(f"{V1}/contacts", json={"name": name}).json["uid"]) for name in ("Ada", "Bo")]


def made(api: FlaskClient, **fields: Any) -> dict[str, Any]:
    answer = api.post(f"{V1}/interactions", json={"at": "2024-05-17T09:30:00+02:00", "channel": "meeting", **fields})
    assert answer.status_code == 201, answer.text
    return {name: value for name, value in answer.json.items() if name != "task"}


def ties(api: FlaskClient, contact: str) -> dict[str, tuple[int, float]]:
    items = api.get(f"{V1}/contacts/{contact}/known-by?as_of=2024-06-01").json["items"]
    return {item["user"]["uid"]: (item["evidence"]["interactions"], item["strength"]) for item in items}


def test_one_event_has_several_of_us_and_of_them(api: FlaskClient, people: list[str]) -> None:
    event = made(api, users=["alice", "bob"], contacts=people, leads=["lead-1"], subject="Kick-off", topics=["a", "b"])
    assert [ref["uid"] for ref in event["users"]] == ["alice", "bob"]
    assert [ref["uid"] for ref in event["contacts"]] == people
    assert [ref["uid"] for ref in event["leads"]] == ["lead-1"]
    assert (event["at"], event["participants"], event["direction"], event["rev"]) == (
        "2024-05-17T07:30:00Z",
        5,
        "both",
        1,
    )
    assert api.get(f"{V1}/interactions/{event['uid']}").json == event
    for contact in people:
        assert {user: count for user, (count, _) in ties(api, contact).items()} == {"alice": 1, "bob": 1}
    (item,) = [i for i in api.get(f"{V1}/contacts/{people[0]}/history").json["items"] if i["kind"] == "interaction"]
    assert (item["action"], item["after"]["users"], item["after"]["counted"]) == ("create", ["alice", "bob"], True)


def test_who_asks_is_the_user_where_none_is_named(api: FlaskClient, people: list[str]) -> None:
    event = made(api, contacts=people[:1], channel="email")
    assert ([ref["uid"] for ref in event["users"]], event["direction"], event["participants"]) == (["alice"], "out", 2)


def test_what_comes_next_is_a_task_and_one_undo_takes_both_back(api: FlaskClient, people: list[str]) -> None:
    sent = {"at": "2024-05-17", "contacts": people, "next_step": {"name": "Send the offer", "due_on": "2030-05-01"}}
    answer = api.post(f"{V1}/interactions", json=sent)
    assert answer.status_code == 201, answer.text
    task = f"{V1}/tasks/{answer.json['task']}"
    found = api.get(task).json
    assert ([one["uid"] for one in found["contacts"]], found["due_on"]) == (people, "2030-05-01")
    assert api.post(f"{V1}/changes/{answer.headers['Change-Id']}/undo").status_code == 204
    assert api.get(task).status_code == 404
    assert api.get(V1 + answer.headers["Location"].removeprefix(V1)).status_code == 404
    assert api.post(f"{V1}/interactions", json={"at": "2024-05-17", "contacts": people}).json["task"] is None
    refused = api.post(f"{V1}/interactions", json={**sent, "next_step": {"name": " ", "due_on": "2030-05-01"}})
    assert (refused.status_code, refused.json["field"]) == (422, "next_step.name")


def test_an_event_is_changed_and_ties_follow(api: FlaskClient, people: list[str]) -> None:
    event = made(api, users=["alice"], contacts=people)
    url = f"{V1}/interactions/{event['uid']}"
    before = {contact: ties(api, contact) for contact in people}
    changed = api.patch(url, json={"contacts": people[:1], "users": ["alice", "bob"]}, headers={"If-Match": '"1"'}).json
    assert ([ref["uid"] for ref in changed["contacts"]], changed["participants"], changed["rev"]) == (people[:1], 3, 2)
    assert set(ties(api, people[0])) == {"alice", "bob"}
    assert ties(api, people[1]) == {}
    assert api.post(f"{V1}/contacts/{people[0]}/undo").status_code == 204
    assert {contact: ties(api, contact) for contact in people} == before
    given = api.patch(url, json={"participants": 12}).json
    assert (given["participants"], ties(api, people[0])["alice"][1]) == (12, 0)
    assert api.patch(url, json={"participants": None}).json["participants"] == 3


def test_an_event_is_removed_and_brought_back(api: FlaskClient, people: list[str]) -> None:
    event = made(api, contacts=people)
    url, before = f"{V1}/interactions/{event['uid']}", ties(api, people[0])
    gone = api.delete(f"{url}?why=a+mistake")
    assert gone.status_code == 204
    assert (api.get(url).status_code, api.get(url).json["field"]) == (404, "interaction")
    assert ties(api, people[0]) == {}
    assert api.post(f"{V1}/changes/{gone.headers['Change-Id']}/undo").status_code == 204
    back = api.get(url).json
    assert back | {"rev": 1, "recorded_at": event["recorded_at"]} == event
    assert (back["rev"], ties(api, people[0])) == (3, before)


def test_a_stale_change_is_told_both_versions(api: FlaskClient, people: list[str]) -> None:
    url = f"{V1}/interactions/{made(api, contacts=people, subject='One')['uid']}"
    api.patch(url, json={"subject": "Two"})
    answer = api.patch(url, json={"notes": "mine"}, headers={"If-Match": "1"})
    assert (answer.status_code, answer.json["code"]) == (412, "stale")
    assert (answer.json["current"]["subject"], answer.json["yours"]["subject"]) == ("Two", "One")
    assert answer.json["yours"]["notes"] == "mine"


@pytest.mark.parametrize(
    ("day", "employer"),
    [("2019-12-31", None), ("2020-01-01", "globex"), ("2021-12-31", "globex"), ("2022-01-01", "acme")],
)
def test_each_contact_comes_with_the_employer_of_that_day(
    api: FlaskClient, people: list[str], day: str, employer: str | None
) -> None:
    jobs = f"{V1}/contacts/{people[0]}/jobs"
    api.post(jobs, json={"account": "globex", "start": "2020-01-01", "end": "2022-01-01"})
    api.post(jobs, json={"account": "acme", "start": "2022-01-01"})
    (contact,) = made(api, contacts=people[:1], at=day)["contacts"]
    assert (contact["employer"] or {}).get("uid") == employer


@pytest.mark.parametrize(
    ("sent", "status", "field"),
    [
        ({"at": None}, 422, "at"),
        ({"at": "2150-01-01"}, 422, "at"),
        ({"at": "yesterday"}, 422, "at"),
        ({"channel": "pigeon"}, 422, "channel"),
        ({"participants": 0}, 422, "participants"),
        ({"contacts": []}, 422, "contacts"),
        ({"contacts": ["nobody"]}, 404, "contact"),
        ({"users": ["nobody"]}, 404, "user"),
        ({"leads": ["nobody"]}, 404, "lead"),
        ({"event": "x"}, 422, "event"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(
    api: FlaskClient, people: list[str], sent: dict[str, Any], status: int, field: str
) -> None:
    answer = api.post(f"{V1}/interactions", json={"at": "2024-05-17", "contacts": people, **sent})
    assert (answer.status_code, answer.json["field"]) == (status, field), answer.text
    assert ties(api, people[0]) == {}


def test_a_batch_is_recorded_whole_or_not_at_all(api: FlaskClient, people: list[str]) -> None:
    one = {"at": "2024-05-17", "contacts": people[:1], "channel": "call"}
    answer = api.post(f"{V1}/interactions/batch", json={"items": [one, {**one, "at": "soon"}, one]})
    assert (answer.status_code, answer.json["field"]) == (422, "items.1.at")
    assert ties(api, people[0]) == {}
    answer = api.post(f"{V1}/interactions/batch", json={"items": [one] * 3})
    assert answer.status_code == 201
    assert len({item["uid"] for item in answer.json["items"]}) == 3
    assert ties(api, people[0])["alice"][0] == 3
    assert api.post(f"{V1}/changes/{answer.headers['Change-Id']}/undo").status_code == 204
    assert ties(api, people[0]) == {}


@pytest.fixture
def as_user(app: Flask, cast: Graph) -> Callable[[str], FlaskClient]:
    def client(user: str) -> FlaskClient:
        made = app.test_client()
        made.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {create_token(cast, user=user)}"
        return made

    return client


def test_only_who_was_there_sees_what_was_said_in_private(
    api: FlaskClient, as_user: Callable[[str], FlaskClient], people: list[str]
) -> None:
    said = {"subject": "Salary", "notes": "much", "outcome": "more", "topics": ["pay"]}
    event = made(api, users=["alice", "bob"], contacts=people, leads=["lead-1"], private=True, **said)
    api.patch(f"{V1}/interactions/{event['uid']}", json={"notes": "Salary"})
    seen = {user: as_user(user).get(f"{V1}/interactions/{event['uid']}").json for user in ("bob", "charlie")}
    assert {name: seen["bob"][name] for name in said} == {**said, "notes": "Salary"}
    assert [seen["charlie"][name] for name in said] == [None, None, None, []]
    places = [f"contacts/{people[0]}/history", f"contacts/{people[0]}/interactions", "leads/lead-1/interactions"]
    for place in (*places, "leads/lead-1/history"):
        answer = as_user("charlie").get(f"{V1}/{place}")
        assert answer.status_code == 200
        assert "Salary" not in answer.text, place
    assert "Salary" in api.get(f"{V1}/contacts/{people[0]}/history").text


def test_what_is_private_is_changed_and_undone_by_its_users_alone(
    api: FlaskClient, as_user: Callable[[str], FlaskClient], people: list[str]
) -> None:
    answer = api.post(
        f"{V1}/interactions", json={"at": "2024-05-17", "contacts": people, "subject": "Salary", "private": True}
    )
    url, charlie = f"{V1}/interactions/{answer.json['uid']}", as_user("charlie")
    for refused in (
        charlie.patch(url, json={"private": False}, headers={"If-Match": "7"}),
        charlie.delete(url),
        charlie.post(f"{V1}/changes/{answer.headers['Change-Id']}/undo"),
    ):
        assert (refused.status_code, refused.json["code"], refused.json["field"]) == (403, "forbidden", "interaction")
        assert "Ask one of them" in refused.json["detail"]
        assert "Salary" not in refused.text
    assert api.get(url).json | {"task": None} == answer.json


def test_what_becomes_private_is_no_longer_in_the_history_of_others(
    api: FlaskClient, as_user: Callable[[str], FlaskClient], people: list[str]
) -> None:
    event = made(api, contacts=people, subject="Salary")
    history = f"{V1}/contacts/{people[0]}/history"
    assert "Salary" in as_user("charlie").get(history).text
    api.patch(f"{V1}/interactions/{event['uid']}", json={"private": True})
    assert "Salary" not in as_user("charlie").get(history).text


def test_what_was_had_to_do_with_a_lead_is_listed_page_by_page(api: FlaskClient) -> None:
    url = f"{V1}/leads/{api.post(f'{V1}/leads', json={'name': 'Lea'}).json['uid']}/interactions"
    made_at = {
        made(api, leads=[url.split("/")[4]], at=day)["uid"]: day for day in ("2024-01-01", "2024-01-02", "2024-01-03")
    }
    first = api.get(f"{url}?limit=2").json
    second = api.get(f"{url}?limit=2&cursor={first['next_cursor']}").json
    assert [item["event"] for item in first["items"] + second["items"]] == list(made_at)[::-1]
    assert (second["next_cursor"], first["items"][0]["employer"]) == (None, None)
    assert [item["event"] for item in api.get(f"{url}?as_of=2024-01-02").json["items"]] == list(made_at)[:1]
    assert api.get(f"{V1}/leads/none/interactions").json["field"] == "lead"


def test_a_channel_and_a_direction_that_are_emptied_are_what_they_are_by_themselves(
    api: FlaskClient, people: list[str]
) -> None:
    url = f"{V1}/interactions/{made(api, contacts=people, channel='email', direction='in')['uid']}"
    changed = api.patch(url, json={"channel": "call", "direction": None}).json
    assert (changed["channel"], changed["direction"]) == ("call", "both")
    emptied = api.patch(url, json={"channel": None, "direction": None}).json
    assert (emptied["channel"], emptied["direction"]) == ("other", "out")


@pytest.mark.parametrize(
    ("sent", "status", "code", "field"),
    [
        ({"items": []}, 422, "invalid", "items"),
        ({"items": [{}] * 1_001}, 422, "invalid", "items"),
        ({}, 422, "invalid", "items"),
        ({"items": [{"at": "2024-05-17", "contacts": ["nobody"]}]}, 404, "not_found", "items.0.contact"),
        (
            {"items": [{"at": "2024-05-17", "contacts": ["maya"]}, {"at": "2024-05-17"}]},
            422,
            "invalid",
            "items.1.contacts",
        ),
        ({"items": [{"at": "2024-05-17", "contacts": "maya"}]}, 422, "invalid", "items.0.contacts"),
        ({"items": [{"at": "2024-05-17", "contacts": ["maya"], "shoe": 1}]}, 422, "invalid", "items.0.shoe"),
    ],
)
def test_a_batch_that_cannot_be_is_refused_with_its_item(
    api: FlaskClient, sent: dict[str, Any], status: int, code: str, field: str
) -> None:
    answer = api.post(f"{V1}/interactions/batch", json=sent)
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (status, code, field), answer.text
    assert answer.json["detail"].endswith(".")


def test_a_batch_that_is_sent_again_with_its_key_is_recorded_once(api: FlaskClient, people: list[str]) -> None:
    sent = {"items": [{"at": "2024-05-17", "contacts": people}] * 2}
    answers = [
        api.post(f"{V1}/interactions/batch", json=sent, headers={"Idempotency-Key": "mails of today"}) for _ in range(2)
    ]
    assert answers[0].json == answers[1].json
    assert ties(api, people[0])["alice"][0] == 2


def test_a_contact_in_the_trash_is_not_met(api: FlaskClient, people: list[str]) -> None:
    api.delete(f"{V1}/contacts/{people[0]}")
    answer = api.post(f"{V1}/interactions", json={"at": "2024-05-17", "contacts": people})
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (404, "in_trash", "contact")


def test_what_was_changed_since_is_not_undone(api: FlaskClient, people: list[str]) -> None:
    url = f"{V1}/interactions/{made(api, contacts=people, subject='One')['uid']}"
    change = api.patch(url, json={"subject": "Two"}).headers["Change-Id"]
    api.patch(url, json={"subject": "Three"})
    answer = api.post(f"{V1}/changes/{change}/undo")
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (409, "changed_since", "change")
    assert api.get(url).json["subject"] == "Three"


def test_trash_takes_interactions_along(api: FlaskClient, people: list[str]) -> None:
    event = made(api, contacts=people)
    before = ties(api, people[0])
    api.delete(f"{V1}/contacts/{people[0]}")
    assert [ref["uid"] for ref in api.get(f"{V1}/interactions/{event['uid']}").json["contacts"]] == people[1:]
    api.post(f"{V1}/contacts/{people[0]}/restore")
    assert ties(api, people[0]) == before
    assert api.get(f"{V1}/interactions/{event['uid']}").json == event


def test_a_rating_is_given_changed_taken_back_and_undone(api: FlaskClient, people: list[str]) -> None:
    url = f"{V1}/contacts/{people[0]}/rating"

    def rating() -> int | None:
        items = api.get(f"{V1}/contacts/{people[0]}/known-by").json["items"]
        return next((item["evidence"]["rating"] for item in items), None)

    changes = [api.put(url, json={"value": value}) for value in (2, 5)]
    assert [answer.status_code for answer in changes] == [204, 204]
    assert rating() == 5
    assert api.post(f"{V1}/changes/{changes[1].headers['Change-Id']}/undo").status_code == 204
    assert rating() == 2
    gone = api.delete(url)
    assert rating() is None
    assert api.post(f"{V1}/changes/{gone.headers['Change-Id']}/undo").status_code == 204
    assert rating() == 2
    assert api.post(f"{V1}/changes/{changes[0].headers['Change-Id']}/undo").status_code == 204
    assert rating() is None
    absent = api.delete(url)
    assert (absent.status_code, absent.json["field"]) == (404, "rating")
    assert api.put(url, json={"value": 6}).json["field"] == "value"


def test_a_blank_field_is_empty(api: FlaskClient, people: list[str]) -> None:
    event = made(api, contacts=people, subject="  ", notes="")
    assert (event["subject"], event["notes"]) == (None, None)
    changed = api.patch(f"{V1}/interactions/{event['uid']}", json={"outcome": " "})
    assert (changed.json["outcome"], changed.json["rev"]) == (None, 1)


def test_a_timeline_is_filtered(api: FlaskClient, people: list[str]) -> None:
    hall = str(api.post(f"{V1}/accounts", json={"name": "Hall"}).json["uid"])
    api.post(f"{V1}/contacts/{people[0]}/jobs", json={"account": hall, "start": "2020-01-01"})
    made(api, contacts=people[:1], channel="call", subject="Prices", topics=["Offer"], outcome="Yes")
    made(api, contacts=people[:1], channel="email", subject="Pilot")

    def subjects(url: str) -> list[str]:
        answer = api.get(V1 + url)
        assert answer.status_code == 200, answer.text
        items = answer.json["items"]
        return [(item["interaction"] or {}).get("subject") if "turn" in item else item["subject"] for item in items]

    for place in (f"/contacts/{people[0]}/interactions", f"/accounts/{hall}/timeline"):
        assert set(subjects(place)) >= {"Prices", "Pilot"}
        assert subjects(f"{place}?topic=off") == subjects(f"{place}?outcome=yes") == ["Prices"]
        assert subjects(f"{place}?channel=email&user=alice&q=pilot") == ["Pilot"]
        assert subjects(f"{place}?since=2024-05-18&channel=call") == []
        assert api.get(f"{V1}{place}?channel=pigeon").status_code == 422
    (turn,) = [item["turn"] for item in api.get(f"{V1}/accounts/{hall}/timeline").json["items"] if item["turn"]]
    assert (turn["kind"], turn["who"]["uid"], turn["entered"]) == ("came", people[0], "2020-01-01")
    assert api.get(f"{V1}/accounts/none/timeline").status_code == 404
