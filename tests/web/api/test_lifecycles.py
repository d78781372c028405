"""Lifecycles, classes and offers over the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from worlds.build import account, contact, handle, lead, opportunity

from graphcrm.graph import Graph
from graphcrm.services import lifecycles
from graphcrm.web.addresses import V1

TODAY = datetime.now(UTC).date()


@pytest.fixture
def won(cast: Graph) -> str:
    """A prospect that bought today."""
    uid = f"won-{datetime.now(UTC).timestamp()}"
    account(cast, uid, lifecycle="prospect", value_band="A", domains=(f"{uid}.example",))
    opportunity(cast, f"o-{uid}", uid, stage="won", status="won", closed_at=datetime.now(UTC))
    lifecycles.look(cast, TODAY)
    return uid


def test_what_is_proposed_is_told_with_its_facts_and_accepted(api: FlaskClient, won: str) -> None:
    body = api.get(f"{V1}/lifecycle-proposals?kind=account&uid={won}").json
    (one,) = body["items"]
    day = TODAY.isoformat()
    assert (one["record"]["uid"], one["lifecycle"], one["proposed"], one["since"], one["rule"]) == (
        won, "prospect", "customer", day, "won",
    )  # fmt: skip
    assert (one["facts"]["wins"], one["facts"]["last_won"], body["next_cursor"]) == (1, day, None)
    assert won in [item["record"]["uid"] for item in api.get(f"{V1}/lifecycle-proposals").json["items"]]
    url = f"{V1}/accounts/{won}/lifecycle"
    stale = api.post(url, json={"state": "customer"}, headers={"If-Match": "7"})
    assert stale.status_code == 412
    body = api.post(url, json={"state": "customer"}).json
    assert (body["lifecycle"], body["lifecycle_since"], body["customer_since"]) == ("customer", day, day)
    assert body["lifecycle_trail"] == ["prospect", f"customer {day}"]
    again = api.post(url, json={"state": "customer"})
    assert (again.status_code, again.json["field"]) == (409, "lifecycle")
    assert api.get(f"{V1}/lifecycle-proposals?uid={won}").json["items"] == []
    assert api.get(f"{V1}/accounts/{won}?as_of=2020-01-01").json["lifecycle"] == "prospect"


def test_proposals_are_paged_and_asked_for_by_state(cast: Graph, api: FlaskClient, won: str) -> None:
    account(cast, f"{won}-b", "Zz", lifecycle="prospect")
    opportunity(cast, f"p-{won}", f"{won}-b", stage="won", status="won", closed_at=datetime.now(UTC))
    lifecycles.look(cast, TODAY)
    url, found, cursor = f"{V1}/lifecycle-proposals?state=customer&limit=1", [], ""
    while cursor is not None:
        body = api.get(f"{url}{cursor and f'&cursor={cursor}'}").json
        assert len(body["items"]) <= 1
        found += [one["record"]["uid"] for one in body["items"]]
        cursor = body["next_cursor"]
    assert len(found) == len(set(found))
    assert {won, f"{won}-b"} <= set(found)
    assert won not in [one["record"]["uid"] for one in api.get(f"{V1}/lifecycle-proposals?state=lost").json["items"]]
    assert api.get(f"{V1}/lifecycle-proposals?uid={won}&state=lost").json["items"] == []
    first = api.get(url).json["next_cursor"]
    other = api.get(f"{V1}/lifecycle-proposals?state=lost&cursor={first}")
    assert (other.status_code, other.json["field"]) == (422, "cursor")


def test_the_past_is_corrected_and_asked_for(api: FlaskClient, won: str) -> None:
    url = f"{V1}/accounts/{won}"
    body = api.patch(url, json={"lifecycle_trail": ["lead 2018", "customer 2019-05", "lost 2021"]}).json
    assert (body["lifecycle"], body["customer_since"]) == ("lost", "2019-05-01")
    assert api.get(f"{url}?as_of=2020-01-01").json["lifecycle"] == "customer"
    assert api.get(f"{url}?as_of=2017-12-31").json["lifecycle"] is None
    listed = f"{V1}/accounts?q={won}&lifecycle="
    assert [len(api.get(f"{listed}customer{day}").json["items"]) for day in ("", "&as_of=2020-01-01")] == [0, 1]
    refused = api.patch(url, json={"lifecycle": "lead"})
    assert refused.status_code == 200
    refused = api.patch(url, json={"lifecycle_trail": ["friend 2018"]})
    assert (refused.status_code, refused.json["field"]) == (422, "lifecycle_trail")
    refused = api.patch(url, json={"lifecycle_trail": [""]})
    assert (refused.status_code, refused.json["field"]) == (422, "lifecycle_trail")
    assert api.get(url).json["lifecycle_trail"][:3] == ["lead 2018", "customer 2019-05", "lost 2021"]


def test_what_begins_tomorrow_is_so_today_in_lists_too(api: FlaskClient, won: str) -> None:
    ahead = TODAY + timedelta(days=1)  # it is tomorrow already in China
    api.patch(f"{V1}/accounts/{won}", json={"lifecycle": "lost", "lifecycle_since": ahead.isoformat()})
    for day in (TODAY, ahead):
        (row,) = api.get(f"{V1}/accounts?q={won}&lifecycle=lost&as_of={day}").json["items"]
        assert row["lifecycle"] == api.get(f"{V1}/accounts/{won}?as_of={day}").json["lifecycle"] == "lost"
    assert api.get(f"{V1}/accounts?q={won}&lifecycle=lost&as_of={TODAY - timedelta(days=1)}").json["items"] == []


def test_accounts_are_counted_by_class(api: FlaskClient, won: str) -> None:
    body = api.get(f"{V1}/accounts/classes").json
    (of_a,) = [one["number"] for one in body["value_band"] if one["value"] == "A"]
    assert of_a == len(api.get(f"{V1}/accounts?value_band=A&placeholder=false&limit=500").json["items"])
    assert won in [one["uid"] for one in api.get(f"{V1}/accounts?value_band=A&sort=-value_band").json["items"]]


def test_who_may_be_at_an_account_is_offered_and_taken(cast: Graph, api: FlaskClient, won: str) -> None:
    contact(cast, f"c-{won}", "Cora", email=f"cora@{won}.example")
    (one,) = api.get(f"{V1}/accounts/{won}/offers").json["items"]
    assert (one["kind"], one["uid"], one["reasons"]) == (
        "contact", f"c-{won}", [{"by": "email", "value": f"cora@{won}.example"}],
    )  # fmt: skip
    lead(cast, f"l-{won}", status="new")
    handle(cast, f"l-{won}", "email", f"cora@{won}.example")
    (_, same) = api.get(f"{V1}/accounts/{won}/offers").json["items"]
    assert (same["uid"], same["same"]) == (f"l-{won}", [{"uid": f"c-{won}", "name": "Cora"}])
    refused = api.post(f"{V1}/accounts/{won}/people", json={"people": [{"kind": "lead", "uid": f"l-{won}"}]})
    assert (refused.status_code, refused.json["other"]["contact"]) == (409, f"c-{won}")
    cast.write("MATCH (l:Lead {uid: $uid}) DETACH DELETE l", uid=f"l-{won}")
    person = {"uid": f"c-{won}", "title": "Boss", "role": "buyer", "start": "2024"}
    assert api.post(f"{V1}/accounts/{won}/people", json={"people": [person]}).json == {"contacts": [f"c-{won}"]}
    (job,) = api.get(f"{V1}/contacts/c-{won}/jobs").json["items"]
    assert (job["account"]["uid"], job["title"], job["start"]) == (won, "Boss", "2024")
    assert api.get(f"{V1}/accounts/{won}/offers").json["items"] == []
    assert api.post(f"{V1}/accounts/{won}/people", json={"people": []}).status_code == 422
