"""Wherever a person is shown as somebody to turn to, it says whether they have asked us not to contact them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from tests.web.forms import text

V1 = "/api/v1"
DAY = "as_of=2024-06-01"
MARK = "asked not to be contacted"
EVERYBODY = {"maya", "tomas", "priya", "noor", "jonas", "lena", "olga", "ulla", "gil", "zhang"}

# Where they are shown, and who is.
SHOWN = {
    "/contacts": EVERYBODY,
    "/contacts/maya": {"maya"},
    "/search?q=maya": {"maya"},
    f"/accounts/acme/people?{DAY}&status=all": {"tomas", "priya", "lena", "ulla", "gil"},
    f"/contacts/maya/colleagues?{DAY}": {"tomas", "ulla"},
    f"/accounts/acme/warm-paths?{DAY}&min_score=0&max_unit=0": {"maya", "tomas", "priya", "noor", "jonas", "lena", "olga", "ulla"},
    f"/moves?{DAY}&since=2015-01-01&from_account=initech": {"priya", "lena"},
}  # fmt: skip
PAGES = {
    "/contacts/maya": "maya", "/contacts/maya/interactions": "maya", f"/contacts/maya/colleagues?{DAY}": "tomas",
    f"/contacts/maya?{DAY}": "tomas", "/search?q=maya": "maya", f"/accounts/acme?{DAY}": "tomas",
    f"/accounts/acme/warm-paths?{DAY}": "maya", f"/moves?{DAY}&since=2015-01-01&sort=-moved_on": "priya",
    f"/moves?{DAY}&since=2015-01-01&sort=-moved_on&from_account=initech": "lena",
}  # fmt: skip


@pytest.fixture(autouse=True)
def asked(cast: Graph) -> Iterator[None]:
    """Nobody has asked, at first and at last."""
    yield
    mark(cast, set())


def mark(graph: Graph, people: set[str]) -> None:
    graph.write(
        "MATCH (c:Contact) SET c.do_not_contact = CASE WHEN c.uid IN $people THEN true END", people=sorted(people)
    )


def people(answer: Any) -> Iterator[tuple[str, bool | None]]:
    """Everybody of EVERYBODY in an answer, with the mark."""
    if isinstance(answer, list):
        for item in answer:
            yield from people(item)
    elif isinstance(answer, dict):
        if answer.get("uid") in EVERYBODY:
            yield answer["uid"], answer.get("do_not_contact")
        for part in answer.values():
            yield from people(part)


@pytest.mark.parametrize("url", SHOWN)
def test_the_api_marks_everybody_who_has_asked_and_nobody_else(api: FlaskClient, cast: Graph, url: str) -> None:
    for asking in (set(), EVERYBODY, {"maya", "lena"}):
        mark(cast, asking)
        answer = api.get(V1 + url)
        assert answer.status_code == 200, answer.text
        assert set(people(answer.json)) == {(uid, uid in asking) for uid in SHOWN[url]}


@pytest.mark.parametrize(("url", "who"), PAGES.items())
def test_the_pages_say_it_beside_the_name(browser: FlaskClient, cast: Graph, url: str, who: str) -> None:
    assert MARK not in text(browser.get(url))
    mark(cast, {who})
    assert MARK in text(browser.get(url))
    mark(cast, EVERYBODY - {who})
    said = text(browser.get(url)).count(MARK)
    mark(cast, EVERYBODY)
    assert text(browser.get(url)).count(MARK) > said
