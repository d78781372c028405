"""The records around a node that are open to one owner while another has them, or has had them since."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def doubly_owned(runner: Runner, *, label: str, uid: str) -> list[tuple[str, str]]:
    """The label and uid of such records, locked: of a user those that are theirs, else the record itself."""
    return [(of, record) for of, record in runner.write(_CYPHER, label=label, uid=uid)]
