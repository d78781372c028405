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

FAILED, USAGE, REFUSED = 1, 2, 3
INTERRUPTED = 128 + signal.SIGINT
BROKEN_PIPE = 128 + signal.SIGPIPE  # as a program that does not handle it ends: `graphcrm … | head` is no failure

__all__ = ["main", "run"]


def main() -> NoReturn:
    """Run the command line and exit."""
    signal.signal(signal.SIGTERM, _terminated)
    sys.exit(run(sys.argv[1:]))


def run(args: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    as_json = "--json" in args
    try:
        code = root.main(list(args), prog_name="graphcrm", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        error_json({"code": "usage", "detail": error.format_message()}, wanted=as_json)
        return error.exit_code
    except GraphcrmError as error:
        fail(error.detail)
        error_json(_described(error), wanted=as_json)
        return FAILED
    except (KeyboardInterrupt, click.Abort) as error:
        fail(f"Interrupted. {error if isinstance(error, Interrupted) else 'Nothing was changed.'}")
        return INTERRUPTED
    except BrokenPipeError:
        # What is still buffered has nowhere to go; without this Python complains of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        detail = (
            f"{error.filename or 'A file'} cannot be used ({error.strerror or error}); put that right and try again."
        )
        fail(detail)
        error_json({"code": "error", "detail": detail}, wanted=as_json)
        return FAILED
    return code if isinstance(code, int) else 0


def _described(error: GraphcrmError) -> dict[str, object]:
    described: dict[str, object] = {"code": error.code, "detail": error.detail}
    if error.field is not None:
        described["field"] = error.field
    if candidates := getattr(error, "candidates", None):
        described["candidates"] = [{"uid": uid, "name": name} for uid, name in candidates]
    return described


def _terminated(_signal: int, _frame: object) -> NoReturn:
    """SIGTERM ends a command as Ctrl-C does, with everything put in order."""
    raise KeyboardInterrupt
