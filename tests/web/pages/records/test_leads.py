"""A lead's page: who they are, whose, and what we had to do with them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from worlds.build import interaction, lead

from graphcrm.graph import Graph
from tests.web.forms import as_user, links, text

V1 = "/api/v1"


@pytest.fixture
def rita(cast: Graph) -> Iterator[str]:
    """Rita, a lead whom Alice called twice and met in private."""
    lead(cast, "rita", "Rita Novak", company_name="Acme Holding", title="CFO", status="contacted")
    interaction(cast, "alice", "rita", "2023-11-01", channel="call", subject="First call", outcome="Call again")
    interaction(cast, "alice", "rita", "2024-02-01", channel="call", subject="Second call")
    interaction(cast, "alice", "rita", "2024-03-01", subject="Between us", private=True)
    yield "/leads/rita"
    cast.write("MATCH (n:Lead {uid: 'rita'}) DETACH DELETE n")


def test_a_lead_shows_who_they_are_and_what_we_had_to_do_with_them(browser: FlaskClient, rita: str) -> None:
    shown = text(browser.get(rita))
    assert "Rita Novak CFO, Acme Holding contacted in the pool" in shown
    assert "2024 Private meeting Alice · both ways 1 Mar 2024 Second call" in shown
    assert "2023 First call Alice · both ways Call again 1 Nov 2023" in shown
    assert "Between us" not in shown
    assert "then at" not in shown


def test_on_an_earlier_day_there_was_less(browser: FlaskClient, rita: str) -> None:
    shown = text(browser.get(f"{rita}?as_of=2024-01-01"))
    assert "First call" in shown
    assert "Second call" not in shown
    assert "before that day" in text(browser.get(f"{rita}?as_of=2023-01-01"))


def test_the_interactions_have_pages(browser: FlaskClient, rita: str) -> None:
    page = browser.get(f"{rita}?limit=2")
    assert "First call" not in text(page)
    (more,) = (link for link in links(page) if "cursor=" in link)
    assert "First call" in text(browser.get(more))


def test_another_team_does_not_see_it(api: FlaskClient, browser: FlaskClient, rita: str) -> None:
    api.post(f"{V1}{rita}/assign", json={"user": "charlie"})
    page = as_user(browser, "dana").get(rita)
    assert page.status_code == 404
    assert "Rita" not in text(page)


def test_the_interactions_are_filtered(browser: FlaskClient, rita: str) -> None:
    shown = text(browser.get(f"{rita}?q=second"))
    assert "Second call Alice" in shown
    assert "First call" not in shown
    assert "Nothing is like that." in text(browser.get(f"{rita}?channel=email"))
    page = browser.get(f"{rita}?channel=call&until=2023-12-31")
    assert f"{rita}?channel=call" in links(page)
    assert "First call" in text(page)
    assert "Second call" not in text(page)
    assert browser.get(f"{rita}?channel=pigeon").status_code == 422
