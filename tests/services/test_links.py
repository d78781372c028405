from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from worlds.build import account, contact, job

from graphcrm.errors import ConflictError
from graphcrm.graph import Graph
from graphcrm.services import derived, jobs, links
from graphcrm.services.changes import Author, change

ANYBODY = Author()


@pytest.fixture
def firms(graph: Graph) -> Graph:
    """Accounts A to F, and twelve contacts without a job."""
    for uid in "ABCDEF":
        account(graph, uid)
    for n in range(12):
        contact(graph, f"P{n}")
    return graph


def link(graph: Graph, one: str, other: str, kind: str = "succeeded_by", **values: object) -> str:
    return change(graph, ANYBODY, lambda it: links.add(it, "Account", one, other, kind, {"start": "2015", **values}))


def hire(graph: Graph, who: str, where: str) -> None:
    change(graph, ANYBODY, lambda it: jobs.add(it, who, {"start": "2010"}, account=where))


def carried(graph: Graph) -> set[tuple[str, str]]:
    cypher = "MATCH (c)-[w:WORKS_AT]->(a) WHERE w.carried_from IS NOT NULL RETURN c.uid, a.uid"
    return set(graph.read(cypher, lambda *row: row))


def at_once(*works: Callable[[], object]) -> list[ConflictError]:
    """What goes wrong when all of these begin together."""
    ready = threading.Barrier(len(works))

    def run(work: Callable[[], object]) -> ConflictError | None:
        ready.wait()
        try:
            work()
        except ConflictError as error:
            return error
        return None

    with ThreadPoolExecutor(len(works)) as threads:
        return [error for error in threads.map(run, works) if error]


@pytest.mark.parametrize("kind", ["succeeded_by", "subsidiary_of"])
def test_links_that_would_close_a_ring_together_leave_it_open(firms: Graph, kind: str):
    ring = [("A", "B"), ("B", "C"), ("C", "D"), ("D", "A")]
    refused = at_once(*(lambda pair=pair: link(firms, *pair, kind) for pair in ring))
    assert [error.field for error in refused] == ["to"]
    assert firms.read(f"MATCH ()-[e:{kind.upper()}]->() RETURN count(e)", int) == [3]
    assert firms.read("MATCH (r:Revision) RETURN count(r)", int) == [3]


def test_of_two_who_add_the_same_link_at_once_one_is_told(firms: Graph):
    (refused,) = at_once(lambda: link(firms, "A", "B"), lambda: link(firms, "A", "B"))
    assert refused.field == "start"
    assert firms.read("MATCH (:Account {uid: 'A'})-[e:SUCCEEDED_BY]->() RETURN e.uid", str) == [refused.other["uid"]]  # type: ignore[index]


def test_who_is_hired_while_links_are_added_is_carried_over_too(firms: Graph):
    works = [lambda n=n: hire(firms, f"P{n}", "ABC"[n % 3]) for n in range(9)]
    refused = at_once(
        *works, lambda: link(firms, "A", "B"), lambda: link(firms, "B", "C"), lambda: link(firms, "C", "D")
    )
    assert refused == []
    expected = {(f"P{n}", account) for n in range(9) for account in "BCD"[n % 3 :]}
    assert carried(firms) == expected


def test_a_link_whose_jobs_cannot_be_carried_over_leaves_nothing_behind(firms: Graph, monkeypatch: pytest.MonkeyPatch):
    job(firms, "P1", "A", start="2010")

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(derived, "carry_over", fail)
    with pytest.raises(RuntimeError):
        link(firms, "A", "B")
    assert (
        firms.read("MATCH (:Account)-[e]->() RETURN type(e) AS left UNION MATCH (r:Revision) RETURN r.uid AS left", str)
        == []
    )


def test_a_ring_in_different_years_carries_nobody_back(firms: Graph):
    job(firms, "P1", "A", start="2000")
    link(firms, "A", "B", start="2005", end="2010-01-01")
    link(firms, "B", "A", start="2010-01-01")
    assert carried(firms) == {("P1", "B")}
