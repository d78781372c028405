"""How some accounts stand with us on a day: their lifecycle, who owns them, and whether one of us met people there.

An account is ours when it is a prospect, customer or loyal one, when an active user owns it on the day, or when an
active user had to do with somebody while they were there. The lifecycle is that of today.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.access import Sight
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
OURS = ["prospect", "customer", "loyal"]  # lifecycles: a lead is nobody's yet, and a lost one is ours no more


@dataclass(frozen=True, slots=True)
class Standing:
    """One account; `owner` is (uid, name) of the active user who owns it on the day, `met` whether an active user had
    to do with somebody while they were there."""

    account: str
    lifecycle: str | None
    owner: tuple[str, str] | None
    met: bool

    @property
    def ours(self) -> bool:
        """Whether the account is one of ours."""
        return self.lifecycle in OURS or self.owner is not None or self.met


def reader(sight: Sight) -> Callable[..., Standing]:
    """What makes a standing of a row."""
    hidden = "lifecycle" in sight.hides("account")

    def standing(account: str, lifecycle: str | None, owner: list[str] | None, met: bool) -> Standing:  # noqa: FBT001
        return Standing(account, None if hidden else lifecycle, (owner[0], owner[1]) if owner else None, met)

    return standing


def standings(runner: Runner, *, accounts: Sequence[str], on: date, before: datetime, limit: int) -> list[Standing]:
    """How some accounts stand with us on a day; interactions count that were `before` the moment."""
    return runner.read(_CYPHER, reader(runner.sight), accounts=accounts, on=on, before=before, limit=limit)
