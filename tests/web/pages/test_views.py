"""Saved views as pages: saved from a page, shown above it, and seen to in their list."""

from __future__ import annotations

import re

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient
from worlds.build import view

from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from graphcrm.web import needs
from graphcrm.web.pages.shell import saved
from tests.web.forms import links, post, text

PATHS = "/accounts/acme/warm-paths"
ALL = "MATCH (v:SavedView) WHERE v.removed_at IS NULL RETURN v.name"


@pytest.fixture(autouse=True)
def none_yet(cast: Graph) -> None:
    cast.write("MATCH (v:SavedView) DETACH DELETE v")


@pytest.fixture
def charlie(app: Flask, cast: Graph) -> FlaskClient:
    return as_(app, cast, "charlie")


def as_(app: Flask, cast: Graph, user: str) -> FlaskClient:
    client = app.test_client()
    assert post(client, "/sign-in", token=create_token(cast, user=user)).status_code == 303
    return client


def save(client: FlaskClient, **fields: str) -> str:
    """Save a view of the paths into Acme, and answer its uid."""
    sent = {"name": "Into Acme", "of": "paths", "target": "acme", "parameters": "user=alice", "back": PATHS, **fields}
    answer = post(client, "/views", page="/search", **sent)
    assert (answer.status_code, answer.headers["Location"]) == (303, fields.get("back", PATHS))
    return next(iter(re.findall(r"/views/([^/]+)/rename", client.get("/views").text)), "")


def test_what_a_page_shows_is_saved_and_opened_again(browser: FlaskClient) -> None:
    uid = save(browser, parameters="user=alice&cursor=x&limit=9&no_parameter=1")
    opened = browser.get(f"/views/{uid}")
    assert (opened.status_code, opened.headers["Location"]) == (302, f"{PATHS}?user=alice")
    page = browser.get("/views")
    assert "Into Acme" in text(page)
    assert f"{PATHS}?user=alice" in links(page)


def test_what_cannot_be_saved_is_said_on_the_page_it_was_on(browser: FlaskClient, cast: Graph) -> None:
    answer = post(browser, "/views", page="/search", of="paths", parameters="kinds=odd", name="x", back=PATHS)
    assert (answer.status_code, answer.headers["Location"]) == (303, PATHS)
    assert "kinds" in text(browser.get(PATHS))
    post(browser, "/views", page="/search", of="paths", name=" ", back=PATHS)
    assert "takes a name" in text(browser.get(PATHS))
    assert cast.read(ALL, str) == []


def test_one_that_there_is_shows_something_else_in_its_place(browser: FlaskClient) -> None:
    uid = save(browser)
    save(browser, replace=uid, parameters="user=bob", name="")
    assert browser.get(f"/views/{uid}").headers["Location"] == f"{PATHS}?user=bob"


def test_it_gets_another_name_and_is_shared(app: Flask, cast: Graph, browser: FlaskClient) -> None:
    uid, bob = save(browser), as_(app, cast, "bob")
    assert bob.get(f"/views/{uid}").status_code == 404
    assert post(browser, f"/views/{uid}/rename", page="/views", name="Acme first").status_code == 303
    assert post(browser, f"/views/{uid}/share", page="/views", shared="true").status_code == 303
    assert "Acme first" in text(bob.get("/views"))
    assert bob.get(f"/views/{uid}").status_code == 302
    post(browser, f"/views/{uid}/share", page="/views", shared="false")
    assert "Acme first" not in text(bob.get("/views"))


def test_another_team_sees_nothing_of_it_and_nobody_else_changes_it(
    app: Flask, cast: Graph, browser: FlaskClient, charlie: FlaskClient
) -> None:
    uid, bob = save(browser, shared="true"), as_(app, cast, "bob")
    assert "Into Acme" not in text(charlie.get("/views"))
    assert charlie.get(f"/views/{uid}").status_code == 404
    for client in (bob, charlie):
        for deed, fields in (("rename", {"name": "x"}), ("share", {}), ("delete", {}), ("restore", {})):
            post(client, f"/views/{uid}/{deed}", page="/search", **fields)
    assert cast.read(ALL, str) == ["Into Acme"]


def test_a_pin_is_ones_own_and_puts_it_first(app: Flask, cast: Graph, browser: FlaskClient) -> None:
    save(browser, name="A", shared="true")
    view(cast, "z", "alice", "Z", of="paths", target="acme", shared=True)
    assert post(browser, "/views/z/pin", page="/views", pinned="true").status_code == 303
    assert [tab.name for tab in tabs(app, cast, "alice")] == ["Z", "A"]
    assert [tab.name for tab in tabs(app, cast, "bob")] == ["A", "Z"]
    post(browser, "/views/z/pin", page="/views", pinned="false")
    assert [tab.name for tab in tabs(app, cast, "alice")] == ["A", "Z"]


def tabs(app: Flask, cast: Graph, user: str, at: str = PATHS) -> list[saved.Tab]:
    """The tabs of the paths into Acme on a page of theirs."""
    found: list[saved.Tab] = []
    client = as_(app, cast, user)
    app.before_request_funcs.setdefault(None, []).append(
        lambda: found.extend(saved.views_for("paths", "acme"))  # after it was asked who that is
    )
    client.get(at)
    app.before_request_funcs[None].pop()
    return found


def test_the_tab_of_what_is_shown_is_the_current_one(app: Flask, cast: Graph, browser: FlaskClient) -> None:
    save(browser, parameters="user=alice&kinds=direct")
    shown = [f"{PATHS}?kinds=direct&user=alice", f"{PATHS}?user=alice&kinds=direct&limit=5&user="]
    others = [PATHS, f"{PATHS}?user=alice", "/accounts/globex/warm-paths?kinds=direct&user=alice"]
    assert [tabs(app, cast, "alice", at)[0].current for at in [*shown, *others]] == [True, True, False, False, False]


def test_a_row_of_tabs_and_the_form_that_saves(app: Flask, cast: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    app.add_url_rule("/with-tabs", "with_tabs", lambda: render_template_string(WITH_TABS))
    monkeypatch.setitem(needs.NEEDS, "with_tabs", needs.Need())  # type: ignore[arg-type]
    view(cast, "v1", "alice", "Into Acme", of="paths", target="acme", parameters="user=alice")
    page = as_(app, cast, "alice").get("/with-tabs?user=bob&kinds=direct&limit=7")
    assert f"{PATHS}?user=alice" in links(page)
    assert 'value="kinds=direct&amp;user=bob"' in page.text
    assert "Share with North" in text(page)
    assert 'aria-current="page">All<' in page.text


WITH_TABS = """{% from "parts/views.html" import view_tabs, save_view %}{% set views = views_for("paths", "acme") %}
{{ view_tabs(views, "/all", "All", true) }}
{{ save_view("paths", views, target="acme") }}"""


def test_what_is_deleted_can_be_brought_back(browser: FlaskClient, cast: Graph) -> None:
    uid = save(browser)
    post(browser, f"/views/{uid}/delete", page="/views")
    assert cast.read(ALL, str) == []
    page = browser.get("/views")
    assert f'action="/views/{uid}/restore"' in page.text
    assert browser.get(f"/views/{uid}").status_code == 404
    post(browser, f"/views/{uid}/restore", page="/views")
    assert cast.read(ALL, str) == ["Into Acme"]
