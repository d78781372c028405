"""A server that runs already, whoever started it: join it, stop it, say how it is."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graphcrm.errors import LockedError
from graphcrm.runtime import locks, watchdog
from graphcrm.runtime.connection import Connection, Probe, connection_to, failure
from graphcrm.runtime.home import Home
from graphcrm.runtime.process import POLL_S, SERVER

JOIN_S = 10.0  # a server that does not answer for so long is not ours, or not well


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
    uri = connection_to(home).uri if pid is not None else None
    return Status(pid is not None, uri, pid, home.path)


def join(home: Home, probe: Probe) -> tuple[Connection, BinaryIO] | None:
    """Join the server of this home, None when none runs; one that is ending is waited for.

    The file returned keeps the server alive until it is closed. Raises LockedError when the store is held by something
    that does not answer, RuntimeSetupError when our password is refused.
    """
    began = time.monotonic()
    while (pid := locks.holder(home.store_lock)) is not None:
        share = locks.share(home.users_lock)
        if share is not None and (connection := _answering(home, probe, share)):
            return connection, share
        if time.monotonic() - began > (JOIN_S if share else watchdog.STOP_S):
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
    command = locks.command_line(pid)
    if SERVER not in command or f"--home-dir={home.path} " not in f"{command} ":
        raise LockedError(
            f"Process {pid} holds the store in {home.path} and is not its server, so it was left alone. "
            "Wait for that process or end it, and try again."
        )
    deadline = time.monotonic() + watchdog.STOP_S
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
        while locks.holder(home.store_lock) == pid:
            if time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
            time.sleep(POLL_S)
    return True
