"""Contracts, orders and service requests on pages: their lists and own pages, and on the pages of whom they are of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.services import reminders
from graphcrm.web.addresses import V1
from tests.web.forms import csrf, links, post, text, undo

TODAY = datetime.now(UTC).date()
PEOPLE = [{"contact": "maya", "role": "buyer"}]


def made(api: FlaskClient, kinds: str, **body: object) -> str:
    """The page of one of Acme's that Maya has a part in."""
    stamp = datetime.now(UTC).strftime("%H%M%S%f")
    sent = {"name": f"Deal {stamp}", "account": "acme", "contacts": PEOPLE, **body}
    answer = api.post(f"{V1}/{kinds}", json=sent)
    assert answer.status_code == 201, answer.text
    return f"/{kinds}/{answer.json['uid']}"


def test_a_contract_is_where_it_belongs(browser: FlaskClient, api: FlaskClient) -> None:
    deal = made(api, "opportunities")
    end = str(TODAY - timedelta(days=1))
    page = made(
        api, "contracts", status="active", end=end, amount=12500, currency="EUR", opportunity=deal.split("/")[-1],
        payment_terms="30 days net", number="N 7",
    )  # fmt: skip
    for url in ("/accounts/acme", "/contacts/maya", deal, "/contracts?renews_within=90&sort=-created_at"):
        assert page in links(browser.get(url)), url
    shown = browser.get(page)
    assert {"/accounts/acme", "/contacts/maya", deal} <= set(links(shown))
    for words in ("€12,500", "buyer", "Renewal due", "Next steps", "30 days net", "N 7", "active"):
        assert words in text(shown), words
    assert "To be renewed within 90 days" in text(browser.get("/contracts?renews_within=90"))


@pytest.mark.parametrize(
    ("kinds", "sent", "told"),
    [
        ("contracts", {"status": "active", "start": "2024-05", "renewal": "automatic"}, "automatic"),
        ("orders", {"status": "placed", "deliver_by": "2030-05-01"}, "May 2030"),
        ("service-requests", {"status": "open", "priority": "urgent"}, "urgent"),
    ],
)
def test_one_is_made_changed_and_undone_by_forms(
    browser: FlaskClient, kinds: str, sent: dict[str, str], told: str
) -> None:
    begun = browser.get(f"/{kinds}/new?about=account:acme")
    assert "Acme (acme)" in begun.text
    fields = {"name": "By hand", "account": "Acme (acme)", "contacts.named": "maya", "contacts.role": "buyer", **sent}
    answer = post(browser, f"/{kinds}/new", page=f"/{kinds}/new", **fields)
    assert answer.status_code == 303, text(answer)
    page = answer.headers["Location"]
    shown = browser.get(page)
    for words in ("By hand", "Acme", "buyer", told):
        assert words in text(shown), words
    rev = {"rev": "2"}
    assert post(browser, f"{page}/edit", page=f"{page}/edit", **{**fields, **rev, "name": "Else"}).status_code in {
        303,
        412,
    }
    again = browser.get(f"{page}/edit")
    assert "contacts.named" in again.text
    refused = post(browser, f"/{kinds}/new", page=f"/{kinds}/new", name="", **sent)
    assert refused.status_code == 422
    undo(browser, browser.get(page)) if "Undo" in text(browser.get(page)) else None


def test_an_amount_without_a_currency_is_refused_beside_the_field(browser: FlaskClient) -> None:
    answer = post(browser, "/orders/new", page="/orders/new", name="Box", status="placed", amount="5")
    assert (answer.status_code, "currency is empty" in text(answer)) == (422, True)


def test_the_clock_of_a_service_request_is_shown(browser: FlaskClient, api: FlaskClient) -> None:
    asked = datetime.now(UTC) - timedelta(hours=9, minutes=30)
    page = made(api, "service-requests", asked_at=asked.isoformat(), description="No sound")
    for url in ("/accounts/acme", "/contacts/maya", "/service-requests?overdue=true&sort=due"):
        assert page in links(browser.get(url)), url
    shown = text(browser.get(page))
    for words in ("first answer: 1 hour late", "No sound", "2 days left"):
        assert words in shown, words
    api.patch(V1 + page, json={"status": "waiting"})
    assert "stands still" in text(browser.get(page))
    api.patch(V1 + page, json={"status": "solved", "satisfaction": 4})
    shown = text(browser.get(page))
    for words in ("4 of 5", "in time", "late"):
        assert words in shown, words
    assert page not in links(browser.get("/service-requests?solved=false&limit=500"))


def test_the_trash_and_the_history_have_them(browser: FlaskClient, api: FlaskClient) -> None:
    for kinds, words in (("contracts", "contract"), ("orders", "order"), ("service-requests", "service request")):
        page = made(api, kinds)
        assert "made" in text(browser.get(f"{page}/history"))
        answer = post(browser, f"{page}/trash", page=page)
        assert answer.status_code == 303
        assert f"The {words} is in the trash." in text(browser.get("/trash"))
        assert post(browser, f"{page}/restore", page="/trash").status_code == 303
        assert browser.get(page).status_code == 200


def test_cells_of_the_list_are_changed_in_their_place(browser: FlaskClient, api: FlaskClient) -> None:
    page = made(api, "contracts", status="draft")
    cell = browser.get(f"{page}/cell?field=status")
    assert '<option value="active"' in cell.text
    data = {"csrf": csrf(browser, page), "status": "active", "rev": "1"}
    assert browser.post(f"{page}/cell?field=status", data=data).status_code in {200, 303}


def test_an_account_shows_its_potential(browser: FlaskClient) -> None:
    assert "/accounts/acme/potential" in browser.get("/accounts/acme").text
    shown = text(browser.get("/accounts/acme/potential"))
    for words in ("Potential", "of 100", "of 25 at most", "a rule, and no forecast"):
        assert words in shown, words
    assert "/accounts/acme/potential" not in browser.get("/accounts/acme?as_of=2020-01-01").text


def test_an_opportunity_is_made_beside_a_conversion_by_the_form(browser: FlaskClient, api: FlaskClient) -> None:
    lead = api.post(f"{V1}/leads", json={"name": "Lea Form", "company_name": "Form Ltd"}).json["uid"]
    page = f"/leads/{lead}/convert"
    assert 'value="Form Ltd"' in browser.get(page).text
    sent = {
        "contact": "new", "name": "Lea Form", "account": "new", "company_name": "Form Ltd", "with_opportunity": "true",
        "deal.name": "First line", "deal.amount": "50", "deal.currency": "EUR",
    }  # fmt: skip
    wrong = post(browser, page, page=page, **{**sent, "deal.currency": ""})
    assert (wrong.status_code, "currency is empty" in text(wrong)) == (422, True)
    assert post(browser, page, page=page, **sent).status_code == 303
    became = {one["kind"]: one["uid"] for one in api.get(f"{V1}/leads/{lead}").json["converted_to"]}
    deal = api.get(f"{V1}/opportunities/{became['opportunity']}").json
    assert (deal["name"], deal["amount"], deal["account"]["uid"]) == ("First line", 50.0, became["account"])
    assert f"/opportunities/{became['opportunity']}" in links(browser.get(f"/leads/{lead}"))


@pytest.mark.parametrize(
    "typed",
    [{"deal.amount": "50", "deal.currency": "EUR"}, {"deal.expected_close": "2030-05-01"}, {"deal.name": "Line"}],
)
def test_what_is_typed_of_an_opportunity_asks_for_one(
    browser: FlaskClient, api: FlaskClient, typed: dict[str, str]
) -> None:
    lead = api.post(f"{V1}/leads", json={"name": "Lea Typed", "company_name": "Typed Ltd"}).json["uid"]
    page = f"/leads/{lead}/convert"
    sent = {
        "contact": "new",
        "name": "Lea Typed",
        "account": "new",
        "company_name": "Typed Ltd",
        "deal.name": "Typed Ltd",
    }
    assert post(browser, page, page=page, **sent | typed).status_code == 303
    became = {one["kind"] for one in api.get(f"{V1}/leads/{lead}").json["converted_to"]}
    assert became == {"contact", "account", "opportunity"}
    other = api.post(f"{V1}/leads", json={"name": "Lea Other", "company_name": "Typed Ltd"}).json["uid"]
    assert post(browser, f"/leads/{other}/convert", page=f"/leads/{other}/convert", **sent).status_code == 303
    assert {one["kind"] for one in api.get(f"{V1}/leads/{other}").json["converted_to"]} == {"contact", "account"}


@pytest.mark.parametrize(
    "url",
    [
        "/contracts/new?about=contacts:x",
        "/tasks/new?about=opportunitie:x",
        "/orders/new?about=:x",
        "/tasks/new?about=x",
    ],
)
def test_a_form_that_is_begun_at_nothing_is_empty(browser: FlaskClient, url: str) -> None:
    assert browser.get(url).status_code == 200


def test_when_it_was_asked_is_said_by_the_clock_of_who_says_it(browser: FlaskClient, api: FlaskClient) -> None:
    assert api.patch(f"{V1}/users/alice", json={"timezone": "Asia/Shanghai"}).status_code == 200
    try:
        fields = {"name": "Asked", "status": "new", "priority": "normal", "asked_at": "2030-05-03 14:05"}
        answer = post(browser, "/service-requests/new", page="/service-requests/new", **fields)
        page = answer.headers["Location"]
        assert api.get(V1 + page).json["asked_at"] == "2030-05-03T06:05:00Z"
        form = browser.get(f"{page}/edit").text
        assert 'value="2030-05-03 14:05"' in form
        assert "Asia/Shanghai" in form
        rev = str(api.get(V1 + page).headers["ETag"]).strip('W/"')
        fields["asked_at"] = "2030-05-03T14:05+00:00"
        assert post(browser, f"{page}/edit", page=f"{page}/edit", rev=rev, **fields).status_code == 303
        assert api.get(V1 + page).json["asked_at"] == "2030-05-03T14:05:00Z"
        wrong = post(browser, f"{page}/edit", page=f"{page}/edit", **fields | {"asked_at": "soon"})
        assert (wrong.status_code, "soon" in wrong.text) == (422, True)
    finally:
        api.patch(f"{V1}/users/alice", json={"timezone": None})


def test_buttons_answer_wait_solve_close_and_open_again(browser: FlaskClient, api: FlaskClient) -> None:
    page = made(api, "service-requests")

    def press(status: str, was: str = "") -> None:
        answer = post(browser, f"{page}/status", page=page, status=status, was=was)
        assert (answer.status_code, answer.headers["Location"]) == (303, page)

    def status() -> str:
        return str(api.get(V1 + page).json["status"])

    for words in ("It is answered", "Wait for them", "Solve"):
        assert words in text(browser.get(page)), words
    press("open", "new")
    press("waiting", "open")
    assert status() == "waiting"
    assert "Go on" in text(browser.get(page))
    press("open", "new")  # a page that is old by now
    assert status() == "waiting"
    assert "It is waiting by now" in text(browser.get(page))
    wrong = post(browser, f"{page}/solve", page=f"{page}/solve", solution="Restarted", satisfaction="9")
    assert (wrong.status_code, "Restarted" in wrong.text, status()) == (422, True, "waiting")
    done = post(browser, f"{page}/solve", page=f"{page}/solve", solution="Restarted", satisfaction="4")
    assert done.status_code == 303
    found = api.get(V1 + page).json
    assert (found["status"], found["solution"], found["satisfaction"]) == ("solved", "Restarted", 4)
    told = text(browser.get(f"{page}/history"))
    for field in ("answer by", "solve by", "waited "):
        assert field not in told, field
    press("closed", "solved")
    press("open", "closed")
    found = api.get(V1 + page).json
    assert (found["status"], found["solution"], found["satisfaction"]) == ("open", "Restarted", None)


def test_whose_it_is_reads_that_it_is_late(browser: FlaskClient, api: FlaskClient, cast: Graph) -> None:
    asked = datetime.now(UTC) - timedelta(days=9)
    page = made(api, "service-requests", asked_at=asked.isoformat())
    reminders.tell(cast, datetime.now(UTC))
    shown = browser.get("/notifications")
    assert "late" in text(shown)
    assert page in links(shown)
