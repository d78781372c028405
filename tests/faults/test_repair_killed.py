"""`graphcrm check --repair` killed again and again: what it leaves can be repaired, and ends as if it had run once."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from digest import digest

from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.services.checks import check
from tests.faults.store import Store

KILLS = 4 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 1
PATIENCE_S = 120.0
CONTACTS = 3_000  # a repair of all of them takes some seconds
DAMAGE = (
    "MATCH ()-[k:KNOWS]->() SET k.count = 99, k.heat = 1.0",
    "MATCH ()-[w:WORKS_AT]->() SET w.end_max = date('1999-01-01')",
    "MATCH ()-[i:INTERACTED_WITH]->(c) WHERE c.uid ENDS WITH '7' AND i.counted SET i.participants = 40",
)
LEFT = """
MATCH ()-[e:KNOWS|WORKS_AT|INTERACTED_WITH]->()
WHERE e.count = 99 OR e.end_max = date('1999-01-01') OR e.participants = 40
RETURN count(e)
"""

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """Contacts with a job each, and as many calls."""
    folder = tmp_path / "world"
    folder.mkdir()
    each = range(CONTACTS)
    files = {
        "users": "user_id,name\nU1,Una\n",
        "accounts": "account_id,name\n" + "".join(f"A{n},Account {n}\n" for n in range(100)),
        "contacts": "contact_id,name\n" + "".join(f"C{n},Contact {n}\n" for n in each),
        "works_at": "contact_id,account_id,start_date\n" + "".join(f"C{n},A{n % 100},2020-03\n" for n in each),
        "interactions": "interaction_id,user_id,contact_id,channel,occurred_at\n"
        + "".join(f"I{n},U1,C{n},call,2024-05-0{1 + n % 9}T10:00:00Z\n" for n in each),
    }
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def repairing(store: Store) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "graphcrm.cli", "check", "--repair"]
    return subprocess.Popen(command, env=store.environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def damage(graph: Graph) -> None:
    for statement in DAMAGE:
        graph.write(statement)


def finish(store: Store) -> None:
    process = repairing(store)
    out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, (out, err)


def kill_once_no_more_is_left(graph: Graph, store: Store, most: float) -> int:
    """Kill a repair in the middle; answers how much it left."""
    process = repairing(store)
    while damaged(graph) > most:
        assert process.poll() is None, "it ended before it was killed"
        time.sleep(0.01)
    process.kill()
    process.communicate(timeout=PATIENCE_S)
    return damaged(graph)


def damaged(graph: Graph) -> int:
    (number,) = graph.read(LEFT, int)
    return number


def test_a_repair_that_is_killed_leaves_nothing_that_the_next_does_not_mend(store: Store, world: Path) -> None:
    dice, left = random.Random(8), []
    with store.graph() as graph:
        import_bundle(graph, [world], refused_path=world / "refused.csv")
        sound = digest(graph)
        for _ in range(KILLS):
            damage(graph)
            whole = damaged(graph)
            assert whole > 2 * CONTACTS
            left.append(kill_once_no_more_is_left(graph, store, dice.uniform(0.1, 0.95) * whole))
            finish(store)
            assert check(graph) == []
            assert digest(graph) == sound
    assert any(left), "no kill came in the middle"
