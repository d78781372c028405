"""What the rows of a kind of record say beside its own fields: what the record is tied to, and what follows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Self

from graphcrm.graph import Runner
from graphcrm.importers.known import Context
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Step
from graphcrm.nodes.states import State

Moved = tuple[State, State]  # what a record was tied to and is tied to now, as far as they differ


class Turns:
    """What the records of a batch that are stored are tied to, and what becomes of that: of most kinds nothing."""

    times: Collection[str] = ()  # columns that hold moments

    @classmethod
    def of(cls, runner: Runner, uids: Collection[str], context: Context) -> Self:  # noqa: ARG003  (others look it up)
        """Those of some records."""
        return cls()

    def given(self, said: Mapping[str, Any], stored: Mapping[str, Any], at: datetime) -> dict[str, Any]:  # noqa: ARG002
        """What a row says of a record, with what follows from that; raises InvalidInputError."""
        return dict(said)

    def asked(self, row: Row) -> Moved:  # noqa: ARG002
        """What a row makes of it; raises InvalidInputError."""
        return {}, {}

    def take(self, uid: str, moved: Moved) -> None:
        """Have a record be tied to others than it was."""

    def steps(self) -> list[Step]:
        """What is written."""
        return []
