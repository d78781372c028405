"""The jars of Neo4j Community: which they are, and that each is there, whole and unaltered.

jars.txt lists path, SHA-256 and size. It is what Maven resolves for org.neo4j:neo4j, without the parquet, hadoop and
snappy jars: they read Parquet files in a bulk import, which nothing here does.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from graphcrm.errors import RuntimeSetupError
from graphcrm.runtime import fetch, files, locks

VERSION = "5.26.30"
READERS = 8  # of sums at once: hashing lets other threads run

# Another graphcrm may be fetching the same jars over a slow line; ours would have to fetch them too.
WAIT_S = 900.0


def listed() -> list[fetch.Wanted]:
    """Return all jars of the server."""
    lines = Path(__file__).with_name("jars.txt").read_text(encoding="utf-8").splitlines()
    return [fetch.Wanted(path, sha256, int(size)) for path, sha256, size in (line.split() for line in lines)]


def ensure(jars: list[fetch.Wanted], folder: Path, base_url: str, progress: fetch.Progress | None = None) -> list[Path]:
    """Return the jars' files in the order of the class path, having fetched those missing or altered.

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
            fetch.fetch(_missing(jars, folder), folder, base_url, progress)
    return sorted(folder / jar.name for jar in jars)


def _missing(jars: list[fetch.Wanted], folder: Path) -> list[fetch.Wanted]:
    with ThreadPoolExecutor(READERS) as pool:
        whole = pool.map(lambda jar: _whole(jar, folder), jars)
        return [jar for jar, is_whole in zip(jars, whole, strict=True) if not is_whole]


def _whole(jar: fetch.Wanted, folder: Path) -> bool:
    path = folder / jar.name
    return path.is_file() and path.stat().st_size == jar.size and files.sha256(path) == jar.sha256
