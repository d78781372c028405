"""The command `graphcrm`, and what ends it: exit 0 done, 1 failed, 2 bad usage, 3 done but some rows were refused,
130 interrupted. Whatever graphcrm raises becomes one sentence on standard error, and with --json also an object on
standard output.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from graphcrm.cli.app import root
from graphcrm.cli.console import Interrupted, error_json, fail
from graphcrm.errors import GraphcrmError

FAILED = 1
INTERRUPTED = 128 + signal.SIGINT
BROKEN_PIPE = 128 + signal.SIGPIPE  # as a program that does not handle it ends: `graphcrm … | head` is no failure

__all__ = ["main", "run"]


def main() -> NoReturn:
    """Run the command line and exit."""
    if "_GRAPHCRM_COMPLETE" in os.environ:  # the shell asks what could follow
        root.main(prog_name="graphcrm")
    signal.signal(signal.SIGTERM, _terminated)
    sys.exit(run(sys.argv[1:]))


def run(args: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    as_json = "--json" in args
    try:
        # Not by root.main: that turns Ctrl-C and a closed pipe into exceptions that say less.
        with root.make_context("graphcrm", list(args)) as ctx:
            root.invoke(ctx)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except BrokenPipeError:
        # What is still buffered has nowhere to go; without this Python complains of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except (click.ClickException, GraphcrmError, OSError, KeyboardInterrupt) as error:
        return _tell(error, as_json=as_json)
    return 0


def _tell(error: BaseException, *, as_json: bool) -> int:
    """Say what ended a command, and return its exit code."""
    if isinstance(error, click.ClickException):
        error.show()
        error_json({"code": "usage", "detail": error.format_message()}, wanted=as_json)
        return error.exit_code
    if isinstance(error, KeyboardInterrupt):
        fail(f"Interrupted. {error if isinstance(error, Interrupted) else 'Nothing was changed.'}")
        return INTERRUPTED
    described = _described(error)
    fail(str(described["detail"]))
    error_json(described, wanted=as_json)
    return FAILED


def _described(error: BaseException) -> dict[str, object]:
    if isinstance(error, OSError):
        what = f"{error.filename or 'A file'} cannot be used ({error.strerror or error})"
        return {"code": "error", "detail": f"{what}; put that right and try again."}
    described: dict[str, object] = {"code": getattr(error, "code", ""), "detail": str(error)}
    if field := getattr(error, "field", None):
        described["field"] = field
    if candidates := getattr(error, "candidates", None):
        described["candidates"] = [{"uid": uid, "name": name} for uid, name in candidates]
    return described


def _terminated(_signal: int, _frame: object) -> NoReturn:
    """SIGTERM ends a command as Ctrl-C does, with everything put in order."""
    raise KeyboardInterrupt
