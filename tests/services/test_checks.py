from __future__ import annotations

from pathlib import Path

import pytest
from worlds.build import account, contact, job
from worlds.cast import write_cast

from graphcrm.graph import Graph
from graphcrm.services.checks import BROKEN, RULES, Finding, check


@pytest.fixture
def cast(graph: Graph) -> Graph:
    write_cast(graph)
    return graph


def test_a_sound_graph_and_an_empty_one_break_no_rule(graph: Graph) -> None:
    assert check(graph) == []
    write_cast(graph)
    assert check(graph) == []


def test_the_page_of_the_docs_lists_every_rule() -> None:
    page = (Path(__file__).parents[2] / "docs" / "check.md").read_text(encoding="utf-8")
    assert [f"| {rule.name} | {rule.says} |" for rule in RULES if f"| {rule.name} | {rule.says} |" not in page] == []


def test_progress_names_every_rule(graph: Graph) -> None:
    seen: list[str] = []
    check(graph, progress=lambda text, *_: seen.append(text))
    assert seen == [*(f"Checking {rule.name}" for rule in BROKEN), "Checking"]


def test_bounds_that_do_not_follow_are_named_and_made_anew(cast: Graph) -> None:
    cast.write("MATCH ()-[w:WORKS_AT {uid: 'tomas-1'}]->() SET w.end_max = date('2030-01-01')")
    (found,) = check(cast)
    assert (found.rule, found.where) == ("bounds", ["tomas-1"])
    assert found.what.endswith("should be 2018-01-01, 2018-01-31, 2022-06-01, 2022-07-01")
    assert check(cast, repair=True) == []
    assert check(cast) == []


def test_what_is_missing_beside_the_dates_is_made_anew(cast: Graph) -> None:
    cast.write("MATCH ()-[w:WORKS_AT {uid: 'tomas-1'}]->() REMOVE w.end_status, w.verified_on")
    assert [found.what for found in check(cast)] == ["it has no verified_on, or no end_status"]
    assert check(cast, repair=True) == []


def test_dates_that_cannot_be_are_named_and_left(cast: Graph) -> None:
    cast.write("MATCH ()-[w:WORKS_AT {uid: 'tomas-1'}]->() SET w.start = '2019-13'")
    for repair in (False, True):
        (found,) = check(cast, repair=repair)
        assert (found.rule, found.where) == ("bounds", ["tomas-1"])
        assert "there is no such date" in found.what


def test_ties_that_drifted_are_named_and_made_anew(cast: Graph) -> None:
    cast.write("MATCH (:User {uid: 'alice'})-[k:KNOWS]->() DELETE k")
    cast.write("MATCH (u:User {uid: 'frank'}), (c:Contact {uid: 'ulla'}) CREATE (u)-[:KNOWS {count: 1}]->(c)")
    assert [(found.rule, found.where) for found in check(cast)] == [
        ("ties", ["alice", "maya"]), ("ties", ["frank", "ulla"]),
    ]  # fmt: skip
    assert check(cast, repair=True) == []
    assert check(cast) == []


def test_an_index_that_is_missing_is_named(cast: Graph) -> None:
    cast.write("DROP INDEX account_industry")
    try:
        assert [(found.rule, found.what) for found in check(cast)] == [
            ("schema", "missing account_industry (RANGE on Account industry)")
        ]
    finally:
        cast.write("CREATE RANGE INDEX account_industry FOR (n:Account) ON (n.industry)")


def test_every_rule_finds_what_breaks_it(cast: Graph) -> None:
    account(cast, "A1")
    contact(cast, "C1", "Ada", rev=2)
    job(cast, "C1", "A1", uid="J1")
    for statement in (
        "MATCH (u {uid: 'bob'}), (a {uid: 'A1'}) UNWIND ['1', '2'] AS n CREATE (a)-[:ASSIGNED_TO {uid: n, start: date()}]->(u)",
        "MATCH ()-[w:WORKS_AT {uid: 'J1'}]->() SET w.start_max = date('1990-01-01')",
        "MATCH ()-[k:KNOWS]->() SET k.count = 1000",
        "MATCH (h:Handle {value: 'maya@people.example'}) SET h.kind = 'phone'",
        "MATCH (a:Account {uid: 'hooli'}) SET a.deleted_at = datetime()",
    ):
        cast.write(statement)
    broken = {found.rule for found in check(cast)}
    assert broken == {rule.name for rule in RULES} - {"schema"}
    assert {found.rule for found in check(cast, repair=True)} == broken - {"bounds", "ties"}
    assert isinstance(check(cast)[0], Finding)
