"""Tasks on pages: their list, their own page, the next steps of a record, and what is due on the front page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from graphcrm.web.addresses import V1
from tests.web.forms import links, post, text, undo

TODAY = datetime.now(UTC).date()


@pytest.fixture
def task(api: FlaskClient) -> str:
    """The address of a task about Maya that was due yesterday."""
    stamp = datetime.now(UTC).strftime("%H%M%S%f")
    body = {"name": f"Call {stamp}", "due_on": (TODAY - timedelta(days=1)).isoformat(), "contacts": ["maya"]}
    return f"/tasks/{api.post(f'{V1}/tasks', json=body).json['uid']}"


def test_a_task_is_where_it_is_to_be_done(browser: FlaskClient, task: str) -> None:
    for page in ("/", "/contacts/maya", "/tasks?status=open&owner=me", f"/tasks?status=open&owner=me&due_to={TODAY}"):
        assert task in links(browser.get(page)), page
    assert "overdue" in text(browser.get("/contacts/maya"))
    assert "Maya" in text(browser.get(task))


def test_it_is_done_by_a_button_and_undone(browser: FlaskClient, api: FlaskClient, task: str) -> None:
    answer = post(browser, f"{task}/finish", page=task, back="/contacts/maya")
    assert answer.headers["Location"] == "/contacts/maya"
    page = browser.get("/contacts/maya")
    assert "Done. Undo" in text(page)
    assert task not in links(page)
    undo(browser, page)
    assert api.get(V1 + task).json["status"] == "open"
    post(browser, f"{task}/finish", page=task, status="dropped", back=task)
    assert "dropped" in text(browser.get(task))


def test_a_new_one_is_about_the_record_that_it_was_begun_at(browser: FlaskClient, api: FlaskClient) -> None:
    page = browser.get("/tasks/new?about=contact:maya")
    assert "(maya)" in page.text
    answer = post(
        browser, "/tasks/new", page="/tasks/new", name="Write", contacts="maya", due_on="2030-01-02", status="open"
    )
    found = api.get(V1 + str(answer.headers["Location"])).json
    assert ([one["uid"] for one in found["contacts"]], found["due_on"]) == (["maya"], "2030-01-02")
    wrong = post(browser, "/tasks/new", page="/tasks/new", name="Write", contacts="Nobody at all", status="open")
    assert wrong.status_code == 422
    assert "No contact is called" in text(wrong)


def test_what_is_logged_may_say_what_comes_next(browser: FlaskClient, api: FlaskClient) -> None:
    stamp = datetime.now(UTC).strftime("%H%M%S%f")
    sent = {"at": "2024-05-01", "users": "alice", "contacts": "maya", "step": f"Send {stamp}", "step_on": "2030-03-01"}
    assert post(browser, "/interactions/new", page="/interactions/new", **sent).status_code == 303
    (found,) = list(api.get(f"{V1}/tasks?about_contact=maya&q=Send {stamp}").json["items"])
    assert found["due_on"] == "2030-03-01"
    alone = {**sent, "step": "", "step_on": "2030-03-01"}
    refused = post(browser, "/interactions/new", page="/interactions/new", **alone)
    assert refused.status_code == 422
    assert "say what" in text(refused)


def test_what_is_dropped_is_not_done_by_a_page_opened_before(browser: FlaskClient, api: FlaskClient, task: str) -> None:
    api.patch(V1 + task, json={"status": "dropped"})
    answer = post(browser, f"{task}/finish", page=task, status="done", back=task)
    assert answer.status_code == 303
    assert "It is dropped already; open it again first." in text(browser.get(task))
    assert api.get(V1 + task).json["status"] == "dropped"


def test_what_a_form_was_begun_at_may_be_gone_when_it_is_sent(browser: FlaskClient, api: FlaskClient) -> None:
    uid = api.post(f"{V1}/contacts", json={"name": "Gone Soon"}).json["uid"]
    asked = f"/tasks/new?about=contact:{uid}"
    assert f"({uid})" in browser.get(asked).text
    api.delete(f"{V1}/contacts/{uid}")
    answer = post(browser, asked, page="/tasks/new", name="Write all the same")
    assert answer.status_code == 303
    assert browser.get(asked).status_code == 404
    for nonsense in ("x", "contact:", "user:alice", ":", "task:1"):
        assert browser.get(f"/tasks/new?about={nonsense}&due_on=junk").status_code == 200, nonsense
