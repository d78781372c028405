from __future__ import annotations

from worlds.build import NOW, contact, interaction, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.ties.all_ties import all_ties
from graphcrm.queries.ties.tie import weigh
from graphcrm.queries.ties.tie_evidence import tie_evidence


def test_no_tie_is_stronger_than_its_bounds(graph: Graph) -> None:
    user(graph, "alice")
    for uid, direction in (("ann", "both"), ("bo", "out"), ("cy", "in")):
        contact(graph, uid)
        interaction(graph, "alice", uid, "2024-03-01", direction=direction)
        rating(graph, "alice", uid, 2, "2023-01-01")
        interaction(graph, "alice", uid, "2020-03-01", participants=50)
    ties = all_ties(graph, before=NOW, limit=100)
    assert len(ties) == 6
    for found in tie_evidence(graph, pairs=[("alice", uid) for uid in ("ann", "bo", "cy")], before=NOW, limit=9):
        most = max(tie.most(NOW) for tie in ties if tie.contact == found.contact)
        assert 0 < weigh(found, NOW).strength <= most + 1e-12


def test_a_ratings_bound_is_what_it_was_worth_at_first(graph: Graph) -> None:
    user(graph, "alice")
    contact(graph, "ann")
    rating(graph, "alice", "ann", 5, "2010-01-01")
    (tie,) = all_ties(graph, before=NOW, limit=1)
    assert tie.most(NOW) == 0.85
