"""How a team, or one of us, covers what is theirs: with how many we had to do lately, by what, and who was left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import Field

from graphcrm.dates import moment
from graphcrm.errors import NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.nodes.edges import CHANNELS
from graphcrm.queries.coverage.contacts_met import Met
from graphcrm.queries.coverage.coverage import Covered, coverage
from graphcrm.web.asking.parameters import Parameters, Uid

_DAYS, _DAYS_MOST = 30, 3_660
_SHOWN, _SHOWN_MOST = 20, 500


class CoverageParameters(Parameters):
    """Of coverage."""

    team: Annotated[Uid | None, Field(description="Those of this team (its uid) and of the teams below it.")] = None
    user: Annotated[Uid | None, Field(description="This user (the uid); left out with the team: who asks.")] = None
    days: Annotated[int, Field(ge=1, le=_DAYS_MOST, description="Within how many days.")] = _DAYS
    limit: Annotated[
        int,
        Field(ge=0, le=_SHOWN_MOST, description="How many of those who were left are named, of each."),
    ] = _SHOWN


@dataclass(frozen=True, slots=True)
class Total:
    """Contacts, or accounts, of all who were asked about: how many, how many met, and how many by each channel."""

    all: int
    met: int
    channels: list[tuple[str, int]]

    @property
    def share(self) -> int:
        """How many of a hundred were met; none of none are all."""
        return round(100 * self.met / self.all) if self.all else 100


@dataclass(frozen=True, slots=True)
class Answer:
    """Each of us, and all of them; `since` is the moment from which interactions count."""

    since: datetime
    users: list[Covered]
    contacts: Total
    accounts: Total


def covered(runner: Runner, me: str, asked: CoverageParameters) -> Answer:
    """How what is theirs is covered; raises NotFoundError where there is nobody."""
    since = datetime.now(UTC) - timedelta(days=asked.days)
    user = asked.user or (None if asked.team else me)
    found = coverage(runner, user=user, team=asked.team, since=since, on=moment(None).on, limit=asked.limit)
    if not found and user:
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind="user", uid=user), field="user")
    return Answer(since, found, _total(found, lambda one: one.contacts), _total(found, lambda one: one.accounts))


def _total(found: Sequence[Covered], of: Callable[[Covered], Met]) -> Total:
    """All of a kind; what is several people's counts for each of them."""
    met = [of(one) for one in found]
    by_channel = [(channel, sum(one.channels[n] for one in met)) for n, channel in enumerate(CHANNELS)]
    return Total(
        sum(one.all for one in met),
        sum(one.met for one in met),
        sorted(((channel, number) for channel, number in by_channel if number), key=lambda one: (-one[1], one[0])),
    )
