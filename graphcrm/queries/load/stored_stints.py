"""All entered stints of some contacts, and the stints with these uids, whoever's they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredStint:
    """A stint as it is stored, its days as ISO text; when it was recorded is left out."""

    contact: str
    account: str
    props: dict[str, Any]


def stored_stints(runner: Runner, *, contacts: Sequence[str], uids: Sequence[str]) -> list[StoredStint]:
    """All entered stints of some contacts, and the stints with these uids, whoever's they are."""
    (found,) = runner.read(_CYPHER, list[list[Any]], contacts=contacts, uids=uids)
    return [StoredStint(*stint) for stint in found]
