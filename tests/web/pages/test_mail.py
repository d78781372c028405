"""Mails from pages and over the API, through a real SMTP server on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.web.addresses import V1
from tests import post as post_office
from tests.post import Box
from tests.web.forms import post, text


@pytest.fixture
def settings(box: Box, tmp_path: Path) -> Settings:
    return post_office.settings(box, tmp_path)


@pytest.fixture(autouse=True)
def maya(cast: Graph) -> None:
    """Maya has an address, and nobody wrote to her."""
    cast.write("MATCH (t:MailTemplate) DETACH DELETE t")
    cast.write(
        "MATCH ()-[i:INTERACTED_WITH]->(:Contact {uid: 'maya'}) WHERE i.channel = 'email' AND i.subject STARTS WITH 'Hello' DELETE i"
    )
    cast.write("MATCH (c:Contact {uid: 'maya'}) SET c.do_not_contact = null MERGE (h:Handle {kind: 'email', value: 'maya@them.example'}) "
               "MERGE (c)-[e:HAS_HANDLE]->(h) SET e.primary = true")  # fmt: skip


def test_a_template_is_written_used_and_sent(browser: FlaskClient, box: Box) -> None:
    new = "/mail-templates/new"
    sent = {
        "name": "Hello",
        "subject": "Hello {name}",
        "text": "Dear {name},\r\n\r\nyours, {my_name}",
        "shared": "true",
    }
    assert post(browser, new, page=new, **{**sent, "text": "{nobody}"}).status_code == 422
    assert post(browser, new, page=new, **sent).status_code == 303
    page = browser.get("/mail-templates")
    assert "Hello" in text(page)
    uid = page.text.split("/mail-templates/")[2].split('"')[0]
    write = f"/contacts/maya/mail?template={uid}"
    used = post(
        browser, "/contacts/maya/mail", page=write, to="maya@them.example", subject="x", use="true", template=uid
    )
    assert (used.status_code, "Dear Maya Lind," in used.text) == (200, True)
    form = browser.get(write).text
    assert "Dear Maya Lind," in form
    assert "yours, Alice" in form
    answer = post(
        browser,
        "/contacts/maya/mail",
        page=write,
        to="maya@them.example",
        subject="Hello Maya",
        text="Dear Maya,\r\nyes",
    )
    assert (answer.status_code, answer.headers["Location"]) == (303, "/contacts/maya")
    (mail,) = box.mails
    assert (mail["From"], mail["To"], mail["Reply-To"]) == (
        "Alice <crm@us.example>",
        "maya@them.example",
        "alice@us.example",
    )
    assert (mail["Subject"], mail["Auto-Submitted"]) == ("Hello Maya", None)
    assert mail.get_content().splitlines() == ["Dear Maya,", "yes"]
    assert "Hello Maya" in text(browser.get("/contacts/maya"))
    post(browser, f"/mail-templates/{uid}/delete", page="/mail-templates")
    assert "There is none yet" in text(browser.get("/mail-templates"))
    post(browser, f"/mail-templates/{uid}/restore", page="/mail-templates")
    assert "Hello" in text(browser.get("/mail-templates"))


def test_what_is_refused_is_not_logged_and_what_was_typed_stays(browser: FlaskClient, box: Box, cast: Graph) -> None:
    sent = {"to": "maya@them.example", "subject": "Hello there", "text": "Some words"}
    box.refuses = True
    answer = post(browser, "/contacts/maya/mail", page="/contacts/maya/mail", **sent)
    assert answer.status_code == 502
    assert "The mail server does not take it" in text(answer)
    assert "Some words" in answer.text
    assert "Hello there" not in text(browser.get("/contacts/maya"))
    cast.write("MATCH (c:Contact {uid: 'maya'}) SET c.do_not_contact = true")
    box.refuses = False
    assert post(browser, "/contacts/maya/mail", page="/contacts/maya/mail", **sent).status_code == 409
    assert "Write a mail" not in text(browser.get("/contacts/maya"))
    assert box.mails == []


def test_a_form_sent_twice_is_one_mail(browser: FlaskClient, box: Box) -> None:
    sent = {
        "to": "maya@them.example",
        "subject": "Hello once",
        "text": "Once",
        "key": "0190aaaa-0000-7000-8000-000000000001",
    }
    for _ in range(2):
        assert post(browser, "/contacts/maya/mail", page="/contacts/maya/mail", **sent).status_code == 303
    assert len(box.mails) == 1


def test_the_api_sends_and_keeps_templates(api: FlaskClient, box: Box) -> None:
    made = api.post(f"{V1}/mail-templates", json={"name": "Hello", "subject": "Hello {name}", "text": "Dear {name}"})
    assert (made.status_code, made.json["rev"], made.json["shared"]) == (201, 1, False)
    at = made.headers["Location"]
    assert api.patch(at, json={"shared": True}, headers={"If-Match": '"7"'}).status_code == 412
    assert api.patch(at, json={"shared": True}).json["rev"] == 2
    assert [one["name"] for one in api.get(f"{V1}/mail-templates").json["items"]] == ["Hello"]
    answer = api.post(f"{V1}/contacts/maya/mail", json={"template": made.json["uid"]})
    assert (answer.status_code, answer.json["text"]) == (200, "Dear Maya Lind")
    assert [str(mail["Subject"]) for mail in box.mails] == ["Hello Maya Lind"]
    assert api.get(f"{V1}/interactions/{answer.json['interaction']}").json["channel"] == "email"
    assert api.post(f"{V1}/contacts/maya/mail", json={"text": "Only a text"}).json["field"] == "subject"
    assert (
        api.post(f"{V1}/contacts/maya/mail", json={"to": "x@y.example", "subject": "a", "text": "b"}).status_code == 422
    )
    assert api.post(f"{V1}/leads/lead-1/mail", json={"subject": "a", "text": "b"}).json["field"] == "to"
    assert api.delete(at).status_code == 204
    assert api.get(at).status_code == 404
