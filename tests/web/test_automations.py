"""Automations: what comes into a list is seen to, once, as who wrote it, and what they did is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from worlds.build import contact, handle, lead

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.queries.notifications.notifications import notifications
from graphcrm.services import mailing
from graphcrm.services.changes import Author, change
from graphcrm.web.addresses import V1
from graphcrm.web.automations import run_all
from tests import post as post_office
from tests.post import Box
from tests.web.forms import post, text


@pytest.fixture
def settings(box: Box, tmp_path: Path) -> Settings:
    return post_office.settings(box, tmp_path)


@pytest.fixture(autouse=True)
def world(cast: Graph) -> None:
    """Nothing of a test before, and one lead of a fair, whose nobody is."""
    cast.write("MATCH (n:Automation|AutomationRun|Notification|MailTemplate) DETACH DELETE n")
    cast.write("MATCH (l:Lead) WHERE l.source_channel = 'fair' DETACH DELETE l")
    cast.write("MATCH (t:Task) DETACH DELETE t")
    lead(cast, "there", "There", source_channel="fair")


def round_(graph: Graph, settings: Settings) -> int:
    return run_all(settings)(graph, datetime.now(UTC))


def make(api: FlaskClient, **more: Any) -> str:
    sent = {"name": "Fair", "of": "lead", "parameters": "source_channel=fair", "active": True, **more}
    answer = api.post(f"{V1}/automations", json=sent)
    assert answer.status_code == 201, answer.json
    return str(answer.json["uid"])


def test_what_comes_into_the_list_is_seen_to_once(api: FlaskClient, cast: Graph, settings: Settings) -> None:
    uid = make(api, task="Call {name}", task_days=2, assign_to="bob", notify="author")
    assert api.get(f"{V1}/automations/{uid}/preview").json["standing"] == 1
    assert round_(cast, settings) == 0  # what was there stays as it is
    lead(cast, "new", "Newly", source_channel="fair")
    tried = api.get(f"{V1}/automations/{uid}/preview").json
    assert (tried["standing"], tried["number"], tried["first"]) == (
        2,
        1,
        [{"uid": "new", "name": "Newly", "unsent": None}],
    )
    assert [round_(cast, settings), round_(cast, settings)] == [1, 0]
    (ran,) = api.get(f"{V1}/automations/{uid}/runs").json["items"]
    assert (ran["record"], ran["name"], [deed.partition(":")[0] for deed in ran["did"]]) == (
        "new", "Newly", ["task", "assign", "notify"],
    )  # fmt: skip
    task = api.get(f"{V1}/tasks/{ran['did'][0].removeprefix('task:')}").json
    assert (task["name"], task["leads"][0]["uid"], task["owner"]["uid"]) == ("Call Newly", "new", "alice")
    assert api.get(f"{V1}/leads/new").json["owner"]["uid"] == "bob"
    assert [one.kind for one in notifications(cast, user="alice")] == ["found"]
    assert [one.kind for one in notifications(cast, user="bob")] == ["assigned"]
    history = api.get(f"{V1}/leads/new/history").json["items"]
    assert history[0]["why"] == "automation: Fair"


def test_one_may_also_see_to_what_is_there(api: FlaskClient, cast: Graph, settings: Settings) -> None:
    make(api, assign_to="bob", standing_too=True)
    assert [round_(cast, settings), round_(cast, settings)] == [1, 0]


def test_what_is_stopped_or_changed_looks_anew(api: FlaskClient, cast: Graph, settings: Settings) -> None:
    uid = make(api, assign_to="bob")
    at = f"{V1}/automations/{uid}"
    round_(cast, settings)
    assert api.patch(at, json={"active": False}, headers={"If-Match": '"9"'}).status_code == 412
    assert api.patch(at, json={"active": False}).json["active"] is False
    lead(cast, "new", "Newly", source_channel="fair")
    assert round_(cast, settings) == 0
    api.patch(at, json={"active": True})
    lead(cast, "later", "Later", source_channel="fair")
    assert round_(cast, settings) == 1  # not with the one that was there when it was started
    assert api.patch(at, json={"parameters": None}).json["field"] == "parameters"
    lead(cast, "newer", "Newer", source_channel="fair")
    assert round_(cast, settings) == 1
    assert api.delete(at).status_code == 204
    assert api.get(at).status_code == 404


def test_mail_goes_to_whom_it_may(api: FlaskClient, cast: Graph, settings: Settings, box: Box) -> None:
    make(api, template=with_template(cast))
    round_(cast, settings)
    for uid, email in (("with", "with@them.example"), ("without", None)):
        lead(cast, uid, uid.title(), source_channel="fair")
        if email:
            handle(cast, uid, "email", email)
    assert round_(cast, settings) == 2
    assert [(str(mail["To"]), mail.get_content().strip()) for mail in box.mails] == [
        ("with@them.example", "Dear With,")
    ]
    did = cast.read("MATCH (r:AutomationRun) WHERE size(r.did) > 0 RETURN r.of + ' ' + r.did[0] ORDER BY r.of", str)
    assert did[0].startswith("with mail:")
    assert did[1].startswith("without unsent:")
    box.refuses = True
    lead(cast, "refused", "Refused", source_channel="fair")
    handle(cast, "refused", "email", "refused@them.example")
    assert round_(cast, settings) == 1
    (unsent,) = cast.read("MATCH (r:AutomationRun {of: 'refused'}) RETURN r.did[0]", str)
    assert unsent.startswith("unsent:The mail server does not take it")
    assert cast.read("MATCH (:Lead {uid: 'refused'})<-[i:INTERACTED_WITH]-() RETURN i.uid", str) == []
    assert str(box.mails[0]["Auto-Submitted"]) == "auto-generated"


@pytest.mark.parametrize("url", [None, "smtp://127.0.0.1:1"])
def test_where_no_mail_can_go_nobody_passes_and_nothing_is_logged(
    api: FlaskClient, cast: Graph, settings: Settings, box: Box, url: str | None
) -> None:
    template = with_template(cast)
    uid = make(api, template=template, task="Call")
    lead(cast, "with", "With", source_channel="fair"), handle(cast, "with", "email", "with@them.example")
    assert round_(cast, replace(settings, smtp_url=url)) == 0
    assert "mail server" in api.get(f"{V1}/automations/{uid}").json["failed"]
    assert api.get(f"{V1}/automations/{uid}/preview").json["number"] == 1
    assert cast.read("MATCH (:Lead {uid: 'with'})<-[i:INTERACTED_WITH|ABOUT]-() RETURN type(i)", str) == []
    assert round_(cast, settings) == 1
    assert len(box.mails) == 1
    assert api.get(f"{V1}/automations/{uid}").json["failed"] is None


def test_nobody_is_sent_the_same_twice_nor_who_asked_not_to_be_contacted(
    api: FlaskClient, browser: FlaskClient, cast: Graph, settings: Settings, box: Box
) -> None:
    make(api, template=with_template(cast))
    lead(cast, "with", "With", source_channel="fair"), handle(cast, "with", "email", "with@them.example")
    contact(cast, "asked", "Asked", do_not_contact=True), handle(cast, "asked", "email", "asked@them.example")
    lead(cast, "asks", "Asks", source_channel="fair"), handle(cast, "asks", "email", "asked@them.example")
    (made,) = api.get(f"{V1}/automations").json["items"]
    tried = api.get(f"{V1}/automations/{made['uid']}/preview").json["first"]
    assert {one["uid"]: bool(one["unsent"]) for one in tried} == {"with": False, "asks": True}
    assert "asked not to be contacted" in next(one["unsent"] for one in tried if one["unsent"])
    assert "No mail to Asks: Asks asked not to be contacted" in text(browser.get(f"/automations/{made['uid']}"))
    assert round_(cast, settings) == 2
    cast.write("MATCH (r:AutomationRun) SET r.left_at = datetime() - duration('P2D')")  # they come again
    assert round_(cast, settings) == 3  # with the one that was there
    assert [str(mail["To"]) for mail in box.mails] == ["with@them.example"]
    said = "MATCH (r:AutomationRun {of: $of}) WHERE size(r.did) > 0 RETURN r.did[0] ORDER BY r.uid"
    assert cast.read(said, str, of="with")[1] == "unsent:It has had this mail."
    assert "asked not to be contacted" in cast.read(said, str, of="asks")[0]
    cast.write("MATCH (c:Contact {uid: 'asked'}) DETACH DELETE c")


def test_one_that_fails_is_told_of_and_the_others_go_on_and_it_can_be_stopped(
    api: FlaskClient, cast: Graph, settings: Settings
) -> None:
    broken, well = make(api, template=with_template(cast)), make(api, assign_to="bob")
    cast.write("MATCH (t:MailTemplate) DETACH DELETE t")
    cast.write("MATCH (a:Automation {uid: $well}) SET a.task_days = 9999999999, a.task = 'Call'", well=well)
    lead(cast, "new", "Newly", source_channel="fair")
    third = make(api, notify="author")
    lead(cast, "newer", "Newer", source_channel="fair")
    assert round_(cast, settings) == 1
    told = {one["uid"]: one["failed"] for one in api.get(f"{V1}/automations").json["items"]}
    assert "mail template" in told[broken]
    assert told[well] == "OverflowError"
    assert told[third] is None
    assert api.patch(f"{V1}/automations/{broken}", json={"active": False}).status_code == 200
    assert api.patch(f"{V1}/automations/{broken}", json={"active": True}).status_code == 404


def test_the_audit_log_says_who_starts_and_stops_one(api: FlaskClient, cast: Graph) -> None:
    uid = make(api, assign_to="bob", active=False)
    at = f"{V1}/automations/{uid}"
    for sent in ({"active": True}, {"name": "Fairs"}, {"active": False}):
        assert api.patch(at, json=sent).status_code == 200
    assert api.delete(at).status_code == 204
    said = "MATCH (a:Audit) WHERE $record IN a.records RETURN a.user + ': ' + a.what[0] ORDER BY a.seq"
    deeds = cast.read(said, str, record=f"automation {uid}")
    assert deeds == [f"alice: {deed} automation 1" for deed in ("create", "start", "change", "stop", "delete")]


def with_template(cast: Graph) -> str:
    said = {"name": "Welcome", "subject": "Welcome", "text": "Dear {name},"}
    return change(cast, Author("alice"), lambda made: mailing.put(made, "alice", said))


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"parameters": ""}, "parameters"), ({"parameters": "shoe=38"}, "shoe"), ({"parameters": "status=none"}, "status"),
        ({"assign_to": None}, "task"), ({"of": "task", "parameters": "status=open", "task": "Call"}, "task"),
        ({"of": "account", "parameters": "kind=company", "template": "none"}, "template"),
        ({"template": "none", "active": True}, "template"), ({"parameters": "q=lea"}, "parameters"),
        ({"task": "Call", "task_days": 5000}, "task_days"), ({"assign_to": "none", "active": True}, "assign_to"), ({"name": ""}, "name"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_where_it_is_wrong(api: FlaskClient, sent: dict[str, Any], field: str) -> None:
    whole = {"name": "Fair", "of": "lead", "parameters": "source_channel=fair", "assign_to": "bob"}
    answer = api.post(f"{V1}/automations", json=whole | sent)
    assert (answer.status_code in {404, 422}, answer.json.get("field")) == (True, field)


def test_nobody_elses_is_seen_and_a_reader_who_may_not_is_told(
    api: FlaskClient, cast: Graph, settings: Settings
) -> None:
    uid = make(api, assign_to="bob")
    cast.write(
        "MATCH (:User {uid: 'alice'})-[r:AUTOMATES]->(a) MATCH (b:User {uid: 'bob'}) CREATE (b)-[:AUTOMATES]->(a) DELETE r"
    )
    assert api.get(f"{V1}/automations/{uid}").status_code == 404
    assert api.get(f"{V1}/automations").json["items"] == []
    cast.write("MATCH (u:User {uid: 'bob'}) SET u.role = 'none'")
    assert round_(cast, settings) == 0
    (failed,) = cast.read("MATCH (a:Automation) RETURN a.failed", str)
    assert "Your role" in failed
    cast.write("MATCH (u:User {uid: 'bob'}) SET u.role = 'rep'")


def test_pages_make_try_stop_and_bring_back(browser: FlaskClient, cast: Graph, settings: Settings) -> None:
    new = "/automations/new?of=lead&parameters=source_channel%3Dfair"
    assert "/automations/new?of=lead&amp;parameters=source_channel" in browser.get("/leads?source_channel=fair").text
    sent = {"of": "lead", "parameters": "source_channel=fair", "name": "Fair", "active": "true"}
    assert post(browser, "/automations/new", page=new, **sent).status_code == 422
    made = post(browser, "/automations/new", page=new, **sent, assign_to="Bob (bob)")
    assert made.status_code == 303
    page = browser.get(made.headers["Location"])
    assert "1 record is in the list." in text(page)
    round_(cast, settings)
    lead(cast, "new", "Newly", source_channel="fair")
    round_(cast, settings)
    assert "Newly given to somebody" in text(browser.get(made.headers["Location"]))
    uid = made.headers["Location"].rpartition("/")[2]
    post(browser, f"/automations/{uid}/delete", page="/automations")
    assert "There is none yet" in text(browser.get("/automations"))
    post(browser, f"/automations/{uid}/restore", page="/automations")
    assert "Fair stopped" in text(browser.get("/automations"))


def test_a_list_may_be_of_a_segment_of_who_wrote_it(api: FlaskClient, cast: Graph, settings: Settings) -> None:
    asks = {"name": "Lost", "kind": "contact", "conditions": [[{"by": "lifecycle", "value": ["lost"]}]]}
    segment = api.post(f"{V1}/segments", json=asks).json["uid"]
    make(api, of="contact", parameters=f"segment={segment}", notify="author")
    round_(cast, settings)
    contact(cast, "lost-2", "Lost Two", lifecycle="lost")
    assert round_(cast, settings) == 1
    cast.write("MATCH (n) WHERE n.uid = 'lost-2' OR n:Segment DETACH DELETE n")


def test_contacts_come_by_fields_too(api: FlaskClient, cast: Graph, settings: Settings) -> None:
    make(api, of="contact", parameters="lifecycle=lost", task="Ask {name} why", task_for="owner")
    round_(cast, settings)
    contact(cast, "lost-1", "Lost One", lifecycle="lost")
    assert round_(cast, settings) == 1
    assert cast.read("MATCH (t:Task) RETURN t.name", str) == ["Ask Lost One why"]
    cast.write("MATCH (c:Contact {uid: 'lost-1'}) DETACH DELETE c")
