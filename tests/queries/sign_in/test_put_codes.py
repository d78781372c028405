from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.put_codes import put_codes
from graphcrm.queries.sign_in.put_password import put_password

from .conftest import rows


def test_they_are_turned_on_once_and_end_the_sessions(us: Graph) -> None:
    put_password(us, uid="alice", password="h", now=NOW)
    assert put_codes(us, uid="alice", totp="sealed", step=7, recovery=["a", "b"]) == 2
    assert put_codes(us, uid="alice", totp="another", step=8, recovery=[]) is None
    assert rows(us, "MATCH (c:Credential) RETURN c.totp, c.totp_step, c.recovery") == [("sealed", 7, ["a", "b"])]


def test_who_has_no_credential_has_none(us: Graph) -> None:
    assert put_codes(us, uid="bob", totp="sealed", step=7, recovery=[]) is None
