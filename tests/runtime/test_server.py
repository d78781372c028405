from __future__ import annotations

import os
import socket
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import neo4j
import pytest

from graphcrm.config import Settings
from graphcrm.errors import LockedError, PortInUseError, RuntimeSetupError
from graphcrm.runtime import LocalNeo4j, locks
from graphcrm.runtime.jars import LINES

from .conftest import Make, notes, wait_until
from .owner import small_server


def test_a_running_server_says_where_it_is(running: LocalNeo4j) -> None:
    connection = running.start()
    status = running.status()
    assert (status.running, status.uri) == (True, connection.uri)
    assert status.pid is not None
    assert str(status.home) in locks.command_line(status.pid)
    assert notes(connection) == {"kept"}


def test_the_password_is_shown_to_nobody(running: LocalNeo4j) -> None:
    connection = running.start()
    status = running.status()
    assert status.pid is not None
    assert connection.password not in repr(connection)
    assert connection.password not in locks.command_line(status.pid)
    with (
        neo4j.GraphDatabase.driver(connection.uri, auth=("neo4j", "guessed")) as driver,
        pytest.raises(neo4j.exceptions.AuthError),
    ):
        driver.verify_connectivity()


def test_nobody_else_may_read_the_store(running: LocalNeo4j) -> None:
    open_to_others = {
        path
        for path in [running.status().home, *running.status().home.rglob("*")]
        if stat.S_IMODE(path.lstat().st_mode) & 0o077
    }
    assert open_to_others == set()


def test_a_second_one_joins_and_leaves_it_running(running: LocalNeo4j, jars_dir: Path) -> None:
    second = small_server(running.status().home, jars_dir)
    with second as connection:
        assert second.joined
        assert connection == running.start()
        assert not running.joined
    assert notes(running.start()) == {"kept"}


def test_joining_with_a_wrong_password_file_is_told(running: LocalNeo4j, jars_dir: Path) -> None:
    file = running.status().home / "password"
    right = file.read_text()
    file.write_text("another\n")
    try:
        with pytest.raises(RuntimeSetupError, match="refuses the password kept beside its data"):
            small_server(running.status().home, jars_dir).start()
    finally:
        file.write_text(right)
    assert notes(running.start()) == {"kept"}


def test_joining_needs_no_java_and_no_jars(running: LocalNeo4j, tmp_path: Path) -> None:
    with small_server(running.status().home, tmp_path / "nothing") as connection:
        assert notes(connection) == {"kept"}
    assert not (tmp_path / "nothing").exists()


def test_the_store_of_a_running_server_is_not_maintained(running: LocalNeo4j) -> None:
    with pytest.raises(LockedError, match=r"runs \(process \d+\), so its store was left alone"):
        running.admin("database", "dump", "neo4j", "--to-path=/nowhere")


def test_a_home_never_started_is_not_running_and_not_made(tmp_path: Path, jars_dir: Path) -> None:
    server = small_server(tmp_path / "never", jars_dir)
    assert not server.status().running
    assert server.status().uri is None
    assert not server.stop()
    server.close()
    assert not (tmp_path / "never").exists()


def test_the_store_of_another_line_is_neither_started_nor_maintained(make: Make, used_home: Path) -> None:
    file = used_home / "line"
    (other,) = set(LINES.values()) - {LINES[file.read_text().strip()]}
    file.write_text(other.name)
    server = make(used_home)
    for use in (server.start, lambda: server.admin("database", "info")):
        with pytest.raises(RuntimeSetupError, match=f"^Neo4j {other.name} made the data in .*; the data is untouched"):
            use()
    assert server.version == other.version
    assert not (used_home / "logs" / "neo4j.previous.log").exists()  # nothing was tried


def test_a_port_in_use_is_refused_by_name(make: Make) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortInUseError, match=f"Another program listens on port {port} of"):
            make(port=port).start()


def test_two_who_start_at_once_share_a_server_until_both_are_done(make: Make, used_home: Path) -> None:
    both = make(used_home), make(used_home)
    with ThreadPoolExecutor(2) as pool:
        connection, other = pool.map(LocalNeo4j.start, both)
    assert connection == other
    first, joined = sorted(both, key=lambda server: server.joined)
    assert (first.joined, joined.joined) == (False, True)
    first.close()
    assert notes(connection) == {"kept"}
    joined.close()
    wait_until(lambda: not first.status().running, seconds=8)  # 10 s more without the setting internal to Neo4j


def test_a_home_of_any_name_serves_in_any_locale(
    make: Make, used_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    home = used_home.rename(tmp_path / "mit Leerzeichen und 数据")
    assert notes(make(home).start()) == {"kept"}


def test_who_waits_for_the_end_of_a_first_server_finds_its_archive(
    make: Make, used_home: Path, tmp_path: Path, jars_dir: Path
) -> None:
    lib = tmp_path / "lib"
    lib.mkdir()
    for path in jars_dir.glob("*.jar"):
        (lib / path.name).symlink_to(path)
    server = make(used_home, lib)
    server.start()
    assert server.records
    server.close(wait=True)
    assert len(list(lib.glob("classes-*.jsa"))) == 1
    assert not list(lib.glob("*.new"))


def test_a_detached_server_lives_until_it_is_stopped(make: Make, used_home: Path) -> None:
    starter, other = make(used_home), make(used_home)
    connection = starter.start(detach=True)
    starter.close()
    assert notes(connection) == {"kept"}
    assert other.stop()
    assert not starter.status().running


def test_a_forked_worker_does_not_stop_its_parents_server(running: LocalNeo4j) -> None:
    pid = os.fork()
    if not pid:
        running.close()
        os._exit(0)
    os.waitpid(pid, 0)
    assert notes(running.start()) == {"kept"}


def test_a_dump_of_one_home_is_loaded_into_a_fresh_one(make: Make, used_home: Path, tmp_path: Path) -> None:
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    make(used_home).admin("database", "dump", "neo4j", f"--to-path={dumps}")
    fresh = make(tmp_path / "fresh")
    fresh.admin("database", "load", "neo4j", f"--from-path={dumps}", "--overwrite-destination=true")
    assert notes(fresh.start()) == {"kept"}


def test_a_tool_that_fails_says_why(make: Make, used_home: Path) -> None:
    with pytest.raises(RuntimeSetupError, match="Neo4j's tool ended with code") as raised:
        make(used_home).admin("database", "load", "neo4j", "--from-path=/nowhere")
    assert "nowhere" in raised.value.detail


def test_settings_say_where_things_lie(tmp_path: Path) -> None:
    server = LocalNeo4j(Settings(data_dir=tmp_path), probe=print)
    assert server.status().home == tmp_path.resolve() / "neo4j"
