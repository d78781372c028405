from __future__ import annotations

from datetime import date

import pytest
from neo4j.spatial import WGS84Point
from worlds import build
from worlds.build import NOW, contact, job

from graphcrm.access import Sight
from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.accounts.account import Account, account


def test_an_account_comes_with_all_that_is_recorded_and_the_number_of_its_stints(graph: Graph) -> None:
    build.account(
        graph, "acme", "Acme", aliases=["ACME Ltd"], domains=("acme.test",), kind="company", industry="Steel",
        size_band="51-200", employee_count=120, website="https://acme.test", country="Norway", region="Oslo",
        city="Oslo", lifecycle="customer", placeholder=False, fax="+47 1", description="钢铁", hq_address="1 Main St",
        branch_addresses=["2 Main St"], location=WGS84Point((10.75, 59.91)), value_band="A", rev=4, source="erp",
        external_id="A/1", x_colour="red", x_尺寸="大",
    )  # fmt: skip
    build.handle(graph, "acme", "phone", "+4712345678", primary=True)
    graph.write("MATCH ()-[r:HAS_HANDLE]->({value: '+4712345678'}) SET r.label = 'work'")
    contact(graph, "ann")
    job(graph, "ann", "acme", start="2010", end="2011")
    job(graph, "ann", "acme", start="2015")
    found = account(graph, uid="acme")
    assert found == Account(
        uid="acme", name="Acme", aliases=["ACME Ltd"], kind="company", industry="Steel", size_band="51-200",
        employee_count=120, website="https://acme.test", country="Norway", region="Oslo", city="Oslo",
        lifecycle="customer", placeholder=False, domains=["acme.test"], stints=2, fax="+47 1", description="钢铁",
        hq_address="1 Main St", branch_addresses=["2 Main St"], location=[59.91, 10.75], value_band="A", rev=4,
        external_id="A/1", source="erp", created_at=NOW, updated_at=NOW, deleted_at=None, custom=found.custom, handles=found.handles,
        converted_from=[],
        owner=None, owned_since=None, tags=[], lifecycle_since=None, lifecycle_trail=[], customer_since=None,
    )  # fmt: skip
    assert sorted(map(tuple, found.custom)) == [("x_colour", "red"), ("x_尺寸", "大")]
    assert [tuple(handle) for handle in found.handles] == [
        ("phone", "+4712345678", "work", True), ("domain", "acme.test", None, False),
    ]  # fmt: skip


def test_an_account_of_which_only_the_name_is_known_is_no_placeholder(graph: Graph) -> None:
    build.account(graph, "acme", "Acme")
    found = account(graph, uid="acme")
    assert (found.aliases, found.domains, found.stints, found.placeholder) == ([], [], 0, False)
    assert (found.kind, found.employee_count, found.location, found.custom) == (None, None, None, [])


def test_a_placeholder_says_so(graph: Graph) -> None:
    build.account(graph, "freelance", "Freelance", placeholder=True)
    assert account(graph, uid="freelance").placeholder


def test_it_names_the_leads_that_it_was_as_far_as_they_may_be_seen(graph: Graph) -> None:
    build.account(graph, "acme"), build.lead(graph, "mine", "Mine"), build.lead(graph, "theirs", "Theirs", owner="bob")
    graph.write("MATCH (l:Lead), (n {uid: 'acme'}) CREATE (l)-[:CONVERTED_TO {uid: l.uid, at: $at}]->(n)", at=NOW)
    assert [one[:2] for one in account(graph, uid="acme").converted_from] == [["mine", "Mine"], ["theirs", "Theirs"]]
    seen = graph.seen_by(Sight(accounts=None, contacts=None, leads=("", "alice")))
    assert [one[0] for one in account(seen, uid="acme").converted_from] == ["mine"]


@pytest.mark.parametrize("uid", ["nowhere", "ann", ""])
def test_an_unknown_account_is_not_found(graph: Graph, uid: str) -> None:
    contact(graph, "ann")
    with pytest.raises(NotFoundError) as refusal:
        account(graph, uid=uid)
    assert (refusal.value.detail, refusal.value.field) == (f"There is no account {uid!r}.", "account")


@pytest.mark.parametrize(
    ("on", "owner"),
    [
        ("2019-12-31", None),
        ("2020-01-01", "alice"),
        ("2023-12-31", "alice"),
        ("2024-01-01", "bob"),
        (None, "bob"),
    ],
)
def test_it_says_whose_it_is_on_a_day_and_today_where_none_is_said(graph: Graph, on: str | None, owner: str | None):
    build.account(graph, "x")
    for uid in ("alice", "bob"):
        build.user(graph, uid, uid.title())
    build.assignment(graph, "x", "alice", start="2020-01-01", end="2024-01-01")
    build.assignment(graph, "x", "bob", start="2024-01-01")
    found = account(graph, uid="x", on=date.fromisoformat(on) if on else None).owner
    assert found == ([owner, owner.title()] if owner else None)


@pytest.mark.parametrize(
    ("day", "state", "since", "left"),
    [
        ("2018-12-31", None, None, 0), ("2019-01-01", "lead", "2019-01-01", 1), ("2020-04-30", "lead", "2019-01-01", 1),
        ("2020-05-01", "customer", "2020-05-01", 2), ("2024-01-01", "lost", "2022-03-04", 3),
    ],
)  # fmt: skip
def test_how_far_it_was_with_us_is_that_of_the_day(
    graph: Graph, day: str, state: str | None, since: str | None, left: int
) -> None:
    trail = ["lead 2019", "customer 2020-05", "lost 2022-03-04"]
    build.account(graph, "x", lifecycle="lost", lifecycle_since=date(2022, 3, 4), lifecycle_trail=trail)
    found = account(graph, uid="x", on=date.fromisoformat(day))
    assert (found.lifecycle, found.lifecycle_trail) == (state, trail[:left])
    assert found.lifecycle_since == (date.fromisoformat(since) if since else None)
    assert found.customer_since == (date(2020, 5, 1) if left > 1 else None)
