"""Who holds the store. The system keeps these locks and ends them with their process, so none is ever stale."""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graphcrm.errors import LockedError
from graphcrm.runtime.files import open_private

POLL_S = 0.05

# `struct flock`: (type, whence, start, length, pid), which macOS orders otherwise.
_FLOCK, _TYPE, _PID = ("qqihh", 3, 2) if sys.platform == "darwin" else ("hhqqi4x", 0, 4)


def holder(store_lock: Path) -> int | None:
    """Return the process that has locked this file, as Neo4j locks its store; None when nobody has.

    Asking (F_GETLK) takes nothing, where trying the lock would, for an instant, keep a starting server out of it.
    """
    question = [0, 0, 0, 0, 0]
    question[_TYPE] = fcntl.F_WRLCK
    try:
        with store_lock.open("rb") as file:
            answer = fcntl.fcntl(file, fcntl.F_GETLK, struct.pack(_FLOCK, *question))
    except (FileNotFoundError, NotADirectoryError):
        return None
    fields = struct.unpack(_FLOCK, answer)
    return None if fields[_TYPE] == fcntl.F_UNLCK else int(fields[_PID])


def command_line(pid: int) -> str:
    """Return the command a process runs; empty when it is gone or not ours to see.

    Decoded as Python decodes paths, whatever the locale: it is compared with one.
    """
    try:
        return os.fsdecode(Path(f"/proc/{pid}/cmdline").read_bytes()).replace("\0", " ")
    except OSError:  # no such process, or a system without /proc
        asked = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    try:
        return os.fsdecode(subprocess.run(asked, capture_output=True, check=False).stdout).strip()
    except OSError:
        return ""


@contextmanager
def exclusive(path: Path, *, wait_s: float, doing: str) -> Iterator[None]:
    """Be the only one doing something; raises LockedError when another still does it after `wait_s` seconds."""
    deadline = time.monotonic() + wait_s
    with open_private(path, "ab") as file:
        while not _taken(file, fcntl.LOCK_EX):
            if time.monotonic() > deadline:
                raise LockedError(
                    f"Another graphcrm has been {doing} in {path.parent} for {wait_s:.0f} s; nothing was changed. "
                    "Wait for it or end it, and try again."
                )
            time.sleep(POLL_S)
        yield


def share(path: Path) -> BinaryIO | None:
    """Count ourselves among the users of something, until the file returned is closed; None while it is ending."""
    file = open_private(path, "ab")
    if _taken(file, fcntl.LOCK_SH):
        return file
    file.close()
    return None


def is_shared(path: Path) -> bool:
    """Say whether anybody is among the users of something."""
    with open_private(path, "ab") as file:
        return not _taken(file, fcntl.LOCK_EX)


def _taken(file: BinaryIO, kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
