from __future__ import annotations

from datetime import date, timedelta

import pytest
from worlds.build import NOW, TODAY, account, contact, job, lead, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.views.at_hand import AtHand, at_hand
from graphcrm.queries.views.put_star import put_star


@pytest.fixture
def world(graph: Graph) -> Graph:
    user(graph, "alice"), user(graph, "bob")
    account(graph, "acme", "Acme", industry="Robotics"), contact(graph, "ada", "Ada"), lead(graph, "rita", "Rita")
    job(graph, "ada", "acme", start="2020-01-01", end="2022-01-01")
    return graph


def found(
    graph: Graph, *viewed: tuple[str, str], user: str = "alice", on: date = TODAY, limit: int = 30
) -> list[AtHand]:
    return at_hand(graph, user=user, viewed=viewed, on=on, limit=limit)


def test_nobody_has_anything_at_first(world: Graph) -> None:
    assert found(world) == found(world, user="nobody") == []


def test_what_was_looked_at_comes_in_its_order_then_the_latest_star(world: Graph) -> None:
    contact(world, "ben", "Ben")
    for days, (label, uid) in enumerate((("Account", "acme"), ("Contact", "ben"), ("Contact", "ada"))):
        put_star(world, user="alice", label=label, uid=uid, at=NOW + timedelta(days=days))
    rows = found(world, ("Lead", "rita"), ("Contact", "ada"))
    assert [(row.type, row.uid, row.place) for row in rows] == [
        ("lead", "rita", 0),
        ("contact", "ada", 1),
        ("contact", "ben", None),
        ("account", "acme", None),
    ]
    assert [row.starred_at for row in rows] == [None, *(NOW + timedelta(days=days) for days in (2, 1, 0))]
    assert [row.uid for row in found(world, ("Contact", "ada"), limit=2)] == ["ada", "ben"]
    assert found(world, user="bob") == []


@pytest.mark.parametrize(
    ("on", "detail"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), "Acme"),
        (date(2021, 12, 31), "Acme"),
        (date(2022, 1, 1), None),
    ],
)
def test_a_contact_is_told_by_where_they_work_that_day(world: Graph, on: date, detail: str | None) -> None:
    assert [row.detail for row in found(world, ("Contact", "ada"), on=on)] == [detail]


def test_an_account_is_told_by_its_industry_and_a_lead_by_its_company(world: Graph) -> None:
    lead(world, "sam", "Sam", company_name="Acme Holding")
    rows = found(world, ("Account", "acme"), ("Lead", "sam"))
    assert [row.detail for row in rows] == ["Robotics", "Acme Holding"]


def test_what_is_not_there_not_seen_or_in_the_trash_is_left_out(world: Graph) -> None:
    contact(world, "gone", "Gone", deleted_at=NOW), contact(world, "hers", "Hers"), owned(world, "hers", "alice")
    put_star(world, user="bob", label="Contact", uid="hers", at=NOW)
    looked_at = [("Contact", uid) for uid in ("gone", "none", "hers", "ada")]
    assert [row.uid for row in found(world, *looked_at, user="bob")] == ["hers", "ada"]
    mine = world.seen_by(Sight(("", "bob"), ("", "bob"), ("", "bob")))
    assert [row.uid for row in found(mine, *looked_at, user="bob")] == ["ada"]
