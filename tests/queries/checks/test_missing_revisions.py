from __future__ import annotations

from worlds.build import account, contact

from graphcrm.graph import Graph
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.missing_revisions import missing_revisions


def test_each_change_after_the_first_revision_is_remembered_or_named(graph: Graph) -> None:
    contact(graph, "X")
    account(graph, "X")
    assert missing_revisions(graph, limit=10) == []
    graph.write("MATCH (n {uid: 'X'}) SET n.rev = 3")
    for rev in (2, 3):
        graph.write("CREATE (:Revision {uid: randomUUID(), kind: 'contact', of: 'X', rev: $rev})", rev=rev)
    found = Found(["Account X"], "it is at revision 3, and 0 changes are remembered")
    assert missing_revisions(graph, limit=10) == [found]
    graph.write("MATCH (r:Revision {rev: 2}) DELETE r")
    assert [one.what for one in missing_revisions(graph, limit=10)] == [
        found.what, "it is at revision 3, and 1 changes are remembered",
    ]  # fmt: skip


def test_a_record_without_a_name_is_named(graph: Graph) -> None:
    contact(graph, "C1")
    graph.write("MATCH (n:Contact) REMOVE n.name")
    assert missing_revisions(graph, limit=10) == [Found(["Contact C1"], "it has no uid or no name")]
