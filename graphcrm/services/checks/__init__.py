"""What must hold of the graph: every rule, what breaks it, and what makes anew what follows from facts.

One file for each group of rules; a new rule is a `Rule` in one of them and a line in docs/check.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from graphcrm.graph import Graph
from graphcrm.services.audit import Deed, record
from graphcrm.services.checks import (
    audit,
    bounds,
    handles,
    history,
    jobs,
    kept,
    lifecycles,
    opportunities,
    owners,
    shape,
    ties,
)
from graphcrm.services.checks.rule import MOST, Broken, Finding, Mend, Rule

RULES: tuple[Rule, ...] = (
    *(*shape.RULES, *bounds.RULES, *jobs.RULES, *owners.RULES, *ties.RULES),
    *(*opportunities.RULES, *kept.RULES, *lifecycles.RULES),
    *(*handles.RULES, *history.RULES, *audit.RULES),
)
BROKEN = tuple(rule for rule in RULES if not rule.warns)

__all__ = ["BROKEN", "MOST", "RULES", "Finding", "Progress", "Rule", "check"]

Progress = Callable[[str, float, float], None]

AT_ONCE = 2  # rules: as many as there are cores where both stand on one small machine


def check(
    graph: Graph, *, repair: bool = False, warn: bool = False, progress: Progress = lambda *_: None
) -> list[Finding]:
    """What breaks a rule; with `repair`, what is left once what follows from facts was made anew.

    With `warn` also what may be meant as it is. Others may write meanwhile: a repair reads again what it locks.
    """
    rules = RULES if warn else BROKEN
    found: list[Finding] = []

    def ask(rule: Rule) -> Sequence[Broken]:
        return _mended(graph, rule, rule.mend) if repair and rule.mend else rule.find(graph)

    # One rule keeps the server busy, another us; repairs come one after the other, as one may need what another made.
    with ThreadPoolExecutor(1 if repair else AT_ONCE) as pool:
        for number, (rule, broken) in enumerate(zip(rules, pool.map(ask, rules), strict=True), 1):
            found += [Finding(rule.name, list(one.where), one.what, rule.warns) for one in broken]
            progress("Checking", number, len(rules))
    return found


def _mended(graph: Graph, rule: Rule, mend: Mend) -> Sequence[Broken]:
    """What is left of what breaks a rule: it finds a thousand at once, and is asked until nothing changes any more."""
    broken, before = rule.find(graph), None
    if broken:
        record(graph, Deed(action="repair", what=[rule.name]))
    while broken and broken != before:
        mend(graph, broken)
        before, broken = broken, rule.find(graph)
    return broken
