"""More rows do not mean more queries: no page and no answer asks the graph once a row."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient
from worlds.build import (
    account,
    attendance,
    campaign,
    contact,
    contract,
    interaction,
    introduction,
    job,
    lead,
    opportunity,
    order,
    owned,
    service_request,
    task,
    user,
)

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from graphcrm.web import create_app
from tests.web.forms import post

URLS = [
    *("/warm-paths", "/introductions", "/accounts/a/warm-paths/alice,p1", "/network?id=account:a", "/views", "/trash"),
    *("/users", "/users/alice", "/contacts/p0/links", "/contacts/p0/history", "/palette?q=p", "/introductions/i0"),
    *("/contacts?limit=500&columns=strength,account", "/accounts?limit=500", "/leads", "/contacts?account=a&q=p"),
    *(
        "/moves/champions",
        "/api/v1/moves/champions",
        "/tasks",
        "/tasks?owner=alice&status=open",
        "/calendar",
        "/calendar?month=2023-05",
    ),
    *("/opportunities?account=a", "/opportunities/o0", "/opportunities/board", "/opportunities/forecast"),
    *("/contracts?account=a", "/contracts/n0", "/orders?account=a", "/orders/r0", "/service-requests/q0"),
    *("/service-requests?account=a", "/contracts?renews_within=30&sort=due"),
    *("/", "/search?q=p", "/accounts/a", "/accounts/a/warm-paths", "/accounts/a/ways"),
    *("/accounts/a/people", "/accounts/a/coverage", "/accounts/a/timeline", "/accounts/a/flow"),
    *("/contacts/p0", "/contacts/p0/colleagues", "/contacts/p0/interactions", "/contacts/p0/edit", "/contacts/p0/move"),
    *("/interactions/new?account=a", "/interactions/new?opportunity=o0", "/interactions/new?contact=p0"),
    *("/campaigns", "/campaigns/g0", "/campaigns/g0/attend", "/coverage", "/api/v1/coverage", "/leads/l0?q=x"),
    *("/contacts/p0/interactions?q=x", "/accounts/a/timeline?q=x", "/api/v1/accounts/a/timeline"),
    *("/accounts/a/chart", "/api/v1/accounts/a/chart", "/api/v1/accounts/a/people"),
    "/api/v1/accounts/a/warm-paths?min_score=0&max_unit=0",
    *("/lifecycles", "/api/v1/lifecycle-proposals?kind=contact", "/accounts/classes", "/accounts/a/offers"),
    *("/api/v1/contacts/p0/colleagues", "/api/v1/contacts/p0/known-by"),
    *("/api/v1/contacts?q=p", "/api/v1/moves?since=2000-01-01", "/api/v1/contacts/p0/jobs", "/api/v1/search?q=p"),
    *("/moves?since=2000-01-01", "/api/v1/moves?since=2000-01-01&sort=rank&user=alice&ours=true"),
    *("/api/v1/contacts?account=a&sort=-created_at", "/api/v1/users?q=u&active=true&sort=name", "/api/v1/users/alice"),
]

WHO = 2  # who asks, and what they may
# One for each panel. Paths are sought in rounds (docs/cypher.md), so their pages are not held here.
FEW = 3  # what the page is of, its rows, what there is to choose from
PANELS = {
    # the contact, the star, colleagues, ties, career, interactions, owner, links, changes and the names in them,
    # introductions, next steps, opportunities and their stages, contracts and orders, service requests, activity, campaigns,
    # what is proposed
    "/contacts/p0": 18,
    # the account, the star, next steps, opportunities and their stages, contracts and orders, service requests, campaigns,
    # what is proposed, people, coverage, timeline, links, flow; ...
    "/accounts/a": 14,  # the ways in come later
    "/opportunities/o0": 5,  # the opportunity, the star, stages, next steps, contracts and orders
    "/contracts/n0": 3,  # the contract, the star, next steps
    "/orders/r0": 3,
    "/service-requests/q0": 3,
    "/contracts?account=a": 5,  # rows, what the filter names, us to choose from, views, the star
    "/orders?account=a": 5,
    "/service-requests?account=a": 5,
    "/contracts?renews_within=30&sort=due": 4,
    "/opportunities?account=a": 6,  # rows, what the filter names, stages, us to choose from, views, the star
    "/opportunities/board": 5,  # stages, lanes and their cards, us and teams to choose from
    "/opportunities/forecast": 5,  # stages, months, what they leave out, us and teams to choose from
    "/network?id=account:a": 4,  # the record, its neighbours by each kind of edge and what they are, views
    "/": 6,  # what is due, moves of a quarter, where there are none of a year, ties going cold, leads, what is at hand
    "/contacts?account=a&q=p": 4,  # rows, what the filter names, us to choose from, views
    "/campaigns": 4,  # rows, us to choose from, views, the star
    "/campaigns/g0": 4,  # the campaign, the star, who is asked, what followed
    "/leads/l0?q=x": 7,  # the lead, the star, next steps, interactions, us, campaigns, what is at hand
    "/tasks?owner=alice&status=open": 4,  # the same
}
MORE_EVIDENCE = 3 * 2  # one more batch in three queries, for the page and for the warmth of the account


@pytest.fixture
def small(graph: Graph) -> Graph:
    account(graph, "a", "Pa")
    account(graph, "b", "Pb")
    user(graph, "alice", "Alice")
    campaign(graph, "g0"), lead(graph, "l0")
    people(graph, range(3))
    return graph


def people(graph: Graph, numbers: range) -> None:
    def write(tx: Any) -> None:
        for n in numbers:
            contact(tx, f"p{n}", f"Pat {n}")
            job(tx, f"p{n}", "b", start="2015", end="2019")
            task(tx, f"t{n}", None, f"p{n}", "a", due_on=date(2023, 5, 1))
            owned(tx, f"t{n}", "alice")
            opportunity(
                tx, f"o{n}", "a", f"p{n}", owner="alice", amount=1.0, currency="EUR", expected_close=date(2023, 5, 1)
            )
            contract(tx, f"n{n}", "a", f"p{n}", owner="alice", opportunity=f"o{n}", end="2023-06-01")
            order(tx, f"r{n}", "a", f"p{n}", owner="alice", opportunity=f"o{n}")
            service_request(tx, f"q{n}", "a", f"p{n}", owner="alice")
            job(tx, f"p{n}", "a" if n % 2 else "b", start="2020")
            attendance(tx, "g0", f"p{n}")
            interaction(tx, "alice", f"p{n}", f"2023-05-{n + 1:02}")
        for n in numbers:
            user(tx, f"u{n}", f"Uma {n}")
            interaction(tx, f"u{n}", "p0", "2023-06-01")
            introduction(tx, f"i{n}", "alice", ["p1"], "a")

    graph.transaction(write)


def asked(graph: Graph, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    counted: dict[str, int] = {}
    read = Graph.read
    for url in URLS:
        calls: list[str] = []
        monkeypatch.setattr(
            Graph, "read", lambda *args, calls=calls, **params: calls.append("") or read(*args, **params)
        )
        assert client.get(url).status_code == 200, url
        counted[url] = len(calls)
    monkeypatch.setattr(Graph, "read", read)
    return counted


def test_ten_times_the_rows_take_the_same_queries(
    small: Graph, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = create_app(settings, small).test_client()
    post(client, "/sign-in", token=create_token(small, user="alice"))
    before = asked(small, client, monkeypatch)
    for url, number in before.items():
        assert number <= WHO + PANELS.get(url, FEW) or "paths" in url or url.endswith("/ways"), (url, number)
    people(small, range(3, 28))
    after = asked(small, client, monkeypatch)
    assert all(before[url] > 0 for url in URLS)
    for url in URLS:
        assert after[url] <= before[url] + (
            MORE_EVIDENCE if url.endswith(("warm-paths", "ways")) or "warm-paths?" in url else 0
        ), url  # paths: a kind that found none before
