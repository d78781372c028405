from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.can_sign_in import can_sign_in


def test_at_first_there_is_nobody(us: Graph) -> None:
    us.write(
        "MATCH (u:User {uid: 'alice'}) CREATE (u)-[:HAS_CREDENTIAL]->(:Credential {uid: 'alice', link: 'd', sessions: 1})"
    )
    assert can_sign_in(us) == []


@pytest.mark.parametrize(
    "way",
    ["(u)-[:HAS_TOKEN]->(:ApiToken {uid: 't', digest: 'd'})", "(u)-[:HAS_CREDENTIAL]->(:Credential {uid: 'c', password: 'h'})",
     "(u)-[:HAS_CREDENTIAL]->(:Credential {uid: 'c', identity: 'i s'})"],
)  # fmt: skip
@pytest.mark.parametrize(("uid", "found"), [("alice", ["alice"]), ("bob", ["bob"]), ("zoe", []), ("tom", [])])
def test_each_way_counts_of_who_is_active(us: Graph, way: str, uid: str, found: list[str]) -> None:
    us.write("MATCH (u:User {uid: $uid}) CREATE " + way, uid=uid)
    assert can_sign_in(us) == found
