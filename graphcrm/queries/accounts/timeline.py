"""What happened at one account: interactions, and who came, left and owned it. Two queries of the catalogue as one."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.accounts import interactions, turns
from graphcrm.queries.accounts.interactions import Interaction
from graphcrm.queries.accounts.turns import Turn
from graphcrm.queries.catalogue import part

_ANSWER = "\nRETURN met, came"
_CYPHER = "".join(
    (
        part(interactions.__file__, "met", after="$met_after"),
        "\n",
        part(turns.__file__, "came", after="$turn_after"),
        _ANSWER,
    )
)
# What is asked of interactions alone is asked of them alone.
_UNFILTERED = dict.fromkeys(("since", "channel", "direction", "user")) | {"noted": False}


def timeline(
    runner: Runner,
    *,
    account: str,
    when: Moment,
    met_after: tuple[datetime, str] | None = None,
    turn_after: tuple[date, str] | None = None,
    limit: int = 25,
) -> tuple[list[Interaction], list[Turn]]:
    """A page of each, the latest first; `met_after` and `turn_after` are the keys of the last ones already seen."""
    (found,) = runner.read(
        _CYPHER,
        _both,
        account=account,
        on=when.on,
        before=when.before,
        **_UNFILTERED,
        met_after=met_after,
        turn_after=turn_after,
        limit=limit,
    )
    return found


def _both(met: list[list[Any]], came: list[list[Any]]) -> tuple[list[Interaction], list[Turn]]:
    return [Interaction(*row) for row in met], [Turn(*row) for row in came]
