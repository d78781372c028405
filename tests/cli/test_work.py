"""What is done by itself, as a program: once, until it is stopped, and where the mail server is away."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from worlds.build import lead, owned, user

from graphcrm.graph import Graph

from .conftest import Ended, Start, ended, environment

Run = Callable[..., Ended]


def test_what_is_due_is_done_once_however_often_it_is_asked_for(run: Run, graph: Graph) -> None:
    user(graph, "ada", "Ada", team="North")
    graph.write("MATCH (t:Team {name: 'North'}) SET t.reclaim_after = 30")
    lead(graph, "quiet", status="new"), owned(graph, "quiet", "ada")
    first = run("work", "--once", "--json")
    assert (first.code, first.json["pool"]) == (0, 1)
    assert (run("work", "--once", "--json").json, graph.read("MATCH (l:Lead) RETURN l.owner", str)) == ({}, ["None"])


def test_mail_that_cannot_go_out_fails_and_is_tried_again(
    run: Run, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = "UTC" if datetime.now(UTC).hour >= 7 else "Pacific/Kiritimati"  # where it is no morning any more
    user(graph, "ada", "Ada", email="ada@us.example", digest="daily", timezone=day, role="rep")
    graph.write("MATCH (u:User) CREATE (:Notification {uid: 'n', kind: 'assigned', at: datetime()})-[:UNREAD_BY]->(u)")
    monkeypatch.setenv("GRAPHCRM_SMTP_URL", "smtp://me:secret@127.0.0.1:1")
    without = run("work", "--once")
    assert (without.code, "GRAPHCRM_URL" in without.err) == (1, True)
    (
        monkeypatch.setenv("GRAPHCRM_URL", "https://crm.example"),
        monkeypatch.setenv("GRAPHCRM_MAIL_FROM", "crm@us.example"),
    )
    for _ in range(2):
        tried = run("work", "--once")
        assert (tried.code, "secret" in tried.err) == (1, False)
        assert "digests: The mail server does not take it (ConnectionRefusedError); nothing more was sent." in tried.err


def test_it_works_until_it_is_told_to_stop(start: Start, served: Path, run: Run, graph: Graph) -> None:
    assert run("work", "--help").code == 0
    process = start("work", "--json", env=environment(served))
    assert process.stdout is not None
    said = ""
    while not said.endswith("}\n"):
        said += process.stdout.readline()
    assert set(json.loads(said)) == {
        "owners",
        "late",
        "lifecycles",
        "moves",
        "renewals",
        "notifications",
        "segments",
        "pool",
        "old automations",
        "automations",
    }
    process.send_signal(signal.SIGINT)
    end = ended(process)
    assert (end.code, "What was done is kept" in end.err) == (130, True)
    assert graph.read("MATCH (c:Chore) WHERE c.taken_until IS NULL RETURN count(c)", int) == [10]
