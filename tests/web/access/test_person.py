"""What somebody is handed of a person is what who asks for it may see; it says what was left out, and is in the log."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient

from graphcrm.graph import Graph
from tests.web.access.conftest import As
from tests.web.access.test_rows import V1, give
from tests.web.forms import links

MAYA = f"{V1}/contacts/maya/data"
WORDS = {"subject": "Plans", "notes": "at length", "outcome": "none", "topics": ["boats"]}


def data(client: FlaskClient, url: str = MAYA) -> Any:
    answer = client.get(url)
    assert answer.status_code == 200, answer.text
    return answer.json


def test_an_admin_gets_all_of_it_as_a_file(api_as: As) -> None:
    frank = api_as("frank")
    frank.patch(f"{V1}/contacts/maya", json={"hobbies": ["golf"], "custom": {"x_shoe": 38}, "birthday": "1980-02-29"})
    frank.post(f"{V1}/contacts/maya/links", json={"to": "olga", "kind": "reports_to", "start": "2020"})
    frank.post(f"{V1}/contacts/tomas/links", json={"to": "maya", "kind": "related_to", "relation": "friend"})
    give(frank, "contact", "maya", "bob", reason="next door")
    answer = frank.get(MAYA)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="contact-maya.json"'
    told = answer.json
    assert told is not None
    assert (told["kind"], told["uid"], told["complete"]) == ("contact", "maya", True)
    assert told["words_left_out"] == {"interactions": 0, "history": 0}
    record = {"name": "Maya Lind", "hobbies": ["golf"], "x_shoe": 38, "birthday": "1980-02-29", "rev": 2}
    assert record.items() <= told["record"].items()
    assert told["handles"] == [{"kind": "email", "value": "maya@people.example", "primary": False}]
    (job,) = told["jobs"]
    assert {
        "account": {"uid": "globex", "name": "Globex"},
        "start": "2018-03-01",
        "title": "Engineer",
    }.items() <= job.items()
    assert "start_min" not in job
    assert [(link["kind"], link.get("to", link.get("from"))["name"], "to" in link) for link in told["links"]] == [
        ("related_to", "Tomás Reyes", False), ("reports_to", "Olga Sand", True),
    ]  # fmt: skip
    met = told["interactions"]
    assert [one["subject"] for one in met] == [f"Meeting {number}" for number in range(1, 13)]
    assert {one["user"]["name"] for one in met} == {"Alice"}
    assert (met[0]["at"][:10], met[0]["channel"], met[0]["direction"]) == ("2023-01-10", "meeting", "both")
    (tie,) = told["ties"]
    assert (tie["user"]["uid"], tie["count"], tie["last_at"][:10]) == ("alice", 12, "2023-12-10")
    assert [(one["user"]["name"], one["reason"]) for one in told["owners"]] == [("Bob", "next door")]
    assert [(one["kind"], one["action"]) for one in told["history"]] == [
        ("assignment", "create"), ("contact_link", "create"), ("contact_link", "create"), ("contact", "change"),
    ]  # fmt: skip
    assert told["history"][-1]["after"] == {"hobbies": ["golf"], "x_shoe": 38, "birthday": "1980-02-29"}


def test_that_it_was_taken_is_in_the_log_and_in_itself(api_as: As) -> None:
    dana, frank = api_as("dana"), api_as("frank")
    first = data(dana)["audit"]
    assert (first["entries"], first["items"]) == (1, None)  # a manager does not read the log
    assert first["first_at"] == first["last_at"]
    told = data(frank)["audit"]
    assert [(one["user"], one["action"], one["what"]) for one in told["items"]] == [
        ("frank", "export", ["contact 1"]), ("dana", "export", ["contact 1"]),
    ]  # fmt: skip
    assert not {"address", "request", "records"} & told["items"][0].keys()
    entry = frank.get(f"{V1}/audit?record=maya&user=dana").json["items"][0]
    assert (entry["records"], entry["address"]) == (["contact maya"], "127.0.0.1")
    assert frank.get(f"{V1}/contacts/nobody/data").status_code == 404
    assert frank.get(f"{V1}/audit?record=nobody").json["items"] == []


def test_private_words_are_for_who_was_there_and_are_counted(api_as: As) -> None:
    dana, frank = api_as("dana"), api_as("frank")
    met = frank.post(f"{V1}/interactions", json={"contacts": ["maya"], "at": "2024-05-01", "private": True, **WORDS})
    frank.patch(f"{V1}/interactions/{met.json['uid']}", json={"notes": "changed"})
    mine = data(frank)
    assert mine["words_left_out"] == {"interactions": 0, "history": 0}
    assert mine["interactions"][-1]["notes"] == "changed"
    theirs = data(dana)
    assert theirs["words_left_out"] == {"interactions": 1, "history": 2}
    assert not theirs["complete"]
    last = theirs["interactions"][-1]
    assert (last["user"]["uid"], last["at"][:10], last["words_left_out"]) == ("frank", "2024-05-01", True)
    assert not WORDS.keys() & last.keys()
    assert not [word for word in ("Plans", "at length", "changed", "boats") if word in str(theirs)]
    assert frank.delete(f"{V1}/contacts/maya").status_code == 204
    assert data(dana)["words_left_out"] == {"interactions": 1, "history": 2}


def test_what_may_not_be_seen_is_not_in_it(api_as: As) -> None:
    dana, frank = api_as("dana"), api_as("frank")
    assert [job["account"]["uid"] for job in data(dana)["jobs"]] == ["globex"]
    give(frank, "account", "globex", "charlie")
    assert data(dana)["jobs"] == []
    (role,) = (role for role in frank.get(f"{V1}/roles").json["items"] if role["name"] == "manager")
    sent = {"rows": role["rows"], "modules": role["modules"], "hidden": ["contact.hobbies", "contact.handles"]}
    frank.patch(f"{V1}/contacts/maya", json={"hobbies": ["golf"]})
    assert frank.put(f"{V1}/roles/manager", json=sent).status_code == 200
    told = data(dana)
    assert (told["handles"], told["complete"]) == ([], False)
    assert not [word for word in ("golf", "maya@people") if word in str(told)]


def test_it_takes_the_right_to_export_and_to_see_the_person(api_as: As, browser_as: As) -> None:
    frank = api_as("frank")
    assert api_as("alice").get(MAYA).status_code == 403
    give(frank, "contact", "maya", "charlie")
    assert api_as("dana").get(MAYA).status_code == 404
    assert api_as("erin").get(MAYA).status_code == 200
    assert MAYA in links(browser_as("frank").get("/contacts/maya"))
    assert f"{V1}/leads/lead-1/data" in links(browser_as("frank").get("/leads/lead-1"))
    assert f"{V1}/contacts/tomas/data" not in links(browser_as("alice").get("/contacts/tomas"))


def test_one_in_the_trash_is_handed_over_too(api_as: As, browser_as: As, graph: Graph) -> None:
    frank = api_as("frank")
    before = data(frank)
    assert frank.delete(f"{V1}/contacts/maya").status_code == 204
    told = data(frank)
    assert told["record"]["deleted_at"]
    for part in ("handles", "jobs", "interactions"):
        assert [
            {name: one.get(name) for name in was} for was, one in zip(before[part], told[part], strict=True)
        ] == before[part]
    assert told["ties"] == []  # they follow from interactions, and come back with them
    assert MAYA in links(browser_as("frank").get("/trash"))
    assert MAYA not in links(browser_as("alice").get("/trash"))


def test_a_lead_has_one_too(api_as: As) -> None:
    frank = api_as("frank")
    frank.post(f"{V1}/interactions", json={"leads": ["lead-1"], "at": "2024-05-01", "subject": "Hello"})
    told = data(frank, f"{V1}/leads/lead-1/data")
    assert (told["kind"], told["record"]["company_name"]) == ("lead", "Acme Holding")
    assert [one["subject"] for one in told["interactions"]] == ["Hello"]
    assert (told["jobs"], told["moves"], told["links"]) == ([], [], [])


def test_what_is_to_be_done_about_them_is_in_it(api_as: As) -> None:
    frank = api_as("frank")
    sent = {"name": "Call Maya", "description": "at length", "due_on": "2024-05-02", "contacts": ["maya", "tomas"]}
    uid = frank.post(f"{V1}/tasks", json={**sent, "accounts": ["globex"], "custom": {"x_note": "blue"}}).json["uid"]
    frank.patch(f"{V1}/tasks/{uid}", json={"status": "done", "outcome": "none yet"})
    told = data(frank)
    (task,) = told["tasks"]
    kept = {"name": "Call Maya", "description": "at length", "due_on": "2024-05-02", "status": "done", "x_note": "blue"}
    assert {**kept, "outcome": "none yet", "rev": 2}.items() <= task.items()
    assert task["accounts"] == [{"uid": "globex", "name": "Globex"}]
    assert [one["user"]["uid"] for one in task["owners"]] == ["frank"]
    assert "owner" not in task
    assert [(one["kind"], one["action"]) for one in told["history"]] == [
        ("task", "change"), ("assignment", "create"), ("task", "create"),
    ]  # fmt: skip
    assert "Tom\u00e1s" not in str(told)  # others are told by their uids
    assert told["complete"]
    assert frank.delete(f"{V1}/tasks/{uid}").status_code == 204
    assert [one["name"] for one in data(frank)["tasks"]] == ["Call Maya"]


def test_it_is_complete_for_who_sees_what_tasks_there_are(api_as: As) -> None:
    frank, erin = api_as("frank"), api_as("erin")
    (role,) = (role for role in frank.get(f"{V1}/roles").json["items"] if role["name"] == "analyst")

    def allow(task: str, *hidden: str) -> None:
        rows = {**role["rows"], "task": dict.fromkeys(role["rows"]["task"], task)}
        sent = {"rows": rows, "modules": role["modules"], "hidden": list(hidden)}
        assert frank.put(f"{V1}/roles/analyst", json=sent).status_code == 200

    allow("none", "task.outcome")
    assert data(erin)["complete"]  # there are none
    uid = frank.post(f"{V1}/tasks", json={"name": "Call Maya", "contacts": ["maya"], "outcome": "none yet"}).json["uid"]
    told = data(erin)
    assert (told["complete"], told["tasks"], "Call" in str(told)) == (False, [], False)
    allow("own")
    assert not data(erin)["complete"]
    give(frank, "task", uid, "erin")
    assert data(erin)["complete"]
    allow("all", "task.outcome")
    told = data(erin)
    assert (told["complete"], len(told["tasks"]), "none yet" in str(told)) == (False, 1, False)


def test_what_they_have_a_part_in_is_in_it(api_as: As) -> None:
    frank, erin = api_as("frank"), api_as("erin")
    people = [{"contact": "maya", "role": "buyer"}, {"contact": "tomas"}]
    sent = {"name": "Line two", "account": "globex", "contacts": people, "amount": 5, "currency": "EUR"}
    uid = frank.post(f"{V1}/opportunities", json=sent).json["uid"]
    told = data(frank)
    (deal,) = told["opportunities"]
    assert {"name": "Line two", "role": "buyer", "amount": 5.0, "stage": "first_contact"}.items() <= deal.items()
    assert deal["account"] == {"uid": "globex", "name": "Globex"}
    assert [one["user"]["uid"] for one in deal["owners"]] == ["frank"]
    assert "owner" not in deal
    assert {("opportunity", "create"), ("assignment", "create")} <= {
        (one["kind"], one["action"]) for one in told["history"]
    }
    assert "Tom\u00e1s" not in str(told)
    assert told["complete"]
    (role,) = (role for role in frank.get(f"{V1}/roles").json["items"] if role["name"] == "analyst")
    rows = {**role["rows"], "opportunity": dict.fromkeys(role["rows"]["opportunity"], "none")}
    assert frank.put(f"{V1}/roles/analyst", json={"rows": rows, "modules": role["modules"]}).status_code == 200
    told = data(erin)
    assert (told["complete"], told["opportunities"], "Line two" in str(told)) == (False, [], False)
    assert frank.delete(f"{V1}/opportunities/{uid}").status_code == 204
    assert [one["role"] for one in data(frank)["opportunities"]] == ["buyer"]


def test_the_campaigns_that_they_came_to_are_in_it(api_as: As) -> None:
    frank = api_as("frank")
    uid = frank.post(f"{V1}/campaigns", json={"name": "Autumn fair", "start_on": "2024-05-01"}).json["uid"]
    sent = {"contacts": ["maya", "tomas"], "status": "attended", "on": "2024-05-01"}
    assert frank.post(f"{V1}/campaigns/{uid}/attendance", json=sent).status_code == 200
    told = data(frank)
    (one,) = told["attendance"]
    assert (one["campaign"], one["status"], one["on"]) == (
        {"uid": uid, "name": "Autumn fair"},
        "attended",
        "2024-05-01",
    )
    assert ("attendance", "create") in {(done["kind"], done["action"]) for done in told["history"]}
    assert "Tom\u00e1s" not in str(told)
    assert told["complete"]
    frank.delete(f"{V1}/campaigns/{uid}")
    assert len(data(frank)["attendance"]) == 1
