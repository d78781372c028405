"""Champions moved, as a page: who moved, what it offers, and each put away with one click and an undo."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from worlds.build import contact, job, opportunity, owned

from graphcrm.graph import Graph
from graphcrm.services import moves
from graphcrm.services.changes import Author, change
from graphcrm.services.moves import Asked
from tests.web.forms import as_user, links, post, text

TODAY = datetime.now(UTC).date()
PAGE = "/moves/champions"


@pytest.fixture
def kim(cast: Graph) -> str:
    """The job that Kim, Alice's contact, has at Acme since yesterday, as Bob says; they decided at Hooli."""
    cast.write("MATCH (n:MoveNews|Notification|Task|Opportunity) DETACH DELETE n")
    cast.write("MATCH (c:Contact {uid: 'kim'}) DETACH DELETE c")
    cast.write("MATCH (a:Account {uid: 'acme'}) SET a.lifecycle = null, a.owner = null, a.placeholder = null")
    contact(cast, "kim", "Kim Roe"), owned(cast, "kim", "alice")
    job(cast, "kim", "hooli", start="2019", title="Buyer", uid="kim-1")
    opportunity(cast, "deal", "hooli", "kim", owner="alice")
    cast.write("MATCH (:Opportunity {uid: 'deal'})-[i:INVOLVES]->() SET i.role = 'decision_maker'")
    asked = Asked("kim", "acme", str(TODAY - timedelta(days=1)), values={"title": "Director"})
    return change(cast, Author("bob"), lambda made: moves.move(made, asked)).begun.uid


def test_who_moved_is_told_with_why_and_what_was_open_there(browser: FlaskClient, kim: str) -> None:
    page = browser.get(PAGE)
    said = text(page)
    assert "Kim Roe Hooli to Acme Director since" in said
    assert "your contact" in said
    assert "decided there deal" in said
    assert {"/contacts/kim", "/accounts/hooli", "/accounts/acme", "/opportunities/deal"} <= set(links(page))
    assert f"/leads/new?job={kim}" in links(page)
    assert PAGE in links(browser.get("/moves"))
    assert "No move waits for you" in text(as_user(browser, "charlie").get(PAGE))


def test_the_bell_leads_there_and_the_task_waits(browser: FlaskClient, kim: str) -> None:
    page = browser.get("/notifications")
    assert "A contact has moved new Kim Roe" in text(page)
    assert PAGE in links(page)
    assert "Kim Roe: Hooli → Acme" in text(browser.get("/tasks?owner=me&status=open"))


@pytest.mark.parametrize(("deed", "state", "says"), [("acknowledge", "acknowledged", "The move is acknowledged."), ("dismiss", "dismissed", "The move is dismissed.")])  # fmt: skip
def test_it_is_put_away_and_an_undo_brings_it_back(
    browser: FlaskClient, kim: str, deed: str, state: str, says: str
) -> None:
    sent = post(browser, f"/moves/{kim}/{deed}", page=PAGE, back=PAGE)
    assert (sent.status_code, sent.headers["Location"]) == (303, PAGE)
    page = browser.get(PAGE)
    assert says in text(page)
    assert f"/moves/{kim}/reopen" in page.text
    assert "Kim Roe" not in text(page).split("No move waits")[1]
    assert "Kim Roe" in text(browser.get(f"{PAGE}?state={state}"))
    other = "dismiss" if deed == "acknowledge" else "acknowledge"
    post(browser, f"/moves/{kim}/{other}", page=f"{PAGE}?state={state}")
    assert "take that back first" in text(browser.get(PAGE))
    post(browser, f"/moves/{kim}/reopen", page=f"{PAGE}?state={state}")
    assert "Kim Roe" in text(browser.get(PAGE)).split("Dismissed")[1]


def test_a_lead_is_filled_in_and_an_account_that_is_ours_is_shown_instead(
    browser: FlaskClient, cast: Graph, kim: str
) -> None:
    form = browser.get(f"/leads/new?job={kim}").text
    assert [f'value="{value}"' in form for value in ("Kim Roe", "Acme", "Director")] == [True] * 3
    assert post(browser, "/leads/new", page="/leads/new", name="Kim Roe", company_name="Acme").status_code == 303
    assert browser.get("/leads/new?job=none").status_code == 404
    cast.write("MATCH (a:Account {uid: 'acme'}) SET a.lifecycle = 'customer'")
    page = browser.get(PAGE)
    assert f"/leads/new?job={kim}" not in links(page)
    assert "Our account" in text(page)
    cast.write("MATCH (a:Account {uid: 'acme'}) SET a.lifecycle = null, a.placeholder = true")
    assert f"/leads/new?job={kim}" not in links(browser.get(PAGE))


def test_the_feed_of_all_moves_offers_the_same(browser: FlaskClient, kim: str) -> None:
    page = browser.get("/moves?sort=-moved_on")
    assert f"/leads/new?job={kim}" in links(page)


def test_the_opportunity_and_its_list_say_that_who_decides_has_left(browser: FlaskClient, kim: str) -> None:
    assert "has left the account" in text(browser.get("/opportunities/deal"))
    page = browser.get("/opportunities?decider_left=true")
    assert "A decision maker has left" in text(page)
    assert "/opportunities/deal" in links(page)
    assert "/opportunities/deal" not in links(browser.get("/opportunities?decider_left=false"))


def test_the_board_leads_to_those_who_lost_who_decides(browser: FlaskClient) -> None:
    assert "/opportunities?decider_left=true" in links(browser.get("/opportunities/board"))
