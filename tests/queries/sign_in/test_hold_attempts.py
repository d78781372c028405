from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from worlds.build import NOW

from graphcrm.errors import OvertakenError
from graphcrm.graph import Graph
from graphcrm.queries.sign_in.hold_attempts import Counted, hold_attempts
from graphcrm.queries.sign_in.put_attempts import put_attempts


def test_what_was_not_counted_is_counted_from_now_on(graph: Graph) -> None:
    assert hold_attempts(graph, uids=["user b", "client a"]) == [
        Counted("user b", 0, None, None),
        Counted("client a", 0, None, None),
    ]
    assert hold_attempts(graph, uids=[]) == []


def test_what_was_counted_is_read(graph: Graph) -> None:
    counted = Counted("user b", 4, at=NOW, until=NOW)
    hold_attempts(graph, uids=["user b"])
    put_attempts(graph, rows=[counted])
    assert hold_attempts(graph, uids=["user b"]) == [counted]


def test_who_waited_for_what_was_forgotten_meanwhile_is_told(graph: Graph) -> None:
    hold_attempts(graph, uids=["user a"])
    held, asked = Event(), Event()

    def forget(tx: Any) -> None:
        hold_attempts(tx, uids=["user a"])
        held.set()
        asked.wait(10)
        time.sleep(0.5)  # until the other one waits
        tx.write("MATCH (a:Attempts) DELETE a")

    with ThreadPoolExecutor(1) as pool:
        forgotten = pool.submit(graph.transaction, forget)
        assert held.wait(10)
        asked.set()
        with pytest.raises(OvertakenError):
            hold_attempts(graph, uids=["user a"])
        forgotten.result()
