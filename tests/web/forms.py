"""Pages as a browser sees them: their text, and their forms with the word that guards them."""

from __future__ import annotations

import html
import re

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def csrf(client: FlaskClient, page: str = "/sign-in") -> str:
    """The word in a page's first form."""
    found = re.search(r'name="csrf" value="([^"]+)"', client.get(page).text)
    assert found
    return found[1]


def post(client: FlaskClient, url: str, *, page: str = "/sign-in", **fields: str) -> TestResponse:
    """Load the page that holds a form, fill it in and send it."""
    return client.post(url, data={"csrf": csrf(client, page), **fields})


def text(page: TestResponse) -> str:
    """What a page says, in one line."""
    assert page.mimetype == "text/html", page.text
    body = re.sub(r"<(title|svg)\b.*?</\1>", " ", page.text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def links(page: TestResponse) -> list[str]:
    """Where a page's links lead."""
    return [html.unescape(link) for link in re.findall(r'<a\b[^>]*?href="([^"]+)"', page.text)]
