"""Leads converted over the API."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from worlds.build import account, contact, handle, interaction, job, lead

from graphcrm.graph import Graph
from graphcrm.web.addresses import V1


@pytest.fixture
def uid(cast: Graph) -> str:
    """The lead Nils of Nordwind, whose address another contact has, and whose domain an account."""
    stamp = datetime.now(UTC).strftime("%H%M%S%f")
    uid = lead(cast, f"nils-{stamp}", f"Nils {stamp}", company_name=f"Nordwind {stamp}", title="CTO", status="new")
    handle(cast, uid, "email", f"nils@{stamp}.example", primary=True)
    handle(cast, contact(cast, f"same-{stamp}", "N. Berg"), "email", f"nils@{stamp}.example")
    account(cast, f"north-{stamp}", "North Wind", domains=(f"{stamp}.example",))
    job(cast, f"same-{stamp}", account(cast, f"old-{stamp}", "Old Mill"), start="2020")
    interaction(cast, "alice", uid, at="2024-03-01T10:00Z", channel="call")
    return uid


def test_what_a_lead_may_be_already_is_told_with_the_reasons(api: FlaskClient, uid: str) -> None:
    stamp = uid.removeprefix("nils-")
    first, second = api.get(f"{V1}/leads/{uid}/alike").json["items"]
    assert first == {
        "uid": f"same-{stamp}", "name": "N. Berg", "kind": "contact",
        "reasons": [{"by": "email", "value": f"nils@{stamp}.example"}],
        "works_at": [{"uid": f"old-{stamp}", "name": "Old Mill"}],
    }  # fmt: skip
    assert (second["uid"], second["reasons"]) == (f"north-{stamp}", [{"by": "domain", "value": f"{stamp}.example"}])
    assert api.get(f"{V1}/leads/none/alike").status_code == 404


def test_a_lead_becomes_what_it_says_of_itself(api: FlaskClient, uid: str) -> None:
    answer = api.post(f"{V1}/leads/{uid}/convert", json={"why": "signed"})
    assert (answer.status_code, answer.json["interactions"]) == (200, 1)
    person = api.get(f"{V1}/contacts/{answer.json['contact']}").json
    assert (person["name"], person["lifecycle"], person["converted_from"][0]["uid"]) == (
        f"Nils {uid[5:]}",
        "prospect",
        uid,
    )
    (work,) = api.get(f"{V1}/contacts/{answer.json['contact']}/jobs").json["items"]
    assert (work["account"]["uid"], work["title"]) == (answer.json["account"], "CTO")
    became = api.get(f"{V1}/leads/{uid}").json
    assert (became["status"], [one["kind"] for one in became["converted_to"]]) == ("converted", ["contact", "account"])
    assert api.get(f"{V1}/accounts/{answer.json['account']}").json["converted_from"][0]["uid"] == uid
    twice = api.post(f"{V1}/leads/{uid}/convert", json={})
    assert (twice.status_code, twice.json["field"]) == (409, "lead")
    assert twice.json["other"]["contact"] == answer.json["contact"]
    undone = api.post(f"{V1}/changes/{answer.headers['Change-Id']}/undo")
    assert undone.status_code in {200, 204}
    assert api.get(f"{V1}/leads/{uid}").json["converted_to"] == []


def test_a_lead_becomes_who_is_there(api: FlaskClient, uid: str) -> None:
    stamp = uid.removeprefix("nils-")
    body = {"contact": f"same-{stamp}", "account": f"north-{stamp}", "job": {"title": "CEO", "start": "2024-05"}}
    answer = api.post(f"{V1}/leads/{uid}/convert", json=body)
    assert answer.json == {
        "contact": f"same-{stamp}", "account": f"north-{stamp}", "opportunity": None, "interactions": 1,
    }  # fmt: skip
    jobs = api.get(f"{V1}/contacts/same-{stamp}/jobs").json["items"]
    assert {(one["account"]["name"], one["title"], one["start"]) for one in jobs} == {
        ("North Wind", "CEO", "2024-05"),
        ("Old Mill", None, "2020"),
    }


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"contact": "none"}, 404, "contact"),
        ({"contact": "cara", "new_contact": {"name": "A"}}, 422, "contact"),
        ({"account": "acme", "no_account": True}, 422, "account"),
        ({"new_contact": {"lifecycle": "nothing"}}, 422, "new_contact.lifecycle"),
        ({"job": {"start": "soon"}}, 422, "job.start"),
        ({"job": {"account": "acme"}}, 422, "job.account"),
    ],
)
def test_what_is_wrong_is_named(api: FlaskClient, uid: str, body: dict[str, object], status: int, field: str) -> None:
    answer = api.post(f"{V1}/leads/{uid}/convert", json=body)
    assert (answer.status_code, answer.json["field"]) == (status, field)
    assert api.get(f"{V1}/leads/{uid}").json["status"] == "new"
    stale = api.post(f"{V1}/leads/{uid}/convert", json={}, headers={"If-Match": '"9"'})
    assert stale.status_code == 412
