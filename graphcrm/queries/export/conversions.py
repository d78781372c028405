"""A page of what leads became, in the order of the leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Conversion:
    """That a lead became a contact or an account, its `label`; `props` has `at` as ISO text."""

    uid: str
    lead: str
    label: str
    record: str
    props: dict[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        """Where the next page begins."""
        return self.lead, self.uid


def conversions(runner: Runner, *, after: tuple[str, str], limit: int) -> list[Conversion]:
    """A page of what leads became, in the order of the leads."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [Conversion(*each) for each in found]
