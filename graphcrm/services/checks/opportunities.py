"""Opportunities: what goes together in them, and what is kept of them for the board and the forecast."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Graph, Runner
from graphcrm.nodes.opportunities import SHIPPED
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.odd_lanes import odd_lanes
from graphcrm.queries.checks.odd_opportunities import odd_opportunities
from graphcrm.queries.opportunities.keep_lanes import keep_lanes
from graphcrm.services.checks.rule import MOST, Broken, Rule, in_batches

_STATUSES = {key: status for key, status, _ in SHIPPED}


def _odd(graph: Graph) -> list[Found]:
    return odd_opportunities(graph, statuses=_STATUSES, limit=MOST)


def _mend(graph: Graph, found: Sequence[Broken]) -> None:
    in_batches(graph, (one.where[0].partition(" ")[2] for one in found), _keep)


def _keep(tx: Runner, uids: Sequence[str]) -> None:
    keep_lanes(tx, rows=[{"uid": uid} for uid in sorted(uids)])


RULES = (
    Rule(
        "opportunities",
        "An opportunity is in a stage that there is, is open, won or lost as that is, and its reason, its amount and"
        " the stages that it came to go with it.",
        "Change it on its page, or by the API.",
        _odd,
    ),
    Rule(
        "lanes",
        "What is kept on opportunities for the board and the forecast follows from their fields.",
        "It is kept anew.",
        lambda graph: odd_lanes(graph, limit=MOST),
        _mend,
    ),
)
