"""All links that go out from some accounts or contacts, and the links with these uids, whatever they link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredLink:
    """A link as it is stored, from one record (`start`) to another (`end`); when it was recorded is left out."""

    uid: str
    type: str
    start: str
    end: str
    props: dict[str, Any]


def stored_links(runner: Runner, *, label: str, starts: Sequence[str], uids: Sequence[str]) -> list[StoredLink]:
    """All links that go out from some accounts, or contacts, and the links with these uids."""
    return runner.read(_CYPHER, StoredLink, label=label, starts=starts, uids=uids)
