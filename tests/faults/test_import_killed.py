"""The importer and the database killed in the middle of an import: run again, it ends in the same graph.

Real processes on a real store, as a user runs them; every moment is drawn from one seeded generator.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from digest import digest

from tests.faults.store import Store

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "ci"
IMPORTER_KILLS = 20 if THOROUGH else 4
DATABASE_KILLS = 5 if THOROUGH else 1
PATIENCE_S = 120.0  # an import of this world takes about three seconds
CONTACTS = 1_000
WORLD = Path(__file__).parents[2] / "bench" / "world.py"

pytestmark = pytest.mark.timeout(1_800)  # forty imports and their digests


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    subprocess.run(
        [sys.executable, str(WORLD), str(folder), "--contacts", str(CONTACTS), "--largest", "150"], check=True
    )
    return folder


def importing(store: Store, world: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "graphcrm.cli", "import", str(world)]
    return subprocess.Popen(
        command, env=store.environment(), cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def run_import(store: Store, world: Path, folder: Path) -> float:
    start = time.monotonic()
    process = importing(store, world, folder)
    out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, (out, err)
    return time.monotonic() - start


def emptied(store: Store) -> None:
    with store.graph() as graph:
        graph.write("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n")


def digest_of(store: Store) -> str:
    with store.graph() as graph:
        return digest(graph)


def test_an_importer_killed_at_random_moments_ends_in_the_same_graph(store: Store, world: Path, tmp_path: Path) -> None:
    run_import(store, world, tmp_path)
    whole = digest_of(store)
    emptied(store)
    seconds = run_import(store, world, tmp_path)  # once more: a server's first import takes several times as long
    dice = random.Random(20)
    killed = 0
    while killed < IMPORTER_KILLS:
        emptied(store)
        process = importing(store, world, tmp_path)
        time.sleep(dice.uniform(0.1, 1.0) * seconds)
        process.kill()
        process.communicate()
        if process.returncode == 0:  # it was quicker: an import that ends before its kill is none of the twenty
            seconds *= 0.9
            continue
        killed += 1
        run_import(store, world, tmp_path)
        assert digest_of(store) == whole


def test_a_database_killed_during_an_import_is_told_and_the_next_run_ends_in_the_same_graph(
    store: Store, world: Path, tmp_path: Path
) -> None:
    seconds = run_import(store, world, tmp_path)
    whole = digest_of(store)
    dice = random.Random(5)
    for _ in range(DATABASE_KILLS):
        emptied(store)
        process = importing(store, world, tmp_path)
        time.sleep(dice.uniform(0.3, 0.9) * seconds)
        store.kill()
        _, err = process.communicate(timeout=PATIENCE_S)
        if process.returncode != 0:
            assert process.returncode == 1
            assert "does not answer" in err
            assert "Traceback" not in err
        store.start()
        run_import(store, world, tmp_path)
        assert digest_of(store) == whole
