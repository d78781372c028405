from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphcrm.errors import LockedError, RuntimeSetupError
from graphcrm.runtime import LocalNeo4j, launch, locks, process, running

from .conftest import Hold, Make, notes, run_owner, wait_until, write_note


@pytest.fixture
def owner(used_home: Path, jars_dir: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that started a server, to be killed; a child of its own outlives it."""
    with run_owner(used_home, jars_dir) as program:
        assert program.stdout is not None
        child = int(program.stdout.readline())
        yield program
        program.kill()
    assert locks.command_line(child)
    os.kill(child, signal.SIGKILL)


def kill(server: LocalNeo4j) -> None:
    pid = server.status().pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not server.status().running, seconds=10)


def test_a_killed_server_starts_again_with_its_data(make: Make, used_home: Path) -> None:
    server = make(used_home)
    connection = server.start()
    write_note(connection, "acknowledged")
    assert not server.has_crashed
    kill(server)
    wait_until(lambda: server.has_crashed, seconds=10)
    assert notes(server.start()) == {"kept", "acknowledged"}
    assert not server.has_crashed
    assert server.start() == connection
    server.stop()
    assert not server.has_crashed


def test_a_server_is_gone_soon_after_its_parent_is_killed(
    owner: subprocess.Popen[str], make: Make, used_home: Path
) -> None:
    server = make(used_home)
    pid = server.status().pid
    assert pid is not None
    owner.kill()
    wait_until(lambda: not server.status().running, seconds=10)
    wait_until(lambda: not locks.command_line(pid), seconds=30)  # the first of all still records its classes


def test_a_first_start_cut_short_is_begun_anew(make: Make, tmp_path: Path, jars_dir: Path) -> None:
    home = tmp_path / "home"
    server = make(home)
    with run_owner(home, jars_dir) as program:
        wait_until((home / "data/databases/system/neostore").exists, seconds=60)
        kill(server)
        program.kill()
    shutil.rmtree(home / "data/transactions")  # as a kill a few milliseconds sooner leaves it: never to open again
    (home / "neo4j.pid").write_text(str(os.getpid()))
    assert notes(server.start()) == set()
    assert (home / "data.unfinished").is_dir()


def test_a_password_file_that_is_wrong_is_told_and_nothing_stays(make: Make, used_home: Path) -> None:
    (used_home / "password").write_text("another\n")
    server = make(used_home)
    with pytest.raises(RuntimeSetupError, match=r"refuses the password kept beside its data; the data is untouched"):
        server.start()
    assert not server.status().running


def test_a_server_not_ready_in_time_is_stopped_and_its_last_words_told(
    make: Make, used_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "START_S", 0.5)
    server = make(used_home)
    with pytest.raises(
        RuntimeSetupError, match=r"(?s)not ready within 0 s \(its port is closed\).*neo4j\.log.*last words"
    ):
        server.start()
    assert not server.status().running


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


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None:
        pytest.skip("needs mount")
    command = [mount, "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield disk
    subprocess.run([umount, "--lazy", str(disk)], check=True)


def test_a_full_disk_is_one_clear_sentence(tiny_disk: Path, make: Make) -> None:
    server = make(tiny_disk / "home")
    with pytest.raises(RuntimeSetupError, match=r"There is no room left for the local Neo4j in .*/disk/home;"):
        server.start()
    assert not server.status().running
