from __future__ import annotations

from datetime import UTC, datetime

from worlds.build import NOW, TODAY, account, contact, job, owned, user

from graphcrm.graph import Graph
from graphcrm.queries.moves.audience import Concerned, audience
from graphcrm.queries.moves.moves_since import moves_since

SINCE = TODAY.replace(year=2023)


def of(graph: Graph) -> list[Concerned]:
    return audience(graph, moves=moves_since(graph, since=SINCE, on=TODAY, before=NOW))


def whom(graph: Graph) -> set[tuple[str, tuple[str, ...]]]:
    return {(one.user, tuple(sorted(one.why))) for one in of(graph)}


def test_whose_the_contact_is_and_of_what_is_nobodys_nobody_else(ann: Graph) -> None:
    assert of(ann) == [Concerned("ann-2", "alice", None, ["owner"], ["alice", None, None])]
    ann.write("MATCH (c:Contact) SET c.owner = null")
    assert of(ann) == []


def test_who_starred_one_of_the_three_each_once(ann: Graph) -> None:
    ann.write("MATCH (u:User {uid: 'charlie'}) MATCH (n:Account|Contact) CREATE (u)-[:STARRED {at: datetime()}]->(n)")
    ann.write("MATCH (u:User {uid: 'bob'}) MATCH (n:Account {uid: 'acme'}) CREATE (u)-[:STARRED {at: datetime()}]->(n)")
    assert whom(ann) == {("alice", ("owner",)), ("bob", ("starred",)), ("charlie", ("starred",))}


def test_the_teams_of_both_accounts_and_an_owner_who_is_in_none(ann: Graph) -> None:
    user(ann, "alone", "Alone"), owned(ann, "acme", "alone"), owned(ann, "beta", "bob")
    assert whom(ann) == {("alice", ("joined", "owner")), ("bob", ("joined",)), ("alone", ("left",))}


def test_who_has_left_us_or_is_in_the_trash_is_not_told(ann: Graph) -> None:
    owned(ann, "acme", "bob")
    ann.write("MATCH (u:User {uid: 'alice'}) SET u.active = false")
    assert whom(ann) == {("bob", ("left",))}
    ann.write("MATCH (u:User {uid: 'bob'}) SET u.deleted_at = $at", at=datetime.now(UTC))
    assert of(ann) == []


def test_of_several_moves_each_has_its_own(ann: Graph) -> None:
    contact(ann, "ben", "Ben"), account(ann, "gamma", "Gamma"), owned(ann, "ben", "bob")
    job(ann, "ben", "beta", start="2020", end="2024-01-01"), job(ann, "ben", "gamma", start="2024-01-01", uid="ben-2")
    assert {(one.move, one.user) for one in of(ann)} == {("ann-2", "alice"), ("ben-2", "bob")}
