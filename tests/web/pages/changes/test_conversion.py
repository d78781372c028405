"""A lead converted in the browser: what is offered, chosen, refused and told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from worlds.build import account, contact, handle, lead

from graphcrm.graph import Graph
from graphcrm.web.addresses import V1
from tests.web.forms import post, text, undo


@pytest.fixture
def stamp(cast: Graph) -> str:
    """The lead Vera of Viking, whose address a contact has, and whose domain an account."""
    stamp = datetime.now(UTC).strftime("%H%M%S%f")
    lead(cast, f"vera-{stamp}", f"Vera {stamp}", company_name=f"Viking {stamp}", title="CFO", status="new")
    handle(cast, f"vera-{stamp}", "email", f"vera@{stamp}.example", primary=True)
    handle(cast, contact(cast, f"same-{stamp}", f"V. Holm {stamp}"), "email", f"vera@{stamp}.example")
    account(cast, f"viking-{stamp}", f"Viking Lines {stamp}", domains=(f"{stamp}.example",))
    return stamp


def test_who_is_there_already_is_offered_first_with_the_reason(browser: FlaskClient, stamp: str) -> None:
    page = browser.get(f"/leads/vera-{stamp}/convert")
    said = text(page)
    assert f"V. Holm {stamp} the same e-mail address: vera@{stamp}.example" in said
    assert f"Viking Lines {stamp} its domain: {stamp}.example" in said
    assert f'value="uid:same-{stamp}" checked' in " ".join(page.text.split())
    url = f"/leads/vera-{stamp}/convert"
    answer = post(browser, url, page=url, contact=f"uid:same-{stamp}", account=f"uid:viking-{stamp}", title="CFO")
    assert answer.headers["Location"] == f"/contacts/same-{stamp}"
    shown = text(browser.get(f"/contacts/same-{stamp}"))
    assert "The lead is a contact now. Undo" in shown
    assert f"Was the lead Vera {stamp}" in shown
    assert f"Was the lead Vera {stamp}" in text(browser.get(f"/accounts/viking-{stamp}"))
    converted = browser.get(f"/leads/vera-{stamp}")
    assert f"theirs now: V. Holm {stamp} , Viking Lines {stamp}" in text(converted)
    assert "/convert" not in converted.text
    assert "/ignore" not in converted.text
    assert browser.get(url).headers["Location"] == f"/leads/vera-{stamp}"
    again = post(browser, url, page=f"/leads/vera-{stamp}/edit", contact="new", name="V", account="none")
    assert again.status_code == 409
    assert "Somebody else was quicker: the lead was converted already." in text(again)


def test_new_ones_are_made_and_an_undo_brings_the_lead_back(browser: FlaskClient, api: FlaskClient, stamp: str) -> None:
    url = f"/leads/vera-{stamp}/convert"
    answer = post(
        browser, url, page=url, contact="new", name="Vera Vik", account="new", company_name="Viking", title="CEO"
    )
    person = str(answer.headers["Location"])
    shown = text(browser.get(person))
    assert "Vera Vik" in shown
    assert "CEO" in shown
    history = text(browser.get(f"/leads/vera-{stamp}/history"))
    assert "conversion made" in history
    assert "Vera Vik" in history
    undo(browser, browser.get(f"/leads/vera-{stamp}/history"))
    assert api.get(f"{V1}/leads/vera-{stamp}").json["status"] == "new"
    assert "is in the trash" in text(browser.get(person))


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        (
            {"contact": "new", "name": "", "account": "new", "company_name": "V"},
            "Name of the new contact : name is empty",
        ),
        ({"contact": "new", "name": "V", "account": "none"}, "A job is at an account"),
        ({"name": "V", "account": "none"}, "Contact is empty; say which."),
        ({"contact": "new", "name": "V", "account": "anything"}, "Account is empty; say which."),
        ({"contact": "uid:nobody", "account": "new", "company_name": "V"}, "There is no contact"),
        ({"contact": "other", "account": "none"}, "Which contact is empty; say which."),
        ({"contact": "other", "other_contact": "Nobody at all", "account": "none"}, "No contact is called"),
        (
            {"contact": "new", "name": "V", "account": "new", "company_name": ""},
            "Name of the new account : name is empty",
        ),
        ({"contact": "new", "name": "V", "account": "other", "other_account": "Nowhere"}, "No account is called"),
        ({"contact": "new", "name": "V", "account": "new", "company_name": "V", "start": "soon"}, "start"),
    ],
)
def test_what_is_refused_stays_as_it_was_typed(
    browser: FlaskClient, api: FlaskClient, stamp: str, chosen: dict[str, str], says: str
) -> None:
    url = f"/leads/vera-{stamp}/convert"
    page = post(browser, url, page=url, **{"title": "Chief typist", **chosen})
    assert page.status_code == 422
    assert says in text(page)
    assert 'value="Chief typist"' in page.text
    assert api.get(f"{V1}/leads/vera-{stamp}").json["status"] == "new"
