from __future__ import annotations

import pytest
from worlds.build import contact, user

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.credential_of_email import credential_of_email


@pytest.mark.parametrize("email", ["alice@us.example", "am@us.example"])
def test_every_address_of_a_user_finds_them(us: Graph, email: str) -> None:
    found = credential_of_email(us, email=email)
    assert found is not None
    assert (found.uid, found.email, found.password) == ("alice", "alice@us.example", None)


@pytest.mark.parametrize("email", ["zoe@us.example", "tom@us.example", "nobody@us.example", "Alice@us.example", ""])
def test_nobody_else_is_found(us: Graph, email: str) -> None:
    assert credential_of_email(us, email=email) is None


def test_an_address_that_two_have_is_nobodys(us: Graph) -> None:
    user(us, "carl", email="am@us.example")
    assert credential_of_email(us, email="am@us.example") is None


def test_a_contact_with_the_address_does_not_count(us: Graph) -> None:
    contact(us, "c", email="c@us.example")
    assert credential_of_email(us, email="c@us.example") is None
