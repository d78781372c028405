from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graphcrm.errors import LockedError
from graphcrm.runtime import locks

from .conftest import HOLD, Hold


def test_a_lock_names_its_holder_until_that_is_killed(tmp_path: Path, hold: Hold) -> None:
    path = tmp_path / "store_lock"
    assert locks.holder(path) is None
    process = hold(path, "lockf")
    assert locks.holder(path) == process.pid
    assert HOLD.strip() in locks.command_line(process.pid)
    process.kill()
    process.wait()
    assert locks.holder(path) is None
    assert locks.command_line(process.pid) == ""


def test_a_command_is_read_as_paths_are_whatever_bytes_it_has() -> None:
    odd = b"/odd/\xff"
    waiting = [sys.executable, "-c", "print(flush=True); input()", odd]
    with subprocess.Popen(waiting, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()  # it runs: until then its command is still ours
        assert os.fsdecode(odd) in locks.command_line(process.pid)


def test_an_unlocked_file_has_no_holder(tmp_path: Path) -> None:
    (tmp_path / "store_lock").touch()
    assert locks.holder(tmp_path / "store_lock") is None


def test_only_one_is_exclusive_and_the_other_is_told(tmp_path: Path, hold: Hold) -> None:
    process = hold(tmp_path / "start.lock", "flock")
    with (
        pytest.raises(LockedError, match=r"Another graphcrm has been testing in .* for 0 s; nothing was changed"),
        locks.exclusive(tmp_path / "start.lock", wait_s=0.2, doing="testing"),
    ):
        pytest.fail("entered")
    process.kill()
    with locks.exclusive(tmp_path / "start.lock", wait_s=10, doing="testing"):
        assert locks.is_shared(tmp_path / "start.lock")


def test_many_share_and_one_who_is_ending_keeps_them_out(tmp_path: Path, hold: Hold) -> None:
    path = tmp_path / "users.lock"
    assert not locks.is_shared(path)
    first, second = locks.share(path), locks.share(path)
    assert first is not None
    assert second is not None
    first.close()
    assert locks.is_shared(path)
    second.close()
    assert not locks.is_shared(path)
    hold(path, "flock")
    assert locks.share(path) is None
