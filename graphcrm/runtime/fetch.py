"""Fetching jars of known sum and size: several at once, into `.part` files that a later try goes on with."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import httpx

from graphcrm.errors import DownloadError
from graphcrm.runtime import files
from graphcrm.runtime.jars import Jar, Progress

AT_ONCE = 8
TRIES = 3  # of one file, each going on where the last one ended
PAUSE_S = 0.5  # between them
TIMEOUT = httpx.Timeout(30.0, connect=10.0)


class _BrokenError(Exception):
    """What came is not what was asked for; the message is the middle of a sentence."""


class _EndedError(Exception):
    """Another file failed, so this one stops where it is."""


def fetch(wanted: list[Jar], folder: Path, base_url: str, progress: Progress | None = None) -> None:
    """Fetch every file into `folder`; raises DownloadError, with what came kept for the next try."""
    meter = _Meter(sum(jar.size for jar in wanted), progress)
    for jar in wanted:
        (folder / jar.name).unlink(missing_ok=True)  # an altered one
    try:
        with httpx.Client(base_url=base_url, timeout=TIMEOUT, follow_redirects=True) as client:
            pool = ThreadPoolExecutor(AT_ONCE)
            work = [pool.submit(_fetch_one, client, jar, folder, meter) for jar in wanted]
            try:
                for done in as_completed(work):
                    done.result()
            finally:
                meter.ended = True  # or Ctrl-C would wait for the files under way
                pool.shutdown(cancel_futures=True)
    except (httpx.HTTPError, httpx.InvalidURL, _BrokenError) as error:
        here = sum((folder / jar.name).exists() for jar in wanted)
        raise DownloadError(
            f"The local Neo4j could not be fetched from {base_url} ({error or type(error).__name__}); "
            f"{here} of {len(wanted)} jars came whole and are kept, with the beginnings of others. Check the network, "
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


def _fetch_one(client: httpx.Client, jar: Jar, folder: Path, meter: _Meter) -> None:
    part = folder / f"{jar.name}.part"
    meter.add(_size(part))
    for tries_left in reversed(range(TRIES)):
        try:
            _append(client, jar, part, meter)
            _check(jar, part, meter)
        except (httpx.HTTPError, _BrokenError):
            if not tries_left:
                raise
            time.sleep(PAUSE_S)
        else:
            part.replace(folder / jar.name)
            return


def _append(client: httpx.Client, jar: Jar, part: Path, meter: _Meter) -> None:
    """Ask for the rest of a file. A server that knows no ranges sends all of it, which then replaces the part."""
    have = _size(part)
    if have >= jar.size:
        return
    # Compressed on the way, it would have another length, and the rest could not be asked for.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    with client.stream("GET", jar.path, headers=headers) as response:
        response.raise_for_status()
        resumed = response.status_code == httpx.codes.PARTIAL_CONTENT
        if not resumed:
            meter.add(-have)
        with files.open_private(part, "ab" if resumed else "wb") as file:
            for chunk in response.iter_raw():
                meter.add(len(chunk))
                file.write(chunk)


def _check(jar: Jar, part: Path, meter: _Meter) -> None:
    size = _size(part)
    if size < jar.size:  # an end without an error: what came may well be right, so go on from there
        raise _BrokenError(f"{jar.name} ended after {size} of {jar.size} bytes")
    if files.sha256(part) != jar.sha256:
        part.unlink()
        meter.add(-size)
        raise _BrokenError(f"{jar.name} came with another content than Neo4j published")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
