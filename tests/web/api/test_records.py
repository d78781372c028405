from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from graphcrm.graph import Graph


def asked(api: FlaskClient, url: str) -> dict[str, Any]:
    answer = api.get(f"/api/v1/{url}")
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    return dict(answer.json)


def test_lists_come_by_name_with_what_tells_records_apart(api: FlaskClient) -> None:
    accounts = asked(api, "accounts")
    assert [item["name"] for item in accounts["items"]] == ["Acme", "Globex", "Hooli", "Initech", "北京字节科技"]
    assert accounts["items"][0] == {
        "uid": "acme", "name": "Acme", "detail": "Robotics", "matched": None, "rev": 1, "external_id": None,
        "created_at": "2024-06-01T00:00:00Z", "updated_at": "2024-06-01T00:00:00Z", "kind": None,
        "industry": "Robotics", "size_band": None, "employee_count": None, "country": None, "region": None,
        "city": None, "value_band": None, "lifecycle": None, "placeholder": False, "tags": [],
    }  # fmt: skip
    contacts = {item["uid"]: item["detail"] for item in asked(api, "contacts")["items"]}
    assert (contacts["tomas"], contacts["maya"]) == ("Acme", None)
    (rita,) = asked(api, "leads")["items"]
    assert (rita["name"], rita["detail"]) == ("Rita Novak", "Acme Holding")


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("accounts?q=robotics", [("acme", "Acme Robotics Inc.")]),
        ("accounts?q=acme.ex", [("acme", "acme.example")]),
        ("accounts?q=字节", [("bytes", "北京字节科技")]),
        ("contacts?q=tomas", [("tomas", "Tomás Reyes")]),
        ("contacts?q=三丰", [("zhang", "张三丰")]),
        ("contacts?q=purchasing", [("priya", "Head of Purchasing")]),
        ("contacts?q=zzz", []),
    ],
)
def test_q_finds_by_name_alias_address_and_title(api: FlaskClient, url: str, found: list[tuple[str, str]]) -> None:
    assert [(item["uid"], item["matched"]) for item in asked(api, url)["items"]] == found


def test_a_search_finds_records_of_every_type(api: FlaskClient) -> None:
    found = asked(api, "search?q=acme")
    assert {(item["type"], item["uid"]) for item in found["items"]} == {("account", "acme"), ("lead", "lead-1")}
    first = found["items"][0]
    assert (first["type"], first["uid"], first["name"], first["detail"], first["rev"]) == (
        "account",
        "acme",
        "Acme",
        None,
        1,
    )
    assert asked(api, "search?q=alice")["items"][0]["type"] == "user"
    assert found["next_cursor"] is None


@pytest.mark.parametrize("q", ["%3F", "***", "a%20AND%20(", "%22", "%5C", "+-!{}[]^~", "%00", "a:b", "/", "🐘"])
def test_a_search_for_syntax_finds_nothing_and_harms_nothing(api: FlaskClient, q: str) -> None:
    assert api.get(f"/api/v1/search?q={q}").status_code == 200


def test_users_are_all_of_us_and_say_who_has_left(api: FlaskClient) -> None:
    found = asked(api, "users")["items"]
    assert [item["name"] for item in found] == ["Alice", "Bob", "Charlie", "Dana", "Erin", "Frank", "Zoe"]
    assert [item["uid"] for item in found if not item["active"]] == ["zoe"]
    assert found[3] | {"created_at": "", "updated_at": ""} == {
        "uid": "dana", "name": "Dana", "email": "dana@us.example", "role": "manager", "team": "North", "active": True,
        "detail": "dana@us.example", "matched": None, "rev": 1, "external_id": None, "created_at": "", "updated_at": "",
    }  # fmt: skip


def test_a_record_is_found_by_the_id_that_another_system_gave_it(api: FlaskClient, cast: Graph) -> None:
    cast.write("MATCH (c:Contact {uid: 'maya'}) SET c.external_id = 'ACME/17'")
    found = api.get("/api/v1/contacts?external_id=ACME/17").json
    cast.write("MATCH (c:Contact {uid: 'maya'}) REMOVE c.external_id")
    assert [item["uid"] for item in found["items"]] == ["maya"]
    assert api.get("/api/v1/accounts?external_id=ACME/17").json["items"] == []


def test_a_list_names_the_employer_of_the_day(api: FlaskClient) -> None:
    details = {
        day: {item["uid"]: item["detail"] for item in api.get(f"/api/v1/contacts?as_of={day}").json["items"]}
        for day in ("2020-01-01", "2024-06-01")
    }
    assert details["2020-01-01"]["tomas"] == "Globex"
    assert details["2024-06-01"]["tomas"] == "Acme"
