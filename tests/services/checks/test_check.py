from __future__ import annotations

import pytest
from worlds.cast import write_cast

from graphcrm.graph import Graph
from graphcrm.nodes import states
from graphcrm.queries.changes.revisions_on import revisions_on
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import BROKEN, MOST, RULES, check
from graphcrm.services.undo import undo_last


@pytest.fixture
def cast(graph: Graph) -> Graph:
    write_cast(graph)
    return graph


def test_a_sound_graph_and_an_empty_one_break_no_rule(graph: Graph) -> None:
    assert check(graph) == []
    write_cast(graph)
    assert check(graph) == []


def test_progress_goes_from_rule_to_rule(graph: Graph) -> None:
    seen: list[tuple[str, float, float]] = []
    check(graph, progress=lambda *far: seen.append(far))
    assert seen == [("Checking", number + 1, len(BROKEN)) for number in range(len(BROKEN))]


def test_bounds_that_do_not_follow_are_named_and_made_anew(cast: Graph) -> None:
    cast.write("MATCH ()-[w:WORKS_AT {uid: 'tomas-1'}]->() SET w.end_max = date('2030-01-01')")
    (found,) = check(cast)
    assert (found.rule, found.where) == ("bounds", ["tomas-1"])
    assert found.what.endswith("should be 2018-01-01, 2018-01-31, 2022-06-01, 2022-07-01")
    assert check(cast, repair=True) == []
    assert check(cast) == []


def test_dates_that_cannot_be_are_named_and_left(cast: Graph) -> None:
    cast.write("MATCH ()-[w:WORKS_AT {uid: 'tomas-1'}]->() SET w.start = '2019-13'")
    for repair in (False, True):
        (found,) = check(cast, repair=repair)
        assert (found.rule, found.where) == ("bounds", ["tomas-1"])
        assert "there is no such date" in found.what


def test_an_index_that_is_missing_is_named(cast: Graph) -> None:
    cast.write("DROP INDEX account_industry")
    try:
        assert [(found.rule, found.what) for found in check(cast)] == [
            ("schema", "missing account_industry (RANGE on Account industry)")
        ]
    finally:
        cast.write("CREATE RANGE INDEX account_industry FOR (n:Account) ON (n.industry)")


def test_what_may_be_meant_is_no_fault_and_told_only_who_asks(cast: Graph) -> None:
    cast.write("CREATE (:IdempotencyKey {uid: 'K', at: datetime() - duration('P2D')})")
    assert check(cast) == []
    assert [(one.rule, one.warning) for one in check(cast, warn=True)] == [("keys", True)]


def test_a_repair_goes_on_until_all_of_many_are_mended(graph: Graph) -> None:
    graph.write(
        "UNWIND range(1, $n) AS n CREATE (:Handle {uid: 'phone:' + n, kind: 'phone', value: toString(n)})", n=MOST + 501
    )
    assert len(check(graph)) == MOST
    assert check(graph, repair=True) == []
    assert graph.read("MATCH (h:Handle) RETURN count(h)", int) == [0]


def test_what_was_not_recorded_is_said_to_be_and_can_be_undone_to_no_effect(cast: Graph) -> None:
    cast.write("MATCH (n:Contact {uid: 'maya'}) SET n.rev = 2")
    check(cast, repair=True)
    (revision,) = revisions_on(cast, label="Contact", uid="maya")
    assert (revision.rev, revision.action, revision.before) == (2, "change", None)
    assert (revision.why or "").startswith("not recorded")
    assert states.read(revision.after)["name"] == "Maya Lind"
    change(cast, Author(), lambda made: undo_last(made, "Contact", "maya"))
    assert check(cast) == []


def test_what_was_erased_between_finding_and_repairing_stays_forgotten(cast: Graph) -> None:
    cast.write("MATCH (n:Contact {uid: 'maya'}) SET n.rev = 2")
    (rule,) = (rule for rule in RULES if rule.name == "revisions")
    found = rule.find(cast)
    cast.write("MATCH (n:Contact {uid: 'maya'}) DETACH DELETE n")
    assert rule.mend is not None
    rule.mend(cast, found)
    assert cast.read("MATCH (n:Revision|History) RETURN count(n)", int) == [0]
