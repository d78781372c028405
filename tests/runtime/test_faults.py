from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphcrm.errors import LockedError, RuntimeSetupError
from graphcrm.runtime import Connection, LocalNeo4j, launch, locks, running

from .conftest import Hold, Make, notes, run_owner, wait_until, write_note


@pytest.fixture
def owner(used_home: Path, jars_dir: Path) -> Iterator["Owner"]:
    with run_owner(used_home, jars_dir) as process:
        yield Owner(process)
        process.kill()


class Owner:
    """Another program that started a server, and a child of it that outlives it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        self._process = process
        self._heir = told.pop("heir")
        self.connection = Connection(**told)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        assert locks.command_line(self._heir)

    def end_heir(self) -> None:
        os.kill(self._heir, signal.SIGKILL)


def kill(server: LocalNeo4j) -> None:
    pid = server.status().pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not server.status().running, seconds=10)


def test_a_killed_server_starts_again_with_its_data(make: Make, used_home: Path) -> None:
    server = make(used_home)
    connection = server.start()
    write_note(connection, "acknowledged")
    kill(server)
    assert notes(server.start()) == {"kept", "acknowledged"}
    assert server.start() == connection


def test_a_server_is_gone_soon_after_its_parent_is_killed(owner: Owner, make: Make, used_home: Path) -> None:
    server = make(used_home)
    pid = server.status().pid
    assert pid is not None
    owner.kill()
    try:
        wait_until(lambda: not server.status().running, seconds=10)
        wait_until(lambda: not locks.command_line(pid), seconds=30)  # it may still record its classes
    finally:
        owner.end_heir()


def test_a_server_joined_by_others_outlives_its_killed_parent(owner: Owner, make: Make, used_home: Path) -> None:
    server = make(used_home)
    assert server.start() == owner.connection
    owner.kill()
    owner.end_heir()
    with pytest.raises(AssertionError):
        wait_until(lambda: not server.status().running, seconds=2)
    assert notes(owner.connection) == {"kept"}
    server.close()
    wait_until(lambda: not server.status().running, seconds=15)


def test_a_first_start_cut_short_is_begun_anew(make: Make, tmp_path: Path, jars_dir: Path) -> None:
    home = tmp_path / "home"
    server = make(home)
    with run_owner(home, jars_dir) as process:
        wait_until(lambda: (home / "data/databases/system/neostore").exists(), seconds=60)
        kill(server)
        process.kill()
    shutil.rmtree(home / "data/transactions")  # as a kill a few milliseconds sooner leaves it: never to open again
    (home / "neo4j.pid").write_text(str(os.getpid()))
    write_note(server.start(), "new")
    assert (home / "data.unfinished").is_dir()
    kill(server)
    assert notes(server.start()) == {"new"}


def test_a_password_file_that_is_wrong_is_told_and_nothing_stays(make: Make, used_home: Path) -> None:
    (used_home / "password").write_text("another\n")
    server = make(used_home)
    with pytest.raises(RuntimeSetupError, match=r"refuses the password kept beside its data; the data is untouched"):
        server.start()
    assert not server.status().running


def test_joining_with_a_wrong_password_file_is_told(make: Make, used_home: Path) -> None:
    server = make(used_home)
    connection = server.start()
    (used_home / "password").write_text("another\n")
    with pytest.raises(RuntimeSetupError, match="refuses the password"):
        make(used_home).start()
    assert notes(connection) == {"kept"}


def test_a_port_lost_to_a_quicker_program_is_given_up(
    make: Make, used_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        (used_home / "port").write_text(f"{port}\n")
        monkeypatch.setattr(launch, "_is_free", lambda _: True)
        connection = make(used_home).start()
    assert notes(connection) == {"kept"}
    assert f":{port}" not in connection.uri


def test_a_store_held_by_another_program_is_left_alone(
    make: Make, used_home: Path, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "JOIN_S", 0.2)
    other = hold(used_home / "data/databases/store_lock", "lockf")
    with pytest.raises(LockedError, match=f"Process {other.pid} holds the store in .* nothing was changed"):
        make(used_home).start()
    with pytest.raises(LockedError, match=f"Process {other.pid} .* was left alone"):
        make(used_home).stop()
    assert other.poll() is None
    other.kill()
    other.wait()


@pytest.mark.parametrize("where", ["home", "jars_dir"])
def test_a_file_where_a_folder_belongs_is_one_clear_sentence(make: Make, tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("in the way")
    server = make(**{where: tmp_path / "file" / "below"})
    with pytest.raises(RuntimeSetupError, match=r"needs .*/file.*, which cannot be used .*GRAPHCRM_DATA_DIR"):
        server.start()


def test_a_full_disk_is_one_clear_sentence(make: Make, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if shutil.which("mount") is None or subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk], capture_output=True, check=False
    ).returncode:
        pytest.skip("needs the right to mount a small disk")
    try:
        server = make(disk / "home")
        with pytest.raises(RuntimeSetupError, match=r"no room|No space left"):
            server.start()
        assert not server.status().running
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)
