"""Adding an account offers who may be there; adding a contact asks where they work."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from worlds.build import account, contact, handle, lead

from graphcrm.graph import Graph
from tests.web.forms import edited, links, send, text, typed, undo


@pytest.fixture
def stamp(cast: Graph) -> str:
    """A lead of Zeta and a contact with an address at its domain."""
    stamp = f"z{datetime.now(UTC).strftime('%H%M%S%f')}"
    contact(cast, f"c-{stamp}", f"Cora {stamp}", email=f"cora@{stamp}.example")
    lead(cast, f"l-{stamp}", f"Lena {stamp}", company_name=f"Zeta {stamp}", title="Buyer", status="new")
    return stamp


def test_a_new_account_offers_who_may_be_there_and_takes_who_is_chosen(browser: FlaskClient, stamp: str) -> None:
    answer = send(
        browser, "/accounts/new", name=f"Zeta {stamp}",
        **{"handles.kind": "domain", "handles.value": f"{stamp}.example"},
    )  # fmt: skip
    url = answer.headers["Location"]
    assert url.endswith("/offers")
    page = browser.get(url)
    assert f"Cora {stamp} contact · their address is cora@{stamp}.example" in text(page)
    assert f"Lena {stamp} lead · the lead is of Zeta {stamp}" in text(page)
    chosen = [f"contact c-{stamp}", f"lead l-{stamp}"]
    sent = edited(
        typed(page, url), who=chosen, **{f"title contact c-{stamp}": "Boss", f"start contact c-{stamp}": "2024-02"}
    )
    here = url.removesuffix("/offers")
    assert browser.post(url, data=sent).headers["Location"] == here
    page = browser.get(here)
    told = text(page)
    assert "2 people work there now. Undo" in told
    assert f"Cora {stamp} Boss" in told
    assert "Buyer" in told
    assert f"Lena {stamp}" not in text(browser.get(url))
    undo(browser, page)
    assert f"Cora {stamp}" in text(browser.get(url))


def test_what_cannot_be_is_said_and_what_was_typed_stays(cast: Graph, browser: FlaskClient, stamp: str) -> None:
    account(cast, f"a-{stamp}", f"Zeta {stamp}", domains=(f"{stamp}.example",))
    url = f"/accounts/a-{stamp}/offers"
    assert url in links(browser.get(f"/accounts/a-{stamp}"))
    empty = browser.post(url, data=edited(typed(browser.get(url), url)))
    assert (empty.status_code, "Choose 1 to 50 people" in text(empty)) == (422, True)
    who = f"contact c-{stamp}"
    wrong = browser.post(url, data=edited(typed(browser.get(url), url), who=who, **{f"start {who}": "2024-13"}))
    assert wrong.status_code == 422
    assert 'value="2024-13"' in wrong.text
    assert "checked" in wrong.text
    assert browser.get("/accounts/nobody/offers").status_code == 404


def test_a_lead_who_may_be_a_contact_is_converted_by_itself(cast: Graph, browser: FlaskClient, stamp: str) -> None:
    account(cast, f"a-{stamp}", f"Zeta {stamp}")
    handle(cast, f"l-{stamp}", "email", f"cora@{stamp}.example")
    url = f"/accounts/a-{stamp}/offers"
    page = browser.get(url)
    assert f"the lead is of Zeta {stamp} · has the e-mail address of Cora {stamp}" in text(page)
    assert f"/leads/l-{stamp}/convert" in links(page)
    assert f'value="lead l-{stamp}"' not in page.text
    sent = edited(typed(page, url), who=f"lead l-{stamp}") if "<form" in page.text else {}
    answer = browser.post(url, data=sent)
    assert answer.status_code == 409
    assert f"Cora {stamp} has the e-mail address of the lead Lena {stamp}" in text(answer)


def test_an_account_whom_nobody_fits_is_shown_at_once(browser: FlaskClient) -> None:
    url = send(browser, "/accounts/new", name=f"Lonely {datetime.now(UTC).timestamp()}").headers["Location"]
    assert not url.endswith("/offers")
    assert "Nobody whom we know has an address" in text(browser.get(f"{url}/offers"))


def test_a_new_contact_is_asked_where_they_work_and_the_domain_answers(
    cast: Graph, browser: FlaskClient, stamp: str
) -> None:
    account(cast, f"a-{stamp}", f"Zeta {stamp}", domains=(f"{stamp}.example",))
    assert "Works at" in text(browser.get("/contacts/new"))
    address = {"handles.kind": "email", "handles.value": f"new@{stamp}.example"}
    answer = send(browser, "/contacts/new", name="Nell", **address)
    url = answer.headers["Location"]
    assert url.endswith(f"/jobs/new?account=a-{stamp}")
    page = browser.get(url)
    assert f'value="Zeta {stamp} (a-{stamp})"' in page.text
    send(browser, url, title="Clerk")
    assert f"Clerk Zeta {stamp}" in text(browser.get(url.partition("/jobs")[0]))
