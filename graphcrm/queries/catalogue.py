"""Load the `.cypher` file that stands beside a query module.

A file runs as it is in any Cypher shell; its head says what it is for:

    // One sentence.
    // mode: read | write
    // params: name, name
    // rows: column, column
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a `.cypher` file."""

    sentence: str
    mode: str
    params: tuple[str, ...]
    rows: tuple[str, ...]


def cypher(module_file: str) -> str:
    """The Cypher beside a module, without its comments: what is sent is the same text each time, so plans are kept."""
    lines = Path(module_file).with_suffix(".cypher").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("//"))


def header(path: Path) -> Header:
    """The head of the file at `path`."""
    lines = [line[2:].strip() for line in path.read_text(encoding="utf-8").splitlines()[:4]]
    named = dict(line.split(":", 1) for line in lines[1:])
    split = {key: tuple(part.strip() for part in value.split(",") if part.strip()) for key, value in named.items()}
    return Header(lines[0], split["mode"][0], split["params"], split["rows"])


def files() -> list[Path]:
    """Every `.cypher` file of the catalogue."""
    return sorted(FOLDER.rglob("*.cypher"))
