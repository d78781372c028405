from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.seal_codes import seal_codes

from .conftest import rows


def test_what_was_changed_meanwhile_is_left_alone(us: Graph) -> None:
    us.write("UNWIND ['a', 'b', 'c'] AS uid CREATE (:Credential {uid: uid, totp: 'old ' + uid})")
    us.write("MATCH (c:Credential {uid: 'b'}) SET c.totp = 'other'")
    given = [{"key": uid, "was": f"old {uid}", "sealed": f"new {uid}"} for uid in ("a", "b", "none")]
    assert seal_codes(us, rows=given) == 1
    assert seal_codes(us, rows=[]) == 0
    assert set(rows(us, "MATCH (c:Credential) RETURN c.uid, c.totp")) == {
        ("a", "new a"),
        ("b", "other"),
        ("c", "old c"),
    }
