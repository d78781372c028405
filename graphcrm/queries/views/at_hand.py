"""What a user has at hand: the records that they looked at last, and those they starred, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class AtHand:
    """A record: `place` is where among those looked at, 0 for the last one; None, as `starred_at`, where it is not."""

    type: str
    uid: str
    name: str
    detail: str | None
    place: int | None
    starred_at: datetime | None


def at_hand(runner: Runner, *, user: str, viewed: Sequence[tuple[str, str]], on: date, limit: int = 30) -> list[AtHand]:
    """Those looked at in their order (`viewed`: labels and uids, the last one first), then those only starred.

    What may not be seen, or is in the trash, is left out.
    """
    return runner.read(_CYPHER, AtHand, user=user, viewed=[list(one) for one in viewed], on=on, limit=limit)
