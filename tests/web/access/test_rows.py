"""Alice and Bob are of one team, Charlie of another, whose team stands below nobody's, or below theirs."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta

from flask.testing import FlaskClient

from graphcrm.graph import Graph
from tests.web.access.conftest import As
from tests.web.forms import links, post, send, text

V1 = "/api/v1"
TOMORROW = datetime.now(UTC).date() + timedelta(days=1)


def names(client: FlaskClient, url: str) -> set[str]:
    answer = client.get(V1 + url)
    assert answer.status_code == 200, answer.text
    return {item["uid"] for item in answer.json["items"]}


def give(client: FlaskClient, kind: str, uid: str, user: str, **more: str) -> None:
    answer = client.post(f"{V1}/{kind}s/{uid}/assign", json={"user": user, **more})
    assert answer.status_code == 200, answer.text


def test_charlie_sees_nothing_of_what_is_alices(api_as: As) -> None:
    alice, bob, charlie, frank = (api_as(user) for user in ("alice", "bob", "charlie", "frank"))
    everybody = names(charlie, "/contacts")
    give(frank, "contact", "maya", "alice")
    give(frank, "account", "globex", "alice")
    for client in (alice, bob, frank):
        assert names(client, "/contacts") == everybody
        assert client.get(f"{V1}/contacts/maya").status_code == 200
    assert names(charlie, "/contacts") == everybody - {"maya"}
    for url in ("/contacts/maya", "/contacts/maya/jobs", "/accounts/globex", "/accounts/globex/warm-paths"):
        assert charlie.get(V1 + url).status_code == 404, url
    assert names(charlie, "/search?q=maya") == set()
    assert [job["account"]["uid"] for job in charlie.get(f"{V1}/contacts/tomas/jobs").json["items"]] == ["acme"]
    assert "maya" not in charlie.get(f"{V1}/contacts/olga/colleagues").text
    assert charlie.patch(f"{V1}/contacts/maya", json={"hobbies": ["golf"]}).status_code == 404


def test_a_file_of_tasks_has_those_that_are_seen_and_of_them_what_is_seen(api_as: As, browser_as: As) -> None:
    frank, of = api_as("frank"), {}
    give(frank, "contact", "maya", "alice")
    for user in ("alice", "charlie"):
        body = {"name": f"Of {user}", "kind": "call", "contacts": ["maya", "noor"]}
        of[user] = frank.post(f"{V1}/tasks", json=body).json["uid"]
        give(frank, "task", of[user], user)
    rep = next(one for one in frank.get(f"{V1}/roles").json["items"] if one["name"] == "rep")
    may = {"rows": rep["rows"], "modules": [*rep["modules"], "export"], "hidden": ["task.kind"]}
    assert frank.put(f"{V1}/roles/rep", json=may).status_code == 200
    answer = post(browser_as("charlie"), "/tasks/export?columns=kind,about", page="/tasks", back="/tasks")
    told = list(csv.reader(answer.text.removeprefix("\ufeff").splitlines()))
    assert told == [["task_id", "name", "about"], [of["charlie"], "Of charlie", "Noor Haddad"]]


def test_what_is_given_away_is_seen_until_the_day(api_as: As, graph: Graph) -> None:
    charlie, frank = api_as("charlie"), api_as("frank")
    give(frank, "lead", "lead-1", "charlie")
    give(frank, "lead", "lead-1", "alice", on=str(TOMORROW))
    assert names(charlie, "/leads") == {"lead-1"}
    assert graph.read("MATCH (l:Lead) RETURN l.owner, l.owner_until", lambda *row: row) == [("charlie", TOMORROW)]


def test_the_day_comes_without_anybody_changing_anything(api_as: As, graph: Graph) -> None:
    frank = api_as("frank")
    give(frank, "lead", "lead-1", "charlie", on="2020-01-01")
    graph.write("MATCH (l:Lead) SET l.owner = 'alice', l.owner_until = date()")  # as it was kept the day before
    frank.application.extensions["graphcrm"].owners_kept_on = None
    assert names(api_as("charlie"), "/leads") == {"lead-1"}
    assert names(api_as("alice"), "/leads") == set()


def test_a_manager_sees_what_the_teams_below_have(api_as: As) -> None:
    dana, frank = api_as("dana"), api_as("frank")
    give(frank, "lead", "lead-1", "charlie")
    assert names(dana, "/leads") == set()
    assert frank.patch(f"{V1}/teams/South", json={"parent": "North"}).json["parent"]["uid"] == "North"
    assert names(dana, "/leads") == {"lead-1"}
    assert names(api_as("charlie"), "/leads") == {"lead-1"}
    assert frank.patch(f"{V1}/teams/North", json={"parent": "South"}).json["code"] == "conflict"
    assert dana.patch(f"{V1}/teams/South", json={"parent": None}).status_code == 403
    undone = frank.get(f"{V1}/teams").json["items"]
    assert [(team["name"], team["users"]) for team in undone] == [("North", 4), ("South", 2)]


def test_a_rep_changes_what_is_theirs_or_nobodys_alone(api_as: As) -> None:
    alice, bob, frank = api_as("alice"), api_as("bob"), api_as("frank")
    assert alice.patch(f"{V1}/contacts/maya", json={"hobbies": ["golf"]}).status_code == 200
    give(frank, "contact", "maya", "bob")
    refused = alice.patch(f"{V1}/contacts/maya", json={"hobbies": ["chess"]})
    assert (refused.status_code, refused.json["code"]) == (403, "forbidden")
    assert "somebody else's" in refused.json["detail"]
    assert (
        alice.post(f"{V1}/contacts/maya/move", json={"to_account": "acme", "effective_on": "2024-01-01"}).status_code
        == 403
    )
    assert alice.post(f"{V1}/contacts/maya/assign", json={"user": "alice"}).status_code == 403
    assert alice.delete(f"{V1}/contacts/maya").status_code == 403
    assert bob.get(f"{V1}/contacts/maya").json["hobbies"] == ["golf"]
    done = bob.patch(f"{V1}/contacts/maya", json={"hobbies": ["chess"]})
    assert alice.post(f"{V1}/changes/{done.headers['Change-Id']}/undo").status_code == 403
    assert bob.post(f"{V1}/changes/{done.headers['Change-Id']}/undo").status_code == 204


def test_a_change_of_what_is_partly_unseen_is_not_undone(api_as: As) -> None:
    charlie, frank = api_as("charlie"), api_as("frank")
    zed = frank.post(f"{V1}/contacts", json={"name": "Zed"}).json["uid"]
    frank.post(f"{V1}/contacts/{zed}/jobs", json={"account": "bytes", "start": "2020"})
    added = frank.post(f"{V1}/contacts/{zed}/jobs", json={"account": "hooli", "start": "2024", "kind": "advisor"})
    moved = frank.post(f"{V1}/contacts/{zed}/move", json={"to_account": "acme", "effective_on": "2025-01-01"})
    assert (added.status_code, moved.status_code) == (201, 201)
    for account in ("hooli", "acme"):
        give(frank, "account", account, "alice")
    assert charlie.get(f"{V1}/contacts/{zed}").status_code == 200
    assert charlie.post(f"{V1}/changes/{moved.headers['Change-Id']}/undo").status_code == 403
    assert charlie.post(f"{V1}/changes/{added.headers['Change-Id']}/undo").status_code == 404
    held = [job["account"]["uid"] for job in frank.get(f"{V1}/contacts/{zed}/jobs").json["items"]]
    assert sorted(held) == ["acme", "bytes", "hooli"]


def test_people_nobody_could_have_left_out_stay_in_a_meeting(api_as: As) -> None:
    charlie, frank = api_as("charlie"), api_as("frank")
    sent = {"contacts": ["noor", "maya"], "users": ["charlie"], "at": "2024-05-01", "channel": "meeting"}
    met = frank.post(f"{V1}/interactions", json=sent).json["uid"]
    give(frank, "contact", "maya", "alice")
    assert [one["uid"] for one in charlie.get(f"{V1}/interactions/{met}").json["contacts"]] == ["noor"]
    changed = charlie.patch(f"{V1}/interactions/{met}", json={"contacts": ["jonas"], "subject": "Lunch"})
    assert changed.status_code == 200
    told = frank.get(f"{V1}/interactions/{met}").json
    assert {one["uid"] for one in told["contacts"]} == {"jonas", "maya"}
    assert charlie.post(f"{V1}/interactions", json={"contacts": ["maya"], "at": "2024-05-01"}).status_code == 404


def test_nobody_makes_themselves_part_of_what_others_did(api_as: As, graph: Graph) -> None:
    alice = api_as("alice")
    (event,) = graph.read("MATCH (:User {uid: 'erin'})-[i:INTERACTED_WITH]->() RETURN i.event", str)
    assert alice.patch(f"{V1}/interactions/{event}", json={"users": ["alice", "erin"]}).status_code == 403
    assert alice.delete(f"{V1}/interactions/{event}").status_code == 403
    assert api_as("frank").patch(f"{V1}/interactions/{event}", json={"users": ["alice", "erin"]}).status_code == 200
    assert alice.patch(f"{V1}/interactions/{event}", json={"subject": "Hello"}).status_code == 200


def test_everybody_changes_their_own_name_and_nobody_their_role(api_as: As) -> None:
    alice = api_as("alice")
    assert alice.get(f"{V1}/me").json["role"]["rows"]["user"]["edit"] == "none"
    assert alice.patch(f"{V1}/users/alice", json={"locale": "zh-Hans"}).status_code == 403  # the address is for admins
    assert api_as("frank").patch(f"{V1}/users/alice", json={"role": "admin"}).status_code == 200
    assert alice.patch(f"{V1}/users/alice", json={"locale": "zh-Hans"}).status_code == 200


def test_what_may_not_be_done_is_not_offered(browser_as: As, api_as: As) -> None:
    give(api_as("frank"), "contact", "maya", "bob")
    mine, theirs = browser_as("alice").get("/contacts/tomas"), browser_as("alice").get("/contacts/maya")
    assert {"/contacts/tomas/edit", "/contacts/tomas/move"} <= set(links(mine))
    assert not {"/contacts/maya/edit", "/contacts/maya/move", "/contacts/maya/owner"} & set(links(theirs))
    assert "Owner Bob" in text(theirs)
    assert "/contacts/maya/trash" in browser_as("bob").get("/contacts/maya").text
    assert "/contacts/maya/trash" not in browser_as("erin").get("/contacts/maya").text
    refused = browser_as("alice").get("/contacts/maya/edit")
    assert refused.status_code == 200  # seen by everybody who sees the record; saving is refused with what was typed
    saved = send(browser_as("alice"), "/contacts/maya/edit", hobbies="chess")
    assert saved.status_code == 403
    assert "chess" in saved.text


def test_what_is_in_the_way_at_an_unseen_account_is_not_named(api_as: As) -> None:
    charlie, frank = api_as("charlie"), api_as("frank")
    zed = frank.post(f"{V1}/contacts", json={"name": "Zed"}).json["uid"]
    job = {"account": "globex", "start": "2020", "primary": True, "title": "Keeper of Secrets"}
    held = frank.post(f"{V1}/contacts/{zed}/jobs", json=job)
    assert held.status_code == 201, held.text
    give(frank, "contact", zed, "charlie")
    new = {"account": "acme", "start": "2021", "primary": True}
    seen = charlie.post(f"{V1}/contacts/{zed}/jobs", json=new)
    assert (seen.status_code, seen.json["field"], seen.json["other"]["title"]) == (409, "primary", "Keeper of Secrets")
    give(frank, "account", "globex", "alice")
    unseen = charlie.post(f"{V1}/contacts/{zed}/jobs", json=new)
    assert (unseen.status_code, unseen.json["code"], unseen.json["field"]) == (409, "conflict", "primary")
    assert unseen.json["detail"].startswith("What you may not see is in the way")
    assert not [word for word in ("globex", "Keeper", held.json["uid"]) if word in unseen.text]


def test_an_unseen_opportunity_that_a_lead_became_is_not_named(api_as: As) -> None:
    charlie, frank = api_as("charlie"), api_as("frank")
    lead = frank.post(f"{V1}/leads", json={"name": "Lea Twice"}).json["uid"]
    give(frank, "lead", lead, "charlie")
    sent = {"new_contact": {"name": "Lea Twice"}, "new_account": {"name": "Twice Ltd"}, "opportunity": {"name": "Line"}}
    assert frank.post(f"{V1}/leads/{lead}/convert", json=sent).status_code in {200, 201}
    became = {one["kind"]: one["uid"] for one in frank.get(f"{V1}/leads/{lead}").json["converted_to"]}
    given = frank.post(f"{V1}/opportunities/{became['opportunity']}/assign", json={"user": "alice"})
    assert given.status_code == 200, given.text
    again = charlie.post(f"{V1}/leads/{lead}/convert", json=sent)
    assert again.status_code == 409
    assert again.json["detail"].startswith("What you may not see is in the way")
    assert became["opportunity"] not in again.text
