"""The front page: who moved, which ties go cold, which leads wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from conftest import empty
from flask.testing import FlaskClient
from worlds.build import account, assignment, contact, interaction, job, lead, user

from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from tests.web.conftest import let_reps
from tests.web.forms import links, post, text

NOW = datetime.now(UTC)


def ago(days: int) -> str:
    return f"{NOW - timedelta(days=days):%Y-%m-%dT%H:%M:%S}"


@pytest.fixture(scope="module")
def cast(database: Graph) -> Iterator[Graph]:
    """Alice knows Ann, who moved from Acme to Globex last month, and Bo, of whom she has not heard for half a year; the
    lead Lea is hers. Bob knows nobody."""
    empty(database)
    user(database, "alice", "Alice", role="rep", team="North")
    user(database, "bob", "Bob", role="rep", team="North")
    for uid in ("acme", "globex"):
        account(database, uid, uid.title())
    for uid in ("ann", "bo"):
        contact(database, uid, uid.title())
    job(database, "ann", "acme", start="2019-01-01", end=ago(40)[:10])
    job(database, "ann", "globex", start=ago(30)[:10], title="Buyer")
    for hour in range(3):
        interaction(database, "alice", "ann", ago(20 + hour))
        interaction(database, "alice", "bo", ago(180 + hour))
    lead(database, "lea", "Lea", company_name="Initech")
    assignment(database, "lea", "alice", start=ago(10)[:10])
    let_reps(database)
    yield database
    empty(database)


def test_who_moved_lately_comes_with_the_way_that_it_opens(browser: FlaskClient) -> None:
    page = browser.get("/")
    assert "Who moved, and where that leads" in text(page)
    assert "Ann Acme to Globex Buyer since" in text(page)
    assert "we know nobody else there" in text(page)
    assert {"/contacts/ann", "/accounts/globex/warm-paths"} <= set(links(page))


def test_a_tie_that_goes_cold_comes_with_what_it_was_and_is_and_a_form_to_log(browser: FlaskClient) -> None:
    page = browser.get("/")
    assert "Ties going cold" in text(page)
    assert "was 0.70 now 0.57" in text(page)
    assert "/interactions/new?contact=bo" in links(page)
    assert "/interactions/new?contact=ann" not in links(page)


def test_a_lead_that_waits_comes_with_a_form_to_log(browser: FlaskClient) -> None:
    page = browser.get("/")
    assert "Lea new Initech" in text(page)
    assert "never spoken to" in text(page)
    assert "/interactions/new?lead=lea" in links(page)


def test_where_nothing_waits_the_page_says_what_would(cast: Graph, stranger: FlaskClient) -> None:
    post(stranger, "/sign-in", token=create_token(cast, user="bob"))
    page = text(stranger.get("/"))
    assert "Nothing waits for you." in page
    assert "Nobody you know has moved since" in page
    assert "None of your good ties has been quiet for three months." in page
    assert "Initech" not in page


def test_a_move_of_half_a_year_ago_is_told_where_there_is_no_later_one(cast: Graph, browser: FlaskClient) -> None:
    cast.write("MATCH ()-[w:WORKS_AT {title: 'Buyer'}]->() SET w.start_min = w.start_min - duration({days: 150})")
    assert "Ann Acme to Globex" in text(browser.get("/"))
