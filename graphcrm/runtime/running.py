"""A server that runs already, whoever started it: join it, stop it, say how it is."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graphcrm.errors import LockedError, RuntimeSetupError
from graphcrm.runtime import locks, watchdog
from graphcrm.runtime.connection import Connection, Probe, connection_to, failure
from graphcrm.runtime.home import Home
from graphcrm.runtime.jars import LINES
from graphcrm.runtime.process import POLL_S

JOIN_S = 10.0  # a server that does not answer for so long is not ours, or not well
DYING_S = 1.0  # a process that was killed loses its name before its locks
KILL_S = 10.0  # what is killed is gone at once, unless its disk hangs


@dataclass(frozen=True, slots=True)
class Status:
    """Whether a server runs in a home, where it answers, and as which process."""

    running: bool
    uri: str | None
    pid: int | None
    home: Path


def status(home: Home) -> Status:
    """Say how it is, without waiting or asking the server."""
    pid = locks.holder(home.store_lock)
    if pid is None or not _is_server(pid, home):
        return Status(running=False, uri=None, pid=None, home=home.path)
    return Status(running=True, uri=connection_to(home).uri, pid=pid, home=home.path)


def join(home: Home, probe: Probe) -> tuple[Connection, BinaryIO] | None:
    """Join the server of this home, None when none runs; one that is ending is waited for.

    The file returned keeps the server alive until it is closed. Raises LockedError when the store is held by something
    that does not answer, RuntimeSetupError when our password is refused.
    """
    began = time.monotonic()
    while (pid := locks.holder(home.store_lock)) is not None:
        ours = _is_server(pid, home)  # a copy of this home has the same port and password
        share = locks.share(home.users_lock) if ours else None
        if share is not None and (connection := _answering(home, probe, share)):
            return connection, share
        ending = ours and share is None
        if time.monotonic() - began > (watchdog.STOP_S if ending else JOIN_S):
            raise LockedError(
                f"Process {pid} holds the store in {home.path} and does not answer as its server; nothing was changed. "
                "Wait for that process or end it, and try again."
            )
        time.sleep(POLL_S)
    return None


def _answering(home: Home, probe: Probe, share: BinaryIO) -> Connection | None:
    """Return the way to the server if it answers; else give our share back."""
    fault = "not asked yet"
    try:
        connection = connection_to(home)
        fault = failure(connection, probe)
        return None if fault else connection
    finally:
        if fault:
            share.close()


def stop(home: Home) -> bool:
    """Stop the server of this home and say whether one ran; raises LockedError for what is not one."""
    pid = locks.holder(home.store_lock)
    if pid is None:
        return False
    if not _is_server(pid, home):
        if _is_gone(home, pid, DYING_S):
            return True
        raise LockedError(
            f"Process {pid} holds the store in {home.path} and is not its server, so it was left alone. "
            "Wait for that process or end it, and try again."
        )
    for number, wait_s in ((signal.SIGTERM, watchdog.STOP_S), (signal.SIGKILL, KILL_S)):
        with suppress(ProcessLookupError):
            os.kill(pid, number)
        if _is_gone(home, pid, wait_s):
            return True
    raise RuntimeSetupError(f"The local Neo4j (process {pid}) cannot be ended; look at that process, and try again.")


def _is_gone(home: Home, pid: int, wait_s: float) -> bool:
    """Wait for a process to give up the store, and say whether it did."""
    deadline = time.monotonic() + wait_s
    while locks.holder(home.store_lock) == pid:
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_S)
    return True


def _is_server(pid: int, home: Home) -> bool:
    # On a shared disk the lock's holder may be a process of another machine, and this number somebody else here.
    command = locks.command_line(pid)
    return f"--home-dir={home.path} " in command and any(line.server in command for line in LINES.values())
