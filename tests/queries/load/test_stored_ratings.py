from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_ratings import stored_ratings

from .conftest import AT


def test_only_the_pairs_asked_for_are_found(cast: Graph):
    cast.write(
        "MATCH (u:User {uid: 'U1'}), (c:Contact) CREATE (u)-[:RATES {uid: c.uid, value: 4, at: $at}]->(c)", at=AT
    )
    (found,) = stored_ratings(cast, pairs=[("U1", "C1"), ("U2", "C2"), ("U9", "C9")])
    assert (found.user, found.contact, found.at, found.props["uid"], found.props["value"]) == ("U1", "C1", AT, "C1", 4)
