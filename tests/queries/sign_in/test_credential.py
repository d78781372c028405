from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.credential import Credential, credential


def test_who_has_nothing_to_sign_in_with_is_found_all_the_same(us: Graph) -> None:
    assert credential(us, uid="alice") == Credential(
        uid="alice", name="Alice", email="alice@us.example", sessions=0, password=None, identity=None, totp=None,
        totp_step=None, recovery=[],
    )  # fmt: skip


def test_it_has_all_that_is_kept(us: Graph) -> None:
    us.write(
        "MATCH (u:User {uid: 'bob'}) CREATE (u)-[:HAS_CREDENTIAL]->(:Credential {uid: 'bob', sessions: 3, password: 'hash', "
        "identity: 'issuer subject', totp: 'sealed', totp_step: 7, recovery: ['a', 'b']})"
    )
    assert credential(us, uid="bob") == Credential(
        uid="bob", name="Bob", email=None, sessions=3, password="hash", identity="issuer subject", totp="sealed",
        totp_step=7, recovery=["a", "b"],
    )  # fmt: skip


@pytest.mark.parametrize("uid", ["zoe", "tom", "nobody", ""])
def test_who_is_not_active_has_none(us: Graph, uid: str) -> None:
    assert credential(us, uid=uid) is None
