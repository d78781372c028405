"""The first opportunities of lanes of the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from graphcrm.dates import maybe_instant
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_HIDEABLE = frozenset({"amount", "expected_close"})


@dataclass(frozen=True, slots=True)
class Card:
    """An opportunity in a stage; `owner` is the uid of whose it is today, `account` a uid and a name."""

    stage: str
    uid: str
    name: str
    rev: int
    amount: float | None
    currency: str | None
    expected_close: date | None
    stage_since: datetime | None
    owner: str | None
    owner_name: str | None
    account: tuple[str, str] | None


def cards(
    runner: Runner,
    *,
    stages: Sequence[tuple[str, str]],
    since: datetime,
    owner: str | None = None,
    team: str | None = None,
    moved: str | None = None,
    limit: int,
) -> list[Card]:
    """At most `limit` of each stage (its key and status), those that are open or were closed since.

    Of an owner, of a team. One that was just `moved` is among them wherever it stands. What is open comes by the day
    on which it is to be decided, and by name for who may not see that.
    """
    hides = runner.sight.hides("opportunity")
    found = runner.read(
        _CYPHER, Card, stages=list(map(list, stages)), since=since, owner=owner, team=team, moved=moved,
        dated="expected_close" not in hides, limit=limit,
    )  # fmt: skip
    hidden: dict[str, Any] = dict.fromkeys(_HIDEABLE & hides)
    return list({card.uid: replace(_dated(card), **hidden) for card in found}.values())


def _dated(card: Card) -> Card:
    """A card with its day and its time, which travel as text."""
    day: Any = card.expected_close
    since: Any = card.stage_since
    return replace(card, expected_close=date.fromisoformat(day) if day else None, stage_since=maybe_instant(since))
