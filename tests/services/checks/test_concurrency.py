"""A repair beside others who write: what they write is neither lost nor counted twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from worlds.build import account, contact, job, user

from graphcrm.graph import Graph
from graphcrm.services import interactions, jobs
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check

ROUNDS = 15


def test_ties_are_right_when_interactions_were_recorded_during_a_repair(graph: Graph) -> None:
    contacts = [contact(graph, f"C{n}") for n in range(3)]
    user(graph, "U1")

    def record(number: int) -> None:
        given = {"contacts": contacts, "at": f"2024-05-{number + 1:02}", "channel": "call"}
        change(graph, Author("U1"), lambda made: interactions.create(made, given))

    def spoil_and_repair(number: int) -> None:
        cypher = ("MATCH ()-[k:KNOWS]->() SET k.count = 0", "MATCH ()-[k:KNOWS]->() DELETE k")[number % 2]
        graph.write(cypher)
        check(graph, repair=True)

    with ThreadPoolExecutor(2) as pool:
        work = [pool.submit(record, n) for n in range(ROUNDS)] + [
            pool.submit(spoil_and_repair, n) for n in range(ROUNDS)
        ]
        for done in work:
            done.result()
    check(graph, repair=True)
    assert check(graph) == []
    assert graph.read("MATCH ()-[k:KNOWS]->() RETURN k.count", int) == [ROUNDS] * 3


def test_bounds_are_right_when_a_job_was_corrected_during_a_repair(graph: Graph) -> None:
    contact(graph, "C1")
    account(graph, "A1")
    job(graph, "C1", "A1", start="2020", uid="J1", rev=1)

    def correct(number: int) -> None:
        change(graph, Author(), lambda made: jobs.correct(made, "J1", {"start": f"20{number + 1:02}"}))

    def spoil_and_repair(_: int) -> None:
        graph.write("MATCH ()-[w:WORKS_AT]->() SET w.end_max = date('2001-01-01')")
        check(graph, repair=True)

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(work, n) for n in range(ROUNDS) for work in (correct, spoil_and_repair)]:
            done.result()
    check(graph, repair=True)
    assert check(graph) == []
    assert graph.read("MATCH ()-[w:WORKS_AT]->() RETURN w.rev", int) == [ROUNDS + 1]
