"""Mails as their users write them: from a template, sent by a real SMTP server, logged; kept where it is refused."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from werkzeug.serving import make_server

from graphcrm.graph import Graph
from graphcrm.services import mailing
from graphcrm.services.changes import Author, change
from graphcrm.web import create_app
from tests import post
from tests.browser.conftest import Visit, spills, violations
from tests.post import Box

WORDS = {
    "en": ("Write a mail", "Use it", "Send", "The mail is sent, and logged."),
    "zh": ("写邮件", "使用", "发送", "邮件已发送并已记录。"),
}


@pytest.fixture(scope="module")
def box() -> Iterator[Box]:
    with post.box() as found:
        yield found


@pytest.fixture(scope="module")
def live(cast: Graph, box: Box, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app that has a mail server."""
    settings = post.settings(box, tmp_path_factory.mktemp("data"))
    server = make_server("127.0.0.1", 0, create_app(settings, cast), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(autouse=True)
def template(cast: Graph, box: Box) -> None:
    """Maya has an address, Alice one template, and the server took nothing yet."""
    box.mails.clear()
    box.refuses = False
    cast.write("MATCH (t:MailTemplate) DETACH DELETE t")
    cast.write("MATCH (c:Contact {uid: 'maya'}) MERGE (h:Handle {kind: 'email', value: 'maya@them.example'}) "
               "MERGE (c)-[e:HAS_HANDLE]->(h) SET e.primary = true")  # fmt: skip
    said = {"name": "After a talk", "subject": "Our talk", "text": "Dear {name},\nthank you.\n{my_name}"}
    change(cast, Author("alice"), lambda made: mailing.put(made, "alice", said))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_template_is_filled_sent_and_logged(visit: Visit, box: Box, language: str) -> None:
    write, use, send, said = WORDS[language]
    page = visit("/contacts/maya", language=language)
    page.locator("details.others > summary").click()
    page.get_by_role("link", name=write).click()
    expect(page.locator("[name=to]")).to_have_value("maya@them.example")
    page.get_by_role("button", name=use).click()
    expect(page.locator("textarea[name=text]")).to_have_value("Dear Maya Lind,\nthank you.\nAlice")
    assert violations(page) == []
    page.get_by_role("button", name=send, exact=True).click()
    expect(page.get_by_text(said, exact=True)).to_be_visible()
    expect(page.locator("main")).to_contain_text("Our talk")
    assert [str(mail["To"]) for mail in box.mails] == ["maya@them.example"]


def test_what_the_server_refuses_is_still_there_to_be_sent_again(visit: Visit, box: Box) -> None:
    box.refuses = True
    page = visit("/contacts/maya/mail", phone=True, js=False)
    page.locator("[name=subject]").fill("A question")
    page.locator("textarea[name=text]").fill("What I typed")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("The mail server does not take it")
    expect(page.locator("textarea[name=text]")).to_have_value("What I typed")
    assert spills(page) <= 0
    box.refuses = False
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Maya Lind")
    assert len(box.mails) == 1


def test_templates_are_written_shared_and_brought_back(visit: Visit) -> None:
    page = visit("/mail-templates")
    page.get_by_role("link", name="New template").click()
    page.locator("[name=name]").fill("Wrong")
    page.locator("[name=subject]").fill("Hello {nobody}")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#e-subject")).to_contain_text("{nobody} is no place")
    page.locator("[name=subject]").fill("Hello {given_name}")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("Hello {given_name}")
    assert violations(page) == []
    page.locator("li.row", has_text="Wrong").get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("main")).to_contain_text("Wrong")
