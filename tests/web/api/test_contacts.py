from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from worlds.build import contact, interaction

from graphcrm.graph import Graph

DAY = "as_of=2024-06-01"


def asked(api: FlaskClient, url: str) -> dict[str, Any]:
    answer = api.get(f"/api/v1/contacts/{url}")
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    return dict(answer.json)


def test_a_contact_is_told_with_the_handles(api: FlaskClient) -> None:
    found = asked(api, "maya")
    assert (found["name"], found["given_name"]) == ("Maya Lind", "Maya")
    assert found["handles"] == [{"kind": "email", "value": "maya@people.example", "label": None, "primary": False}]
    assert (found["rev"], found["custom"], found["hobbies"], found["source"]) == (1, {}, [], None)
    assert asked(api, "zhang")["other_names"] == ["Sanfeng Zhang"]


def test_jobs_come_by_their_start(api: FlaskClient) -> None:
    found = asked(api, f"tomas/jobs?{DAY}")
    assert [(job["uid"], job["account"]["name"], job["current"]) for job in found["items"]] == [
        ("tomas-1", "Globex", False),
        ("tomas-2", "Acme", True),
    ]
    assert found["items"][0] == {
        "uid": "tomas-1", "account": {"uid": "globex", "name": "Globex"}, "title": "Lead", "department": "engineering",
        "role": None, "kind": "employee", "primary": False, "start": "2018-01", "end": "2022-06", "end_status": "ended",
        "current": False, "certain": False, "verified_on": "2024-06-01",
    }  # fmt: skip
    assert (found["as_of"], found["next_cursor"]) == ("2024-06-01", None)


def test_jobs_as_of_a_day_are_those_begun_by_then(api: FlaskClient) -> None:
    items = asked(api, "tomas/jobs?as_of=2022-05-31")["items"]
    assert [(job["uid"], job["current"], job["certain"]) for job in items] == [("tomas-1", True, True)]


def test_colleagues_come_strongest_first_with_what_they_shared(api: FlaskClient) -> None:
    items = asked(api, f"maya/colleagues?{DAY}")["items"]
    assert [(item["contact"]["uid"], item["certainty"]) for item in items] == [
        ("tomas", "certain"),
        ("ulla", "certain"),
    ]
    assert items[0]["strength"] > items[1]["strength"] > 0
    assert items[1]["shared"] == [{
        "account": {"uid": "globex", "name": "Globex"}, "from": "2021-05-01", "to": "2022-03-01",
        "certain_days": 304, "possible_days": 304, "people": 40,
    }]  # fmt: skip


def test_colleagues_of_equal_strength_come_by_uid(api: FlaskClient) -> None:
    items = asked(api, f"olga/colleagues?{DAY}")["items"]
    assert [(item["contact"]["uid"], item["strength"]) for item in items] == [("tomas", 0), ("ulla", 0)]


def test_colleagues_are_asked_at_one_account_or_below_a_size(api: FlaskClient) -> None:
    assert [item["contact"]["uid"] for item in asked(api, f"ulla/colleagues?{DAY}&account=acme")["items"]] == [
        "lena",
        "gil",
    ]
    assert asked(api, f"maya/colleagues?{DAY}&account=acme")["items"] == []
    assert asked(api, f"maya/colleagues?{DAY}&max_unit=3")["items"] == []
    assert len(asked(api, f"maya/colleagues?{DAY}&max_unit=4")["items"]) == 2


def test_an_overlap_still_under_way_on_the_day_has_no_end(api: FlaskClient) -> None:
    (item, *_) = asked(api, "maya/colleagues?as_of=2020-01-01")["items"]
    assert (item["shared"][0]["to"], item["shared"][0]["possible_days"]) == (None, 671)


def test_interactions_come_latest_first_with_the_employer_of_that_day(api: FlaskClient) -> None:
    items = asked(api, f"priya/interactions?{DAY}")["items"]
    assert [(item["user"]["uid"], item["subject"]) for item in items] == [
        ("zoe", None),
        ("bob", None),
        ("bob", "Mail 2"),
        ("bob", "Mail 1"),
    ]  # fmt: skip  (the third mail is private)
    assert [item["employer"]["uid"] for item in items] == ["acme", "initech", "initech", "initech"]
    assert items[3] | {"uid": "", "event": ""} == {
        "uid": "", "event": "", "at": "2022-11-01T12:00:00Z", "user": {"uid": "bob", "name": "Bob"}, "channel": "email",
        "direction": "out", "participants": 2, "subject": "Mail 1", "outcome": None, "topics": [],
        "employer": {"uid": "initech", "name": "Initech"},
    }  # fmt: skip


def test_an_interaction_without_an_employer_says_so(api: FlaskClient) -> None:
    assert {item["employer"] for item in asked(api, f"maya/interactions?{DAY}")["items"]} == {None}


def test_interactions_of_the_day_itself_are_still_to_come(api: FlaskClient) -> None:
    assert len(asked(api, "noor/interactions?as_of=2024-05-06")["items"]) == 5


def test_who_of_us_knows_a_contact_comes_with_strength_and_factors(api: FlaskClient) -> None:
    found = asked(api, f"maya/known-by?{DAY}")
    (item,) = found["items"]
    assert found["model_version"] == "1"
    assert item["user"] == {"uid": "alice", "name": "Alice"}
    assert 0.9 < item["strength"] < 1
    assert item["evidence"]["channels"] == {"meeting": 12}
    assert item["factors"]["out"] == pytest.approx(item["factors"]["in"])
    assert item["factors"]["floor"] == 0


def test_who_has_left_us_is_not_asked_and_a_rating_alone_is_a_tie(api: FlaskClient) -> None:
    assert [item["user"]["uid"] for item in asked(api, f"priya/known-by?{DAY}")["items"]] == ["bob"]
    (dana,) = asked(api, f"lena/known-by?{DAY}")["items"]
    assert (dana["evidence"]["rating"], dana["evidence"]["interactions"]) == (4, 0)
    assert dana["factors"]["floor"] == dana["strength"]


@pytest.mark.parametrize("what", ["colleagues", "interactions", "known-by"])
def test_a_contact_without_a_story_answers_with_empty_lists(api: FlaskClient, what: str) -> None:
    assert asked(api, f"zhang/{what}")["items"] == []


@pytest.mark.parametrize("address", ["contacts/maya/colleagues?account=nowhere", "contacts?account=nowhere"])
def test_an_account_that_does_not_exist_is_said_and_no_empty_list(api: FlaskClient, address: str) -> None:
    answer = api.get(f"/api/v1/{address}")
    assert (answer.status_code, answer.json["field"]) == (404, "account")


def test_activity_tells_how_a_contact_deals_with_us(api: FlaskClient, cast: Graph) -> None:
    contact(cast, "lively", "Liv Ely")
    for n in range(1, 7):
        interaction(
            cast, "alice", "lively", f"2024-05-{n:02}T09:30", channel="email", direction="out" if n % 2 else "in",
            topics=["price"],
        )  # fmt: skip
    told = asked(api, "lively/activity?as_of=2024-06-01")
    assert (told["level"], told["lately"], told["events"], told["took_part"]) == ("mid", 3, 6, 3)
    assert told["channels"] == [{"name": "email", "events": 6}]
    assert told["topics"] == [{"name": "price", "events": 6}]
    assert told["weekday"] is told["hour"] is None
    (one,) = told["answers"]
    assert (one["user"]["uid"], one["theirs"]) == ("alice", {"asked": 3, "answered": 3, "days": 1.0})
    assert one["ours"] == {"asked": 3, "answered": 2, "days": 1.0}
    assert asked(api, "lively/activity?as_of=2024-05-01")["events"] == 0
    cast.write("MATCH (c:Contact {uid: 'lively'}) DETACH DELETE c")
