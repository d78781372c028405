"""Fetching files of known sum and size: several at once, into `.part` files that a later try goes on with."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

import httpx

from graphcrm.errors import DownloadError
from graphcrm.runtime import files

AT_ONCE = 8
TRIES = 3  # of one file, each going on where the last one ended
PAUSE_S = 0.5  # between them
TIMEOUT = httpx.Timeout(30.0, connect=10.0)

Progress = Callable[[int, int], None]
"""Called with the bytes done and the bytes in all; from other threads, but never from two at once."""


class Wanted(NamedTuple):
    """A file to fetch: its path below the base URL, its SHA-256, its size in bytes."""

    path: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """Its name in our folder."""
        return self.path.rpartition("/")[2]


class _BrokenError(Exception):
    """What came is not what was asked for; the message is the middle of a sentence."""


class _EndedError(Exception):
    """Another file failed, so this one stops where it is."""


def fetch(wanted: Sequence[Wanted], folder: Path, base_url: str, progress: Progress | None = None) -> None:
    """Fetch every file into `folder`; raises DownloadError, with what came kept for the next try."""
    meter = _Meter(sum(item.size for item in wanted), progress)
    for item in wanted:
        (folder / item.name).unlink(missing_ok=True)  # an altered one
    try:
        with httpx.Client(base_url=base_url, timeout=TIMEOUT, follow_redirects=True) as client:
            pool = ThreadPoolExecutor(AT_ONCE)
            work = [pool.submit(_fetch_one, client, item, folder, meter) for item in wanted]
            try:
                for done in as_completed(work):
                    done.result()
            finally:
                meter.ended = True  # or Ctrl-C would wait for the files under way
                pool.shutdown(cancel_futures=True)
    except (httpx.HTTPError, httpx.InvalidURL, _BrokenError) as error:
        here = sum((folder / item.name).exists() for item in wanted)
        raise DownloadError(
            f"The local Neo4j could not be fetched from {base_url} ({error or type(error).__name__}); "
            f"{here} of {len(wanted)} files came whole and are kept, with the beginnings of others. Check the network, "
            "or set GRAPHCRM_MAVEN_URL to a mirror, and try again."
        ) from error


class _Meter:
    """Counts bytes for the progress callback; the one thing the threads share."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self.ended = False
        self._done = 0
        self._total = total
        self._progress = progress
        self._lock = threading.Lock()

    def add(self, count: int) -> None:
        if self.ended:
            raise _EndedError
        with self._lock:
            self._done += count
            if self._progress is not None:
                self._progress(self._done, self._total)


def _fetch_one(client: httpx.Client, item: Wanted, folder: Path, meter: _Meter) -> None:
    part = folder / f"{item.name}.part"
    meter.add(_size(part))
    for tries_left in reversed(range(TRIES)):
        try:
            _append(client, item, part, meter)
            _check(item, part, meter)
        except (httpx.HTTPError, _BrokenError):
            if not tries_left:
                raise
            time.sleep(PAUSE_S)
        else:
            part.replace(folder / item.name)
            return


def _append(client: httpx.Client, item: Wanted, part: Path, meter: _Meter) -> None:
    """Ask for the rest of a file. A server that knows no ranges sends all of it, which then replaces the part."""
    have = _size(part)
    if have >= item.size:
        return
    # Compressed on the way, it would have another length, and the rest could not be asked for.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    with client.stream("GET", item.path, headers=headers) as response:
        response.raise_for_status()
        resumed = response.status_code == httpx.codes.PARTIAL_CONTENT
        if not resumed:
            meter.add(-have)
        with files.open_private(part, "ab" if resumed else "wb") as file:
            for chunk in response.iter_raw():
                meter.add(len(chunk))
                file.write(chunk)


def _check(item: Wanted, part: Path, meter: _Meter) -> None:
    size = _size(part)
    if size < item.size:  # an end without an error: what came may well be right, so go on from there
        raise _BrokenError(f"{item.name} ended after {size} of {item.size} bytes")
    if files.sha256(part) != item.sha256:
        part.unlink()
        meter.add(-size)
        raise _BrokenError(f"{item.name} came with another content than Neo4j published")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
