"""Opportunities on pages: their list, board and forecast, their own page, and on the pages of whom they are for."""

from __future__ import annotations

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
    assert answer.headers["Location"] == "/opportunities/board"
    page = browser.get(deal)
    assert "It is in proposal now. Undo" in text(page)
    undo(browser, page)
    assert api.get(V1 + deal).json["stage"] == "first_contact"
    post(browser, f"{deal}/stage", page=deal, stage="lost", back=deal)
    assert "say why it was lost" in text(browser.get(deal))
    post(browser, f"{deal}/stage", page=deal, stage="lost", reason="Too dear", back=deal)
    assert "Too dear" in text(browser.get(deal))


def test_who_is_late_is_told_who_was_faster(browser: FlaskClient, api: FlaskClient, deal: str) -> None:
    page = browser.get("/opportunities/board?owner=me")
    assert page.status_code == 200
    rev = api.get(V1 + deal).json["rev"]
    api.patch(V1 + deal, json={"stage": "quote"})
    post(browser, f"{deal}/stage", page=deal, stage="needs", back=deal, rev=str(rev))
    assert "Alice has moved it to quote; look at it again." in text(browser.get(deal))
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
    sent = {"contacts.named": ["Maya Lindqvist (maya)", "tomas"], "contacts.role": ["decision_maker", "user"]}
    assert post(browser, f"{deal}/edit", page=f"{deal}/edit", **sent).status_code in {303, 422}
    api.patch(V1 + deal, json={"contacts": [{"contact": "tomas", "role": "user"}]})
    assert "(user)" in text(browser.get(f"{deal}/history"))


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
