"""A campaign's page, who is put down, and the page of coverage."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient

from graphcrm.web.asking.coverage import Total
from tests.web.forms import links, post, send, text, typed, undo

V1 = "/api/v1"


@pytest.fixture
def fair(api: FlaskClient) -> str:
    """The address of a fair."""
    sent = {"name": "Fair", "kind": "exhibition", "start_on": "2024-05-01", "end_on": "2024-05-03", "place": "Basel"}
    return str(api.post(f"{V1}/campaigns", json=sent).headers["Location"]).removeprefix(V1)


def test_one_is_made_by_a_form_and_shown(browser: FlaskClient) -> None:
    sent = {"name": "Training", "kind": "training", "start_on": "2024-05-01", "cost": "1200", "currency": "eur"}
    answer = post(browser, "/campaigns/new", page="/campaigns/new", **sent)
    assert answer.status_code == 303
    shown = text(browser.get(answer.headers["Location"]))
    assert "Training" in shown
    assert "1 May 2024" in shown
    assert "Nobody is put down." in shown
    assert "That it followed does not say that it was for that reason." in shown
    refused = post(browser, "/campaigns/new", page="/campaigns/new", **{**sent, "end_on": "2024-04-01"})
    assert refused.status_code == 422
    assert 'id="e-end_on"' in refused.text
    assert typed(refused)["cost"] == "1200"


def test_people_are_put_down_by_their_names_marked_and_taken_out(
    api: FlaskClient, browser: FlaskClient, fair: str
) -> None:
    answer = send(browser, f"{fair}/attend", contacts="Maya Lind\r\nNoor Haddad", leads="Rita Novak", status="invited")
    assert (answer.status_code, answer.headers["Location"]) == (303, fair)
    page = browser.get(fair)
    assert "Maya Lind" in text(page)
    assert "invited 3" in text(page)
    undo(browser, page)
    assert "Nobody is put down." in text(browser.get(fair))
    send(browser, f"{fair}/attend", contacts="Maya Lind\r\nNoor Haddad", status="invited")
    assert post(browser, fair, page=fair, who="contact:maya", status="attended").headers["Location"] == fair
    assert "attended 1" in text(browser.get(fair))
    shown = text(browser.get(f"{fair}?status=attended"))
    assert "Maya Lind" in shown
    assert "Noor Haddad" not in shown
    assert fair in links(browser.get("/contacts/maya"))
    assert "attended" in text(browser.get("/contacts/maya/history"))
    post(browser, f"{fair}/take-out", page=fair, who="contact:maya")
    assert "Maya Lind" not in text(browser.get(fair))
    refused = post(browser, fair, page=fair, status="attended")
    assert refused.status_code == 422
    assert "Nobody is named" in text(refused)


def test_what_is_refused_comes_back_as_it_was_typed(browser: FlaskClient, fair: str) -> None:
    refused = send(browser, f"{fair}/attend", contacts="Nobody Known", status="registered", on="2024-05-01")
    assert refused.status_code == 422
    again = typed(refused)
    assert (again["contacts"], again["status"], again["on"]) == ("Nobody Known", "registered", "2024-05-01")
    for field in ("group", "segment"):
        refused = send(browser, f"{fair}/attend", status="invited", **{field: "Nothing such"})
        assert refused.status_code == 422
        assert "Nothing such" in text(refused) or typed(refused)[field] == "Nothing such"


def test_who_is_chosen_in_a_list_is_put_down_with_one_undo(api: FlaskClient, browser: FlaskClient, fair: str) -> None:
    uid = fair.rsplit("/", 1)[1]
    token = typed(browser.get(f"{fair}/attend"))["csrf"]
    sent = {"csrf": token, "uid": ["maya", "noor"], "campaign": f"Fair ({uid})", "attendance": "registered"}
    for name in (uid, "Nothing such", ""):
        answer = browser.post("/contacts/attend", data={**sent, "campaign": name, "back": "/contacts"})
        assert answer.status_code == 303
        assert api.get(V1 + fair).json["attendance"] == {"registered": 2}
    page = browser.get(f"/contacts?campaign={uid}")
    assert "Maya Lind" in text(page)
    assert "Asked to Fair" in text(page)
    assert browser.get("/contacts").status_code == 200
    changes = [one for one in api.get(f"{V1}/contacts/maya/history").json["items"] if one["kind"] == "attendance"]
    assert api.post(f"{V1}/changes/{changes[0]['change']}/undo").status_code == 204
    assert api.get(V1 + fair).json["attendance"] == {}


def test_the_list_says_how_many_are_asked_and_came(api: FlaskClient, browser: FlaskClient, fair: str) -> None:
    uid = fair.rsplit("/", 1)[1]
    api.post(f"{V1}{fair}/attendance", json={"contacts": ["maya"], "status": "attended"})
    api.post(f"{V1}{fair}/attendance", json={"contacts": ["noor"], "status": "invited"})
    assert "exhibition 1 May 2024 Basel 2 1" in text(browser.get(f"/campaigns?uids={uid}"))
    assert "To come" in text(browser.get("/campaigns?kind=exhibition"))


def test_coverage_shows_who_was_left(api: FlaskClient, browser: FlaskClient) -> None:
    uid = api.post(f"{V1}/contacts", json={"name": "Una Left"}).json["uid"]
    api.post(f"{V1}/contacts/{uid}/assign", json={"user": "bob"})
    page = browser.get("/coverage?user=bob&days=7")
    assert "Una Left" in text(page)
    assert f"/contacts/{uid}" in links(page)
    assert "never" in text(page)
    assert browser.get("/coverage").status_code == 200
    assert browser.get("/coverage?team=none").status_code == 404
    assert browser.get("/coverage?user=none").status_code == 404
    api.post(f"{V1}/contacts/{uid}/release", json={})


def test_the_page_stays_where_it_was_and_what_is_refused_stays_ticked(
    api: FlaskClient, browser: FlaskClient, fair: str
) -> None:
    people = [("contact", "maya"), ("contact", "noor")]
    api.post(f"{V1}{fair}/attendance", json={"contacts": [uid for _kind, uid in people], "status": "invited"})
    first = browser.get(f"{fair}?limit=1&days=7")
    assert "What followed" in text(first)
    (more,) = (link for link in links(first) if "cursor=" in link)
    second = browser.get(more)
    assert "What followed" not in text(second)
    refused = post(browser, more, page=fair, who="contact:noor", status="late")
    assert refused.status_code == 422
    assert "Noor Haddad" in text(refused)
    assert "Maya Lind" not in text(refused)
    assert refused.request.path == fair  # whose links lead to the page
    assert re.search(r'value="contact:noor"\s+checked', refused.text)
    done = post(browser, more, page=fair, who="contact:noor", status="registered")
    assert done.status_code == 303
    assert dict(parse_qsl(urlsplit(done.headers["Location"]).query)) == dict(parse_qsl(urlsplit(more).query))


def test_it_is_said_how_many_are_new(api: FlaskClient, browser: FlaskClient, fair: str) -> None:
    api.post(f"{V1}{fair}/attendance", json={"contacts": ["maya"], "status": "attended"})
    api.post(f"{V1}{fair}/attendance", json={"contacts": ["noor"], "status": "invited"})
    sent = {"csrf": typed(browser.get(f"{fair}/attend"))["csrf"], "status": "attended"}
    browser.post(fair, data={**sent, "who": ["contact:maya", "contact:noor"]})
    assert "1 person is put down." in text(browser.get(fair))
    sent |= {"uid": ["maya", "noor"], "campaign": fair.rsplit("/", 1)[1], "attendance": "attended", "back": "/contacts"}
    browser.post("/contacts/attend", data=sent)
    assert "Nothing was different" in text(browser.get("/contacts"))


def test_of_two_campaigns_of_one_name_the_uid_says_which(api: FlaskClient, browser: FlaskClient) -> None:
    one, two = (api.post(f"{V1}/campaigns", json={"name": "Twin days"}).json["uid"] for _ in range(2))
    sent = {"csrf": typed(browser.get(f"/campaigns/{one}/attend"))["csrf"], "uid": ["maya"], "attendance": "invited"}
    answer = browser.post("/contacts/attend", data={**sent, "campaign": "Twin days", "back": "/contacts"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/contacts")
    page = browser.get("/contacts")
    assert "Give the uid." in text(page)
    assert 'value="Twin days"' in page.text
    browser.post("/contacts/attend", data={**sent, "campaign": f"Twin days ({two})", "back": "/contacts"})
    asked = [api.get(f"{V1}/campaigns/{uid}").json["attendance"] for uid in (one, two)]
    assert asked == [{}, {"invited": 1}]
    api.post(f"{V1}/campaigns/{two}/attendance/remove", json={"contacts": ["maya"]})


def test_a_day_of_the_past_and_an_account_and_the_search(api: FlaskClient, browser: FlaskClient, fair: str) -> None:
    uid = api.post(f"{V1}/contacts", json={"name": "Ida Booth"}).json["uid"]
    lead = api.post(f"{V1}/leads", json={"name": "Lou Booth"}).json["uid"]
    account = api.post(f"{V1}/accounts", json={"name": "Booth Makers"}).json["uid"]
    api.post(f"{V1}/contacts/{uid}/jobs", json={"account": account, "start": "2020"})
    api.post(f"{V1}{fair}/attendance", json={"contacts": [uid], "leads": [lead], "status": "attended"})
    for page in (f"/contacts/{uid}", f"/leads/{lead}", f"/accounts/{account}"):
        assert fair in links(browser.get(page)), page
        assert fair not in links(browser.get(f"{page}?as_of=2024-04-01")), page
    assert "1 of 1 came" in text(browser.get(f"/accounts/{account}"))
    api.patch(f"{V1}{fair}", json={"name": "Kunstmesse"})
    deal = api.post(f"{V1}/opportunities", json={"name": "Kunstmesse line"}).json["uid"]
    for url in ("/search?q=kunstmesse", "/palette?q=kunstmesse"):
        found = links(browser.get(url))
        assert {fair, f"/opportunities/{deal}"} <= set(found), url


def test_there_is_no_share_of_nothing_and_all_is_a_hundred() -> None:
    shares = [Total(every, met, [], partial=False).share for every, met in ((0, 0), (200, 199), (3, 3), (3, 0))]
    assert shares == [None, 99, 100, 0]
