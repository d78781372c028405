"""Pages as a browser sees them: their text, and their forms with the word that guards them."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from graphcrm.services.users import create_token
from graphcrm.web.context import graph


def csrf(client: FlaskClient, page: str = "/sign-in") -> str:
    """The word in a page's first form."""
    found = re.search(r'name="csrf" value="([^"]+)"', client.get(page).text)
    assert found
    return found[1]


def post(client: FlaskClient, url: str, *, page: str = "/sign-in", **fields: str) -> TestResponse:
    """Load the page that holds a form, fill it in and send it."""
    return client.post(url, data={"csrf": csrf(client, page), **fields})


def as_user(browser: FlaskClient, uid: str) -> FlaskClient:
    """Another browser of the same app, in which somebody else is signed in."""
    other = browser.application.test_client()
    with browser.application.app_context():
        token = create_token(graph(), user=uid)
    assert post(other, "/sign-in", token=token).status_code == 303
    return other


def text(page: TestResponse) -> str:
    """What a page says, in one line; what waits in it to be opened (dialogues, templates) it does not say yet."""
    assert page.mimetype == "text/html", page.text
    body = re.sub(r"<(title|svg|dialog|template)\b.*?</\1>", " ", page.text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def links(page: TestResponse) -> list[str]:
    """Where a page's links lead."""
    return [html.unescape(link) for link in re.findall(r'<a\b[^>]*?href="([^"]+)"', page.text)]


class _Controls(HTMLParser):
    """The controls of the forms that are sent to one address, as a browser would send them."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action, self.inside, self.found, self.name = action, False, MultiDict[str, str](), ""
        self.text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("method") == "post" and given.get("action", self.action) == self.action
        if not self.inside:
            return
        if tag == "input" and (given.get("type") != "checkbox" or "checked" in given):
            self.found.add(given["name"], given.get("value", ""))
        elif tag == "select":
            self.name = given["name"]
            self.found.add(self.name, "")
        elif tag == "option" and "selected" in given:
            self.found.setlist(self.name, [*self.found.getlist(self.name)[:-1], given["value"]])
        elif tag == "textarea":
            self.name, self.text = given["name"], []

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.text is not None:
            self.found.add(self.name, "".join(self.text).removeprefix("\n").replace("\n", "\r\n"))
            self.text = None
        elif tag == "form":
            self.inside = False


def typed(page: TestResponse, action: str | None = None) -> MultiDict[str, str]:
    """What the form of a page would send if nobody changed anything: the one sent to an address, or to the page's own."""
    controls = _Controls(action or page.request.path)
    controls.feed(page.text)
    assert controls.found, page.text
    return controls.found


def send(client: FlaskClient, url: str, action: str | None = None, **changed: str | list[str]) -> TestResponse:
    """Load the page that holds a form, change some of its fields (`__` stands for a dot) and send it."""
    return client.post(action or url, data=edited(typed(client.get(url), action), **changed))


def edited(sent: MultiDict[str, str], **changed: str | list[str]) -> MultiDict[str, str]:
    """Some fields with other values; an empty list is a box that is not ticked."""
    for name, value in changed.items():
        sent.setlist(name.replace("__", "."), value if isinstance(value, list) else [value])
    return sent


def undo(client: FlaskClient, page: TestResponse) -> TestResponse:
    """Press the first button of a page that takes a change back."""
    found = re.search(r'action="(/changes/[^"]+/undo)"', page.text)
    assert found, text(page)
    return client.post(found[1], data=typed(page, found[1]))
