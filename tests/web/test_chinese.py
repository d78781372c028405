"""The pages in Chinese: nothing in them is left in English but names, addresses and what somebody wrote."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import reduce
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from tests.web.forms import csrf, text
from tests.web.marked import sayings
from tests.web.test_permission import HALFWAY, pages_of, routes

ZH = {"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5"}
_ENGLISH = re.compile(r"[A-Za-z][a-z'’]+(?: [A-Za-z][a-z'’]*)+")
# What a script fills in, addresses, domains, keys.
_NO_WORDS = re.compile(r"\{\w+\}|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+\b|\b(?:Ctrl|Shift|Alt)(?: \w+)+")
_WORD = re.compile(r"\b[a-z]{3,}\b")
# What is written so in Chinese too: names of products and programs, formats, and what a form asks for by its name.
_WRITTEN_SO = {
    "graphcrm", "uid", "api", "csv", "png", "svg", "json", "utc", "token", "create", "user", "password", "idempotency",
    "key", "wechat", "linkedin", "contact.birthday", "birthday", "contact", "example", "com", "www", "https", "http",
    "problem", "code", "openapi", "import", "folder", "ctrl", "esc", "enter", "shift", "email", "out", "name",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that somebody wrote."""

    text: str


def written(graph: Graph) -> list[str]:
    """All texts in the world but codes, the longest first."""
    found = graph.read(
        """CALL () { MATCH (n) RETURN properties(n) AS props UNION ALL MATCH ()-[r]->() RETURN properties(r) AS props }
        UNWIND keys(props) AS key WITH props[key] AS value, key IN ['uid', 'value'] AS names
        WITH names, CASE WHEN value IS :: STRING THEN [value] WHEN value IS :: LIST<STRING NOT NULL> THEN value ELSE [] END AS texts
        UNWIND texts AS text WITH names, text WHERE names OR toLower(text) <> text RETURN DISTINCT text""",
        Kept,
    )
    texts = {text for kept in found for text in (kept.text, *_inside(kept.text)) if len(text) > 1}
    return sorted({" ".join(text.split()) for text in texts}, key=len, reverse=True)


def _inside(text: str) -> list[str]:
    """The texts of a map that is kept as JSON, as what a history has."""
    held = json.loads(text) if text.startswith("{") else {}
    return [value for value in held.values() if isinstance(value, str) and value.lower() != value]


def english(page: str, kept: list[str]) -> list[str]:
    """What a page says in English beside what is kept."""
    left = []
    for part in sayings(page):
        said = _NO_WORDS.sub(" ", reduce(lambda rest, name: rest.replace(name, " "), kept, part))
        if _ENGLISH.search(said) or set(_WORD.findall(said)) - _WRITTEN_SO:
            left.append(said)
    return left


def test_no_page_says_anything_in_english(app: Flask, cast: Graph, browser: FlaskClient, api: FlaskClient) -> None:
    known, left = pages_of(api), {}
    kept = written(cast)
    for endpoint, method, url in routes(app):
        address = reduce(lambda at, pair: at.replace(*pair), known.items(), url) + (
            "?q=acme" if "/search" in url else ""
        )
        if method != "GET" or url.startswith("/api/v1") or url in HALFWAY or endpoint == "static":
            continue
        page = browser.get(address, headers=ZH)
        if page.mimetype == "text/html" and not page.location and (found := english(page.text, kept)):
            left[address] = found
    assert left == {}


def test_the_door_speaks_chinese(stranger: FlaskClient) -> None:
    page = stranger.get("/sign-in", headers=ZH)
    assert english(page.text, []) == []
    assert "登录" in text(page)


def test_what_is_left_in_english_is_found() -> None:
    page = '<p>联系人Ada Brandt的同事</p><p title="Save it">保存</p><b>owner</b>'
    assert english(page, ["Ada Brandt"]) == ["Save it", "owner"]


@pytest.mark.parametrize(
    ("url", "sent", "says"),
    [
        ("/contacts/new", {}, "名称为空；新记录须有名称。"),
        (
            "/contacts/new",
            {"name": "Ada", "birthday": "soon"},
            "birthday为“soon”；日期请写成2019、2019-05或2019-05-17。",
        ),
        ("/contacts/new", {"name": "Ada", "lifecycle": "dead"}, "须为以下之一"),
        ("/contacts/maya/jobs/new", {"account": "Nobody Inc.", "kind": "employee"}, "没有名为“Nobody Inc.”的客户"),
        ("/contacts/maya/owner", {"user": "nobody"}, "没有用户“nobody”"),
    ],
)
def test_a_form_is_refused_in_chinese(browser: FlaskClient, url: str, sent: dict[str, str], says: str) -> None:
    page = browser.post(url, data={"csrf": csrf(browser, "/me"), **sent}, headers=ZH)
    assert page.status_code in {404, 409, 422}
    assert says in text(page)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("/accounts/none", "没有客户“none”。"),
        ("/nowhere", "/nowhere没有内容。"),
        ("/access/roles/boss", "没有角色“boss”"),
    ],
)
def test_a_page_says_in_chinese_what_went_wrong(browser: FlaskClient, url: str, says: str) -> None:
    assert says in text(browser.get(url, headers=ZH))


def test_the_api_speaks_english_to_everybody(api: FlaskClient, browser: FlaskClient) -> None:
    for client in (api, browser):
        answer: Any = client.get("/api/v1/accounts/none", headers=ZH).json
        assert answer["detail"] == "There is no account 'none'."
