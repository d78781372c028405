"""The people of one account, and who of us knows each of them best: two queries of the catalogue as one."""

from __future__ import annotations

from typing import Any, NamedTuple

from graphcrm import warmth
from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.accounts import staff
from graphcrm.queries.accounts.staff import RANKS, Member
from graphcrm.queries.catalogue import part
from graphcrm.queries.ties import best_ties
from graphcrm.queries.ties.best_ties import BestTie
from graphcrm.warmth import MODEL

_EACH = "\nUNWIND range(0, size(members) - 1) AS place\n"
_ANSWER = "\nRETURN members[place] AS member, best[0] AS tie ORDER BY place"
_CYPHER = "".join(
    (
        part(staff.__file__, "members"),
        _EACH,
        part(best_ties.__file__, "best", "members, place", contacts="[members[place][0]]", user="null", limit="1"),
        _ANSWER,
    )
)


class Known(NamedTuple):
    """Somebody of the account, and the best tie that one of us has with them."""

    member: Member
    tie: BestTie | None


def known_staff(
    runner: Runner,
    *,
    account: str,
    status: str,
    when: Moment,
    name: str | None = None,
    after: tuple[int, str, str] | None = None,
    limit: int = 25,
) -> list[Known]:
    """As graphcrm.queries.accounts.staff, with the ties as of the moment."""
    return runner.read(
        _CYPHER,
        _known,
        account=account,
        status=status,
        on=when.on,
        name=name.lower() if name else None,
        ranks=RANKS,
        after=after,
        limit=limit,
        before=when.before,
        age=warmth.half_lives(when.before),
        model=MODEL,
    )


def _known(member: list[Any], tie: list[Any] | None) -> Known:
    return Known(staff.member(*member), BestTie(*tie) if tie else None)
