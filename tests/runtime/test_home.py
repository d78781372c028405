from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from graphcrm.errors import RuntimeSetupError
from graphcrm.runtime.home import Home, auth_line
from graphcrm.runtime.jars import LTS, NEWEST, Line


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "data" / "neo4j")
    home.create()
    return home


def modes(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_mode & 0o777 for path in folder.rglob("*")}


@pytest.mark.parametrize("line", [LTS, NEWEST])
def test_the_settings_keep_the_server_to_this_machine_and_small(tmp_path: Path, line: Line) -> None:
    home = Home(tmp_path / "neo4j", line=line)
    home.create()
    home.write_conf(port=17999, page_cache_mb=64)
    assert set((home.conf / "neo4j.conf").read_text().splitlines()) == {
        "server.default_listen_address=127.0.0.1",
        "server.bolt.listen_address=127.0.0.1:17999",
        "server.bolt.advertised_address=127.0.0.1:17999",
        "server.http.enabled=false",
        "server.memory.pagecache.size=64m",
        "dbms.usage_report.enabled=false",
        "db.tx_log.preallocate=false",
        "db.tx_log.rotation.size=32m",
        *line.settings,
    }
    assert home.port() == 17999


def test_nobody_else_may_read_a_home_even_under_a_careless_umask(tmp_path: Path) -> None:
    (tmp_path / "neo4j").mkdir(mode=0o755)
    before = os.umask(0)
    try:
        home = Home(tmp_path / "neo4j")
        home.create()
        home.prepare_first_start()
        home.write_conf(port=17999, page_cache_mb=64)
    finally:
        os.umask(before)
    seen = modes(tmp_path)
    assert {path for path, mode in seen.items() if mode not in {0o600, 0o700}} == set()
    assert seen["neo4j/password"] == 0o600
    assert seen["neo4j/data/dbms/auth.ini"] == 0o600
    assert seen["neo4j"] == 0o700


def test_the_first_password_is_long_and_not_in_what_neo4j_reads(home: Home) -> None:
    home.prepare_first_start()
    assert len(home.password()) >= 24
    assert home.password() not in (home.data / "dbms" / "auth.ini").read_text()


def test_two_homes_have_two_passwords(tmp_path: Path) -> None:
    passwords = set()
    for name in ("one", "two"):
        home = Home(tmp_path / name)
        home.create()
        home.prepare_first_start()
        passwords.add(home.password())
    assert len(passwords) == 2


def test_a_hash_is_salted_and_repeated() -> None:
    user, algorithm, digest, salt, rounds = auth_line("secret").strip().rstrip(":").replace(",", ":").split(":")
    assert (user, algorithm, rounds) == ("neo4j", "SHA-256", "1024")
    expected = bytes.fromhex(salt) + b"secret"
    for _ in range(1024):
        expected = hashlib.sha256(expected).digest()
    assert bytes.fromhex(digest) == expected
    assert auth_line("secret") != auth_line("secret")


def test_an_unfinished_store_is_put_aside_and_the_password_kept(home: Home) -> None:
    home.prepare_first_start()
    password = home.password()
    (home.databases / "system").mkdir(parents=True)
    (home.databases / "system" / "half").write_text("written")
    assert not home.is_finished
    home.prepare_first_start()
    assert not home.databases.exists()
    assert (home.path / "data.unfinished/databases/system/half").read_text() == "written"
    assert home.password() == password


def test_a_finished_store_is_never_put_aside(home: Home) -> None:
    home.prepare_first_start()
    home.databases.mkdir()
    home.finish_first_start()
    (home.databases / "kept").write_text("data")
    home.prepare_first_start()
    assert (home.databases / "kept").read_text() == "data"


def finished(path: Path, line: Line) -> Home:
    home = Home(path, line=line)
    home.create()
    home.prepare_first_start()
    home.databases.mkdir()
    home.finish_first_start()
    return home


@pytest.mark.parametrize(("made", "asked"), [(LTS, NEWEST), (NEWEST, LTS)])
def test_a_store_is_not_opened_by_another_line_of_neo4j(tmp_path: Path, made: Line, asked: Line) -> None:
    finished(tmp_path, made).create()
    refused = (
        f"Neo4j {made.name} made the data .* asks for {asked.name}; the data is untouched. Set GRAPHCRM_NEO4J_LINE="
    )
    for step in (Home.create, Home.prepare_first_start):
        with pytest.raises(RuntimeSetupError, match=refused):
            step(Home(tmp_path, line=asked))


def test_a_store_from_before_there_was_a_choice_is_of_5_26(tmp_path: Path) -> None:
    finished(tmp_path, LTS)
    (tmp_path / "line").unlink()
    assert Home(tmp_path, line=NEWEST).made_by == "5.26"


def test_a_store_that_was_never_finished_is_anybodys(tmp_path: Path) -> None:
    first, second = Home(tmp_path, line=LTS), Home(tmp_path, line=NEWEST)
    first.create()
    first.prepare_first_start()
    first.databases.mkdir()
    assert first.made_by is None
    second.create()
    second.prepare_first_start()
    second.databases.mkdir()
    second.finish_first_start()
    assert first.made_by == "2026"


@pytest.mark.parametrize("content", [None, "", "\n"])
def test_a_lost_password_is_one_clear_sentence(home: Home, content: str | None) -> None:
    home.databases.mkdir(parents=True)
    if content is not None:
        (home.path / "password").write_text(content)
    home.prepare_first_start()
    with pytest.raises(RuntimeSetupError, match=r"password .* is missing from .*/password; the data is untouched"):
        home.password()


@pytest.mark.parametrize("content", [None, "", "not a port"])
def test_a_lost_port_is_no_port(home: Home, content: str | None) -> None:
    if content is not None:
        (home.path / "port").write_text(content)
    assert home.port() is None


def test_last_words_leave_the_stack_traces_out(home: Home) -> None:
    home.console.write_text("Error occurred during initialization of VM\n")
    home.log.write_text("ERROR Failed to start\njava.lang.RuntimeException: why\n\tat org.neo4j.Somewhere(X.java:1)\n")
    assert home.last_words().splitlines() == [
        "Error occurred during initialization of VM",
        "ERROR Failed to start",
        "java.lang.RuntimeException: why",
    ]
