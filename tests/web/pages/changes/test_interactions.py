"""Interactions, ratings, owners and links by forms."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from flask.testing import FlaskClient

from graphcrm.services.users import create_token
from graphcrm.web.context import graph
from tests.web.forms import edited, links, post, send, text, typed, undo

V1 = "/api/v1"


@pytest.fixture
def ada(api: FlaskClient) -> str:
    return str(api.post(f"{V1}/contacts", json={"name": "Ada King"}).headers["Location"]).removeprefix(V1)


def events(api: FlaskClient, contact: str) -> list[dict[str, Any]]:
    items = api.get(f"{V1}{contact}/history").json["items"]
    return [item for item in items if item["kind"] == "interaction"]


def test_an_interaction_is_logged_with_several_of_us_and_of_them(
    api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    uid = ada.rsplit("/", 1)[1]
    url = f"/interactions/new?contact={uid}"
    assert typed(browser.get(url), "/interactions/new")["contacts"] == f"Ada King ({uid})"
    sent = {"contacts": f"Ada King ({uid})\r\nMaya Lind", "users": "Alice\r\nbob@us.example", "leads": "Rita Novak"}
    answer = send(
        browser, url, at="2024-05-17T09:30:00+02:00", channel="meeting", subject="Lunch", topics="a; b", **sent
    )
    assert (answer.status_code, answer.headers["Location"]) == (303, ada)
    (item,) = events(api, ada)
    after = item["after"]
    assert (set(after["users"]), set(after["contacts"]), after["leads"]) == (
        {"alice", "bob"},
        {uid, "maya"},
        ["lead-1"],
    )
    assert (after["at"], after["channel"], after["topics"]) == ("2024-05-17T07:30:00+00:00", "meeting", ["a", "b"])
    page = browser.get(ada)
    assert "Logged. Undo" in text(page)
    assert re.search(r"Lunch (Alice|Bob).{1,5}(Alice|Bob) · both ways", text(page))  # one line of both of us
    told = text(browser.get(f"{ada}/history"))
    assert "contacts Ada King; Maya Lind" in told or "contacts Maya Lind; Ada King" in told
    assert undo(browser, page).headers["Location"] == ada
    assert "Lunch" not in text(browser.get(ada))


def test_the_form_begins_as_they_last_met(browser: FlaskClient) -> None:
    page = typed(browser.get("/interactions/new?contact=maya"))
    assert (page["contacts"], page["channel"], page["users"]) == ("Maya Lind (maya)", "meeting", "Alice (alice)")
    assert page["at"]
    assert "your team reads it" in text(browser.get("/interactions/new?contact=maya"))  # what comes next
    begun = browser.get("/interactions/new?account=acme")
    assert "Lena Fischer" in text(begun)
    assert "Ulla Berg" not in text(begun)  # she has left
    assert "people" not in typed(begun)  # Alice knows nobody there
    assert browser.get("/interactions/new?account=none").status_code == 404


def test_what_is_logged_at_an_account_leads_back_there_and_so_does_what_comes_next(
    api: FlaskClient, browser: FlaskClient
) -> None:
    hall = str(api.post(f"{V1}/accounts", json={"name": "Hall"}).json["uid"])
    people = [str(api.post(f"{V1}/contacts", json={"name": name}).json["uid"]) for name in ("Una", "Vic")]
    for uid in people:
        api.post(f"{V1}/contacts/{uid}/jobs", json={"account": hall, "start": "2020"})
    api.post(f"{V1}/interactions", json={"contacts": people[1:], "at": "2024-05-17", "channel": "video"})
    url = f"/interactions/new?account={hall}"
    begun = typed(browser.get(url))
    assert (begun.getlist("people"), begun["channel"]) == (people[1:], "video")
    refused = browser.post(url, data={**begun.to_dict(), "people": people, "step_on": "2030-01-01", "subject": "kept"})
    assert refused.status_code == 422
    again = typed(refused)
    assert (set(again.getlist("people")), again["subject"], again["step_on"]) == (set(people), "kept", "2030-01-01")
    answer = browser.post(url, data={**again.to_dict(), "people": people, "step": "Write them"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/accounts/{hall}")
    page = browser.get(f"/accounts/{hall}")
    assert "Write them" in text(page)
    assert "kept" in text(page)
    (task,) = api.get(f"{V1}/tasks?about_account={hall}").json["items"]
    assert {one["uid"] for one in api.get(f"{V1}/tasks/{task['uid']}").json["contacts"]} == set(people)
    undo(browser, page)
    assert "Write them" not in text(browser.get(f"/accounts/{hall}"))


def test_somebody_who_is_offered_no_more_is_refused_and_not_left_out(api: FlaskClient, browser: FlaskClient) -> None:
    hall = str(api.post(f"{V1}/accounts", json={"name": "Hall two"}).json["uid"])
    url = f"/interactions/new?account={hall}"
    refused = browser.post(url, data={**typed(browser.get(url)).to_dict(), "people": ["gone"], "contacts": "Maya Lind"})
    assert refused.status_code == 422
    assert typed(refused).getlist("people") == ["gone"]


def test_topics_that_one_has_used_are_offered(api: FlaskClient, browser: FlaskClient) -> None:
    sent = {"contacts": ["maya"], "at": f"{datetime.now(UTC):%Y-%m-%d}", "topics": ["Pilot <plan>", "Price"]}
    api.post(f"{V1}/interactions", json=sent)
    found = browser.get("/interactions/topics?q=PIL").text
    assert "Pilot &lt;plan&gt;" in found
    assert "Price" not in found
    assert "option" not in browser.get("/interactions/topics?q=").text
    assert "option" not in browser.get("/interactions/topics?q=nothing such").text


def test_an_interaction_is_corrected_and_removed(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    uid = ada.rsplit("/", 1)[1]
    sent = {"contacts": [uid], "at": "2024-05-17", "channel": "call", "subject": "Call"}
    event = f"/interactions/{api.post(f'{V1}/interactions', json=sent).json['uid']}"
    assert f"{event}/edit" in links(browser.get(ada))
    assert send(browser, f"{event}/edit").headers["Location"] == ada
    assert "Nothing was different" in text(browser.get(ada))
    assert (
        send(browser, f"{event}/edit", subject="Long call", contacts=f"Ada King ({uid})\r\nNoor Haddad").status_code
        == 303
    )
    body = api.get(f"{V1}{event}").json
    assert (body["subject"], body["participants"]) == ("Long call", 3)
    assert send(browser, f"{event}/edit", f"{event}/remove").headers["Location"] == ada
    assert api.get(f"{V1}{event}").status_code == 404


def test_a_stale_interaction_shows_both_versions(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    uid = ada.rsplit("/", 1)[1]
    sent = {"contacts": [uid], "at": "2024-05-17", "subject": "Call", "notes": "old"}
    event = f"/interactions/{api.post(f'{V1}/interactions', json=sent).json['uid']}"
    mine = edited(typed(browser.get(f"{event}/edit")), subject="Mine")
    api.patch(f"{V1}{event}", json={"subject": "Theirs", "notes": "new"})
    answer = browser.post(f"{event}/edit", data=mine)
    assert answer.status_code == 412
    assert "Subject differs Mine Theirs" in text(answer)
    again = typed(answer)
    assert (again["subject"], again["notes"], again["contacts"]) == ("Mine", "new", f"Ada King ({uid})")
    assert browser.post(f"{event}/edit", data=again).status_code == 303


@pytest.mark.parametrize(
    ("sent", "status", "field"),
    [
        ({"at": ""}, 422, "at"),
        ({"at": "soon"}, 422, "at"),
        ({"contacts": ""}, 422, "contacts"),
        ({"contacts": "Nobody Known"}, 422, "contacts"),
        ({"users": "Nobody Known"}, 422, "users"),
        ({"contacts": "Ann"}, 409, "contacts"),
        ({"participants": "many"}, 422, "participants"),
    ],
)
def test_an_interaction_that_cannot_be_comes_back_as_it_was_typed(
    api: FlaskClient, browser: FlaskClient, sent: dict[str, str], status: int, field: str
) -> None:
    for name in ("Ann Blue", "Ann Green") if sent.get("contacts") == "Ann" else ():
        api.post(f"{V1}/contacts", json={"name": name})
    given = {"contacts": "Maya Lind", "at": "2024-05-17", "notes": "kept", **sent}
    answer = send(browser, "/interactions/new", **given)
    assert answer.status_code == status, text(answer)
    assert f'id="e-{field}"' in answer.text
    assert {name: typed(answer)[name] for name in given} == given


def test_a_private_interaction_is_no_business_of_others(
    app: Any, api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    sent = {"contacts": [ada.rsplit("/", 1)[1]], "at": "2024-05-17", "subject": "secret", "private": True}
    event = f"/interactions/{api.post(f'{V1}/interactions', json=sent).json['uid']}"
    assert "secret" in browser.get(f"{event}/edit").text
    other = app.test_client()
    with app.app_context():
        token = create_token(graph(), user="bob")
    post(other, "/sign-in", token=token)
    for answer in (other.get(f"{event}/edit"), post(other, f"{event}/remove", page="/")):
        assert answer.status_code == 403
        assert "secret" not in answer.text
    assert api.get(f"{V1}{event}").status_code == 200


def test_a_contact_is_rated_and_the_rating_taken_back(browser: FlaskClient, ada: str) -> None:
    assert send(browser, ada, f"{ada}/rating", value="4").headers["Location"] == ada
    page = browser.get(ada)
    assert "rated 4 of 5" in text(page)
    assert typed(page, f"{ada}/rating")["value"] == "4"
    send(browser, ada, f"{ada}/rating", value="")
    assert "rated" not in text(browser.get(ada))
    send(browser, ada, f"{ada}/rating", value="9")
    assert "value is" in text(browser.get(ada))


@pytest.mark.parametrize("url", ["/accounts/globex", "/contacts/noor", "/leads/lead-1"])
def test_a_record_is_given_handed_over_and_given_back(api: FlaskClient, browser: FlaskClient, url: str) -> None:
    for user, said in (("alice", "Alice"), ("bob", "Bob"), ("", None)):
        answer = send(browser, f"{url}/owner", user=user, why="new region")
        assert (answer.status_code, answer.headers["Location"]) == (303, url)
        owner = api.get(f"{V1}{url}").json["owner"]
        assert (owner and owner["name"]) == said
        assert not said or said in text(browser.get(url))
    shown = text(browser.get(f"{url}/owner"))
    assert "Bob new region" in shown
    assert "Alice new region" in shown
    refused = send(browser, f"{url}/owner", user="alice", start="2024-13-01", why="kept")
    assert refused.status_code == 422
    assert 'id="e-start"' in refused.text
    assert (typed(refused)["user"], typed(refused)["why"]) == ("alice", "kept")


def test_an_assignment_is_corrected_and_removed(api: FlaskClient, browser: FlaskClient) -> None:
    lead = str(api.post(f"{V1}/leads", json={"name": "Lea"}).headers["Location"]).removeprefix(V1)
    for user, on in (("alice", "2024-01-01"), ("bob", "2024-03-01")):
        assert send(browser, f"{lead}/owner", user=user, start=on).status_code == 303
    bob, alice = re.findall(r'href="(/assignments/[^"]+)/edit"', browser.get(f"{lead}/owner").text)
    refused = send(browser, f"{alice}/edit", end="2024-04-01", end_reason="too far")
    assert refused.status_code == 409
    assert typed(refused)["end_reason"] == "too far"
    assert send(browser, f"{alice}/edit", end="2024-02-01", end_reason="she moved").status_code == 303
    assert "Alice she moved" in text(browser.get(f"{lead}/owner"))
    answer = send(browser, f"{bob}/edit", f"{bob}/remove")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{lead}/owner")
    assert "The assignment is removed. Undo" in text(browser.get(f"{lead}/owner"))
    assert browser.get(f"{bob}/edit").status_code == 404
    assert browser.get("/assignments/none/edit").status_code == 404


@pytest.mark.parametrize(
    ("url", "kind", "other", "said"),
    [
        ("/accounts/hooli", "subsidiary_of", "Initech", "Hooli subsidiary of Initech"),
        ("/contacts/jonas", "reports_to", "Noor Haddad", "Jonas Weber reports to Noor Haddad"),
    ],
)
def test_a_link_is_added_corrected_and_removed(
    browser: FlaskClient, url: str, kind: str, other: str, said: str
) -> None:
    answer = send(browser, f"{url}/links", kind=kind, to=other, start="2020")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{url}/links")
    page = browser.get(f"{url}/links")
    assert f"{said} since 2020" in text(page)
    (edit,) = (link for link in links(page) if link.startswith("/links/"))
    assert send(browser, edit, end="2023").status_code == 303
    assert "since 2020, until 2023" in text(browser.get(f"{url}/links"))
    assert f"to {other}" in text(browser.get(f"{url}/history"))
    send(browser, edit, edit.replace("/edit", "/remove"))
    assert said not in text(browser.get(f"{url}/links"))


@pytest.mark.parametrize(
    ("sent", "field"),
    [({"to": ""}, "to"), ({"to": "Nowhere"}, "to"), ({"kind": ""}, "kind"), ({"start": "2020-13"}, "start")],
)
def test_a_link_that_cannot_be_comes_back_as_it_was_typed(
    browser: FlaskClient, sent: dict[str, str], field: str
) -> None:
    given = {"kind": "partner_of", "to": "Initech", "start": "2020", "why": "kept", **sent}
    answer = send(browser, "/accounts/hooli/links", **given)
    assert answer.status_code == 422
    assert f'id="e-{field}"' in answer.text
    assert {name: typed(answer)[name] for name in given} == given
