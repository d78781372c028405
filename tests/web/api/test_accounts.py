from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient


def asked(api: FlaskClient, url: str) -> dict[str, Any]:
    answer = api.get(f"/api/v1/accounts/{url}")
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    return dict(answer.json)


def test_an_account_is_told_with_its_aliases_and_domains(api: FlaskClient) -> None:
    found = asked(api, "acme")
    assert (found["name"], found["industry"], found["stints"]) == ("Acme", "Robotics", 5)
    assert (found["aliases"], found["domains"]) == (["Acme Robotics Inc."], ["acme.example"])
    assert found["placeholder"] is False


def test_people_are_those_there_on_the_day(api: FlaskClient) -> None:
    found = asked(api, "acme/people?as_of=2024-06-01")
    assert [item["contact"]["uid"] for item in found["items"]] == ["lena", "priya", "tomas"]
    assert {item["current"] for item in found["items"]} == {True}
    assert (found["as_of"], found["next_cursor"]) == ("2024-06-01", None)


def test_former_people_come_with_where_they_are_now(api: FlaskClient) -> None:
    items = asked(api, "acme/people?status=former&as_of=2024-06-01")["items"]
    assert {item["contact"]["uid"]: item["now"] for item in items} == {
        "gil": [],
        "ulla": [{"account": {"uid": "globex", "name": "Globex"}, "title": "Architect"}],
    }


def test_who_had_not_begun_by_the_day_is_left_out_and_who_left_later_is_there(api: FlaskClient) -> None:
    items = asked(api, "acme/people?status=all&as_of=2018-01-01")["items"]
    assert {item["contact"]["uid"]: item["current"] for item in items} == {"gil": True, "lena": True, "ulla": True}


def test_a_stint_is_told_as_it_was_entered(api: FlaskClient) -> None:
    (tomas,) = (
        item for item in asked(api, "acme/people?as_of=2024-06-01")["items"] if item["contact"]["uid"] == "tomas"
    )
    assert tomas["jobs"] == [{
        "uid": "tomas-2", "title": "CTO", "department": None, "role": "decision_maker", "kind": "employee",
        "primary": True, "start": "2022-06-01", "end": None, "end_status": "ongoing", "current": True, "certain": True, "predecessor": None,
    }]  # fmt: skip


def test_an_account_without_people_answers_with_an_empty_list(api: FlaskClient) -> None:
    assert asked(api, "bytes/people?status=former")["items"] == []
