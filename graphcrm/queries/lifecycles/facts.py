"""What we know of some accounts and contacts that says how far they are with us."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.lifecycle import Facts, Proposal, proposed
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.told import COUNTED

_CYPHER = cypher(__file__)
MOST = 10_000  # records of one question


@dataclass(frozen=True, slots=True)
class Known:
    """A record, how far it is since when, and what we know of it; `proposed` is what is kept of what that suggests."""

    label: str
    uid: str
    name: str
    owner: str | None
    lifecycle: str | None
    since: date | None
    trail: list[str] | None
    added: date | None
    proposed: str | None
    wins: int
    first_won: date | None
    last_won: date | None
    open: int
    opened: date | None
    converted: date | None
    last: date | None
    answered: date | None
    lost: date | None
    partial: bool

    @property
    def facts(self) -> Facts:
        """The facts, as the rules take them."""
        return Facts(
            wins=self.wins, first_won=self.first_won, last_won=self.last_won, open=self.open, opened_on=self.opened,
            converted_on=self.converted, last_on=self.last, answered_on=self.answered, added_on=self.added,
            lost_on=self.lost, partial=self.partial,
        )  # fmt: skip

    def suggests(self, on: date) -> Proposal | None:
        """What the facts suggest on a day, None where they fit."""
        return proposed(self.lifecycle, self.trail, self.facts, on)


def facts(runner: Runner, *, records: Iterable[tuple[str, str]], on: date) -> list[Known]:
    """Of some records, by label and uid."""
    asked = [list(record) for record in records]
    return runner.read(_CYPHER, Known, records=asked, on=on, counted=COUNTED, limit=MOST)
