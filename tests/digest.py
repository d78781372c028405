"""One line that says what a graph holds: two graphs with the same digest are the same.

It covers nodes and edges with all their properties, but not the revisions and the audit log, which tell of the way
there, nor when they were recorded or changed, how often (rev), nor which merge of tags has put one where it is, nor the
lifecycle that `graphcrm work` proposes each night, nor the decayed sums on KNOWS, whose last digits depend on the order
of adding. An edge is told apart by its type, its end
nodes and its properties, its own uid among them where it has one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from graphcrm.graph import Graph

LEFT_OUT = {
    "created_at",
    "updated_at",
    "recorded_at",
    "installed_at",
    "rev",
    "heat",
    "heat_in",
    "heat_out",
    "merged",
    "proposed",
}

_NODES = (
    "MATCH (n) WHERE NOT n:Revision AND NOT n:History AND NOT n:IdempotencyKey AND NOT n:Audit AND NOT n:AuditHead "
    "AND NOT n:Audited RETURN labels(n), properties(n)"
)
_EDGES = "MATCH (a)-[e]->(b) WHERE type(e) <> 'ON' RETURN labels(a), a.uid, type(e), labels(b), b.uid, properties(e)"


def digest(graph: Graph) -> str:
    """The digest of everything in the graph. Rows are hashed as they come; only their hashes are held and sorted."""
    whole = hashlib.sha256()
    for cypher in (_NODES, _EDGES):
        for row in sorted(graph.read(cypher, _hash)):
            whole.update(row)
        whole.update(b"\0")
    return whole.hexdigest()


def described(graph: Graph) -> list[str]:
    """What the digest is made of, as sorted text: for the difference of two graphs that should be the same."""
    lines: Callable[..., str] = lambda *values: _text(list(values))  # noqa: E731
    return [*sorted(graph.read(_NODES, lines)), *sorted(graph.read(_EDGES, lines))]


def _hash(*values: Any) -> bytes:
    return hashlib.sha256(_text(list(values)).encode()).digest()


def _text(value: Any) -> str:
    """A value in one spelling only, with its type: 1 and true and "1" are different."""
    if isinstance(value, dict):
        kept = sorted((key, item) for key, item in value.items() if key not in LEFT_OUT)
        return "{" + ", ".join(f"{key}: {_text(item)}" for key, item in kept) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_text(item) for item in value) + "]"
    if hasattr(value, "iso_format"):  # the driver's own dates, inside a map
        return str(value.iso_format())
    return f"{type(value).__name__} {value!r}"
