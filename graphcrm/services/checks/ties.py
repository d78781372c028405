"""Ties: KNOWS and the number of people follow from the interactions."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm import warmth
from graphcrm.graph import Graph, Runner
from graphcrm.queries.checks.drop_double_knows import drop_double_knows
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.knows_drift import knows_drift
from graphcrm.queries.checks.miscounted import miscounted
from graphcrm.queries.checks.stale_knows import stale_knows
from graphcrm.queries.interactions.recount import recount
from graphcrm.queries.users.users import users
from graphcrm.services import derived
from graphcrm.services.checks.rule import MOST, Broken, Rule, batches, in_batches

_USERS_MOST = 100_000
_AT_ONCE = 20  # users


def _find(graph: Graph) -> list[Found]:
    found: list[Found] = []
    for some in batches((user.uid for user in users(graph, limit=_USERS_MOST)), _AT_ONCE):
        found += knows_drift(
            graph, users=some, weights=warmth.CHANNEL_WEIGHTS, crowd=warmth.CROWD, epoch_ms=derived.EPOCH_MS,
            half_life_ms=derived.HALF_LIFE_MS, limit=MOST,
        )  # fmt: skip
        if len(found) >= MOST:
            return found[:MOST]
    return (found + stale_knows(graph, limit=MOST))[:MOST]


def _mend(graph: Graph, found: Sequence[Broken]) -> None:
    in_batches(graph, ({"user": one.where[0], "contact": one.where[1]} for one in found), _know)


def _know(tx: Runner, pairs: Sequence[dict[str, str]]) -> None:
    drop_double_knows(tx, rows=pairs)
    derived.know(tx, pairs)


def _mend_counts(graph: Graph, found: Sequence[Broken]) -> None:
    in_batches(graph, (one.where[0] for one in found), _count)


def _count(tx: Runner, events: Sequence[str]) -> None:
    derived.know(tx, recount(tx, events=events))


RULES = (
    Rule(
        "people",
        "Who took part in an interaction is counted right, where that is left to us.",
        "They are counted anew.",
        lambda graph: miscounted(graph, limit=MOST),
        _mend_counts,
    ),
    Rule(
        "ties",
        "KNOWS follows from the interactions, to nine digits.",
        "It is made anew.",
        _find,
        _mend,
    ),
)
