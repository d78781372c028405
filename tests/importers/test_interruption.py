"""An import that ends anywhere and is run again leaves the graph that it leaves when nothing happens."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from digest import described, digest

from graphcrm.graph import Graph
from graphcrm.importers import batches, groups
from graphcrm.importers.bundle import Progress, import_bundle
from graphcrm.runtime import Connection

from .conftest import TODAY

CHILD = """
import os, sys
from datetime import date
from pathlib import Path
from graphcrm.graph import Graph
from graphcrm.importers import batches
from graphcrm.importers.bundle import import_bundle

batches.ROWS = 5
uri, folder, refused = sys.argv[1:]
with Graph(uri, (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])) as graph:
    print("ready", flush=True)
    import_bundle(graph, [Path(folder)], today=date(2026, 6, 1), refused_path=Path(refused))
"""


def empty(graph: Graph) -> None:
    graph.write("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n")


def people(rng: random.Random) -> dict[str, str]:
    """Records of which some rows are refused, some are repeated, and some share a handle."""
    contacts = [f"C{n},Name {n},h{rng.randrange(6)}@x.example,{rng.choice(['', '', '1990-13'])}" for n in range(20)]
    return {
        "accounts": "account_id,name,aliases\n" + "".join(f"A{n},Account {n},a;b{n}\n" for n in range(4)),
        "contacts": "contact_id,name,email,birthday\n" + "\n".join([*contacts, *rng.sample(contacts, 3)]) + "\n",
        "users": "user_id,name,team,contact_id\nU0,Alice,North,C0\nU1,Bob,South,\nU2,Charlie,North,\n",
        "leads": "lead_id,name\nL0,Lea\nL1,Leo\n",
    }


def work(rng: random.Random) -> dict[str, str]:
    """Jobs that open, end, move, overlap and are repeated, and meetings whose participants are left to be counted."""
    jobs, meetings, owners = [], [], []
    for _ in range(90):
        start, end = rng.choice(["", "2015", "2018-05", "2019-06-01"]), rng.choice(["", "", "2020", "2021-03", "2014"])
        title, kind, primary = rng.choice(["", "", "Boss", "Chair"]), rng.choice(["", "board"]), rng.choice(["", "yes"])
        job = rng.choice(["", "", "", f"J{rng.randrange(30)}"])
        jobs.append(f"{job},C{rng.randrange(20)},A{rng.randrange(4)},{title},{kind},{primary},{start},{end}")
    for _ in range(90):
        other = rng.choice([f"C{rng.randrange(20)},", f"C{rng.randrange(20)},", f",L{rng.randrange(2)}"])
        event, at = rng.randrange(25), f"2024-0{rng.randrange(1, 9)}-01"
        channel, people = rng.choice(["meeting", "email", "fax"]), rng.choice(["", "", "4"])
        meetings.append(f"I{event},U{rng.randrange(3)},{other},{at},{channel},{people}")
    for _ in range(30):
        start, end = rng.choice(["2020-01-01", "2021-01-01"]), rng.choice(["", "2021-01-01", "2022-01-01"])
        owners.append(f"contact,C{rng.randrange(20)},U{rng.randrange(3)},{start},{end}")
    return {
        "works_at": "job_id,contact_id,account_id,title,kind,primary,start_date,end_date\n" + "\n".join(jobs) + "\n",
        "interactions": "interaction_id,user_id,contact_id,lead_id,occurred_at,channel,participants\n"
        + "\n".join(meetings)
        + "\n",
        "assigned_to": "record_kind,record_id,user_id,start_date,end_date\n" + "\n".join(owners) + "\n",
    }


class Interrupted(Exception):  # noqa: N818  (what Ctrl-C is to the importer)
    pass


@pytest.mark.parametrize("seed", range(4))
def test_stopped_after_any_batch_and_run_again(
    graph: Graph, write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
):
    monkeypatch.setattr(batches, "ROWS", 5)
    rng = random.Random(seed)
    first, second = write("first", **people(rng) | work(rng)), write("second", **work(rng))

    def load(folder: Path, stop: int | None = None) -> int:
        steps: list[Progress] = []

        def progress(step: Progress) -> None:
            steps.append(step)
            if len(steps) == stop:
                raise Interrupted

        import_bundle(graph, [folder], today=TODAY, refused_path=tmp_path / "refused.csv", progress=progress)
        return len(steps)

    load(first)
    steps = load(second)
    whole = described(graph)
    load(second)
    assert described(graph) == whole
    empty(graph)
    with monkeypatch.context() as larger:
        larger.setattr(batches, "ROWS", 5_000)
        load(first)
        load(second)
    assert described(graph) == whole
    for stop in sorted(rng.sample(range(1, steps), 4)):
        empty(graph)
        load(first)
        with pytest.raises(Interrupted):
            load(second, stop)
        load(second)
        assert described(graph) == whole


@pytest.mark.parametrize("seed", range(10, 12))
def test_several_folders_stopped_after_any_batch_and_run_again(
    graph: Graph, write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
):
    monkeypatch.setattr(batches, "ROWS", 5)
    monkeypatch.setattr(groups, "BUCKET_BYTES", 500)
    rng = random.Random(seed)
    folders = [write(name, **people(rng) | work(rng)) for name in ("first", "second")]

    def load(stop: int | None = None) -> int:
        steps: list[Progress] = []

        def progress(step: Progress) -> None:
            steps.append(step)
            if len(steps) == stop:
                raise Interrupted

        import_bundle(graph, folders, today=TODAY, refused_path=tmp_path / "refused.csv", progress=progress)
        return len(steps)

    steps = load()
    whole = described(graph)
    load()
    assert described(graph) == whole
    for stop in sorted(rng.sample(range(1, steps), 6)):
        empty(graph)
        with pytest.raises(Interrupted):
            load(stop)
        load()
        assert described(graph) == whole


def test_killed_at_random_moments_and_run_again(
    graph: Graph, server: Connection, write: Callable[..., Path], tmp_path: Path
):
    rng = random.Random(7)
    folder = write(**people(rng) | work(rng))
    child = [sys.executable, "-c", CHILD, graph.uri, str(folder), str(tmp_path / "refused.csv")]
    environment = {**os.environ, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
    began = time.monotonic()
    subprocess.run(child, env=environment, check=True, stdout=subprocess.DEVNULL)
    took = time.monotonic() - began
    whole = digest(graph)
    empty(graph)
    killed = 0
    for _ in range(4):
        process = subprocess.Popen(child, env=environment, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(rng.random() * took / 2)
        os.kill(process.pid, signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
    assert killed > 0
    import_bundle(graph, [folder], today=TODAY, refused_path=tmp_path / "refused.csv")
    assert digest(graph) == whole
