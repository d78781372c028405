"""Some records as the network shows them, with the main job of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

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
    """Those of some records that are there, without the fields that are hidden from who asks."""
    found = runner.read(
        _CYPHER, Shown, accounts=accounts, contacts=contacts, leads=leads, users=users, on=on, limit=limit
    )
    hidden = {kind: names & runner.sight.hides(kind) for kind, names in _HIDEABLE.items()}
    return [replace(one, **dict.fromkeys(hidden.get(one.type, ()))) for one in found]  # type: ignore[arg-type]
