"""What the tests of the lists read on a page, and who else asks."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from tests.web.forms import post


def names(page: TestResponse) -> list[str]:
    """The records that a list shows, in its order."""
    return [html.unescape(name) for name in re.findall(r'<td class="c-name.*?<b>([^<]+)</b>', page.text, re.DOTALL)]


def row(page: TestResponse, name: str) -> str:
    """What the row of a record says."""
    found = next(row for row in re.findall(r"<tr data-row>.*?</tr>", page.text, re.DOTALL) if f"<b>{name}</b>" in row)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found)).split())


@pytest.fixture
def signed_in(app: Flask, cast: Graph) -> Callable[[str, str], FlaskClient]:
    """The browser of one of the cast, in a role as shipped; the role is as before when the test is over."""
    changed: dict[str, str | None] = {}

    def browser(user: str, role: str) -> FlaskClient:
        (changed[user],) = cast.read("MATCH (u:User {uid: $user}) RETURN u.role", lambda role: role, user=user)
        cast.write("MATCH (u:User {uid: $user}) SET u.role = $role", user=user, role=role)
        client = app.test_client()
        assert post(client, "/sign-in", token=create_token(cast, user=user)).status_code == 303
        return client

    yield browser
    for user, role in changed.items():
        cast.write("MATCH (u:User {uid: $user}) SET u.role = $role", user=user, role=role)
