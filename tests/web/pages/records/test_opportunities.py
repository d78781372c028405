"""Opportunities on pages: their list, board and forecast, their own page, and on the pages of whom they are for."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graphcrm.web.addresses import V1
from tests.web.forms import csrf, links, post, text, undo

PEOPLE = [{"contact": "maya", "role": "buyer"}]


@pytest.fixture
def deal(api: FlaskClient) -> str:
    """The address of an opportunity at Acme that Maya has a part in."""
    stamp = datetime.now(UTC).strftime("%H%M%S%f")
    body = {"name": f"Line {stamp}", "account": "acme", "contacts": PEOPLE, "amount": 12500, "currency": "EUR"}
    return f"/opportunities/{api.post(f'{V1}/opportunities', json=body).json['uid']}"


def by_script(browser: FlaskClient, deal: str, **fields: str) -> TestResponse:
    """Move it as the script of the board does."""
    data = {"csrf": csrf(browser, deal), "back": deal, **fields}
    return browser.post(f"{deal}/stage", data=data, headers={"Accept": "application/json"})


def test_it_is_where_it_belongs(browser: FlaskClient, deal: str) -> None:
    for page in ("/accounts/acme", "/contacts/maya", "/opportunities?owner=me&status=open&sort=-created_at"):
        assert deal in links(browser.get(page)), page
    page = browser.get(deal)
    assert {"/accounts/acme", "/contacts/maya"} <= set(links(page))
    for words in ("€12,500", "buyer", "Time in each stage", "Next steps", "Ways in"):
        assert words in text(page), words


def test_it_is_moved_by_a_form_and_undone(browser: FlaskClient, api: FlaskClient, deal: str) -> None:
    answer = post(browser, f"{deal}/stage", page=deal, stage="proposal", back="/opportunities/board")
    assert answer.headers["Location"] == f"/opportunities/board?moved={deal.removeprefix('/opportunities/')}"
    page = browser.get(deal)
    assert "It is in proposal now. Undo" in text(page)
    undo(browser, page)
    assert api.get(V1 + deal).json["stage"] == "first_contact"
    wrong = post(browser, f"{deal}/stage", page=deal, stage="lost", back=deal)
    assert wrong.status_code == 422
    assert "say why it was lost" in text(wrong)
    assert '<option value="lost" selected' in " ".join(wrong.text.split())
    post(browser, f"{deal}/stage", page=deal, stage="lost", reason="Too dear", back=deal)
    assert "Too dear" in text(browser.get(deal))


def test_who_is_late_is_told_who_was_faster(browser: FlaskClient, api: FlaskClient, deal: str) -> None:
    page = browser.get("/opportunities/board?owner=me")
    assert page.status_code == 200
    rev = api.get(V1 + deal).json["rev"]
    api.patch(V1 + deal, json={"stage": "quote"})
    late = post(browser, f"{deal}/stage", page=deal, stage="won", reason="All is well", back=deal, rev=str(rev))
    assert late.status_code == 412
    assert "Alice has moved it to quote; look at it again." in text(late)
    assert 'value="All is well"' in late.text
    assert f'name="rev" value="{rev + 1}"' in late.text
    told = by_script(browser, deal, stage="needs", rev=str(rev))
    assert (told.status_code, told.json["detail"]) == (409, "Alice has moved it to quote; look at it again.")
    wrong = by_script(browser, deal, stage="lost")
    assert (wrong.status_code, wrong.json["field"]) == (422, "lost_reason")
    done = by_script(browser, deal, stage="needs")
    assert (done.status_code, done.json["detail"]) == (200, "It is in needs now.")


def test_the_board_has_a_lane_for_each_stage(browser: FlaskClient, deal: str) -> None:
    page = browser.get("/opportunities/board?owner=me")
    for words in ("first contact", "needs", "proposal", "quote", "negotiation", "won", "lost"):
        assert words in text(page)
    assert deal in links(page)
    assert deal not in links(browser.get("/opportunities/board?owner=bob"))
    assert browser.get("/opportunities/forecast").status_code == 200


def test_a_new_one_is_begun_at_an_account(browser: FlaskClient, api: FlaskClient) -> None:
    page = browser.get("/opportunities/new?about=account:acme")
    assert "(acme)" in page.text
    sent = {
        "name": "A pilot", "account": "acme", "amount": "900", "currency": "eur", "stage": "needs",
        "contacts.named": ["maya", "tomas"], "contacts.role": ["buyer", ""],
    }  # fmt: skip
    answer = post(browser, "/opportunities/new", page="/opportunities/new", **sent)
    assert answer.status_code == 303, text(answer)
    found = api.get(V1 + str(answer.headers["Location"])).json
    assert (found["account"]["uid"], found["amount"], found["stage"]) == ("acme", 900.0, "needs")
    assert [(one["uid"], one["role"]) for one in found["contacts"]] == [("maya", "buyer"), ("tomas", None)]
    wrong = post(browser, "/opportunities/new", page="/opportunities/new", name="A", stage="needs", amount="5")
    assert wrong.status_code == 422
    assert "currency is empty" in text(wrong)


def test_it_is_edited_and_its_history_names_people(browser: FlaskClient, api: FlaskClient, deal: str) -> None:
    form = browser.get(f"{deal}/edit")
    assert 'value="12500"' in form.text
    assert "(maya)" in form.text
    sent = {
        "name": "Line", "stage": "quote", "account": "Acme (acme)", "amount": "12500", "currency": "EUR",
        "contacts.named": ["Maya Lindqvist (maya)", "tomas"], "contacts.role": ["decision_maker", "user"],
    }  # fmt: skip
    assert post(browser, f"{deal}/edit", page=f"{deal}/edit", **sent).status_code == 303
    parts = [(one["uid"], one["role"]) for one in api.get(V1 + deal).json["contacts"]]
    assert sorted(parts) == [("maya", "decision_maker"), ("tomas", "user")]
    assert "first contact" in text(browser.get(f"{deal}/history"))
    api.patch(V1 + deal, json={"contacts": [{"contact": "tomas", "role": "user"}]})
    assert "(user)" in text(browser.get(f"{deal}/history"))


def test_fields_that_nobody_touched_are_those_of_who_was_faster(
    browser: FlaskClient, api: FlaskClient, deal: str
) -> None:
    found = api.get(V1 + deal).json
    sent = {
        "name": "Mine", "stage": "first_contact", "account": f"{found['account']['name']} (acme)", "amount": "12500",
        "currency": "EUR", "contacts.named": [f"{found['contacts'][0]['name']} (maya)"], "contacts.role": ["buyer"],
        "rev": str(found["rev"]),
    }  # fmt: skip
    other = [{"contact": "tomas", "role": "user"}]
    api.patch(V1 + deal, json={"amount": 900, "account": None, "contacts": other})
    answer = post(browser, f"{deal}/edit", page=f"{deal}/edit", **sent)
    assert answer.status_code == 412
    page = " ".join(answer.text.split())
    assert 'name="name" value="Mine"' in page
    assert 'name="amount" value="900"' in page
    assert 'name="account" value=""' in page
    assert "(tomas)" in page
    assert 'value="Maya' not in page


def test_a_name_that_fits_several_offers_them_and_nobody_is_named_twice(
    browser: FlaskClient, api: FlaskClient, deal: str
) -> None:
    stamp = f"Twin {datetime.now(UTC).strftime('%H%M%S%f')}"
    twins = [api.post(f"{V1}/contacts", json={"name": stamp}).json["uid"] for _ in range(2)]
    of = {"name": "A", "stage": "needs"}
    twice = {"contacts.named": [stamp, "maya"], "contacts.role": ["buyer", "user"]}
    answer = post(browser, "/opportunities/new", page="/opportunities/new", **of, **twice)
    assert answer.status_code in {409, 422}
    assert "Several fit; choose one." in text(answer)
    for uid in twins:
        assert f'<option value="{uid}">' in answer.text
    assert 'value="maya"' in answer.text
    same = {"contacts.named": ["maya", "maya"], "contacts.role": ["buyer", "user"]}
    answer = post(browser, "/opportunities/new", page="/opportunities/new", **of, **same)
    assert (answer.status_code, "is named twice" in text(answer)) == (422, True)


def test_one_that_is_lost_already_is_made(browser: FlaskClient, api: FlaskClient) -> None:
    of = {"name": "A pilot", "stage": "lost", "lost_reason": "Too dear"}
    answer = post(browser, "/opportunities/new", page="/opportunities/new", **of)
    assert answer.status_code == 303, text(answer)
    found = api.get(V1 + str(answer.headers["Location"])).json
    assert (found["status"], found["lost_reason"]) == ("lost", "Too dear")


def test_the_board_asks_for_what_is_missing_and_shows_what_was_moved(browser: FlaskClient, deal: str) -> None:
    form = browser.get(f"{deal}/stage?stage=lost&missing=reason&back=/opportunities/board?owner=me")
    assert form.status_code == 200
    assert "Say why." in text(form)
    assert '<option value="lost" selected' in " ".join(form.text.split())
    page = browser.get("/opportunities/board?owner=me")
    assert "in this stage" in text(page)
    assert page.text.count('name="stage"') == 0
    assert f"{deal}/stage?" in page.text
    assert browser.get("/opportunities/board?moved=none").status_code == 200


def test_those_of_a_team_are_listed_and_a_task_is_made_about_each(browser: FlaskClient, deal: str) -> None:
    uid = deal.removeprefix("/opportunities/")
    page = browser.get(f"/opportunities?team=North&uids={uid}")
    assert deal in links(page)
    assert "Of the team North" in text(page)
    assert deal not in links(browser.get(f"/opportunities?team=South&uids={uid}"))
    sent = {"csrf": csrf(browser, "/opportunities"), "uid": uid, "task": "Ask them", "back": "/opportunities"}
    assert "1 task is made." in text(browser.post("/opportunities/make-tasks", data=sent, follow_redirects=True))
    assert "Ask them" in text(browser.get(deal))
    assert "There is no team" in text(browser.get("/opportunities?team=none"))


def test_the_forecast_says_what_it_leaves_out(browser: FlaskClient, deal: str) -> None:
    assert "without an expected close" in text(browser.get("/opportunities/forecast?owner=me"))


def test_stages_are_changed_on_a_page(browser: FlaskClient, api: FlaskClient) -> None:
    stamp = f"Check {datetime.now(UTC).strftime('%H%M%S%f')}"
    there = "/opportunities/stages"
    assert post(browser, there, page=there, name=stamp, status="open", probability="70").status_code == 303
    assert stamp in browser.get(there).text
    (key,) = [one["key"] for one in api.get(f"{V1}/stages").json["items"] if one["name"] == stamp]
    sent = {"name": f"{stamp}!", "was_name": stamp, "was_retired": "false", "retired": "true"}
    post(browser, f"{there}/{key}", page=there, **sent)
    found = next(one for one in api.get(f"{V1}/stages").json["items"] if one["key"] == key)
    assert (found["name"], found["retired"], found["probability"]) == (f"{stamp}!", True, 70)
    page = post(browser, f"{there}/{key}", page=there, **{**sent, "name": "Mine"}, rev="1")
    assert (page.status_code, "Somebody else has changed it meanwhile" in text(page)) == (412, True)
    assert re.search(r'name="name"\s+maxlength="100"\s+value="Mine"', page.text)
    page = post(browser, there, page=there, name=f"{stamp}!", status="won", probability="33")
    assert (page.status_code, "There is a stage" in text(page), 'value="33"' in page.text) == (409, True, True)
    assert re.search(r'<option value="won"\s+selected', page.text)


def test_one_in_a_retired_stage_is_edited_and_stays_there(browser: FlaskClient, api: FlaskClient, deal: str) -> None:
    key = api.post(f"{V1}/stages", json={"name": f"Old {datetime.now(UTC).strftime('%H%M%S%f')}"}).json["key"]
    api.patch(V1 + deal, json={"stage": key})
    api.patch(f"{V1}/stages/{key}", json={"retired": True})
    form = browser.get(f"{deal}/edit")
    assert f'<option value="{key}"' in form.text
    assert f'<option value="{key}"' not in browser.get("/opportunities/new").text
    sent = {"name": "Renamed", "stage": key, "account": "acme", "amount": "12500", "currency": "EUR"}
    assert post(browser, f"{deal}/edit", page=f"{deal}/edit", **sent).status_code == 303
    found = api.get(V1 + deal).json
    assert (found["name"], found["stage"]) == ("Renamed", key)
