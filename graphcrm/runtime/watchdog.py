"""Runs a server and ends it when the program that wanted it is gone, even by `kill -9`.

    watchdog.py USERS_LOCK [RECORDED PREFIX] -- COMMAND...

Standard input is a pipe whose other end that program holds. When it closes, the server is stopped as soon as nobody
else shares USERS_LOCK: those who joined it keep it alive. It works wherever there are pipes and locks, imports the
standard library alone, and is run by its path, so that it holds 16 MB and not the whole of graphcrm.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

# Closing a large store takes a while; killing it loses nothing, but the next start has to recover.
STOP_S = 60.0


def run(users_lock: Path, recorded: list[Path], command: list[str]) -> int:
    """Run the command to its end and return its exit code."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    threading.Thread(target=_stop_at_end_of_input, args=(child, users_lock), daemon=True).start()
    code = child.wait()
    if recorded:
        _keep(*recorded, whole=code == 0)
    return code if code >= 0 else 128 - code  # ended by a signal: as a shell counts


def archive_name(prefix: Path, archive: Path) -> Path:
    """Return the name under which a finished class-data archive is kept: it ends in the sum of its content."""
    with archive.open("rb") as file:
        return prefix.with_name(f"{prefix.name}-{hashlib.file_digest(file, 'sha256').hexdigest()}.jsa")


def _stop_at_end_of_input(child: subprocess.Popen[bytes], users_lock: Path) -> None:
    while os.read(0, 1):
        pass
    with users_lock.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # waits for those who joined; held to our end, so that nobody joins now
        child.terminate()
        try:
            child.wait(STOP_S)
        except subprocess.TimeoutExpired:
            child.kill()
        child.wait()


def _keep(recorded: Path, prefix: Path, *, whole: bool) -> None:
    with suppress(OSError):  # none was written: the next server that ends may write one
        if whole:
            recorded.replace(archive_name(prefix, recorded))
        recorded.unlink(missing_ok=True)


if __name__ == "__main__":
    split = sys.argv.index("--")
    users, *kept = map(Path, sys.argv[1:split])
    sys.exit(run(users, kept, sys.argv[split + 1 :]))
