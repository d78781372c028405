"""Which records somebody means who typed a name: the only one, or those to choose from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from graphcrm.dates import moment
from graphcrm.queries.network.ids import by_type
from graphcrm.queries.network.records import Shown, records
from graphcrm.queries.search.matches import matches
from graphcrm.web.asking.network import NetworkParameters
from graphcrm.web.context import graph

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked, with the records that were meant; `starts` and `ends` are those to choose from."""

    asked: NetworkParameters
    starts: list[Shown] = field(default_factory=list)
    ends: list[Shown] = field(default_factory=list)

    @property
    def kept(self) -> dict[str, str]:
        """What is asked, as the address of a page has it."""
        given = self.asked.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"q", "to_q"})
        return {name: ",".join(value) if isinstance(value, list) else str(value) for name, value in given.items()}

    @property
    def nothing(self) -> bool:
        """Whether a name was typed that nobody has."""
        asked = self.asked
        return bool((asked.q and not asked.id and not self.starts) or (asked.to_q and not asked.to and not self.ends))


def chosen(asked: NetworkParameters) -> Choice:
    """Look up the names that were typed."""
    on = moment(asked.as_of).on
    starts = _meant(asked.q, on) if asked.q and not asked.id else []
    ends = _meant(asked.to_q, on) if asked.to_q and not asked.to else []
    found = {name: few[0].id for name, few in (("id", starts), ("to", ends)) if len(few) == 1}
    return Choice(asked.model_copy(update=found), starts if len(starts) > 1 else [], ends if len(ends) > 1 else [])


def _meant(text: str, on: date) -> list[Shown]:
    """The only record of that very name, else what a search finds, best match first."""
    found = matches(graph(), text=text, limit=_SHOWN)
    same = [match for match in found if match.name.lower() == text.strip().lower()]
    ids = [f"{match.type}:{match.uid}" for match in (same if len(same) == 1 else found)]
    there = {one.id: one for one in records(graph(), **by_type(ids), on=on, limit=_SHOWN)}
    return [there[one] for one in ids if one in there]
