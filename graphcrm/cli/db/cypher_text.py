"""Statements in what somebody typed, and values as text."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

# What a semicolon may stand in without ending a statement, closed or not; then any other character.
_PARTS = re.compile(
    r"""'(?:\\.|[^'\\])*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z)|`[^`]*(?:`|\Z)|//[^\n]*|/\*.*?(?:\*/|\Z)|.""", re.DOTALL
)


class Statements(NamedTuple):
    """Statements without their semicolons, and whether the last one has ended."""

    values: list[str]
    ended: bool


def statements(text: str) -> Statements:
    """Split text at the semicolons that end statements."""
    found = [""]
    for part in _PARTS.findall(text):
        if part == ";":
            found.append("")
        else:
            found[-1] += part
    ended = not found[-1].strip()
    return Statements([each.strip() for each in found if each.strip()], ended)


def plain(value: Any) -> Any:  # noqa: ANN401  (whatever Cypher returns)
    """A value as JSON has it: nodes and relationships become maps of what they are and hold."""
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if hasattr(value, "labels"):
        return {"labels": sorted(value.labels), "properties": plain(dict(value))}
    if hasattr(value, "relationships"):
        return {"nodes": plain(list(value.nodes)), "relationships": plain(list(value.relationships))}
    if hasattr(value, "start_node"):
        return {"type": value.type, "properties": plain(dict(value))}
    return value if value is None or isinstance(value, str | int | float) else str(value)
