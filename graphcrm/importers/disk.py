"""Temporary files, for rows that wait: an import holds a batch in memory, and no file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TextIO

from graphcrm.errors import BundleError


@contextmanager
def temporary(count: int) -> Iterator[list[TextIO]]:
    """So many temporary files for CSV; raises BundleError where the disk does not take them."""
    try:
        with ExitStack() as stack:
            yield [
                stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="")) for _ in range(count)
            ]
    except OSError as error:
        message = f"The temporary folder {tempfile.gettempdir()} cannot be used ({error.strerror}). "
        raise BundleError(message + "Free room there or set TMPDIR, and run the import again.") from error
