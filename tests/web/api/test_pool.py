"""The pool over the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from worlds.build import assignment, lead, user

from graphcrm.graph import Graph
from graphcrm.web.addresses import V1


@pytest.fixture
def leads(cast: Graph) -> list[str]:
    """Three leads in the pool; Nia of the team Pool has had two others for long."""
    stamp = datetime.now(UTC).strftime("%H%M%S%f")
    uids = [f"pool-{stamp}-{n}" for n in range(5)]
    for uid in uids:
        lead(cast, uid, status="new")
    user(cast, f"nia-{stamp}", "Nia", team=f"Pool {stamp}")
    for uid in uids[3:]:
        assignment(cast, uid, f"nia-{stamp}", start=(datetime.now(UTC).date() - timedelta(days=50)).isoformat())
    return uids


def test_several_leads_are_taken_at_once(api: FlaskClient, leads: list[str]) -> None:
    assert api.post(f"{V1}/pool/claim", json={"leads": leads[:2]}).json == {"leads": sorted(leads[:2])}
    assert {api.get(f"{V1}/leads/{uid}").json["owner"]["uid"] for uid in leads[:2]} == {"alice"}
    refused = api.post(f"{V1}/pool/claim", json={"leads": [leads[2], leads[3]]})
    assert (refused.status_code, refused.json["field"]) == (409, "lead")
    assert api.get(f"{V1}/leads/{leads[2]}").json["owner"] is None
    assert api.post(f"{V1}/pool/claim", json={"leads": []}).status_code == 422


def test_a_lead_is_ignored_with_a_reason(api: FlaskClient, leads: list[str]) -> None:
    url = f"{V1}/leads/{leads[0]}"
    api.post(f"{url}/claim")
    body = api.post(f"{url}/ignore", json={"reason": "no budget"}).json
    assert (body["owner"], body["items"][0]["end_reason"]) == (None, "no budget")
    assert api.get(url).json["status"] == "ignored"
    api.post(f"{url}/claim")
    assert api.get(url).json["status"] == "new"
    api.patch(url, json={"status": "converted"})
    assert api.post(f"{url}/ignore", json={}).status_code == 409


def test_a_team_says_its_rules_and_what_is_due_goes_back(api: FlaskClient, leads: list[str]) -> None:
    (team,) = [one for one in api.get(f"{V1}/teams").json["items"] if one["name"] == f"Pool {leads[0].split('-')[1]}"]
    url = f"{V1}/teams/{team['uid']}"
    assert (team["claims_a_day"], team["reclaim_after"]) == (None, None)
    answer = api.patch(url, json={"reclaim_after": 30})
    if answer.status_code == 403:
        pytest.fail(answer.text)
    assert (answer.json["claims_a_day"], answer.json["reclaim_after"], answer.json["parent"]) == (None, 30, None)
    due = [one for one in api.get(f"{V1}/pool/due").json["items"] if one["lead"]["uid"] in leads]
    assert [(one["lead"]["uid"], one["owner"]["name"], one["days"], one["last_at"]) for one in due] == [
        (uid, "Nia", 30, None) for uid in leads[3:]
    ]
    done = api.post(f"{V1}/pool/reclaim", json={"leads": [leads[0], leads[3]]})
    assert done.json == {"leads": [leads[3]]}
    assert api.get(f"{V1}/leads/{leads[3]}").json["owner"] is None
    assert api.get(f"{V1}/leads/{leads[4]}").json["owner"]["name"] == "Nia"
    assert api.patch(url, json={"reclaim_after": 0}).status_code == 422
    assert api.patch(url, json={"reclaim_after": None}).json["reclaim_after"] is None
    assert leads[4] not in [one["lead"]["uid"] for one in api.get(f"{V1}/pool/due").json["items"]]
