"""What some tasks are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def stored_about(runner: Runner, *, uids: Sequence[str]) -> Mapping[str, list[tuple[str, str]]]:
    """The label and uid of each record that some tasks are about, by the uid of the task."""
    (found,) = runner.read(_CYPHER, list[list[str]], uids=uids)
    about: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for task, label, uid in found:
        about[task].append((label, uid))
    return about
