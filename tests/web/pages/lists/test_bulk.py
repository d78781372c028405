"""What is done with chosen rows: one request, one notice, one undo; refused to who may not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse
from worlds.build import owned

from graphcrm.graph import Graph
from graphcrm.services import bulk
from tests.web.forms import csrf, text, typed, undo
from tests.web.pages.lists.conftest import names, row

SignedIn = Callable[[str, str], FlaskClient]


@pytest.fixture(autouse=True)
def as_before(cast: Graph) -> Iterator[None]:
    """Nothing of what a test gives away or throws away stays so."""
    owned(cast, "noor", "charlie")
    yield
    cast.write("MATCH (n:Contact|Account|Lead) REMOVE n.owner, n.deleted_at, n.owner_until")
    cast.write("MATCH ()-[o:ASSIGNED_TO]->() DELETE o")
    cast.write("MATCH (r:Revision) DETACH DELETE r")


def do(client: FlaskClient, url: str, *uids: str, **fields: str) -> TestResponse:
    """Tick some rows, choose what to do with them, and go on to the page that follows."""
    kind = url.split("/")[1]
    sent = {"csrf": csrf(client, f"/{kind}"), "back": f"/{kind}?sort=-name", **fields}
    return client.post(url, data={**sent, "uid": list(uids)}, follow_redirects=True)


def test_chosen_rows_change_hands_by_one_request_and_come_back_by_one_undo(browser: FlaskClient) -> None:
    page = do(browser, "/contacts/assign", "maya", "tomas", user="bob")
    assert page.request.full_path == "/contacts?sort=-name"
    assert "2 records now belong to Bob." in text(page)
    assert (row(page, "Maya Lind")[-3:], row(page, "Tomás Reyes")[-3:]) == ("Bob", "Bob")
    page = browser.get(undo(browser, page).location)
    assert page.request.full_path == "/contacts?sort=-name"
    assert (row(page, "Maya Lind")[-1:], row(page, "Tomás Reyes")[-1:]) == ("–", "–")


def test_chosen_rows_are_given_back(browser: FlaskClient) -> None:
    page = do(browser, "/contacts/assign", "noor", "maya", user="")
    assert "2 records are nobody’s now." in text(page)
    assert row(page, "Noor Haddad")[-1:] == "–"


def test_chosen_rows_go_into_the_trash_and_come_back(browser: FlaskClient) -> None:
    page = do(browser, "/leads/into-trash", "lead-1")
    assert "1 record is in the trash." in text(page)
    assert names(page) == []
    assert names(browser.get(undo(browser, page).location)) == ["Rita Novak"]
    page = do(browser, "/accounts/into-trash", "hooli", "globex")
    assert {"Hooli", "Globex"}.isdisjoint(names(page))
    assert {"Hooli", "Globex"} <= set(names(browser.get(undo(browser, page).location)))


def test_whom_rows_go_to_may_be_typed_and_a_name_that_nobody_has_is_told(browser: FlaskClient) -> None:
    assert "2 records now belong to Bob." in text(do(browser, "/contacts/assign", "maya", "tomas", user="Bob"))
    assert "Bobby" in text(do(browser, "/contacts/assign", "maya", user="Bobby"))
    do(browser, "/contacts/assign", "maya", "tomas", user="")


@pytest.mark.parametrize("action", ["assign", "into-trash", "export"])
def test_nothing_chosen_is_said_and_nothing_done(browser: FlaskClient, action: str) -> None:
    page = do(browser, f"/contacts/{action}", user="bob", chosen="yes")
    assert "Nothing is chosen" in text(page)
    assert len(names(page)) == 10


def test_too_many_are_said_and_nothing_done(browser: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MOST", 1)
    page = do(browser, "/contacts/into-trash", "maya", "tomas")
    assert "2 are chosen, and at most 1 are changed at once; nothing was changed." in text(page)
    assert len(names(page)) == 10


def test_a_form_that_is_sent_twice_does_it_once(browser: FlaskClient, cast: Graph) -> None:
    page = browser.get("/contacts")
    sent = typed(page, re.search(r'id="bulk".*?action="([^"]+)"', page.text, re.DOTALL)[1])  # type: ignore[index]
    sent.setlist("uid", ["maya"])
    sent["user"] = "bob"
    for _ in range(2):
        assert browser.post("/contacts/assign", data=sent).status_code == 303
    assert cast.read("MATCH (:Contact {uid: 'maya'})-[o:ASSIGNED_TO]->() RETURN count(o)", int) == [1]


def test_who_may_only_read_is_offered_nothing_and_refused(signed_in: SignedIn, cast: Graph) -> None:
    viewer = signed_in("charlie", "viewer")
    page = viewer.get("/contacts")
    assert {"Assign", "Move to trash", "Export", "New contact"}.isdisjoint(text(page).split("  "))
    own = ["/contacts/into-group", "/contacts/out-of-group"]  # groups are their own
    assert re.findall(r'formaction="([^"]+)"', page.text) == own
    assert 'id="bulk"' not in viewer.get("/leads").text
    assert 'class="pencil"' not in page.text
    for action in ("assign", "into-trash", "export"):
        assert do(viewer, f"/contacts/{action}", "noor", user="charlie").status_code == 403
    assert cast.read("MATCH (c:Contact {uid: 'noor'}) RETURN c.owner, c.deleted_at", lambda *row: row) == [
        ("charlie", None)
    ]


def test_charlie_does_nothing_with_what_he_does_not_see(signed_in: SignedIn, cast: Graph) -> None:
    owned(cast, "maya", "alice")
    charlie = signed_in("charlie", "manager")
    assert "Maya Lind" not in names(charlie.get("/contacts"))
    for action in ("assign", "into-trash"):
        page = do(charlie, f"/contacts/{action}", "noor", "maya", user="charlie")
        assert "There is no contact 'maya'" in text(page)
    assert cast.read("MATCH (c:Contact {uid: 'noor'}) RETURN c.deleted_at", lambda at: at) == [None]
    page = do(charlie, "/contacts/export", "noor", "maya")
    assert "noor" in page.text
    assert "maya" not in page.text
