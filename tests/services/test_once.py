"""A request that is sent again is answered again, and nothing is done twice."""

from __future__ import annotations

import pytest

from graphcrm.errors import InvalidInputError, KeyReusedError
from graphcrm.graph import Graph, Runner
from graphcrm.services import once, records
from graphcrm.services.changes import Author, Change
from graphcrm.services.once import Answer, Key

from .conftest import MANY, at_once, everything


def send(graph: Graph, key: Key | None, name: str = "Cleo") -> Answer:
    """Create a contact, as a view does."""

    def in_transaction(tx: Runner) -> Answer:
        def work() -> Answer:
            change = Change(tx, Author("alice"))
            uid = change.do(lambda made: records.create(made, "contact", {"name": name}))
            return Answer(201, uid, {"Change-Id": change.uid})

        return once.once(tx, key, work)

    return graph.transaction(in_transaction)


def cleos(graph: Graph) -> int:
    return graph.read("MATCH (c:Contact {name: 'Cleo'}) RETURN count(c)", int)[0]


def test_the_second_gets_the_answer_of_the_first(cast: Graph) -> None:
    first = send(cast, Key("alice", "k", b"POST"))
    assert send(cast, Key("alice", "k", b"POST")) == first
    assert cleos(cast) == 1


def test_without_a_key_it_is_done_again(cast: Graph) -> None:
    assert send(cast, None) != send(cast, None)
    assert cleos(cast) == 2


@pytest.mark.parametrize("other", [Key("bob", "k", b"POST"), Key("alice", "l", b"POST")])
def test_the_key_of_somebody_else_is_another(cast: Graph, other: Key) -> None:
    send(cast, Key("alice", "k", b"POST"))
    send(cast, other)
    assert cleos(cast) == 2


def test_users_whose_uids_begin_alike_do_not_share_keys() -> None:
    assert Key("a", "b:c", b"").uid != Key("a:b", "c", b"").uid


def test_a_key_is_for_one_request(cast: Graph) -> None:
    send(cast, Key("alice", "k", b"POST"))
    before = everything(cast)
    with pytest.raises(KeyReusedError):
        send(cast, Key("alice", "k", b"PUT"))
    assert everything(cast) == before


@pytest.mark.parametrize("key", ["", "k" * 256])
def test_a_key_has_1_to_255_characters(cast: Graph, key: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        send(cast, Key("alice", key, b"POST"))
    assert refusal.value.field == "Idempotency-Key"
    assert cleos(cast) == 0


def test_what_was_refused_may_be_sent_again(cast: Graph) -> None:
    with pytest.raises(InvalidInputError):
        send(cast, Key("alice", "k", b"POST"), name="")
    assert cast.read("MATCH (k:IdempotencyKey) RETURN k.uid", str) == []
    assert send(cast, Key("alice", "k", b"another POST")).status == 201


def test_of_many_at_once_one_is_done_and_all_get_its_answer(cast: Graph) -> None:
    done = at_once([lambda: send(cast, Key("alice", "k", b"POST"))] * MANY)
    assert done == [done[0]] * MANY
    assert isinstance(done[0], Answer)
    assert cast.read("MATCH (c:Contact {name: 'Cleo'}) RETURN c.uid", str) == [done[0].body]
