"""The pages of segments: the form, without scripts, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graphcrm.access import SHIPPED
from graphcrm.graph import Graph
from graphcrm.queries.records.conditions import CONDITIONS
from graphcrm.services import policy, tags
from graphcrm.services.changes import Author, change
from graphcrm.web.pages.segments.curve import curve
from tests.web.forms import csrf, links, post, text

NEW = "/segments/new?kind=contact"


@pytest.fixture(autouse=True)
def none_yet(cast: Graph) -> Iterator[None]:
    yield
    cast.write("MATCH (s:Segment) DETACH DELETE s")


def send(client: FlaskClient, do: str, *entries: dict[str, object], url: str = NEW, **fields: str) -> TestResponse:
    """Send the form with some conditions, by a button."""
    sent: dict[str, object] = {"csrf": csrf(client, "/segments"), "do": do, "count": str(len(entries)), **fields}
    for n, entry in enumerate(entries):
        sent |= {f"c{n}-{name}": value for name, value in entry.items()}
    return client.post(url, data=sent)


OWNED = {"by": "owned", "not": "true"}
ROLE = {"by": "role", "value": ["decision_maker"]}


def test_the_examples_are_a_click_away_and_asked_at_once(browser: FlaskClient) -> None:
    empty = browser.get("/segments")
    for example in ("left", "silent"):
        address = f"/segments/new?kind=contact&example={example}"
        assert address in links(empty)
        page = browser.get(address)
        assert page.status_code == 200
        assert re.search(r"\d+ records?", text(page))


def test_conditions_are_added_and_taken_away_with_what_was_typed(browser: FlaskClient) -> None:
    page = send(browser, "add", add="silent", name="Quiet", joined="or")
    assert (page.status_code, 'name="c0-by" value="silent"' in page.text) == (200, True)
    page = send(browser, "add", {"by": "silent", "who": "me", "days": "77"}, add="tag", name="Quiet", joined="or")
    assert 'value="77"' in page.text
    assert 'name="c1-by" value="tag"' in page.text
    assert re.search(r'<option value="or"\s+selected', page.text)
    page = send(browser, "drop-0", {"by": "silent", "days": "77"}, OWNED, name="Quiet")
    assert ("silent" in re.findall(r'name="c\d+-by" value="(\w+)"', page.text), 'value="Quiet"' in page.text) == (
        False,
        True,
    )


def test_a_preview_says_what_is_asked_and_saves_nothing(browser: FlaskClient, cast: Graph) -> None:
    page = send(browser, "preview", OWNED, {"by": "silent", "who": "me", "days": "60", "joined": "or"})
    assert page.status_code == 200
    assert "not: belongs to somebody or nothing happened with me for 60 days" in text(page)
    assert re.search(r"\d+ records", text(page))
    assert cast.read("MATCH (s:Segment) RETURN count(s)", int) == [0]


def test_what_is_wrong_is_said_at_its_condition_and_what_was_typed_stays(browser: FlaskClient, cast: Graph) -> None:
    page = send(browser, "save", OWNED, {"by": "silent", "who": "me", "days": "0", "joined": "or"}, name="Quiet")
    assert page.status_code == 422
    assert 'id="e-c1-days"' in page.text
    assert 'value="Quiet"' in page.text
    page = send(browser, "save", {"by": "at", "value": "No such company"}, {"by": "tag", "value": "None"}, name="Quiet")
    assert (page.status_code, page.text.count('aria-invalid="true"')) == (422, 2)
    assert "No such company" in page.text
    assert send(browser, "save", OWNED, name="").status_code == 422
    assert send(browser, "save", name="Quiet").status_code == 422
    assert cast.read("MATCH (s:Segment) RETURN count(s)", int) == [0]


def test_a_segment_is_saved_shown_listed_edited_and_deleted(browser: FlaskClient, cast: Graph) -> None:
    cast.write("MERGE (t:Tag {uid: 'vip', key: 'vip', name: 'VIP', colour: 'red', rev: 1})")
    conditions = [
        {"by": "at", "value": "Acme"}, {"by": "owner", "value": "me", "not": "true"}, {"by": "tag", "value": "vip", "joined": "or"},
    ]  # fmt: skip
    saved = send(browser, "save", *conditions, name="At Acme", shared="true")
    assert saved.status_code == 303, text(saved)
    (uid,) = cast.read("MATCH (s:Segment) RETURN s.uid", str)
    page = browser.get(saved.headers["Location"])
    assert "works at Acme" in text(page)
    assert "not: belongs to me or has the tag VIP" in text(page)
    assert f"/contacts?segment={uid}" in links(page)
    listed = browser.get(f"/contacts?segment={uid}")
    assert (listed.status_code, "In the segment At Acme" in text(listed)) == (200, True)
    assert browser.get("/contacts?segment=at+acme").headers["Location"].endswith(f"segment={uid}")
    assert "At Acme" in browser.get("/segments/suggest/contact?q=acm").text
    assert "At Acme" in text(browser.get("/segments"))
    form = browser.get(f"/segments/{uid}/edit").text
    assert "(acme)" in form
    assert 'value="VIP"' in form
    page = send(browser, "save", OWNED, url=f"/segments/{uid}/edit", name="Nobody’s")
    assert page.headers["Location"] == f"/segments/{uid}"
    assert cast.read("MATCH (s:Segment) RETURN s.name", str) == ["Nobody’s"]
    cast.write("MATCH (s:Segment) SET s.rev = 9")
    stale = send(browser, "save", OWNED, url=f"/segments/{uid}/edit", name="Typed", rev="1")
    assert (stale.status_code, "Somebody else has changed it" in text(stale)) == (422, True)
    assert ('value="Typed"' in stale.text, 'name="rev" value="9"' in stale.text) == (True, True)
    for rev in ("²", "9" * 5_000):
        assert send(browser, "preview", OWNED, url=f"/segments/{uid}/edit", rev=rev, count=rev).status_code == 200
    post(browser, f"/segments/{uid}/delete", page="/segments")
    assert cast.read("MATCH (s:Segment) WHERE s.removed_at IS NULL RETURN count(s)", int) == [0]
    assert f'action="/segments/{uid}/restore"' in browser.get("/segments").text
    post(browser, f"/segments/{uid}/restore", page="/segments")
    assert browser.get(f"/segments/{uid}").status_code == 200
    cast.write("MATCH (t:Tag) DETACH DELETE t")


@pytest.mark.parametrize("kind", list(CONDITIONS))
def test_every_condition_has_a_form_and_words(browser: FlaskClient, kind: str) -> None:
    values = {"texts": "x", "text": "x", "number": "1", "percent": "50", "days": "9", "span": "within", "who": "me",
              "user": "me", "account": "acme", "tag": "vip"}  # fmt: skip
    url = f"/segments/new?kind={kind}"
    for by, asked in CONDITIONS[kind].items():
        if any(takes.type == "tag" for takes in asked.takes):
            continue
        entry = {
            takes.name: list(takes.choices[:1]) if takes.type == "choices" else values[takes.type]
            for takes in asked.takes
        }
        page = send(browser, "preview", {"by": by, **entry}, url=url)
        assert page.status_code == 200
        assert re.search(r"\d+ records?", text(page)), by
        assert "%(" not in text(page)


def test_a_segment_that_may_not_be_asked_any_more_says_so_and_is_deleted(browser: FlaskClient, cast: Graph) -> None:
    vip = change(cast, Author("alice"), lambda made: tags.tag(made, "contact", ["maya"], "VIP"))
    send(browser, "save", {"by": "tag", "value": "VIP"}, name="Tagged")
    send(browser, "save", {"by": "lifecycle", "value": ["lead"]}, name="Leads")
    uids = dict(cast.read("MATCH (s:Segment) RETURN s.name, s.uid", lambda *row: row))
    change(cast, Author("alice"), lambda made: tags.delete(made, vip))
    shipped = SHIPPED["rep"]
    hiding = replace(shipped, hidden=frozenset({*shipped.hidden, "contact.lifecycle"}))
    change(cast, Author(), lambda made: policy.change_role(made, hiding))
    for name, why in (("Tagged", "a tag that was deleted"), ("Leads", "You may not see the lifecycle")):
        page = browser.get(f"/segments/{uids[name]}")
        assert (page.status_code, why in text(page)) == (200, True)
        assert browser.get(f"/segments/{uids[name]}/edit").status_code == 200
        assert f'action="/segments/{uids[name]}/delete"' in page.text
        assert post(browser, f"/segments/{uids[name]}/delete", page="/segments").status_code == 303
    change(cast, Author(), lambda made: policy.change_role(made, shipped))
    cast.write("MATCH (t:Tag) DETACH DELETE t")
    assert cast.read("MATCH (s:Segment) WHERE s.removed_at IS NULL RETURN count(s)", int) == [0]


def test_a_segment_that_one_may_not_see_or_a_kind_that_is_none(browser: FlaskClient) -> None:
    assert browser.get("/segments/nothing").status_code == 404
    assert browser.get("/segments/new?kind=task").status_code == 404


def test_a_curve_has_two_ends() -> None:
    assert curve([(date(2026, 1, 1), 3)]) is None
    assert curve([(date(2026, 1, 1), 0), (date(2026, 1, 11), 10)]) == "4.0,76.0 596.0,4.0"
    assert curve([(date(2026, 1, 1), 0), (date(2026, 1, 2), 0)]) == "4.0,76.0 596.0,76.0"
