"""What goes wrong around a command: no network, a folder that is held, a database that goes, a user in a hurry."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graphcrm.graph import Graph

from .conftest import Ended, Start, command, ended, environment, write_bundle
from .worlds import POLARIS

Run = Callable[..., Ended]

HOLD = """
import fcntl, sys
file = open(sys.argv[1], "ab")
fcntl.lockf(file, fcntl.LOCK_EX)
print(flush=True)
sys.stdin.read()
"""
MANY = 20_000  # rows of an import that takes a few seconds


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [{"contact_id": f"c{n}", "name": f"Person {n}"} for n in range(MANY)]
    return write_bundle(tmp_path_factory.mktemp("many"), {"users": POLARIS["users"], "contacts": rows})


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def test_without_network_the_first_start_says_what_to_do(start: Start, tmp_path: Path) -> None:
    env = environment(tmp_path / "data", GRAPHCRM_MAVEN_URL=f"http://127.0.0.1:{free_port()}/")
    done = ended(start("user", "list", "--json", env=env))
    assert done.code == 1
    assert done.json["error"]["code"] == "download"
    assert "GRAPHCRM_MAVEN_URL" in done.err.splitlines()[-1]


def test_a_data_folder_that_is_a_file_is_explained(start: Start, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder")
    done = ended(start("db", "start", "--json", env=environment(tmp_path / "data")))
    assert done.code == 1
    assert str(tmp_path / "data") in json.loads(done.out)["error"]["detail"]
    assert "Traceback" not in done.err


def test_a_store_held_by_something_else_is_explained(start: Start, data_dir: Path) -> None:
    lock = data_dir / "neo4j" / "data" / "databases" / "store_lock"
    lock.parent.mkdir(parents=True)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    try:
        done = ended(start("db", "stop", "--json", env=environment(data_dir)))
    finally:
        holder.communicate("")
    assert done.code == 1
    assert done.json["error"]["code"] == "locked"
    assert str(holder.pid) in done.err


def wait_for(process: subprocess.Popen[str], words: str) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if words in line:
            return
    pytest.fail(f"it ended without saying {words!r}")


def test_ctrl_c_in_an_import_keeps_what_was_loaded_and_it_can_go_on(
    run: Run, graph: Graph, start: Start, served: Path, many: Path
) -> None:
    process = start("import", many, env=environment(served))
    wait_for(process, "Loading contacts.csv")
    process.send_signal(signal.SIGINT)
    done = ended(process)
    assert done.code == 130
    assert "What was loaded so far is kept; run the same import again" in done.err
    assert 0 < graph.read("MATCH (c:Contact) RETURN count(*)", int)[0] < MANY
    assert run("import", many).code == 0
    assert graph.read("MATCH (c:Contact) RETURN count(*)", int) == [MANY]


def test_a_database_that_goes_in_the_middle_is_explained_and_nothing_is_lost(
    start: Start, data_dir: Path, many: Path
) -> None:
    env = environment(data_dir)
    (data_dir / "neo4j").mkdir(mode=0o700)
    # A port of its own: another test's server, started meanwhile on the usual one, would refuse our password.
    (data_dir / "neo4j" / "port").write_text(f"{free_port()}\n")
    status = ended(start("db", "start", "--json", env=env)).json
    process = start("import", many, "--json", env=env)
    wait_for(process, "Loading contacts.csv")
    os.kill(status["pid"], signal.SIGKILL)
    done = ended(process)
    assert done.code == 1
    assert done.json["error"]["code"] == "database"
    assert "What was acknowledged is kept" in done.err
    again = ended(start("import", many, "--json", env=env), seconds=120)
    assert again.code == 0
    contacts = next(file for file in again.json["files"] if file["file"] == "contacts.csv")
    assert contacts["unchanged"] > 0
    assert contacts["unchanged"] + contacts["created"] == MANY


def test_a_reader_that_leaves_early_is_no_fault(run: Run, start: Start, served: Path) -> None:
    for n in range(3):
        run("user", "add", "--name", f"User {n}", "--email", f"u{n}@us.example", "--role", "rep")
    read, write = os.pipe()
    process = start("user", "list", "--json", env=environment(served), stdout=write)
    os.close(write)
    os.close(read)
    done = ended(process)
    assert done.code == 128 + signal.SIGPIPE
    assert done.err == ""


@pytest.mark.parametrize("verb", ["demo", "serve"])
def test_a_port_in_use_is_said_before_anything_is_started(start: Start, data_dir: Path, verb: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = ended(start(verb, "--port", port, env=environment(data_dir)))
    assert done.code == 1
    assert f"127.0.0.1:{port}" in done.err
    assert "--port" in done.err
    assert not (data_dir / "neo4j").exists()
    assert not (data_dir / "demo").exists()


def test_ctrl_c_while_the_server_starts_leaves_no_server(start: Start, data_dir: Path) -> None:
    process = start("user", "list", env=environment(data_dir))
    deadline = time.monotonic() + 30
    while not (data_dir / "neo4j" / "logs" / "console.log").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    done = ended(process)
    assert done.code == 130
    assert done.err.splitlines()[-1].startswith("graphcrm: Interrupted.")
    status = subprocess.run(
        command("db", "status", "--json"), env=environment(data_dir), capture_output=True, text=True, check=True
    )
    assert json.loads(status.stdout)["running"] is False
