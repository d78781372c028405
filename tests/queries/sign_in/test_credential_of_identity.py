from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.credential_of_identity import credential_of_identity


@pytest.mark.parametrize(("uid", "found"), [("alice", "alice"), ("zoe", None), ("tom", None)])
def test_an_active_user_is_found_by_who_they_are_there(us: Graph, uid: str, found: str | None) -> None:
    us.write(
        "MATCH (u:User {uid: $uid}) CREATE (u)-[:HAS_CREDENTIAL]->(:Credential {uid: $uid, identity: 'i s', sessions: 2})",
        uid=uid,
    )
    credential = credential_of_identity(us, identity="i s")
    assert (credential.uid if credential else None) == found
    assert credential is None or credential.sessions == 2
    assert credential_of_identity(us, identity="i") is None
