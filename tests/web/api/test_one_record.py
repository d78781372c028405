"""One record of each kind, whole, with its revision as the ETag."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask.testing import FlaskClient
from neo4j.spatial import WGS84Point

from graphcrm.graph import Graph

URLS = ["accounts/acme", "contacts/maya", "leads/lead-1", "users/alice"]
COMMON = {"uid", "name", "rev", "external_id", "source", "created_at", "updated_at", "handles", "custom"}


@pytest.mark.parametrize("url", URLS)
def test_every_record_has_what_every_record_has(api: FlaskClient, cast: Graph, url: str) -> None:
    uid = url.split("/")[1]
    cast.write("MATCH (n {uid: $uid}) SET n.rev = 7, n.x_colour = '红', n.x_list = [1, 2]", uid=uid)
    answer = api.get(f"/api/v1/{url}")
    cast.write("MATCH (n {uid: $uid}) SET n.rev = 1, n.x_colour = null, n.x_list = null", uid=uid)
    assert answer.json is not None
    assert set(answer.json) > COMMON
    assert (answer.json["rev"], answer.headers["ETag"]) == (7, '"7"')
    assert answer.json["custom"] == {"x_colour": "红", "x_list": [1, 2]}
    assert answer.json["created_at"] == "2024-06-01T00:00:00Z"


def test_a_custom_field_may_hold_whatever_somebody_wrote_into_it(api: FlaskClient, cast: Graph) -> None:
    written = {
        "x_day": date(2024, 6, 1),
        "x_at": datetime(2024, 6, 1, tzinfo=UTC),
        "x_place": WGS84Point((1, 2)),
        "x_no": False,
    }
    cast.write("MATCH (n:Lead {uid: 'lead-1'}) SET n += $written", written=written)
    found = api.get("/api/v1/leads/lead-1").json
    cast.write("MATCH (n:Lead {uid: 'lead-1'}) SET n += $gone", gone=dict.fromkeys(written))
    assert found is not None
    assert found["custom"] | {"x_place": ""} == {
        "x_day": "2024-06-01", "x_at": "2024-06-01T00:00:00+00:00", "x_place": "", "x_no": False,
    }  # fmt: skip


def test_an_account_says_where_it_is(api: FlaskClient, cast: Graph) -> None:
    assert api.get("/api/v1/accounts/acme").json["location"] is None
    cast.write("MATCH (n:Account {uid: 'acme'}) SET n.location = $point", point=WGS84Point((10.75, 59.91)))
    found = api.get("/api/v1/accounts/acme").json
    cast.write("MATCH (n:Account {uid: 'acme'}) SET n.location = null")
    assert found["location"] == {"latitude": 59.91, "longitude": 10.75}


def test_a_lead_names_its_owner_of_the_day(api: FlaskClient, cast: Graph) -> None:
    cast.write(
        "MATCH (l:Lead {uid: 'lead-1'}), (u:User {uid: 'bob'}) CREATE (l)-[:ASSIGNED_TO {uid: 'x', start: date('2024-01-01')}]->(u)"
    )
    owners = [
        api.get(f"/api/v1/leads/lead-1{day}").json["owner"] for day in ("", "?as_of=2024-01-01", "?as_of=2023-12-31")
    ]
    cast.write("MATCH ()-[o:ASSIGNED_TO]->() DELETE o")
    assert owners == [{"uid": "bob", "name": "Bob"}, {"uid": "bob", "name": "Bob"}, None]


def test_a_user_is_told_whether_with_us_or_not(api: FlaskClient) -> None:
    found = [api.get(f"/api/v1/users/{uid}").json for uid in ("dana", "zoe")]
    assert [(user["role"], user["team"], user["active"]) for user in found] == [
        ("manager", "North", True), ("rep", None, False),
    ]  # fmt: skip
