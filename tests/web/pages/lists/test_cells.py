"""Cells changed in their place: what the form holds, what is stored, who was faster, and who may not."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse
from worlds.build import owned

from graphcrm.graph import Graph
from tests.web.forms import csrf, edited, text, undo

SignedIn = Callable[[str, str], FlaskClient]


@pytest.fixture(scope="module", autouse=True)
def stored_once(cast: Graph) -> None:
    """Jobs as an import leaves them."""
    cast.write("MATCH ()-[w:WORKS_AT]->() SET w.rev = 1")


def form(client: FlaskClient, url: str) -> MultiDict[str, str]:
    """What the form of a cell would send."""
    page = client.get(url)
    assert page.status_code == 200, text(page)
    sent = MultiDict((name, html.unescape(value)) for name, value in _INPUT.findall(page.text))
    for name, options in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', page.text, re.DOTALL):
        now = re.search(r'value="([^"]*)" selected', options)
        sent[name] = now[1] if now else ""
    return sent


_INPUT = re.compile(r'<input\s+(?:type="hidden" )?name="(\w+)"\s+value="([^"]*)"')


def save(client: FlaskClient, url: str, **changed: str) -> TestResponse:
    """Ask for the form of a cell, change it, save it, and see the cell as it is then."""
    return client.post(url, data=edited(form(client, url), **changed), follow_redirects=True)


@pytest.mark.parametrize(
    ("url", "changed", "before", "after"),
    [
        ("/contacts/maya/cell?field=name", {"name": "Maya Lindt"}, "Maya Lind", "Maya Lindt"),
        ("/contacts/maya/cell?field=lifecycle", {"lifecycle": "customer"}, "–", "customer"),
        ("/contacts/tomas/cell?field=title", {"title": "CEO"}, "CTO", "CEO"),
        ("/contacts/tomas/cell?field=owner", {"owner": "bob"}, "–", "Bob"),
        ("/accounts/globex/cell?field=employee_count", {"employee_count": "41"}, "40", "41"),
        ("/accounts/globex/cell?field=city", {"city": "Bern"}, "–", "Bern"),
        ("/leads/lead-1/cell?field=status", {"status": "contacted"}, "–", "contacted"),
        ("/leads/lead-1/cell?field=company_name", {"company_name": ""}, "Acme Holding", "–"),
    ],
)
def test_a_cell_is_stored_shown_and_undone(
    browser: FlaskClient, url: str, changed: dict[str, str], before: str, after: str
) -> None:
    assert before in text(browser.get(f"{url}&shown=yes"))
    shown = save(browser, url, **changed)
    assert re.search(rf"{after}.*Saved\. Undo$", text(shown))
    assert undo(browser, shown).location == f"/{url.split('/')[1]}"
    assert before in text(browser.get(f"{url}&shown=yes"))


def test_the_undo_leads_back_to_the_list_as_it_was(browser: FlaskClient) -> None:
    url = "/contacts/maya/cell?field=lifecycle"
    here = {"HX-Current-URL": "http://localhost/contacts?sort=-name"}
    sent = edited(form(browser, url), lifecycle="lost")
    shown = browser.get(browser.post(url, data=sent, headers=here).location)
    assert undo(browser, shown).location == "/contacts?sort=-name"
    browser.get("/contacts")  # reads what is said of it
    elsewhere = {"HX-Current-URL": "https://evil.example/contacts"}
    sent = edited(form(browser, url), lifecycle="lost")
    shown = browser.get(browser.post(url, data=sent, headers=elsewhere).location)
    assert undo(browser, shown).location == "/contacts"


def test_who_was_slower_sees_both_versions_and_may_insist(browser: FlaskClient) -> None:
    url = "/contacts/maya/cell?field=lifecycle"
    mine = edited(form(browser, url), lifecycle="customer")
    save(browser, url, lifecycle="lost")
    refused = browser.post(url, data=mine)
    assert refused.status_code == 412
    assert "Somebody else has made it “lost” meanwhile. Save to have “customer” after all, or give up." in text(refused)
    again = MultiDict(_INPUT.findall(refused.text))
    again["lifecycle"] = "customer"
    assert "customer" in text(browser.post(url, data=again, follow_redirects=True))
    save(browser, url, lifecycle="")


@pytest.mark.parametrize(
    ("url", "changed", "status", "said"),
    [
        ("/contacts/maya/cell?field=name", {"name": ""}, 422, "name is empty"),
        ("/accounts/globex/cell?field=employee_count", {"employee_count": "many"}, 422, "employee_count is 'many'"),
        ("/contacts/maya/cell?field=owner", {"owner": "zoe"}, 422, "not active any more"),
    ],
)
def test_what_is_refused_is_said_in_the_cell(
    browser: FlaskClient, url: str, changed: dict[str, str], status: int, said: str
) -> None:
    answer = browser.post(url, data=edited(form(browser, url), **changed))
    assert (answer.status_code, said in text(answer)) == (status, True)


@pytest.mark.parametrize("url", ["/contacts/x/cell", "/contacts/maya/cell?field=uid", "/contacts/gil/cell?field=title"])
def test_there_is_no_form_of_what_is_not_there(browser: FlaskClient, url: str) -> None:
    assert browser.get(url).status_code == 404


def test_a_cell_is_refused_to_who_may_only_see_it(signed_in: SignedIn, cast: Graph) -> None:
    owned(cast, "noor", "dana"), owned(cast, "jonas", "charlie")
    manager, viewer = signed_in("charlie", "manager"), signed_in("bob", "viewer")
    guard = {"csrf": csrf(manager, "/contacts"), "name": "Other"}
    assert manager.post("/contacts/noor/cell", data=guard).status_code == 404
    assert manager.post("/contacts/jonas/cell", data=guard | {"name": "Jonas Weber"}).status_code == 303
    assert viewer.post("/contacts/noor/cell", data={**guard, "csrf": csrf(viewer, "/contacts")}).status_code == 403
    assert cast.read("MATCH (c:Contact {uid: 'noor'}) RETURN c.name", str) == ["Noor Haddad"]
