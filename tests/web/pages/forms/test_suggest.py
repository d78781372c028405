"""What a few letters in a field may mean."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

from tests.web.forms import as_user, edited, links, typed

V1 = "/api/v1"


def suggested(browser: FlaskClient, kind: str, q: str) -> list[str]:
    page = browser.get(f"/{kind}/suggest", query_string={"q": q})
    assert page.status_code == 200
    return re.findall(r'role="option"[^>]*data-value="([^"]+)"', page.text)


def test_a_record_is_found_by_a_few_letters_of_its_name_or_an_address(browser: FlaskClient) -> None:
    assert suggested(browser, "accounts", "glo") == ["Globex"]
    assert suggested(browser, "accounts", "acme.exa") == ["Acme"]
    assert suggested(browser, "contacts", "三丰") == ["张三丰"]
    assert suggested(browser, "users", "ali") == ["Alice"]
    assert suggested(browser, "leads", "rita") == ["Rita Novak"]


def test_only_records_of_the_kind_are_suggested_and_nothing_for_nothing(browser: FlaskClient) -> None:
    assert "Maya Lind" not in suggested(browser, "accounts", "ma")
    assert suggested(browser, "accounts", "") == []
    assert suggested(browser, "accounts", "zzz") == []


def test_records_of_one_name_are_told_apart(api: FlaskClient, browser: FlaskClient) -> None:
    uids = [api.post(f"{V1}/accounts", json={"name": "Twins"}).json["uid"] for _ in range(2)]
    found = suggested(browser, "accounts", "twi")
    assert set(found) == {f"Twins ({uid})" for uid in uids}
    contact = api.post(f"{V1}/contacts", json={"name": "Ada"}).json["uid"]
    sent = edited(typed(browser.get(f"/contacts/{contact}/jobs/new")), account=f"Twins ({uids[1]})", start="2020")
    assert browser.post(f"/contacts/{contact}/jobs/new", data=sent).status_code == 303
    assert f"/accounts/{uids[1]}" in links(browser.get(f"/contacts/{contact}"))


def test_what_somebody_may_not_see_is_not_suggested(api: FlaskClient, browser: FlaskClient) -> None:
    uid = api.post(f"{V1}/accounts", json={"name": "Secretive"}).json["uid"]
    api.post(f"{V1}/accounts/{uid}/assign", json={"user": "charlie"})
    assert suggested(browser, "accounts", "secre") == ["Secretive"]
    assert suggested(as_user(browser, "dana"), "accounts", "secre") == []  # a manager of another team


def test_fields_that_hold_records_ask_for_suggestions(browser: FlaskClient) -> None:
    assert 'data-suggest="/accounts/suggest"' in browser.get("/contacts/tomas/move").text
    page = browser.get("/interactions/new").text
    assert all(f'data-suggest="/{kind}/suggest"' in page for kind in ("users", "contacts", "leads"))
