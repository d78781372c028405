"""How a team, or one of us, covers what is theirs: with how many we had to do lately, by what, and who was left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import Field

from graphcrm.dates import moment
from graphcrm.errors import InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.nodes.edges import CHANNELS
from graphcrm.queries.access.teams import teams
from graphcrm.queries.coverage.contacts_met import Met
from graphcrm.queries.coverage.coverage import Covered, coverage
from graphcrm.queries.coverage.whose import whose
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
    partial: bool

    @property
    def share(self) -> int | None:
        """How many of a hundred were met, whole ones: a hundred are all; None where there are none."""
        return 100 * self.met // self.all if self.all else None


@dataclass(frozen=True, slots=True)
class Answer:
    """Each of us, and all of them; `since` is the moment from which interactions count."""

    since: datetime
    users: list[Covered]
    contacts: Total
    accounts: Total


def covered(runner: Runner, me: str, asked: CoverageParameters) -> Answer:
    """How what is theirs is covered; raises NotFoundError for a user or a team that is not there, InvalidInputError."""
    since = datetime.now(UTC) - timedelta(days=asked.days)
    user = asked.user or (None if asked.team else me)
    found = coverage(runner, user=user, team=asked.team, since=since, on=moment(None).on, limit=asked.limit)
    if not found:
        _refuse(runner, user, asked.team)
    return Answer(since, found, _total(found, lambda one: one.contacts), _total(found, lambda one: one.accounts))


def _refuse(runner: Runner, user: str | None, team: str | None) -> None:
    """Say why there is nobody; a team may have none."""
    if team and not any(one.uid == team for one in teams(runner)):
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind="team", uid=team), field="team")
    if user and not whose(runner, user=user, team=None):
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind="user", uid=user), field="user")
    if user:
        message = said("This user is not among those of the team who are active; leave one of the two out.")
        raise InvalidInputError(message, field="user")


def _total(found: Sequence[Covered], of: Callable[[Covered], Met]) -> Total:
    """All of a kind; what is several people's counts for each of them."""
    met = [of(one) for one in found]
    by_channel = [(channel, sum(one.channels[n] for one in met)) for n, channel in enumerate(CHANNELS)]
    return Total(
        sum(one.all for one in met),
        sum(one.met for one in met),
        sorted(((channel, number) for channel, number in by_channel if number), key=lambda one: (-one[1], one[0])),
        any(one.partial for one in met),
    )
