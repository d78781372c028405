"""An account's page shows each of us what they may see: the roles are those shipped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worlds.build import interaction, link, owned

from graphcrm.access import SHIPPED
from graphcrm.graph import Graph
from graphcrm.services.changes import Author, change
from graphcrm.services.policy import change_role
from tests.web.access.conftest import As
from tests.web.forms import text

DAY = "as_of=2024-06-01"
PANELS = ("", "/ways", "/people", "/coverage", "/timeline", "/flow", "/chart")


def told(browser_as: As, user: str, url: str) -> str:
    answer = browser_as(user).get(url)
    assert answer.status_code == 200, url
    return text(answer)


@pytest.mark.parametrize("panel", PANELS)
def test_charlie_sees_nobody_there_who_is_alices(browser_as: As, graph: Graph, panel: str) -> None:
    for uid in ("priya", "lena", "maya", "initech"):
        owned(graph, uid, "alice")
    interaction(graph, "bob", "priya", "2024-04-01", subject="Secret plan")
    link(graph, "REPORTS_TO", "lena", "tomas", start="2020")
    hers, his = (told(browser_as, user, f"/accounts/acme{panel}?{DAY}") for user in ("alice", "charlie"))
    seen = {name for name in ("Priya", "Lena", "Maya", "Initech", "Secret plan") if name in hers}
    assert seen, "there is something that he might have seen"
    assert not [name for name in seen if name in his]


@pytest.mark.parametrize("panel", PANELS)
def test_an_account_that_is_alices_is_not_there_for_charlie(browser_as: As, graph: Graph, panel: str) -> None:
    owned(graph, "acme", "alice")
    assert browser_as("alice").get(f"/accounts/acme{panel}").status_code == 200
    assert browser_as("charlie").get(f"/accounts/acme{panel}").status_code == 404


def test_a_way_that_is_not_for_somebodys_eyes_says_how_good_it_is_and_nothing_else(
    browser_as: As, graph: Graph
) -> None:
    owned(graph, "maya", "alice")
    page = told(browser_as, "charlie", f"/accounts/acme/ways?{DAY}")
    assert "A colleague of yours strong 0.374" in page
    for words in ("Maya", "Tomás", "decision maker", "CTO", "Alice"):
        assert words not in page


def test_who_may_not_ask_for_paths_is_not_shown_who_knows_whom(browser_as: As, graph: Graph) -> None:
    browser, blind = browser_as("alice"), replace(SHIPPED["rep"], modules=frozenset())
    whole = browser.get(f"/accounts/acme?{DAY}").text
    change(graph, Author(), lambda made: change_role(made, blind))
    page = browser.get(f"/accounts/acme?{DAY}").text
    for words in ("Who of us knows whom here", "knows them best", "/accounts/acme/ways"):
        assert words in whole
        assert words not in page
    for panel in ("ways", "coverage"):
        assert browser.get(f"/accounts/acme/{panel}").status_code == 403
