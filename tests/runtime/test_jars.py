from __future__ import annotations

import hashlib
import random
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graphcrm.errors import DownloadError, RuntimeSetupError
from graphcrm.runtime import fetch, jars, line_named

from .mirror import Mirror

CONTENT = {f"org/example/{n}/lib-{n}.jar": random.Random(n).randbytes(100_000 + n) for n in range(12)}
WANTED = [jars.Jar(path, hashlib.sha256(body).hexdigest(), len(body)) for path, body in CONTENT.items()]
ONE = WANTED[3]
BODY = CONTENT[ONE.path]


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    mirror = Mirror(CONTENT)
    yield mirror
    mirror.close()


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "PAUSE_S", 0.01)


def here(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.jar")}


ALL = {jar.name: CONTENT[jar.path] for jar in WANTED}


@pytest.mark.parametrize(("line", "number", "size"), [("5.26", 204, 111_559_096), ("2026", 221, 144_576_400)])
def test_the_list_names_each_jar_of_the_server_once(line: str, number: int, size: int) -> None:
    listed, version = line_named(line).jars(), line_named(line).version
    assert len({jar.name for jar in listed}) == len(listed) == number
    assert sum(jar.size for jar in listed) == size
    assert {len(jar.sha256) for jar in listed} == {64}
    assert version.startswith(f"{line}.")
    assert f"org/neo4j/neo4j/{version}/neo4j-{version}.jar" in {jar.path for jar in listed}
    assert not [jar for jar in listed if any(word in jar.path for word in ("parquet", "hadoop", "snappy"))]


def test_a_line_that_is_none_is_one_clear_sentence() -> None:
    with pytest.raises(RuntimeSetupError, match=r"^GRAPHCRM_NEO4J_LINE is '4\.4'.* It takes 5\.26 or 2026\.$"):
        line_named("4.4")


def test_missing_jars_are_fetched_and_named_in_order(mirror: Mirror, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "lib"
    files = jars.ensure(WANTED, folder, mirror.url)
    assert here(folder) == ALL
    assert files == sorted(folder / name for name in ALL)
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert folder.parent.stat().st_mode & 0o777 == 0o700


def test_whole_jars_are_not_fetched_again(mirror: Mirror, tmp_path: Path) -> None:
    jars.ensure(WANTED, tmp_path, mirror.url)
    mirror.asked.clear()
    jars.ensure(WANTED, tmp_path, mirror.url)
    assert mirror.asked == []


@pytest.mark.parametrize("altered", [BODY[:-1], BODY[:-1] + b"x", b""])
def test_a_truncated_or_altered_jar_is_fetched_again(mirror: Mirror, tmp_path: Path, altered: bytes) -> None:
    jars.ensure(WANTED, tmp_path, mirror.url)
    mirror.asked.clear()
    (tmp_path / ONE.name).write_bytes(altered)
    jars.ensure(WANTED, tmp_path, mirror.url)
    assert mirror.asked == [(ONE.path, None)]
    assert here(tmp_path) == ALL


def test_only_the_rest_of_a_begun_jar_is_asked_for(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / f"{ONE.name}.part").write_bytes(BODY[:60_000])
    jars.ensure([ONE], tmp_path, mirror.url)
    assert mirror.asked == [(ONE.path, "bytes=60000-")]
    assert here(tmp_path) == {ONE.name: BODY}


def test_a_server_without_ranges_sends_it_all(mirror: Mirror, tmp_path: Path) -> None:
    mirror.knows_ranges = False
    (tmp_path / f"{ONE.name}.part").write_bytes(BODY[:60_000])
    jars.ensure([ONE], tmp_path, mirror.url)
    assert here(tmp_path) == {ONE.name: BODY}


def test_a_broken_connection_is_gone_on_with(mirror: Mirror, tmp_path: Path) -> None:
    mirror.faults[ONE.path] = [(200, BODY, 70_000), (503, b"busy", 4)]
    jars.ensure(WANTED, tmp_path, mirror.url)
    assert here(tmp_path) == ALL
    ranges = [asked for path, asked in mirror.asked if path == ONE.path]
    assert ranges == [None, "bytes=70000-", "bytes=70000-"]


def test_a_false_beginning_is_thrown_away(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / f"{ONE.name}.part").write_bytes(b"x" * 60_000)
    jars.ensure([ONE], tmp_path, mirror.url)
    assert mirror.asked == [(ONE.path, "bytes=60000-"), (ONE.path, None)]
    assert here(tmp_path) == {ONE.name: BODY}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((200, b"<html>Please sign in</html>" * 5000, 10**6), "another content than Neo4j published"),
        ((404, b"not here", 10**6), "404"),
        ((200, BODY[:500], 10**6), "ended after 500 of 100003 bytes"),
        ((200, BODY, 0), "peer closed connection"),
    ],
)
def test_a_jar_that_cannot_be_had_whole_is_an_error_that_keeps_the_others(
    mirror: Mirror, tmp_path: Path, answer: tuple[int, bytes, int], reason: str
) -> None:
    mirror.faults[ONE.path] = [answer] * fetch.TRIES
    with pytest.raises(DownloadError) as raised:
        jars.ensure(WANTED, tmp_path, mirror.url)
    assert reason in raised.value.detail
    assert "GRAPHCRM_MAVEN_URL" in raised.value.detail
    kept = here(tmp_path)
    assert ONE.name not in kept
    assert f"{len(kept)} of {len(WANTED)} jars" in raised.value.detail
    jars.ensure(WANTED, tmp_path, mirror.url)
    assert here(tmp_path) == ALL


def test_no_network_is_one_clear_sentence(tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound and not listening: refuses
        with pytest.raises(DownloadError, match=r"^The local Neo4j could not be fetched from http.*; 0 of 12 jars "):
            jars.ensure(WANTED, tmp_path, f"http://127.0.0.1:{nobody.getsockname()[1]}")


@pytest.mark.parametrize("url", ["not a url", "ftp://127.0.0.1/x", "http://[", ""])
def test_a_senseless_mirror_is_one_clear_sentence(tmp_path: Path, url: str) -> None:
    with pytest.raises(DownloadError, match="GRAPHCRM_MAVEN_URL"):
        fetch.fetch(WANTED, tmp_path, url)


def test_progress_counts_every_byte_to_the_end(mirror: Mirror, tmp_path: Path) -> None:
    mirror.faults[ONE.path] = [(200, BODY, 70_000), (206, b"x" * 30_003, 10**6)]
    (tmp_path / f"{WANTED[5].name}.part").write_bytes(CONTENT[WANTED[5].path][:60_000])
    seen: list[tuple[int, int]] = []
    jars.ensure(WANTED, tmp_path, mirror.url, lambda done, total: seen.append((done, total)))
    total = sum(jar.size for jar in WANTED)
    assert seen[-1] == (total, total)
    assert {of for _, of in seen} == {total}


def test_two_at_once_fetch_each_jar_once(mirror: Mirror, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(jars.ensure, WANTED, tmp_path, mirror.url) for _ in range(2)]
    assert both[0].result() == both[1].result()
    assert sorted(path for path, _ in mirror.asked) == sorted(CONTENT)


def test_a_folder_java_cannot_read_from_is_refused(mirror: Mirror, tmp_path: Path) -> None:
    with pytest.raises(RuntimeSetupError, match="colon"):
        jars.ensure(WANTED, tmp_path / "a:b", mirror.url)
