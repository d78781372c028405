"""Tasks over the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from graphcrm.web.addresses import V1

TODAY = datetime.now(UTC).date()


@pytest.fixture
def url(api: FlaskClient) -> str:
    """A task about Maya and Acme, due in three days, every week."""
    body = {
        "name": "Call Maya", "due_on": (TODAY + timedelta(days=3)).isoformat(), "repeats": "week",
        "contacts": ["maya"], "accounts": ["acme"],
    }  # fmt: skip
    made = api.post(f"{V1}/tasks", json=body)
    assert made.status_code == 201, made.text
    return str(made.headers["Location"])


def test_a_task_is_made_read_changed_and_listed(api: FlaskClient, url: str) -> None:
    found = api.get(url).json
    assert (found["owner"]["uid"], found["status"], [one["uid"] for one in found["contacts"]]) == (
        "alice",
        "open",
        ["maya"],
    )
    assert "handles" not in found
    api.patch(url, json={"contacts": ["tomas"], "priority": "high"})
    changed = api.get(url).json
    assert ([one["uid"] for one in changed["contacts"]], changed["priority"]) == (["tomas"], "high")
    listed = api.get(f"{V1}/tasks?about_contact=tomas&sort=due_on").json["items"]
    assert found["uid"] in [one["uid"] for one in listed]
    assert api.get(f"{V1}/tasks?about_contact=maya&uids={found['uid']}").json["items"] == []
    assert api.get(f"{V1}/tasks?owner=alice&status=open&due_to={TODAY}&uids={found['uid']}").json["items"] == []


def test_one_that_repeats_is_due_again(api: FlaskClient, url: str) -> None:
    uid = api.get(url).json["uid"]
    done = api.patch(url, json={"status": "done", "outcome": "Agreed"})
    assert (done.json["status"], bool(done.json["done_at"])) == ("done", True)
    again = list(api.get(f"{V1}/tasks?about_contact=maya&status=open").json["items"])
    (next_one,) = [one for one in again if api.get(f"{V1}/tasks/{one['uid']}").json["series"] == uid]
    assert next_one["due_on"] == (TODAY + timedelta(days=10)).isoformat()
    api.post(f"{url}/undo")
    assert api.get(url).json["status"] == "open"
    assert api.get(f"{V1}/tasks/{next_one['uid']}").status_code == 404


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"name": ""}, 422, "name"),
        ({"name": "A", "due_time": "9"}, 422, "due_time"),
        ({"name": "A", "status": "late"}, 422, "status"),
        ({"name": "A", "contacts": ["none"]}, 404, "contact"),
        ({"name": "A", "handles": []}, 422, "handles"),
        ({"name": "A", "done_at": "2024-01-01"}, 422, "done_at"),
    ],
)
def test_what_is_wrong_is_named(api: FlaskClient, body: dict[str, object], status: int, field: str) -> None:
    answer = api.post(f"{V1}/tasks", json=body)
    assert (answer.status_code, answer.json["field"]) == (status, field)
