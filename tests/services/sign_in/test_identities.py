from __future__ import annotations

from typing import Any

import pytest

from graphcrm.errors import NotSignedInError
from graphcrm.graph import Graph
from graphcrm.queries.sign_in.drop_identity import drop_identity
from graphcrm.services.sign_in.identities import by_identity

ISSUER = "https://login.example"


def come(graph: Graph, subject: str = "s1", email: str | None = "bob@us.example", *, verified: bool = True) -> str:
    return by_identity(graph, issuer=ISSUER, subject=subject, email=email, verified=verified).uid


def test_the_first_time_the_address_counts_and_then_the_subject(us: Graph) -> None:
    assert come(us, email=" Bob@US.example") == "bob"
    assert come(us, email="another@us.example", verified=False) == "bob"
    assert come(us, email=None) == "bob"


@pytest.mark.parametrize(
    ("given", "said"),
    [({"verified": False}, "has verified your e-mail address"), ({"email": None}, "has verified your e-mail address"),
     ({"email": "bob"}, "that is none"), ({"email": "\uff42ob@us.example"}, "that is none"), ({"email": "bob@u\u017f.example"}, "that is none"), ({"email": "nobody@us.example"}, "Nobody who is active here has the e-mail address nobody@"),
     ({"email": "zoe@us.example"}, "Nobody who is active")],
)  # fmt: skip
def test_nobody_comes_in_by_less(us: Graph, given: dict[str, Any], said: str) -> None:
    with pytest.raises(NotSignedInError, match=said):
        come(us, **given)
    assert us.read("MATCH (c:Credential) WHERE c.identity IS NOT NULL RETURN c.uid", str) == []
    assert us.read("MATCH (u:User) RETURN count(u)", int) == [3]


def test_the_same_address_of_another_person_there_is_refused_until_an_administrator_says_so(us: Graph) -> None:
    assert come(us) == "bob"
    with pytest.raises(NotSignedInError, match="has another person for bob@us"):
        come(us, subject="s2")
    drop_identity(us, uid="bob")
    assert come(us, subject="s2") == "bob"


def test_one_person_there_is_not_two_here(us: Graph) -> None:
    assert come(us) == "bob"
    us.write("MATCH (u:User {uid: 'bob'}) SET u.active = false")
    with pytest.raises(NotSignedInError, match="another person"):
        come(us, email="alice@us.example")
