"""Some records as the network shows them, with the main job of the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graphcrm.access import Sight
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_HIDEABLE = {"account": {"kind", "industry"}, "lead": {"company_name"}, "user": {"team"}}


@dataclass(frozen=True, slots=True)
class Shown:
    """A record; `job` and `workplace` are a contact's main job of the day, `company` is a lead's."""

    type: str
    uid: str
    name: str
    kind: str | None
    industry: str | None
    job: str | None
    workplace: str | None
    company_name: str | None
    team: str | None
    do_not_contact: bool
    left: bool

    @property
    def id(self) -> str:
        """As the network names it."""
        return f"{self.type}:{self.uid}"

    @property
    def title(self) -> str | None:
        """The line below its name."""
        parts = (self.job, self.workplace, self.industry, self.company_name, self.team)
        return " · ".join(part for part in parts if part) or None


def reader(sight: Sight) -> Callable[..., Shown]:
    """What makes a record of a row, without the fields that are hidden from who asks."""
    hidden = {kind: names & sight.hides(kind) for kind, names in _HIDEABLE.items()}

    def shown(*row: Any) -> Shown:  # noqa: ANN401  (what the query answers)
        one = Shown(*row)
        return replace(one, **dict.fromkeys(hidden.get(one.type, ())))  # type: ignore[arg-type]

    return shown


def records(
    runner: Runner,
    *,
    accounts: Sequence[str],
    contacts: Sequence[str],
    leads: Sequence[str],
    users: Sequence[str],
    on: date,
    limit: int,
) -> list[Shown]:
    """Those of some records that are there."""
    return runner.read(
        _CYPHER,
        reader(runner.sight),
        accounts=accounts,
        contacts=contacts,
        leads=leads,
        users=users,
        on=on,
        limit=limit,
    )
