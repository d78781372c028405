"""Files that only their owner may read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

from graphcrm.errors import RuntimeSetupError

UMASK = 0o077  # for our children too: a store is otherwise readable by everybody
FOLDER_MODE = 0o777 & ~UMASK
FILE_MODE = 0o666 & ~UMASK


def private_folder(path: Path) -> None:
    """Make a folder and those above it; `Path.mkdir` gives its mode to the last one only."""
    if not path.is_dir():
        private_folder(path.parent)
        path.mkdir(mode=FOLDER_MODE, exist_ok=True)


def open_private(path: Path, mode: Literal["rb", "wb", "ab"]) -> BinaryIO:
    """Open a file, made readable by its owner alone."""
    return open(path, mode, opener=lambda name, flags: os.open(name, flags, FILE_MODE))


def write_private(path: Path, text: str) -> None:
    """Write a file whole or not at all, so that one written half is never read."""
    half = path.with_name(f"{path.name}.{os.getpid()}.half")
    try:
        with open_private(half, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def read_text(path: Path) -> str | None:
    """Return what a small file says, or None without one. A log may end in half a character."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError:
        return None


def sha256(path: Path) -> str:
    """Return the hexadecimal SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def disk_faults_explained(folder: Path) -> Iterator[None]:
    """Turn what the system says of a file into a sentence with a way out."""
    try:
        yield
    except OSError as error:
        raise RuntimeSetupError(
            f"The local Neo4j needs {error.filename or folder}, which cannot be used ({error.strerror or error}); "
            "nothing stored was changed. Make room or put it right, or set GRAPHCRM_DATA_DIR to another folder, "
            "and try again."
        ) from error
