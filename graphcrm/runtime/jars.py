"""The jars of Neo4j Community: which they are, and that each is there, whole and unaltered.

jars-LINE.txt lists path, SHA-256 and size. It is what Maven resolves for org.neo4j:neo4j, without the parquet, hadoop
and snappy jars: they read Parquet files in a bulk import, which nothing here does.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from graphcrm.errors import RuntimeSetupError
from graphcrm.runtime import files, locks

READERS = 8  # of sums at once: hashing lets other threads run

# Another graphcrm may be fetching the same jars over a slow line; ours would have to fetch them too.
WAIT_S = 900.0


Progress = Callable[[int, int], None]
"""Called with the bytes done and the bytes in all; from other threads, but never from two at once."""


class Jar(NamedTuple):
    """One line of the list: the path below a Maven repository's root, the SHA-256, the size in bytes."""

    path: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """Its file name, which no two of them share."""
        return self.path.rpartition("/")[2]


class Line(NamedTuple):
    """A line of Neo4j: which version of it we run, on which Javas, its server's class, and settings of its own."""

    name: str
    version: str
    javas: tuple[int, ...]
    server: str
    settings: tuple[str, ...]

    def jars(self) -> list[Jar]:
        """Return all jars of the server."""
        rows = Path(__file__).with_name(f"jars-{self.name}.txt").read_text(encoding="utf-8").splitlines()
        return [Jar(path, sha256, int(size)) for path, sha256, size in (row.split() for row in rows)]


# Without the first setting it takes 10 s instead of 0.3 until SIGTERM has ended the server. Its name is internal to
# Neo4j: check it at each change of version (a test measures the stop).
LTS = Line(
    name="5.26",
    version="5.26.30",
    javas=(17, 21),
    server="org.neo4j.server.CommunityEntryPoint",
    settings=("internal.dbms.bolt.netty_server_shutdown_quiet_period=0",),
)
NEWEST = Line(
    name="2026",
    version="2026.09.0",
    javas=(21,),
    server="org.neo4j.server.Neo4jCommunity",
    settings=(
        "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s",
        "server.fleet_discovery.enabled=false",  # it would tell the local network of itself
        "dbms.fleet_manager.enabled=false",
    ),
)
LINES = {line.name: line for line in (LTS, NEWEST)}


def line_named(name: str) -> Line:
    """Return the line of this name; raises RuntimeSetupError."""
    if name not in LINES:
        raise RuntimeSetupError(
            f"GRAPHCRM_NEO4J_LINE is {name!r}, a Neo4j that graphcrm does not run; nothing was changed. "
            f"It takes {' or '.join(LINES)}."
        )
    return LINES[name]


def ensure(jars: list[Jar], folder: Path, base_url: str | None, progress: Progress | None = None) -> list[Path]:
    """Return the jars' files in the order of the class path, having fetched those missing or altered.

    Without a `base_url` they come from Maven Central.
    Every sum is checked each time: it takes a tenth of a second, and a truncated jar fails in ways nobody understands.
    Raises DownloadError, and LockedError while another process fetches.
    """
    if ":" in str(folder):
        raise RuntimeSetupError(
            f"Java cannot read a class path through {folder}, because of the colon; nothing was changed. "
            "Set GRAPHCRM_DATA_DIR to a folder without one."
        )
    files.private_folder(folder)
    if _missing(jars, folder):
        with locks.exclusive(folder / "fetch.lock", wait_s=WAIT_S, doing="fetching Neo4j"):
            _fetch(_missing(jars, folder), folder, base_url, progress)
    return sorted(folder / jar.name for jar in jars)


def _fetch(missing: list[Jar], folder: Path, base_url: str | None, progress: Progress | None) -> None:
    # Both are half of what a command takes to begin, and needed once.
    from jgo.constants import MAVEN_CENTRAL_URL  # noqa: PLC0415

    from graphcrm.runtime.fetch import fetch  # noqa: PLC0415

    fetch(missing, folder, base_url or MAVEN_CENTRAL_URL, progress)


def _missing(jars: list[Jar], folder: Path) -> list[Jar]:
    with ThreadPoolExecutor(READERS) as pool:
        whole = pool.map(lambda jar: _whole(jar, folder), jars)
        return [jar for jar, is_whole in zip(jars, whole, strict=True) if not is_whole]


def _whole(jar: Jar, folder: Path) -> bool:
    path = folder / jar.name
    return path.is_file() and path.stat().st_size == jar.size and files.sha256(path) == jar.sha256
