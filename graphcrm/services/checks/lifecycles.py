"""Lifecycles: how far a record is, since when, and how far it was."""

from __future__ import annotations

from graphcrm.queries.checks.odd_lifecycles import odd_lifecycles
from graphcrm.services.checks.rule import MOST, Rule

RULES = (
    Rule(
        "lifecycles",
        "How far an account or a contact is with us is the last state that it came to, since the day of that.",
        "Correct it on its form, or by the API.",
        lambda graph: odd_lifecycles(graph, limit=MOST),
    ),
)
