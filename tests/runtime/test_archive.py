from __future__ import annotations

import hashlib
import os
import subprocess
import time
from pathlib import Path

import pytest

from graphcrm.config import Settings
from graphcrm.runtime import archive, java, line_named
from graphcrm.runtime.process import java_command


@pytest.fixture
def class_path(tmp_path: Path, jars_dir: Path) -> list[Path]:
    """The server's jars by another folder's name, so that archives made here leave the cache alone."""
    folder = tmp_path / "lib"
    folder.mkdir()
    listed = line_named(Settings.from_env().neo4j_line).jars()
    archive.choose(java.find(None), [jars_dir / jar.name for jar in listed], record=False)
    for path in [*jars_dir.glob("*.jar"), *jars_dir.glob("base-*.jsa")]:
        (folder / path.name).symlink_to(path)
    return sorted(folder.glob("*.jar"))


def kept_as(prefix: Path, content: bytes, *, summed: bytes | None = None) -> Path:
    sha256 = hashlib.sha256(content if summed is None else summed).hexdigest()
    path = prefix.with_name(f"{prefix.name}-{sha256}.jsa")
    path.write_bytes(content)
    return path


def test_the_first_start_records_one_and_the_next_uses_it(class_path: list[Path]) -> None:
    found = java.find(None)
    for base in class_path[0].parent.glob("base-*.jsa"):
        base.unlink()
    first = archive.choose(found, class_path, record=True)
    recorded, prefix = first.recorded
    made = first.flags[0].removeprefix("-XX:SharedArchiveFile=")
    assert Path(made).stat().st_mode & 0o077 == 0
    assert first.flags[1:] == [f"-XX:ArchiveClassesAtExit={recorded}"]
    kept = kept_as(prefix, b"classes")
    assert archive.choose(found, class_path, record=True) == archive.Archive([f"-XX:SharedArchiveFile={made}:{kept}"])


def test_a_detached_server_has_nobody_to_keep_its_archive(class_path: list[Path]) -> None:
    chosen = archive.choose(java.find(None), class_path, record=False)
    assert chosen.recorded == []
    assert len(chosen.flags) == 1


def test_a_damaged_archive_is_removed_and_recorded_anew(class_path: list[Path]) -> None:
    found = java.find(None)
    prefix = archive.choose(found, class_path, record=True).recorded[1]
    damaged = kept_as(prefix, b"clasXes", summed=b"classes")
    assert archive.choose(found, class_path, record=True).recorded[1] == prefix
    assert not damaged.exists()


def test_other_jars_need_another_archive(class_path: list[Path]) -> None:
    found = java.find(None)
    prefix = archive.choose(found, class_path, record=True).recorded[1]
    kept_as(prefix, b"classes")
    class_path[0].rename(class_path[0].with_name("renamed.jar"))
    others = sorted(class_path[0].parent.glob("*.jar"))
    assert archive.choose(found, others, record=True).recorded[1] != prefix


def test_archives_long_unused_are_removed(class_path: list[Path]) -> None:
    old, new = (class_path[0].with_name(name) for name in ("classes-0-0.jsa", "classes-1-1.jsa"))
    for path in (old, new):
        path.touch()
    os.utime(old, (0, time.time() - archive.UNUSED_S - 1))
    archive.choose(java.find(None), class_path, record=False)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_java_that_cannot_make_one_starts_without(class_path: list[Path], tmp_path: Path) -> None:
    deaf = java.Java(tmp_path / "no java", "21.0.8")
    assert archive.choose(deaf, class_path, record=True) == archive.Archive([])


def test_an_archive_java_cannot_use_does_not_prevent_a_start(class_path: list[Path]) -> None:
    found = java.find(None)
    prefix = archive.choose(found, class_path, record=True).recorded[1]
    useless = kept_as(prefix, b"\0" * 100_000)
    command = java_command(found.path, archive.choose(found, class_path, record=True).flags, class_path, "-version")
    assert str(useless) in " ".join(command)
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.version in said.stderr
