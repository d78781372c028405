"""Jobs and moves, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

V1 = "/api/v1"


@pytest.fixture
def ada(api: FlaskClient) -> str:
    return str(api.post(f"{V1}/contacts", json={"name": "Ada"}).json["uid"])


@pytest.fixture
def job(api: FlaskClient, ada: str) -> dict[str, Any]:
    """Ada's primary job at Acme since 2020."""
    return added(api, ada, account="acme", start="2020", title="Engineer", primary=True)


def added(api: FlaskClient, contact: str, **fields: Any) -> dict[str, Any]:
    answer = api.post(f"{V1}/contacts/{contact}/jobs", json=fields)
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"] == f"{V1}/jobs/{answer.json['uid']}"
    return dict(answer.json)


def career(api: FlaskClient, contact: str) -> list[tuple[Any, ...]]:
    items = api.get(f"{V1}/contacts/{contact}/jobs").json["items"]
    return [(i["account"]["uid"], i["title"], i["start"], i["end"], i["end_status"], i["primary"]) for i in items]


def test_a_job_is_added_corrected_ended_and_removed(api: FlaskClient, ada: str, job: dict[str, Any]) -> None:
    url = f"{V1}/jobs/{job['uid']}"
    assert api.get(url).json == job
    assert (job["kind"], job["end_status"], job["current"], job["rev"], job["recorded_by"]) == (
        "employee", "ongoing", True, 1, "alice",
    )  # fmt: skip
    corrected = api.patch(url, json={"start": "2020-03", "department": "R&D"}, headers={"If-Match": '"1"'})
    assert (corrected.json["start"], corrected.json["department"], corrected.json["rev"]) == ("2020-03", "R&D", 2)
    ended = api.patch(url, json={"end": "2023-06-30"}).json
    assert (ended["end"], ended["end_status"], ended["current"]) == ("2023-06-30", "ended", False)
    assert api.delete(url).status_code == 204
    assert (api.get(url).json["code"], api.get(url).json["field"]) == ("not_found", "job")
    undone = api.post(f"{V1}/contacts/{ada}/undo")
    assert undone.status_code == 204, undone.text
    back = api.get(url).json
    assert (back["end"], back["end_status"], back["department"], back["rev"]) == ("2023-06-30", "ended", "R&D", 5)


def test_changes_of_a_job_are_undone_one_by_one(api: FlaskClient, ada: str, job: dict[str, Any]) -> None:
    url = f"{V1}/jobs/{job['uid']}"
    sent = [
        {"start": "2020-03"},
        {"end": "2023-06-30"},
        {"end": None, "end_status": "ended", "verified_on": "2023-05-01"},
    ]
    changes = [api.patch(url, json=change).headers["Change-Id"] for change in sent]
    assert (api.get(url).json["end"], api.get(url).json["end_status"]) == (None, "ended")
    states = []
    for change in reversed(changes):
        assert api.post(f"{V1}/changes/{change}/undo").status_code == 204
        states.append(tuple(api.get(url).json[name] for name in ("start", "end", "end_status", "current")))
    assert states == [
        ("2020-03", "2023-06-30", "ended", False), ("2020-03", None, "ongoing", True), ("2020", None, "ongoing", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "code", "field"),
    [
        ({"end": "2019"}, "invalid_date", "end"),
        ({"start": "2020-13"}, "invalid_date", "start"),
        ({"start": "2150"}, "invalid_date", "start"),
        ({"end": "2021", "end_status": "ongoing"}, "invalid_date", "end_status"),
        ({"kind": "boss"}, "invalid", "kind"),
        ({"account": "globex"}, "invalid", "account"),
        ({"start_min": "2020-01-01"}, "invalid", "start_min"),
    ],
)
def test_a_job_that_cannot_be_is_refused(
    api: FlaskClient, job: dict[str, Any], sent: dict[str, Any], code: str, field: str
) -> None:
    answer = api.patch(f"{V1}/jobs/{job['uid']}", json=sent)
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (422, code, field)
    assert answer.json["detail"].endswith(".")
    assert api.get(f"{V1}/jobs/{job['uid']}").json == job


def test_the_same_job_twice_is_a_conflict_that_names_the_other(api: FlaskClient, ada: str, job: dict[str, Any]) -> None:
    again = {"account": "acme", "start": "2021-05", "title": "Lead"}
    answer = api.post(f"{V1}/contacts/{ada}/jobs", json=again)
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (409, "conflict", "start")
    assert (answer.json["other"]["uid"], answer.json["other"]["title"]) == (job["uid"], "Engineer")
    both = added(api, ada, **again, allow_overlap=True)
    assert both["concurrent"] is True
    assert api.patch(f"{V1}/jobs/{both['uid']}", json={"title": "Head"}).status_code == 200  # it is not asked again
    assert added(api, ada, account="acme", start="2021-05", kind="board")["kind"] == "board"


def test_there_is_one_primary_job_on_a_day(api: FlaskClient, ada: str, job: dict[str, Any]) -> None:
    sent = {"account": "globex", "start": "2022", "primary": True}
    answer = api.post(f"{V1}/contacts/{ada}/jobs", json=sent)
    assert (answer.status_code, answer.json["field"], answer.json["other"]["uid"]) == (409, "primary", job["uid"])
    api.patch(f"{V1}/jobs/{job['uid']}", json={"end": "2022"})
    assert added(api, ada, **sent)["primary"] is True


def test_a_new_employer_proposes_a_move_and_overwrites_nothing(api: FlaskClient, ada: str, job: dict[str, Any]) -> None:
    new = added(api, ada, account="globex", start="2024-02", title="CTO")
    assert new["proposed_moves"] == [{"from_job": job["uid"], "from_account": "acme", "effective_on": "2024-02"}]
    assert career(api, ada) == [
        ("acme", "Engineer", "2020", None, "ongoing", True),
        ("globex", "CTO", "2024-02", None, "ongoing", False),
    ]
    items = api.get(f"{V1}/proposed-moves?since=2024-01-01").json["items"]
    assert [(i["uid"], i["from"]["job"]) for i in items if i["contact"]["uid"] == ada] == [(new["uid"], job["uid"])]
    sent = {"to_account": "globex", "to_job": new["uid"], "from_job": job["uid"], "effective_on": "2024-02"}
    assert api.post(f"{V1}/contacts/{ada}/move", json=sent).status_code == 201
    assert career(api, ada) == [
        ("acme", "Engineer", "2020", "2024-02", "ended", True),
        ("globex", "CTO", "2024-02", None, "ongoing", True),
    ]
    assert ada not in {i["contact"]["uid"] for i in api.get(f"{V1}/proposed-moves?since=2024-01-01").json["items"]}


def test_a_new_employer_of_whom_nobody_knows_since_when_proposes_a_move_too(
    api: FlaskClient, ada: str, job: dict[str, Any]
) -> None:
    new = added(api, ada, account="globex", title="CTO")
    items = [i for i in api.get(f"{V1}/proposed-moves").json["items"] if i["contact"]["uid"] == ada]
    assert [(i["uid"], i["from"]["job"], i["to"]["start"]) for i in items] == [(new["uid"], job["uid"], None)]
    assert items[0]["moved_on"] == new["recorded_at"][:10]


def test_a_proposal_is_dismissed_by_saying_that_both_are_held(api: FlaskClient, ada: str, job: dict[str, Any]) -> None:
    new = added(api, ada, account="globex", start="2024-02")
    api.patch(f"{V1}/jobs/{new['uid']}", json={"concurrent": True})
    assert ada not in {i["contact"]["uid"] for i in api.get(f"{V1}/proposed-moves?since=2024-01-01").json["items"]}


def test_a_move_ends_and_begins_on_one_day_and_is_undone(api: FlaskClient, ada: str, job: dict[str, Any]) -> None:
    sent = {"to_account": "globex", "title": "CTO", "effective_on": "2024-05-17", "why": "she told me"}
    answer = api.post(f"{V1}/contacts/{ada}/move", json=sent)
    assert answer.status_code == 201, answer.text
    move = answer.json
    assert [(side["job"], side["account"]["uid"], side["end"]) for side in move["from"]] == [
        (job["uid"], "acme", "2024-05-17")
    ]
    assert (move["to"]["account"]["uid"], move["to"]["start"], move["job"]["primary"]) == ("globex", "2024-05-17", True)
    after = [
        ("acme", "Engineer", "2020", "2024-05-17", "ended", True),
        ("globex", "CTO", "2024-05-17", None, "ongoing", True),
    ]
    assert career(api, ada) == after
    change = api.get(f"{V1}/changes/{answer.headers['Change-Id']}").json
    assert [(item["kind"], item["action"]) for item in change["items"]] == [
        ("job", "change"), ("job", "create"), ("move", "create"),
    ]  # fmt: skip
    assert change["items"][2]["after"]["from"] == ["acme"]
    moves = api.get(f"{V1}/moves?since=2024-05-01&account=globex").json["items"]
    assert move["uid"] in {item["uid"] for item in moves}
    undone = api.post(f"{V1}/moves/{move['uid']}/undo")
    assert undone.status_code == 204
    assert career(api, ada) == [("acme", "Engineer", "2020", None, "ongoing", True)]
    assert api.post(f"{V1}/changes/{undone.headers['Change-Id']}/undo").status_code == 204
    assert career(api, ada) == after


def test_a_move_that_was_corrected_since_is_not_undone(api: FlaskClient, ada: str, job: dict[str, Any]) -> None:
    sent = {"to_account": "globex", "title": "CTO", "effective_on": "2024-05-17"}
    move = api.post(f"{V1}/contacts/{ada}/move", json=sent).json
    api.patch(f"{V1}/jobs/{move['uid']}", json={"title": "CEO"})
    before = career(api, ada)
    answer = api.post(f"{V1}/moves/{move['uid']}/undo")
    assert (answer.status_code, answer.json["code"]) == (409, "changed_since")
    assert career(api, ada) == before


@pytest.mark.parametrize(
    ("sent", "status", "code", "field"),
    [
        ({"effective_on": "2019-01-01"}, 422, "invalid_date", "effective_on"),
        ({"effective_on": "soon"}, 422, "invalid_date", "effective_on"),
        ({"to_account": "nowhere"}, 404, "not_found", "account"),
        ({"from_job": "no job"}, 404, "not_found", "from_job"),
        ({"to_job": "no job"}, 404, "not_found", "to_job"),
        ({"kind": "boss"}, 422, "invalid", "kind"),
    ],
)
def test_a_move_that_cannot_be_leaves_nothing_behind(
    api: FlaskClient, ada: str, job: dict[str, Any], sent: dict[str, Any], status: int, code: str, field: str
) -> None:
    before = career(api, ada), api.get(f"{V1}/contacts/{ada}/history").json
    move = {"to_account": "globex", "effective_on": "2024-05-17", **sent}
    answer = api.post(f"{V1}/contacts/{ada}/move", json=move)
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (status, code, field), answer.text
    assert (career(api, ada), api.get(f"{V1}/contacts/{ada}/history").json) == before


def test_which_of_several_jobs_is_left_has_to_be_said(api: FlaskClient, ada: str) -> None:
    first = added(api, ada, account="acme", start="2020")
    second = added(api, ada, account="initech", start="2020")
    sent = {"to_account": "globex", "effective_on": "2024-05-17"}
    answer = api.post(f"{V1}/contacts/{ada}/move", json=sent)
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (409, "ambiguous", "from_job")
    assert {c["uid"] for c in answer.json["candidates"]} == {first["uid"], second["uid"]}
    assert api.post(f"{V1}/contacts/{ada}/move", json={**sent, "from_job": second["uid"]}).status_code == 201
    assert {row[0]: row[3] for row in career(api, ada)} == {"acme": None, "initech": "2024-05-17", "globex": None}


def test_who_comes_from_nowhere_moves_too_and_a_return_is_a_new_job(api: FlaskClient, ada: str) -> None:
    first = api.post(f"{V1}/contacts/{ada}/move", json={"to_account": "acme", "effective_on": "2020"}).json
    assert first["from"] == []
    api.post(f"{V1}/contacts/{ada}/move", json={"to_account": "globex", "effective_on": "2022"})
    back = api.post(f"{V1}/contacts/{ada}/move", json={"to_account": "acme", "effective_on": "2024"}).json
    assert back["uid"] != first["uid"]
    assert [row[:1] + row[2:4] for row in career(api, ada)] == [
        ("acme", "2020", "2022"), ("globex", "2022", "2024"), ("acme", "2024", None),
    ]  # fmt: skip


def test_trash_takes_jobs_along_and_brings_them_back(api: FlaskClient, ada: str, job: dict[str, Any]) -> None:
    people = f"{V1}/accounts/acme/people"
    assert ada in {item["contact"]["uid"] for item in api.get(people).json["items"]}
    api.delete(f"{V1}/contacts/{ada}")
    assert ada not in {item["contact"]["uid"] for item in api.get(people).json["items"]}
    assert api.get(f"{V1}/jobs/{job['uid']}").status_code == 404
    refused = api.post(f"{V1}/contacts/{ada}/jobs", json={"account": "acme"})
    assert (refused.status_code, refused.json["code"]) == (404, "in_trash")
    api.post(f"{V1}/contacts/{ada}/restore")
    assert api.get(f"{V1}/jobs/{job['uid']}").json == job
