from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from graphcrm.errors import ExistsError, InvalidInputError, LinkError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.services.sign_in import attempts, links
from graphcrm.services.sign_in.entry import by_password
from graphcrm.services.users import create_token
from tests.digest import described

from .conftest import GOOD, HERE

OTHER = "eight blue bottles"
ADA = {"name": "Ada", "email": "ada@us.example", "password": OTHER}


def signs_in(graph: Graph, email: str) -> str:
    return by_password(graph, email=email, password=OTHER, client=HERE).uid


def test_a_link_sets_a_password_once(us: Graph) -> None:
    uid, secret = links.invite(us, user="bob@us.example")
    assert (uid, links.opened(us, secret).name) == ("bob", "Bob")
    assert links.set_password(us, secret, password=OTHER) == ("bob", 1)
    assert signs_in(us, "bob@us.example") == "bob"
    for again in (links.opened, lambda *given: links.set_password(*given, password=GOOD)):
        with pytest.raises(LinkError):
            again(us, secret)
    assert signs_in(us, "bob@us.example") == "bob"


def test_a_refused_password_leaves_the_link(us: Graph) -> None:
    _, secret = links.invite(us, user="bob")
    with pytest.raises(InvalidInputError):
        links.set_password(us, secret, password="bob")
    assert links.set_password(us, secret, password=OTHER) == ("bob", 1)


def test_it_ends_after_a_day_and_by_a_newer_one(us: Graph) -> None:
    _, old = links.invite(us, user="bob")
    _, new = links.invite(us, user="bob")
    with pytest.raises(LinkError):
        links.opened(us, old)
    us.write("MATCH (c:Credential {uid: 'bob'}) SET c.link_until = c.link_until - $day", day=timedelta(hours=24))
    with pytest.raises(LinkError):
        links.set_password(us, new, password=OTHER)


def test_it_unlocks_and_ends_sessions(us: Graph) -> None:
    attempts.charge(us, attempts.of("alice", "", None))
    _, secret = links.invite(us, user="alice")
    assert links.set_password(us, secret, password=OTHER) == ("alice", 2)
    assert us.read("MATCH (a:Attempts) WHERE a.failures > 0 RETURN a.uid", str) == []


@pytest.mark.parametrize(("user", "error"), [("zoe", InvalidInputError), ("nobody", NotFoundError)])
def test_who_is_not_active_gets_none(us: Graph, user: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        links.invite(us, user=user)


def test_one_who_leaves_meanwhile_comes_in_no_more(us: Graph) -> None:
    _, secret = links.invite(us, user="bob")
    us.write("MATCH (u:User {uid: 'bob'}) SET u.active = false")
    with pytest.raises(LinkError):
        links.set_password(us, secret, password=OTHER)


def test_only_its_digest_is_kept(us: Graph) -> None:
    _, secret = links.invite(us, user="bob")
    assert not [line for line in described(us) if secret in line]


@pytest.mark.parametrize("secret", ["", "nonsense", "first admin", "x" * 100_000])
def test_anything_else_opens_nothing(us: Graph, secret: str) -> None:
    with pytest.raises(LinkError):
        links.opened(us, secret)


def test_the_first_administrator_comes_in_by_a_link(graph: Graph) -> None:
    secret = links.invite_first(graph)
    assert secret
    assert links.opened(graph, secret).user is None
    uid, sessions = links.make_first_admin(graph, secret, **ADA)
    assert (signs_in(graph, "ada@us.example"), sessions) == (uid, 1)
    assert graph.read("MATCH (u:User) RETURN u.role", str) == ["admin"]
    assert graph.read("MATCH (r:Revision) RETURN r.action", str) == ["create"]
    assert links.invite_first(graph) is None
    with pytest.raises(LinkError):
        links.make_first_admin(graph, secret, **ADA | {"email": "eve@us.example"})


def test_there_is_no_such_link_once_somebody_can_sign_in(us: Graph, graph: Graph) -> None:
    assert links.invite_first(us) is None
    us.write("MATCH (c:Credential) DETACH DELETE c")
    secret = links.invite_first(us)
    assert secret
    create_token(us, user="bob")
    with pytest.raises(LinkError):
        links.make_first_admin(us, secret, **ADA)
    assert us.read("MATCH (u:User {role: 'admin'}) RETURN u.uid", str) == []


def test_a_known_address_is_refused_and_the_link_stays(us: Graph) -> None:
    us.write("MATCH (c:Credential) DETACH DELETE c")
    secret = links.invite_first(us)
    assert secret
    with pytest.raises(ExistsError):
        links.make_first_admin(us, secret, **ADA | {"email": "bob@us.example"})
    assert links.make_first_admin(us, secret, **ADA)


def test_a_users_link_makes_no_administrator_and_the_first_sets_no_password(us: Graph) -> None:
    _, secret = links.invite(us, user="bob")
    with pytest.raises(LinkError):
        links.make_first_admin(us, secret, **ADA)
    us.write("MATCH (c:Credential) DETACH DELETE c")
    first = links.invite_first(us)
    assert first
    with pytest.raises(LinkError):
        links.set_password(us, first, password=OTHER)


def test_of_two_who_follow_it_at_once_one_comes_in(graph: Graph) -> None:
    secret = links.invite_first(graph) or ""

    def come(n: int) -> str:
        try:
            return links.make_first_admin(graph, secret, **ADA | {"email": f"a{n}@us.example"})[0]
        except LinkError:
            return ""

    with ThreadPoolExecutor(8) as pool:
        made = [uid for uid in pool.map(come, range(8)) if uid]
    assert graph.read("MATCH (u:User) RETURN u.uid", str) == made
    assert len(made) == 1


def test_of_two_who_set_a_password_by_it_at_once_one_does(us: Graph) -> None:
    _, secret = links.invite(us, user="bob")
    done: list[int] = []

    def come(n: int) -> None:
        try:
            links.set_password(us, secret, password=f"bottles of colour {n}")
        except LinkError:
            return
        done.append(n)

    work: Callable[[int], None] = come
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    (n,) = done
    assert by_password(us, email="bob@us.example", password=f"bottles of colour {n}", client=HERE).uid == "bob"
