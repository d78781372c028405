"""Automations of tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from worlds.build import NOW, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.automations.put_automation import put_automation
from graphcrm.queries.automations.put_runs import put_runs

Came = Callable[..., list[str]]
DAY = timedelta(days=1)


@pytest.fixture
def ours(graph: Graph) -> Graph:
    """Alice, whose automation a1 runs, and Bob, whose b1 does not; the leads l1 and l2."""
    for uid in ("alice", "bob"):
        user(graph, uid, uid.title(), role="rep")
    lead(graph, "l1", "Lea"), lead(graph, "l2", "Leo")
    for owner, uid, active in (("alice", "a1", True), ("bob", "b1", False)):
        props = {"name": uid, "of": "lead", "parameters": "status=new", "task": "Call", "active": active}
        put_automation(graph, user=owner, uid=uid, props=props, at=NOW)
    return graph


@pytest.fixture
def came(ours: Graph) -> Came:
    """Let leads come into the list of a1: `came("l1", "l2")`; the runs are called run-l1 and so on."""

    def came(*leads: str, automation: str = "a1", at: datetime = NOW, rev: int = 1) -> list[str]:
        rows = [{"uid": f"run-{lead}", "of": lead} for lead in leads]
        found = put_runs(ours, uid=automation, rev=rev, label="Lead", rows=rows, at=at, since=at - DAY)
        return [one.of for one in found]

    return came
