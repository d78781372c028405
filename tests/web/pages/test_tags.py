"""Tags on pages: on a record, in bulk, and in their own list."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.services import tags
from graphcrm.services.changes import Author, change
from tests.web.forms import csrf, links, post, text, typed, undo


@pytest.fixture(autouse=True)
def no_tags(cast: Graph) -> Iterator[None]:
    yield
    cast.write("MATCH (t:Tag) DETACH DELETE t")
    cast.write("MATCH (r:Revision) DETACH DELETE r")


def tagged(graph: Graph) -> set[tuple[str, str]]:
    found = "MATCH (n)-[:TAGGED]->(t) WHERE t.removed_at IS NULL RETURN n.uid, t.name"
    return set(graph.read(found, lambda *row: row))


@pytest.mark.parametrize(("kind", "uid"), [("contacts", "maya"), ("accounts", "acme"), ("leads", "lead")])
def test_a_record_is_tagged_on_its_page_and_the_tag_taken_away(
    browser: FlaskClient, cast: Graph, kind: str, uid: str
) -> None:
    if kind == "leads":
        (uid,) = cast.read("MATCH (l:Lead) RETURN l.uid LIMIT 1", str)
    page = f"/{kind}/{uid}"
    assert post(browser, f"{page}/tag", page=page, tag="VIP").headers["Location"] == page
    shown = browser.get(page)
    (found,) = cast.read("MATCH (t:Tag) RETURN t.uid", str)
    assert "VIP" in text(shown)
    assert f"/{kind}?tag={found}" in links(shown)
    assert "VIP" in text(browser.get(f"/{kind}?tag={found}"))
    post(browser, f"{page}/untag", page=page, tag=found)
    assert tagged(cast) == set()
    undo(browser, browser.get(page))
    assert tagged(cast) == {(uid, "VIP")}


def test_what_is_no_name_is_said(browser: FlaskClient, cast: Graph) -> None:
    post(browser, "/contacts/maya/tag", page="/contacts/maya", tag="a;b")
    page = browser.get("/contacts/maya")
    assert "a;b" in text(page)
    assert 'value="a;b"' in page.text
    assert 'value="a;b"' not in browser.get("/contacts/maya").text
    assert tagged(cast) == set()


def test_chosen_rows_are_tagged_and_untagged(browser: FlaskClient, cast: Graph) -> None:
    sent = {"csrf": csrf(browser, "/contacts"), "back": "/contacts", "tag": "Fair", "uid": ["maya", "noor"]}
    page = browser.post("/contacts/tag", data=sent, follow_redirects=True)
    assert "2 records have the tag Fair." in text(page)
    assert tagged(cast) == {("maya", "Fair"), ("noor", "Fair")}
    sent["csrf"] = csrf(browser, "/contacts")
    browser.post("/contacts/untag", data={**sent, "tag": "fair", "uid": ["noor"]}, follow_redirects=True)
    assert tagged(cast) == {("maya", "Fair")}


def test_a_task_for_each_of_the_chosen_rows(browser: FlaskClient, cast: Graph) -> None:
    sent = {"csrf": csrf(browser, "/contacts"), "back": "/contacts", "task": "Say hello", "due_on": "2030-01-02",
            "uid": ["maya", "noor"]}  # fmt: skip
    page = browser.post("/contacts/make-tasks", data=sent, follow_redirects=True)
    assert "2 tasks are made." in text(page)
    made = "MATCH (t:Task {name: 'Say hello'})-[:ABOUT]->(c) RETURN c.uid, toString(t.due_on)"
    assert set(cast.read(made, lambda *row: row)) == {("maya", "2030-01-02"), ("noor", "2030-01-02")}
    sent |= {"csrf": csrf(browser, "/contacts"), "task": " "}
    assert "name is empty" in text(browser.post("/contacts/make-tasks", data=sent, follow_redirects=True))
    cast.write("MATCH (t:Task {name: 'Say hello'}) DETACH DELETE t")


def test_tags_are_listed_changed_merged_and_deleted(browser: FlaskClient, cast: Graph) -> None:
    for name in ("VIP", "Board"):
        change(cast, Author("alice"), lambda made, name=name: tags.tag(made, "contact", ["maya"], name))
    uids = dict(cast.read("MATCH (t:Tag) RETURN t.name, t.uid", lambda *row: row))
    assert {"VIP", "Board"} <= set(text(browser.get("/tags")).split())
    post(browser, f"/tags/{uids['VIP']}/change", page="/tags", name="Key", colour="red")
    assert tagged(cast) == {("maya", "Key"), ("maya", "Board")}
    assert "Key" in browser.get("/tags/suggest?q=ke").text
    assert "Board" not in browser.get("/tags/suggest?q=ke").text
    post(browser, f"/tags/{uids['VIP']}/merge", page="/tags", into="board")
    assert tagged(cast) == {("maya", "Board")}
    undo(browser, browser.get("/tags"))
    assert tagged(cast) == {("maya", "Key"), ("maya", "Board")}
    post(browser, f"/tags/{uids['VIP']}/delete", page="/tags")
    assert tagged(cast) == {("maya", "Board")}


def test_the_form_of_a_record_has_its_tags_and_its_history_their_names(browser: FlaskClient, cast: Graph) -> None:
    change(cast, Author("alice"), lambda made: tags.tag(made, "contact", ["maya"], "Keyword"))
    assert "Keyword" in browser.get("/contacts/maya/edit").text
    assert "Keyword" in text(browser.get("/contacts/maya/history"))
    (uid,) = cast.read("MATCH (t:Tag) RETURN t.uid", str)
    assert browser.get("/contacts?by=tag&op=is&value=keyword").status_code == 302
    assert browser.get("/contacts?tag=keyword").headers["Location"].endswith(f"tag={uid}")
    assert "Keyword" in text(browser.get(f"/contacts?tag={uid}&columns=name,tags"))
    assert browser.get("/contacts?tag=nothing").status_code == 404


def made(graph: Graph, *names: str) -> dict[str, str]:
    """Tags on Maya: the uid of each by its name."""
    return {
        name: change(graph, Author("alice"), lambda one, name=name: tags.tag(one, "contact", ["maya"], name))
        for name in names
    }


def test_what_is_refused_of_a_tag_stands_there_again(browser: FlaskClient, cast: Graph) -> None:
    uids = made(cast, "VIP", "Board")
    page = post(browser, f"/tags/{uids['VIP']}/change", page="/tags", name="board", colour="red")
    assert (page.status_code, "merge the two instead" in text(page)) == (422, True)
    assert ('value="board"' in page.text, re.search(r'<option value="red"\s+selected', page.text) is not None) == (
        True,
        True,
    )
    page = post(browser, f"/tags/{uids['VIP']}/merge", page="/tags", into="nothing")
    assert (page.status_code, 'value="nothing"' in page.text) == (422, True)
    page = post(browser, f"/tags/{uids['VIP']}/change", page="/tags", name="Best", colour="red", rev="9")
    assert (page.status_code, 'value="Best"' in page.text, "Somebody else has changed it" in text(page)) == (
        422, True, True,
    )  # fmt: skip
    assert post(browser, "/tags/none/change", page="/tags", name="x", colour="red").status_code == 404


def test_tags_are_found_and_leafed_through(browser: FlaskClient, cast: Graph) -> None:
    made(cast, *(f"t{n}" for n in range(3)))
    page = browser.get("/tags?limit=2")
    assert ("t1" in text(page), "t2" in text(page)) == (True, False)
    (following,) = [link for link in links(page) if "cursor=" in link]
    assert ("t1" in text(browser.get(following)), "t2" in text(browser.get(following))) == (False, True)
    assert "t2" in text(browser.get("/tags?q=T2"))
    assert "No tag has these letters" in text(browser.get("/tags?q=zz"))


def test_what_is_refused_of_chosen_rows_stands_there_again(browser: FlaskClient) -> None:
    for address, name in (("tag", "a;b"), ("untag", "nothing")):
        sent = {"csrf": csrf(browser, "/contacts"), "back": "/contacts", "tag": name, "uid": ["maya"]}
        assert f'value="{name}"' in browser.post(f"/contacts/{address}", data=sent, follow_redirects=True).text


def test_a_form_means_the_tags_that_stood_in_it(browser: FlaskClient, cast: Graph) -> None:
    uids = made(cast, "VIP", "Board", "Fair")
    sent = typed(browser.get("/contacts/maya/edit"), "/contacts/maya/edit")
    assert sent["tags"].split() == ["Board", "Fair", "VIP"]
    change(cast, Author("bob"), lambda one: tags.alter(one, uids["VIP"], {"name": "Key"}))
    change(cast, Author("bob"), lambda one: tags.merge(one, uids["Board"], uids["Fair"]))
    sent["tags"] = "Board\nVIP\nNew"
    page = browser.post("/contacts/maya/edit", data=sent)
    assert page.status_code == 303, text(page)
    assert tagged(cast) == {("maya", "Fair"), ("maya", "Key"), ("maya", "New")}


def test_a_form_makes_no_tag_anew_that_was_deleted_meanwhile(browser: FlaskClient, cast: Graph) -> None:
    uids = made(cast, "VIP", "Board")
    sent = typed(browser.get("/contacts/maya/edit"), "/contacts/maya/edit")
    change(cast, Author("bob"), lambda one: tags.delete(one, uids["VIP"]))
    assert browser.post("/contacts/maya/edit", data=sent).status_code == 303
    assert tagged(cast) == {("maya", "Board")}
    assert cast.read("MATCH (t:Tag) WHERE t.removed_at IS NULL RETURN t.name", str) == ["Board"]


def test_an_old_address_leads_to_what_a_tag_was_merged_into(browser: FlaskClient, cast: Graph) -> None:
    uids = made(cast, "VIP", "Board")
    change(cast, Author("bob"), lambda one: tags.merge(one, uids["VIP"], uids["Board"]))
    assert browser.get(f"/contacts?tag={uids['VIP']}").headers["Location"].endswith(f"tag={uids['Board']}")
