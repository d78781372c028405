"""Load the `.cypher` file that stands beside a query module.

A file runs as it is in any Cypher shell; its head says what it is for:

    // One sentence.
    // mode: read | write
    // params: name, name
    // rows: column, column
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent

_PART = "CALL ({scope}) {\nCALL ({scope}) {\n{text}\n}\nRETURN collect([{columns}]) AS {name}\n}"


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


def part(module_file: str, name: str, scope: str = "", **given: str) -> str:
    """The query beside a module as a part of another one, so that both are one round trip.

    Its rows, each a list, come as the list `name`. `given` are what stands for its parameters: other parameters, or
    variables of the other query, which `scope` names.
    """
    text = cypher(module_file).replace("CALL () {", "CALL (" + scope + ") {")
    for parameter, expression in given.items():
        text = re.sub(rf"\${parameter}\b", expression, text)
    columns = ", ".join(header(Path(module_file).with_suffix(".cypher")).rows)
    filled = {"scope": scope, "columns": columns, "name": name, "text": text}
    return re.sub(r"\{(scope|columns|name|text)\}", lambda found: filled[found[1]], _PART)


def header(path: Path) -> Header:
    """The head of the file at `path`."""
    lines = [line[2:].strip() for line in path.read_text(encoding="utf-8").splitlines()[:4]]
    named = dict(line.split(":", 1) for line in lines[1:])
    split = {key: tuple(part.strip() for part in value.split(",") if part.strip()) for key, value in named.items()}
    return Header(lines[0], split["mode"][0], split["params"], split["rows"])


def files() -> list[Path]:
    """Every `.cypher` file of the catalogue."""
    return sorted(FOLDER.rglob("*.cypher"))
