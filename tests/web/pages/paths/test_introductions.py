from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from conftest import empty
from flask.testing import FlaskClient
from worlds.build import contact, interaction, introduction, job
from worlds.cast import write_cast

from graphcrm.graph import Graph
from graphcrm.web.asking.letters import MAIL_LINK_MOST, mail_link
from tests.web.conftest import let_reps
from tests.web.forms import links, send, text, typed, undo

NEW = "/accounts/acme/warm-paths/alice,maya,tomas/introduction"


@pytest.fixture(scope="module")
def cast(database: Graph) -> Graph:
    """The world, and 王芳 at Acme, whom Alice has met."""
    empty(database)
    write_cast(database)
    contact(database, "wang", "王芳", email="wang@people.example")
    job(database, "wang", "acme", start="2020", title="总监", uid="wang-1")
    interaction(database, "alice", "wang", "2024-05-03T09:00:00")
    let_reps(database)
    return database


@pytest.fixture(autouse=True)
def _none_yet(cast: Graph) -> None:
    cast.write("MATCH (i:Introduction) DETACH DELETE i")
    cast.write("MATCH (c:Contact) SET c.do_not_contact = null")


def area(page_text: str, name: str) -> str:
    found = re.search(rf'<textarea id="f-{name}"[^>]*>(.*?)</textarea>', page_text, re.DOTALL)
    assert found
    return html.unescape(found[1])


def test_a_draft_asks_first_whether_the_connector_is_willing(browser: FlaskClient) -> None:
    page = browser.get(NEW)
    assert "Ask for an introduction to Tomás Reyes" in text(page)
    assert "1. Ask Maya Lind" in text(page)
    assert "2. Once Maya Lind is willing: lines to forward to Tomás Reyes" in text(page)
    note = area(page.text, "note")
    assert "I would like to speak with Tomás Reyes (CTO at Acme)." in note
    assert "I believe you know Tomás Reyes from Globex, Mar 2018 to Mar 2022." in note
    assert "If you would rather not, that is quite all right" in note
    assert "Alice has asked to be introduced to you." in area(page.text, "letter")


def test_the_letters_language_is_chosen_apart_from_the_pages(browser: FlaskClient) -> None:
    page = browser.get(f"{NEW}?language=zh")
    assert area(page.text, "note").strip().startswith("Maya Lind，您好！")
    assert "2018年3月至2022年3月" in area(page.text, "note")
    assert "I have asked" in text(page)
    assert "王芳，您好！" in area(browser.get("/accounts/acme/warm-paths/alice,wang/introduction").text, "note")
    chinese = browser.get(f"{NEW}?language=en", headers={"Accept-Language": "zh-CN"})
    assert area(chinese.text, "note").strip().startswith("Hello Maya Lind,")


def test_a_colleague_is_asked_where_they_are_the_one_who_knows(browser: FlaskClient) -> None:
    page = browser.get("/accounts/acme/warm-paths/bob,priya/introduction")
    assert "1. Ask Bob" in text(page)
    assert "You know Priya Raman: you were last in touch on 3 November 2022." in area(page.text, "note")
    assert "mailto:bob@us.example" in page.text


def test_whom_one_knows_oneself_one_writes_to_directly(browser: FlaskClient) -> None:
    page = browser.get("/accounts/acme/warm-paths/alice,wang/introduction?language=en")
    assert "We were last in touch on 3 May 2024." in area(page.text, "note")
    assert 'name="letter"' not in page.text


def test_that_somebody_asked_is_written_down_with_the_letters_as_sent(browser: FlaskClient) -> None:
    sent = send(browser, NEW, note="My own words", subject="Hi")
    assert sent.status_code == 303
    page = browser.get(sent.location)
    assert "It is written down that you asked." in text(page)
    assert area(page.text, "note").strip() == "My own words"
    assert "12 interactions, last on 10 Dec 2023" in text(page)
    assert "Together at Globex, Mar 2018 to Mar 2022" in text(page)
    link = next(html.unescape(one) for one in re.findall(r'href="(mailto:[^"]+)"', page.text))
    assert urlsplit(link).path == "maya@people.example"
    assert parse_qs(urlsplit(link).query) == {"subject": ["Hi"], "body": ["My own words"]}


def test_what_came_of_it_is_said_later_and_can_be_undone(browser: FlaskClient) -> None:
    url = send(browser, NEW).location
    saved = send(browser, url, state="accepted", remark="She is glad to")
    assert saved.status_code == 303
    page = browser.get(url)
    assert re.search(r"asked on .* · accepted on ", text(page))
    assert undo(browser, page).status_code == 303
    assert "accepted on" not in text(browser.get(url))


def test_a_day_that_cannot_be_is_refused_beside_its_field(browser: FlaskClient) -> None:
    url = send(browser, NEW).location
    page = send(browser, url, state="met", met_on="2999-01-01", remark="kept words")
    assert page.status_code == 422
    assert "that day is still to come" in text(page)
    assert "kept words" in page.text


def test_who_was_slower_sees_both_versions(browser: FlaskClient) -> None:
    url = send(browser, NEW).location
    mine = typed(browser.get(url))
    send(browser, url, remark="theirs")
    mine.setlist("remark", ["mine"])
    page = browser.post(url, data=mine)
    assert page.status_code == 412
    assert "theirs" in page.text
    assert "mine" in page.text


def test_one_that_never_was_is_removed(browser: FlaskClient) -> None:
    url = send(browser, NEW).location
    gone = browser.post(f"{url}/remove", data=typed(browser.get(url), f"{url}/remove"))
    assert gone.status_code == 303
    assert browser.get(url).status_code == 404
    assert "Nobody was asked for an introduction yet." in text(browser.get("/introductions"))


def test_they_are_listed_by_how_far_they_are_page_by_page(browser: FlaskClient, cast: Graph) -> None:
    for n, state in enumerate(("asked", "asked", "declined")):
        introduction(cast, f"I{n}", "alice", ["maya", "tomas"], "acme", state=state)
    introduction(cast, "I3", "bob", ["priya"], "acme")
    page = browser.get("/introductions?state=declined")
    assert [link for link in links(page) if link.startswith("/introductions/")] == ["/introductions/I2"]
    first = browser.get("/introductions?limit=2")
    (more,) = (link for link in links(first) if "cursor=" in link)
    assert "/introductions/I3" in links(first)
    assert "/introductions/I0" in links(browser.get(more))
    mine = browser.get("/introductions?user=bob")
    assert "Alice asked" not in text(mine)
    assert browser.get("/introductions?state=lost").status_code == 422


def test_a_path_says_what_was_asked_along_it(browser: FlaskClient) -> None:
    paths = "/accounts/acme/warm-paths"
    assert NEW in links(browser.get(paths))
    url = send(browser, NEW).location
    page = browser.get(paths)
    assert NEW not in links(page)
    assert url in links(page)
    assert re.search(r"asked asked on ", text(page))
    assert url not in links(browser.get(f"{paths}?as_of=2024-06-01"))


def test_everybody_along_the_path_has_it_on_their_page(browser: FlaskClient) -> None:
    url = send(browser, NEW).location
    for who in ("maya", "tomas"):
        page = browser.get(f"/contacts/{who}")
        assert url in links(page)
        assert "Alice asked · through Maya Lind" in text(page)
    assert url not in links(browser.get("/contacts/maya?as_of=2024-06-01"))
    assert url not in links(browser.get("/contacts/priya"))


def test_in_the_past_nobody_can_be_asked_and_the_page_says_why(browser: FlaskClient) -> None:
    past = f"{NEW}?as_of=2024-06-01"
    assert past in links(browser.get("/accounts/acme/warm-paths?as_of=2024-06-01"))
    page = browser.get(past)
    assert "You see the past. Nobody can be asked then" in text(page)
    assert "<textarea" not in page.text
    assert NEW in links(page)


def test_the_mark_of_who_asked_not_to_be_contacted_stands_in_the_draft(browser: FlaskClient, cast: Graph) -> None:
    cast.write("MATCH (c:Contact {uid: 'maya'}) SET c.do_not_contact = true")
    page = browser.get(NEW)
    assert "Maya Lind asked us not to contact them, so no mail is opened for them." in text(page)
    assert "mailto:" not in page.text
    cast.write("MATCH (c:Contact) SET c.do_not_contact = c.uid = 'tomas'")
    page = browser.get(NEW)
    assert "lines to forward to Tomás Reyes asked not to be contacted" in text(page)
    assert "mailto:maya" in page.text


def test_along_no_path_nobody_is_asked(browser: FlaskClient) -> None:
    assert browser.get("/accounts/acme/warm-paths/alice,priya/introduction").status_code == 404
    sent = browser.post("/accounts/acme/warm-paths/alice,priya/introduction", data=typed(browser.get(NEW), NEW))
    assert sent.status_code in {404, 422}
    assert "Nobody was asked" in text(browser.get("/introductions"))


def test_a_mail_link_carries_any_letter_and_leaves_out_what_is_too_long() -> None:
    link = mail_link("a+b@c.example", "你好 & co?", "一行\n第二行=100%\r\nthird")
    assert link.startswith("mailto:a+b@c.example?subject=")
    assert parse_qs(urlsplit(link).query) == {"subject": ["你好 & co?"], "body": ["一行\r\n第二行=100%\r\nthird"]}
    assert "+" not in link.partition("?")[2]  # a blank is %20: mail programs show a plus as one
    long = mail_link("a@c.example", "Hello", "字" * 400)
    assert unquote(long) == "mailto:a@c.example?subject=Hello"
    assert len(long) <= MAIL_LINK_MOST


def test_paths_are_taken_out_as_files_and_the_log_says_so(browser: FlaskClient, cast: Graph) -> None:
    lines = browser.get("/accounts/acme/warm-paths.csv?as_of=2024-06-01&user=alice").text.splitlines()
    assert lines[0].startswith("rank,kind,score,band,certainty,user")
    assert any(
        "Alice,Maya Lind,,Tomás Reyes,CTO" in line and "Globex 2018-03-01 to 2022-03-01" in line for line in lines
    )
    answer = browser.get("/accounts/acme/warm-paths.json?as_of=2024-06-01&user=alice")
    told = answer.json
    assert told is not None
    assert told["account"] == {"uid": "acme", "name": "Acme"}
    assert told["paths"][0]["evidence"]["hops"][0]["interactions"] == 12
    assert answer.headers["Content-Disposition"] == 'attachment; filename="warm-paths-acme.json"'
    rows = cast.read("MATCH (a:Audit {action: 'export'}) RETURN a.what, a.records", lambda *row: row)
    assert len(rows) == 2
    assert all(records == ["account acme"] and what[0].startswith("paths ") for what, records in rows)
