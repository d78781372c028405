from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.drop_codes import drop_codes

from .conftest import rows


def test_nothing_of_them_is_left(us: Graph) -> None:
    us.write(
        "CREATE (:Credential {uid: 'alice', totp: 's', totp_step: 1, recovery: ['a'], password: 'h', sessions: 2})"
    )
    assert drop_codes(us, uid="alice")
    assert not drop_codes(us, uid="alice")
    assert not drop_codes(us, uid="bob")
    assert rows(us, "MATCH (c:Credential) RETURN properties(c)") == [
        ({"uid": "alice", "password": "h", "sessions": 2},)
    ]
