from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from neo4j import exceptions

from graphcrm import graph as module
from graphcrm.errors import DatabaseError, OvertakenError, QueryTimeoutError
from graphcrm.graph import Graph, Transaction
from graphcrm.runtime import Connection

ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a + b)"


def plain(*values: Any) -> tuple[Any, ...]:
    return values


def names(graph: Graph) -> set[str]:
    return set(graph.read("MATCH (c:Contact) RETURN c.name", str))


def closed_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def test_a_read_makes_a_row_of_each_record(graph: Graph) -> None:
    assert graph.read("UNWIND [1, 2] AS n RETURN n, $word", plain, word="x") == [(1, "x"), (2, "x")]
    assert graph.read("MATCH (n:Contact) RETURN n.name", str) == []


def test_what_is_written_is_read_by_any_other_thread_at_once(graph: Graph) -> None:
    assert graph.write("CREATE (c:Contact {uid: 'P', name: $name}) RETURN c.name", name="Ann") == [("Ann",)]
    found: list[set[str]] = []
    thread = threading.Thread(target=lambda: found.append(names(graph)))
    thread.start()
    thread.join()
    assert found == [{"Ann"}]


def test_dates_and_instants_are_those_of_python(graph: Graph) -> None:
    at = datetime(2024, 2, 29, 23, 30, 15, 123456, tzinfo=UTC)
    rows = graph.read("RETURN $day, $at, [$day], date('2024-03-01'), datetime('2024-02-29T23:30:15.123456Z')", plain,
                      day=date(2024, 2, 29), at=at)  # fmt: skip
    assert rows == [(date(2024, 2, 29), at, [date(2024, 2, 29)], date(2024, 3, 1), at)]
    assert [type(value) for value in rows[0]] == [date, datetime, list, date, datetime]


def test_an_instant_that_was_read_equals_itself_when_it_is_sent_back(graph: Graph) -> None:
    (at,) = graph.read("RETURN datetime('2024-02-29T23:30:15Z')", lambda at: at)
    assert at.tzinfo is UTC
    assert graph.read("RETURN datetime('2024-02-29T23:30:15Z') = $at, datetime('2024-02-29T23:30:15Z') <= $at", plain, at=at) == [
        (True, True)
    ]  # fmt: skip


def test_instants_of_other_zones_are_read_in_utc(graph: Graph) -> None:
    east = datetime(2024, 6, 1, 1, tzinfo=timezone(timedelta(hours=8)))
    (at,) = graph.read("RETURN $at", lambda at: at, at=east)
    assert (at, at.tzinfo) == (datetime(2024, 5, 31, 17, tzinfo=UTC), UTC)


def test_a_transaction_happens_whole(graph: Graph) -> None:
    def work(tx: Transaction) -> list[str]:
        tx.write("CREATE (:Contact {uid: '1', name: 'Ann'})")
        tx.write("CREATE (:Contact {uid: '2', name: 'Bo'})")
        return tx.read("MATCH (c:Contact) RETURN c.name ORDER BY c.name", str)

    assert graph.transaction(work) == ["Ann", "Bo"]
    assert names(graph) == {"Ann", "Bo"}


def test_a_transaction_that_fails_half_way_leaves_nothing(graph: Graph) -> None:
    def fails(tx: Transaction) -> None:
        tx.write("CREATE (:Contact {uid: '1', name: 'Ann'})")
        message = "half-way"
        raise RuntimeError(message)

    def breaks_a_rule(tx: Transaction) -> None:
        tx.write("CREATE (:Contact {uid: '1', name: 'Ann'})")
        tx.write("CREATE (:Contact {uid: '1', name: 'Bo'})")

    with pytest.raises(RuntimeError, match="half-way"):
        graph.transaction(fails)
    with pytest.raises(OvertakenError, match="nothing was changed"):
        graph.transaction(breaks_a_rule)
    assert names(graph) == set()


def test_a_read_cannot_write(graph: Graph) -> None:
    with pytest.raises(exceptions.ClientError):
        graph.read("CREATE (c:Contact {uid: '1', name: 'Ann'}) RETURN c.name", str)
    assert names(graph) == set()


def test_a_deadlock_is_tried_again_until_both_have_written(graph: Graph) -> None:
    graph.write("UNWIND ['a', 'b'] AS uid CREATE (:Contact {uid: uid, name: uid, rev: 0})")
    locked = {"a": threading.Event(), "b": threading.Event()}
    attempts: list[str] = []

    def both(first: str, second: str) -> Callable[[Transaction], None]:
        def work(tx: Transaction) -> None:
            attempts.append(first)
            tx.write("MATCH (c:Contact {uid: $uid}) SET c.rev = c.rev + 1", uid=first)
            locked[first].set()
            assert locked[second].wait(30)
            tx.write("MATCH (c:Contact {uid: $uid}) SET c.rev = c.rev + 1", uid=second)

        return work

    threads = [threading.Thread(target=graph.transaction, args=(both(*pair),)) for pair in (("a", "b"), ("b", "a"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert graph.read("MATCH (c:Contact) RETURN c.rev", int) == [2, 2]
    assert len(attempts) > 2, "one of them was ended by the server, and its work repeated"


@pytest.mark.parametrize("door", ["read", "write", "transaction"])
def test_a_query_that_runs_too_long_is_ended(server: Connection, graph: Graph, door: str) -> None:
    graph.ping()
    began = time.monotonic()
    with Graph(server.uri, (server.username, server.password), timeout_s=0.5) as hasty:
        ask = {
            "read": lambda: hasty.read(ENDLESS, int),
            "write": lambda: hasty.write(f"CREATE (:Contact {{uid: '1', name: 'Ann'}}) WITH 1 AS one {ENDLESS}"),
            "transaction": lambda: hasty.transaction(lambda tx: tx.read(ENDLESS, int), timeout_s=0.5),
        }[door]
        with pytest.raises(QueryTimeoutError) as refusal:
            ask()
    assert refusal.value.detail == "The query ran too long and was ended; nothing was changed. Ask for less."
    assert time.monotonic() - began < 30
    assert names(graph) == set()


@pytest.mark.parametrize("door", ["ping", "read", "write"])
def test_a_server_that_is_away_is_one_sentence_with_a_way_out(monkeypatch: pytest.MonkeyPatch, door: str) -> None:
    monkeypatch.setattr(module, "READ_RETRY_S", 0.2)
    monkeypatch.setattr(module, "WRITE_RETRY_S", 0.2)
    uri = f"bolt://127.0.0.1:{closed_port()}"
    with Graph(uri, None) as nobody, pytest.raises(DatabaseError) as refusal:
        {"ping": nobody.ping, "read": lambda: nobody.read("RETURN 1", int), "write": lambda: nobody.write("RETURN 1")}[
            door
        ]()
    assert refusal.value.detail.startswith(f"Neo4j at {uri} does not answer (")
    assert refusal.value.detail.endswith(
        "What was acknowledged is kept; start the server, or check NEO4J_URI, and try again."
    )
    assert "\n" not in refusal.value.detail
    assert isinstance(refusal.value.__cause__, exceptions.DriverError)


def test_a_password_written_into_an_address_is_not_shown() -> None:
    with pytest.raises(DatabaseError) as refusal, Graph("bolt://neo4j:s3cret@127.0.0.1:9", None) as graph:
        graph.ping()
    assert "s3cret" not in refusal.value.detail
    assert "bolt://127.0.0.1:9" in refusal.value.detail


@pytest.mark.parametrize("uri", ["localhost:7687", "http://127.0.0.1:7474", "pigeon://loft", "", "bolt://host:port"])
def test_an_address_that_cannot_be_one_is_refused_at_once(uri: str) -> None:
    with pytest.raises(DatabaseError) as refusal, Graph(uri, None) as graph:
        graph.ping()
    assert refusal.value.detail.startswith(f"Neo4j at {uri} does not answer (")
    assert "NEO4J_URI" in refusal.value.detail
    assert re.search(r"\(.*(URI|resolve address).*\)", refusal.value.detail), "it says what is wrong with it"


def test_something_else_that_listens_is_no_neo4j(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "READ_RETRY_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as other:

        def answer() -> None:
            connection, _ = other.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        with Graph(f"bolt://127.0.0.1:{other.getsockname()[1]}", None) as graph, pytest.raises(DatabaseError):
            graph.ping()
        thread.join(10)


def test_a_wrong_password_is_said(server: Connection, graph: Graph) -> None:
    if not graph.read("SHOW CURRENT USER YIELD user WHERE user IS NOT NULL AND user <> '' RETURN user", str):
        pytest.skip("this server takes anybody; the managed one does not")
    with Graph(server.uri, (server.username, "wrong")) as stranger:
        for _ in range(5):  # after the third the server asks for patience
            with pytest.raises(DatabaseError) as refusal:
                stranger.ping()
            assert "NEO4J_PASSWORD" in refusal.value.detail
    time.sleep(5.5)  # or it would not let us in either
    graph.ping()


def test_an_unknown_database_is_said(server: Connection) -> None:
    refused = pytest.raises(DatabaseError, match=r"refused the database \(.*nowhere.*\); set NEO4J_DATABASE")
    with Graph(server.uri, (server.username, server.password), database="nowhere") as graph, refused:
        graph.read("RETURN 1", int)


def test_a_mistake_in_cypher_is_ours_and_not_dressed_up(graph: Graph) -> None:
    with pytest.raises(exceptions.CypherSyntaxError):
        graph.read("MATCH (", int)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("Neo.TransientError.General.OutOfDisk", "No space left on device"),
        ("Neo.DatabaseError.Transaction.TransactionLogError", "Could not append transaction: Transaction #123"),
    ],
)
def test_a_full_disk_is_said(code: str, message: str) -> None:
    error = exceptions.Neo4jError._hydrate_neo4j(code=code, message=message)
    with (
        pytest.raises(DatabaseError, match="no room left on its disk; what was acknowledged is kept"),
        module._explained("bolt://x"),
    ):
        raise error
