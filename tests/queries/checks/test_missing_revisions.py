from __future__ import annotations

from worlds.build import account, assignment, contact, interaction, job, link, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.missing_revisions import missing_revisions


def found(graph: Graph) -> list[tuple[str, str, int, int]]:
    return sorted((one.kind, one.uid, one.rev, one.known) for one in missing_revisions(graph, limit=20))


def revision(graph: Graph, kind: str, of: str, rev: int) -> None:
    graph.write("CREATE (:Revision {uid: randomUUID(), kind: $kind, of: $of, rev: $rev})", kind=kind, of=of, rev=rev)


def test_each_change_after_the_first_revision_is_remembered_or_named(graph: Graph) -> None:
    contact(graph, "X")
    account(graph, "X")
    assert found(graph) == []
    graph.write("MATCH (n {uid: 'X'}) SET n.rev = 3")
    for rev in (2, 3):
        revision(graph, "contact", "X", rev)
    assert found(graph) == [("account", "X", 3, 0)]
    (one,) = missing_revisions(graph, limit=10)
    assert (one.where, one.what) == (["account", "X"], "it is at revision 3, and 0 changes are remembered")
    assert (one.on, one.props["name"]) == (["Account X"], "X")


def test_edges_and_events_are_asked_for_theirs_also_where_they_are_set_aside(graph: Graph) -> None:
    for uid in ("A1", "A2"):
        account(graph, uid)
    for uid in ("C1", "C2"):
        contact(graph, uid)
    user(graph, "U1")
    job(graph, "C1", "A1", uid="J1", rev=2)
    link(graph, "PARTNER_OF", "A1", "A2", uid="L1", rev=2)
    link(graph, "REPORTS_TO", "C1", "C2", uid="L2", rev=2)
    assignment(graph, "A1", "U1", uid="S1")
    rating(graph, "U1", "C1", 3)
    interaction(graph, "U1", "C1", "2024-05-01", uid="I1", rev=3)
    graph.write("MATCH ()-[e:ASSIGNED_TO|RATES]->() SET e.rev = 2, e.uid = 'E'")
    graph.write(
        "MATCH (a {uid: 'C2'}), (b {uid: 'A1'}) CREATE (a)-[:TRASHED {uid: 'J2', type: 'WORKS_AT', rev: 2}]->(b)"
    )
    revision(graph, "interaction", "I1", 2)
    assert found(graph) == [
        ("account_link", "L1", 2, 0), ("assignment", "E", 2, 0), ("contact_link", "L2", 2, 0),
        ("interaction", "I1", 3, 1), ("job", "J1", 2, 0), ("job", "J2", 2, 0), ("rating", "E", 2, 0),
    ]  # fmt: skip
    on = {one.kind: sorted(one.on) for one in missing_revisions(graph, limit=20)}
    assert (on["interaction"], on["rating"]) == (["Contact C1", "User U1"], ["Contact C1", "User U1"])
