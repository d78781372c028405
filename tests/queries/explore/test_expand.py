from __future__ import annotations

from worlds.build import account, contact, interaction, job, user
from worlds.net import CHARLIE, WHEN, D

from graphcrm.dates import moment
from graphcrm.graph import Graph, Runner
from graphcrm.queries.explore.expand import Asked, expand


def others(runner: Runner, of: str, kind: str, *, q: str | None = None, when=WHEN) -> list[str]:
    page = expand(runner, Asked(of, kind, q, 0, 100), when, past=False)  # type: ignore[arg-type]
    assert page.total == len(page.edges)
    assert all(of in edge.ends and edge.kind == kind for edge in page.edges)
    assert {node.id for node in page.nodes} == {end for edge in page.edges for end in edge.ends} - {of}
    return [node.id for node in page.nodes]


def test_each_kind_leads_to_the_other_ends(net: Graph) -> None:
    assert set(others(net, "account:globex", "job")) == {
        "contact:maya",
        "contact:tomas",
        "contact:ulla",
        "contact:olga",
    }
    assert others(net, "contact:tomas", "job") == ["account:acme", "account:globex"]
    assert others(net, "contact:priya", "tie") == ["user:zoe", "user:bob"]
    assert others(net, "lead:lead-1", "tie") == others(net, "lead:lead-1", "owner") == ["user:bob"]
    assert others(net, "user:bob", "owner") == ["lead:lead-1", "contact:priya"]
    assert others(net, "account:acme", "link") == ["account:globex", "account:initech"]
    assert others(net, "user:alice", "own") == ["contact:own-alice"]
    assert others(net, "contact:own-alice", "own") == ["user:alice"]


def test_a_kind_that_a_record_cannot_have_leads_nowhere(net: Graph) -> None:
    for of, kind in (("user:bob", "job"), ("lead:lead-1", "job"), ("account:acme", "tie"), ("lead:lead-1", "link"),
                     ("user:bob", "colleague"), ("account:acme", "own")):  # fmt: skip
        assert others(net, of, kind) == [], (of, kind)


def test_colleagues_are_inferred_from_jobs_that_overlap(net: Graph) -> None:
    page = expand(net, Asked("contact:tomas", "colleague", None, 0, 100), WHEN, past=False)
    first = page.edges[0]
    assert (first.id, first.ends) == ("colleague:maya:tomas", ("contact:maya", "contact:tomas"))
    assert (first.label, first.start_min, first.end_max, first.current) == (
        "Globex",
        D("2018-03-01"),
        D("2022-03-01"),
        False,
    )
    assert first.strength
    assert first.strength > 0.2
    assert "contact:jonas" not in others(net, "contact:tomas", "colleague")
    assert others(net, "contact:tomas", "colleague", q="maya") == ["contact:maya"]
    assert others(net, "contact:tomas", "colleague", when=moment(D("2018-03-01"))) == []


def test_a_supernode_comes_in_pages_and_none_twice(graph: Graph) -> None:
    account(graph, "giant"), user(graph, "U")
    for number in range(230):
        person = contact(graph, f"P{number:03}")
        job(graph, person, "giant", start="2020", end="2022" if number % 2 else None)
    interaction(graph, "U", "P101", "2024-01-01"), interaction(graph, "U", "P200", "2024-01-01")
    pages = [expand(graph, Asked("account:giant", "job", None, skip, 100), WHEN, past=False) for skip in (0, 100, 200)]
    found = [node.id for page in pages for node in page.nodes]
    assert [len(page.nodes) for page in pages] == [100, 100, 30]
    assert {page.total for page in pages} == {230}
    assert len(set(found)) == 230
    assert found[0] == "contact:P200"
    assert found[115] == "contact:P101"
    assert [edge.current for page in pages for edge in page.edges] == [True] * 115 + [False] * 115


def test_charlie_is_led_to_nothing_of_alices(net: Graph) -> None:
    charlie = net.seen_by(CHARLIE)
    assert others(charlie, "contact:tomas", "job") == ["account:acme"]
    assert others(charlie, "user:alice", "tie") == others(charlie, "user:alice", "owner") == []
    assert "contact:maya" not in others(charlie, "contact:ulla", "colleague")
