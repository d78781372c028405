"""Stars, and what was looked at last: on the records, in the palette, and nowhere for who may not see them."""

from __future__ import annotations

import re

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient
from worlds.cast import NAMES

from graphcrm.graph import Graph
from graphcrm.web import needs
from tests.web.forms import csrf, links, post, text

MAYA, ACME, RITA = "/contacts/maya", "/accounts/acme", "/leads/lead-1"
ON_HOME = """{% extends "layout/base.html" %}{% from "parts/at_hand.html" import star, recent, starred %}
{% block main %}{% set hand = at_hand() %}{{ recent(hand) }}{{ starred(hand) }}{{ star("contact", "maya") }}{% endblock %}"""


@pytest.fixture(autouse=True)
def none_yet(cast: Graph) -> None:
    cast.write("MATCH ()-[s:STARRED]->() DELETE s")


def groups(page: str) -> dict[str, list[str]]:
    """The names in the palette, by the heading above them."""
    found: dict[str, list[str]] = {}
    for part in page.split('class="group">')[1:]:
        title, _, rest = part.partition("</li>")
        found[title.strip()] = re.findall(r"<span>([^<]+)</span>", rest)
    return found


def palette(client: FlaskClient, q: str = "", over: str = "/") -> dict[str, list[str]]:
    headers = {"HX-Current-URL": f"http://localhost{over}"}
    return groups(client.get("/palette", query_string={"q": q}, headers=headers).text)


def star(client: FlaskClient, record: str, deed: str = "star") -> None:
    assert post(client, f"{record}/{deed}", page="/search").status_code == 303


def test_the_palette_begins_with_what_was_looked_at_last(browser: FlaskClient) -> None:
    assert list(palette(browser)) == ["Go to", "Do"]
    for page in (ACME, MAYA, RITA, MAYA):
        assert browser.get(page).status_code == 200
    assert palette(browser)["Recently viewed"] == ["Maya Lind", "Rita Novak", "Acme"]
    assert next(iter(palette(browser))) == "Recently viewed"
    assert palette(browser, over=MAYA)["Recently viewed"] == ["Rita Novak", "Acme"]
    assert "Recently viewed" not in palette(browser, "maya")


def test_ten_are_kept_and_each_once(browser: FlaskClient) -> None:
    for uid in [*NAMES, "maya", "zhang", "maya"]:
        assert browser.get(f"/contacts/{uid}").status_code == 200
    with browser.session_transaction() as session:
        kept = [uid for _, uid in session["viewed"]]
    assert kept == ["maya", "zhang", *list(reversed(NAMES))[:8]]


def test_a_page_that_is_not_there_is_not_kept(browser: FlaskClient) -> None:
    assert browser.get("/contacts/nobody").status_code == 404
    with browser.session_transaction() as session:
        assert "viewed" not in session


def test_what_went_into_the_trash_is_not_shown(browser: FlaskClient, api: FlaskClient) -> None:
    made = api.post("/api/v1/contacts", json={"name": "Ada Short"}).json
    assert made is not None
    address = f"/contacts/{made['uid']}"
    browser.get(address)
    star(browser, address)
    assert palette(browser)["Recently viewed"] == palette(browser)["Starred"] == ["Ada Short"]
    api.delete(f"/api/v1{address}")
    assert not {"Recently viewed", "Starred"} & palette(browser).keys()


def test_a_record_is_starred_and_the_star_taken_away(browser: FlaskClient, cast: Graph) -> None:
    for record in (MAYA, ACME, RITA):
        star(browser, record)
    star(browser, MAYA)
    assert palette(browser)["Starred"] == ["Rita Novak", "Acme", "Maya Lind"]
    star(browser, ACME, "unstar")
    assert palette(browser)["Starred"] == ["Rita Novak", "Maya Lind"]
    assert cast.read("MATCH (u:User)-[s:STARRED]->() RETURN DISTINCT u.uid", str) == ["alice"]
    assert post(browser, "/contacts/nobody/star", page="/search").status_code == 404


def test_a_star_changes_in_place(browser: FlaskClient) -> None:
    sent = {"csrf": csrf(browser)}
    answer = browser.post(f"{MAYA}/star", data=sent, headers={"HX-Request": "true"})
    assert (answer.status_code, 'aria-pressed="true"' in answer.text, "<main" in answer.text) == (200, True, False)
    assert f'action="{MAYA}/unstar"' in answer.text
    assert 'aria-pressed="false"' in browser.post(f"{MAYA}/unstar", data=sent, headers={"HX-Request": "true"}).text


def test_a_page_shows_both_and_the_star(app: Flask, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app.add_url_rule("/at-hand", "at_hand", lambda: render_template_string(ON_HOME))
    monkeypatch.setitem(needs.NEEDS, "at_hand", needs.Need())  # type: ignore[arg-type]
    client = app.test_client()
    post(client, "/sign-in", token=token)
    client.get(ACME)
    star(client, MAYA)
    page = client.get("/at-hand")
    assert {MAYA, ACME} <= set(links(page))
    assert re.search(r"Recently viewed \S+ Acme Robotics Starred \S+ Maya Lind", text(page))
    assert 'aria-pressed="true"' in page.text
