from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graphcrm.runtime import locks, watchdog

from .conftest import wait_until

# What stands in for a server here takes a signal as a server does; the real one is in test_faults.py.
ENDURING = "import os, sys, time; print(os.getpid(), flush=True); time.sleep(60)"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {ENDURING}"

Guard = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def guard(tmp_path: Path) -> Iterator[Guard]:
    started: list[subprocess.Popen[str]] = []

    def guard(program: str, *recorded: Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-I", "-S", watchdog.__file__, str(tmp_path / "users.lock"), *map(str, recorded)]
        command += ["--", sys.executable, "-c", program]
        started.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield guard
    for process in started:
        with process:
            process.kill()


def child_of(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


def lives(pid: int) -> bool:
    return locks.command_line(pid) != ""


def close_pipe(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.close()


def test_the_server_ends_when_the_pipe_closes(guard: Guard) -> None:
    process = guard(ENDURING)
    child = child_of(process)
    close_pipe(process)
    assert process.wait(10) == 128 + signal.SIGTERM
    assert not lives(child)


def test_the_pipe_is_not_kept_open_by_what_else_is_started(guard: Guard) -> None:
    process = guard(ENDURING)
    child_of(process)
    heir = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], close_fds=False)
    try:
        close_pipe(process)
        process.wait(10)
        assert heir.poll() is None
    finally:
        heir.kill()
        heir.wait()


def test_those_who_joined_keep_the_server_alive(guard: Guard, tmp_path: Path) -> None:
    process = guard(ENDURING)
    child_of(process)
    share = locks.share(tmp_path / "users.lock")
    assert share is not None
    close_pipe(process)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(0.5)
    share.close()
    process.wait(10)


def test_nobody_joins_a_server_that_is_ending(guard: Guard, tmp_path: Path) -> None:
    process = guard(DEAF)
    child = child_of(process)
    close_pipe(process)
    wait_until(lambda: locks.is_shared(tmp_path / "users.lock"), seconds=10)
    assert locks.share(tmp_path / "users.lock") is None
    os.kill(child, signal.SIGKILL)
    process.wait(10)


def test_a_server_deaf_to_the_signal_is_killed(guard: Guard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    impatient = tmp_path / "watchdog.py"
    impatient.write_text(Path(watchdog.__file__).read_text().replace("STOP_S = 60.0", "STOP_S = 0.2"))
    monkeypatch.setattr(watchdog, "__file__", str(impatient))
    process = guard(DEAF)
    child_of(process)
    close_pipe(process)
    assert process.wait(10) == 128 + signal.SIGKILL


def test_a_watchdog_told_to_end_ends_the_server(guard: Guard) -> None:
    process = guard(ENDURING)
    child = child_of(process)
    process.terminate()
    process.wait(10)
    assert not lives(child)


def test_the_servers_own_end_and_code_are_passed_on(guard: Guard) -> None:
    assert guard("raise SystemExit(7)").wait(10) == 7


@pytest.mark.parametrize(("code", "kept"), [(0, True), (1, False)])
def test_a_recorded_archive_is_kept_only_when_the_server_ended_well(
    guard: Guard, tmp_path: Path, code: int, *, kept: bool
) -> None:
    recorded, prefix = tmp_path / "recorded.new", tmp_path / "classes-1"
    guard(f"open({str(recorded)!r}, 'w').write('archive'); raise SystemExit({code})", recorded, prefix).wait(10)
    name = f"classes-1-{hashlib.sha256(b'archive').hexdigest()}.jsa"
    assert {path.name for path in tmp_path.iterdir()} == ({name} if kept else set())
