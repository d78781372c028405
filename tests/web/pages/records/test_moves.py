"""The page of moves, over the cast's world: Priya went from Initech to Acme, and Bob knew her."""

from __future__ import annotations

from unittest import mock

import pytest
from flask.testing import FlaskClient
from worlds.build import interaction

from graphcrm.graph import Graph
from graphcrm.queries.moves import feed
from tests.web.forms import links, text

DAY = "as_of=2024-06-01"
ALL = f"/moves?since=2015-01-01&{DAY}"


@pytest.fixture(scope="module", autouse=True)
def known(cast: Graph) -> None:
    """Alice mailed Tomás, who went from Globex to Acme, while he was with neither."""
    interaction(cast, "alice", "tomas", "2017-06-01", channel="email")


def test_every_page_leads_to_the_moves(browser: FlaskClient) -> None:
    assert "/moves" in links(browser.get("/"))
    assert 'aria-current="page"' in browser.get("/moves").text


def test_a_move_says_what_it_opens_each_claim_with_its_grounds(browser: FlaskClient) -> None:
    page = browser.get(ALL)
    shown = text(page)
    assert "since 1 Jan 2015: 2 moves, the most promising first" in shown
    assert "Initech Analyst until 31 Jan 2023 PR Priya Raman buyer since 1 Feb 2023 Ac Acme Head of Purchasing" in shown
    assert "Bob knows Priya Raman 3 e-mails, from Nov 2022 to 3 Nov 2022 Priya Raman was at Initech then" in shown
    assert "relevance of who moved (buyer, in the new job)" in shown
    assert "Initech is one of our accounts we have met people there" in shown
    assert "We know 2 others there warm paths into Acme" in shown
    assert "Dana knows Lena Fischer Advisor" in shown
    assert "Globex is none of our accounts" in shown
    assert {
        *(f"/contacts/priya?{DAY}", f"/contacts/lena?{DAY}", f"/accounts/initech?{DAY}"),
        f"/accounts/acme/warm-paths?{DAY}",
    } <= set(links(page))


def test_by_day_whom_nobody_knows_is_listed_too(browser: FlaskClient) -> None:
    shown = text(browser.get(f"{ALL}&sort=-moved_on"))
    assert "since 1 Jan 2015: 4 moves, the latest first" in shown
    assert "Ulla Berg since 1 May 2021 Gl Globex Architect nobody knows them" in shown
    assert "joined 1 Feb 2020, has left" in shown
    assert "We know nobody else there" in shown


def test_what_was_asked_stays_in_the_form_and_for_the_next_page(browser: FlaskClient) -> None:
    page = browser.get(f"{ALL}&user=bob&to_account=acme&ours=true")
    assert "1 move," in text(page)
    assert 'value="bob" selected' in " ".join(page.text.split())
    assert 'name="to_account" value="acme"' in page.text
    (more,) = (link for link in links(browser.get(f"{ALL}&limit=1")) if "cursor=" in link)
    assert "Globex Lead until Jun 2022 TR Tomás Reyes" in text(browser.get(more))
    assert "Initech" not in text(browser.get(more))


def test_a_past_day_is_said_and_left_again(browser: FlaskClient) -> None:
    page = browser.get("/moves?since=2015-01-01&as_of=2022-07-01")
    assert "You see the state at the start of 1 Jul 2022" in text(page)
    assert "Priya" not in text(page)
    assert "/moves?since=2015-01-01" in links(page)


def test_where_there_are_none_it_says_how_there_would_be(browser: FlaskClient) -> None:
    page = browser.get(f"/moves?user=charlie&ours=true&{DAY}")
    assert "Nobody we know has moved since 3 Mar 2024, as far as we know." in text(page)
    assert "graphcrm import FOLDER" in text(page)
    assert {f"/moves?ours=true&{DAY}", f"/moves?user=charlie&{DAY}"} <= set(links(page))
    assert "Nobody has moved since" in text(browser.get(f"/moves?sort=-moved_on&{DAY}"))


def test_what_was_not_ranked_is_said(browser: FlaskClient) -> None:
    assert "too many moves" not in text(browser.get(ALL))
    with mock.patch.object(feed, "RANKED_MOST", 1):
        shown = text(browser.get(ALL))
    assert "Initech Analyst" in shown
    assert "Globex Lead" not in shown
    assert "those of 1 Jun 2022 and before are left out, or some of that day" in shown


def test_a_question_that_cannot_be_meant_is_refused(browser: FlaskClient) -> None:
    assert browser.get("/moves?since=2024-06-02&as_of=2024-06-01").status_code == 422
    assert browser.get("/moves?user=nobody").status_code == 404
