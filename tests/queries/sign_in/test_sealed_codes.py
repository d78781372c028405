from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.sealed_codes import SealedCode, sealed_codes


def test_they_come_page_by_page(us: Graph) -> None:
    us.write(
        "UNWIND ['c', 'a', 'b'] AS uid CREATE (:Credential {uid: uid, totp: 'sealed ' + uid}) CREATE (:Credential {uid: uid + '-'})"
    )
    assert sealed_codes(us, limit=2) == [SealedCode("a", "sealed a"), SealedCode("b", "sealed b")]
    assert sealed_codes(us, after="b") == [SealedCode("c", "sealed c")]
    assert sealed_codes(us, after="c") == []
