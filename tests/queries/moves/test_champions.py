from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from worlds.build import NOW, account, job, opportunity

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.moves.champions import Champion, champions
from graphcrm.queries.moves.mark_news import mark_news

from .conftest import Tell

ANN = Champion(
    uid="ann-2", moved_on=date(2024, 3, 1), start="2024-03-01", contact="ann", name="Ann", asked_not=False,
    from_account="acme", from_name="Acme", to_account="beta", to_name="Beta", title="Boss", role="buyer", why=["owner"],
    state="new", done_at=None, lifecycle=None, owned=False, placeholder=False, deals=[],
)  # fmt: skip


def test_who_was_told_sees_who_moved_and_nobody_else_does(ann: Graph, tell: Tell) -> None:
    assert champions(ann, user="alice") == []
    tell("alice")
    assert champions(ann, user="alice") == [ANN]
    assert champions(ann, user="bob") == []


def test_each_is_where_one_has_put_it(ann: Graph, tell: Tell) -> None:
    tell("alice")
    mark_news(ann, user="alice", uid="ann-2", state="acknowledged", at=NOW)
    assert champions(ann, user="alice") == champions(ann, user="alice", state="dismissed") == []
    assert champions(ann, user="alice", state="acknowledged") == [replace(ANN, state="acknowledged", done_at=NOW)]


def test_what_is_open_where_they_decided_is_named(ann: Graph, tell: Tell) -> None:
    tell("alice")
    for uid, at, status in (("deal", "acme", "open"), ("won", "acme", "won"), ("other", "beta", "open")):
        opportunity(ann, uid, at, "ann", owner="bob", status=status)
    assert champions(ann, user="alice")[0].deals == []
    ann.write("MATCH ()-[i:INVOLVES]->() SET i.role = 'decision_maker'")
    assert champions(ann, user="alice")[0].deals == [["deal", "deal"]]
    assert champions(ann.seen_by(Sight(opportunities=("alice",))), user="alice")[0].deals == []
    assert champions(ann.seen_by(Sight(hidden=frozenset({"opportunity.contacts"}))), user="alice")[0].deals == []


@pytest.mark.parametrize("props", [{"lifecycle": "customer"}, {"owner": "bob"}])
def test_an_account_is_ours_by_its_lifecycle_or_its_owner(ann: Graph, tell: Tell, props: dict[str, str]) -> None:
    tell("alice")
    assert not champions(ann, user="alice")[0].ours
    ann.write("MATCH (a:Account {uid: 'beta'}) SET a += $props", props=props)
    assert champions(ann, user="alice")[0].ours
    hidden = champions(ann.seen_by(Sight(hidden=frozenset({"account.lifecycle"}))), user="alice")[0]
    assert hidden.ours is ("owner" in props)


@pytest.mark.parametrize("label", ["Contact", "Account"])
def test_what_one_may_not_see_any_more_is_left_out(ann: Graph, tell: Tell, label: str) -> None:
    tell("alice")
    ann.write(f"MATCH (n:{label}) SET n.owner = 'bob'")
    see = Sight(contacts=("alice", "")) if label == "Contact" else Sight(accounts=("alice", ""))
    assert champions(ann.seen_by(see), user="alice") == []


def test_what_is_in_the_trash_or_no_job_any_more_is_no_news(ann: Graph, tell: Tell) -> None:
    tell("alice")
    ann.write("MATCH (a:Account {uid: 'acme'}) SET a.deleted_at = $at", at=NOW)
    assert champions(ann, user="alice") == []
    ann.write("MATCH (a:Account {uid: 'acme'}) SET a.deleted_at = null")
    ann.write("MATCH ()-[w:WORKS_AT {uid: 'ann-2'}]->() DELETE w")
    assert champions(ann, user="alice") == []


def test_pages_follow_each_other_the_latest_first_even_on_one_day(ann: Graph, tell: Tell) -> None:
    for n in range(5):
        account(ann, f"a{n}"), job(ann, "ann", f"a{n}", start="2024-04", uid=f"w{n}")
        tell("alice", uid=f"w{n}", joined=f"a{n}", on=f"2024-04-0{n // 2 + 1}")
    found: list[Champion] = []
    while page := champions(
        ann, user="alice", limit=2, after_on=found[-1].moved_on if found else None,
        after_uid=found[-1].uid if found else None,
    ):  # fmt: skip
        found += page
    assert [one.uid for one in found] == ["w4", "w2", "w3", "w0", "w1"]
