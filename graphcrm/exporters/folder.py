"""The folder of an export: its files come to stand there all at once, when each of them is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from graphcrm.errors import ExportError
from graphcrm.exporters.part import Part

Open = Callable[[str, Sequence[str]], Part]


def require_empty(path: Path, names: Iterable[str]) -> None:
    """Raise ExportError unless nothing of somebody's is at `path`: an export overwrites nothing, not even an export.

    What an export of the tables `names` leaves where it is killed is nobody's.
    """
    if path.exists() and not path.is_dir():
        raise ExportError(f"{path} is a file; name a folder, a new or an empty one.")
    left = set(Part.left_behind(path, names))
    held = sorted(each.name for each in _files(path) if each not in left)
    if held:
        more = f" and {len(held) - 1:,} more" if len(held) > 1 else ""
        raise ExportError(f"{path} is not empty: it holds {held[0]}{more}. Name a folder that is new or empty.")


def _files(path: Path) -> list[Path]:
    try:
        return list(path.iterdir()) if path.exists() else []
    except OSError as error:
        raise _told(path, error) from error


@contextmanager
def filled(path: Path, names: Sequence[str]) -> Iterator[Open]:
    """A function that opens a file for a table's name and columns; at the end all of them are there, or else none.

    Raises ExportError where the folder is not empty or the disk does not take it.
    """
    require_empty(path, names)
    is_new, parts = not path.exists(), list[Part]()

    def opened(name: str, columns: Sequence[str]) -> Part:
        parts.append(Part(path, name, columns))
        return parts[-1]

    try:
        path.mkdir(parents=True, exist_ok=True)
        for left in Part.left_behind(path, names):
            left.unlink(missing_ok=True)
        yield opened
        for part in parts:
            part.keep()
    except BaseException as error:
        with suppress(OSError):
            for part in parts:
                part.discard()
            if is_new:
                path.rmdir()
        if isinstance(error, OSError):
            raise _told(path, error) from error
        raise


def _told(path: Path, error: OSError) -> ExportError:
    message = f"The folder {path} cannot be used ({error.strerror or error}), so no file was kept there. "
    return ExportError(message + "Make room or name another folder, and run the export again.")
