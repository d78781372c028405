from __future__ import annotations

from worlds import build

from graphcrm.graph import Graph
from graphcrm.queries.records.list_leads import list_leads


def page(graph: Graph, **asked: object) -> list[tuple[str, str]]:
    return [(entry.uid, entry.name) for entry in list_leads(graph, **asked)]


def test_an_empty_graph_has_an_empty_list(graph: Graph) -> None:
    assert page(graph) == []


def test_records_are_listed_by_name_then_by_uid(graph: Graph) -> None:
    for uid, name in (("3", "Beta"), ("2", "Acme"), ("1", "Acme"), ("4", "Ünal"), ("5", "阿里")):
        build.lead(graph, uid, name)
    build.user(graph, "u", "Someone else")
    assert page(graph) == [("1", "Acme"), ("2", "Acme"), ("3", "Beta"), ("4", "Ünal"), ("5", "阿里")]


def test_pages_follow_each_other_even_within_one_name(graph: Graph) -> None:
    for uid in "edcba":
        build.lead(graph, uid, "Acme" if uid in "abc" else "Zeta")
    listed = page(graph, limit=2)
    for _ in range(3):
        listed += page(graph, limit=2, after_uid=listed[-1][0], after_name=listed[-1][1])
    assert listed == [("a", "Acme"), ("b", "Acme"), ("c", "Acme"), ("d", "Zeta"), ("e", "Zeta")]


def test_a_lead_comes_with_the_company_it_named_and_its_revision(graph: Graph) -> None:
    build.lead(graph, "a", "Ann", company_name="Acme", rev=3)
    build.lead(graph, "b", "Bo")
    assert [(entry.uid, entry.detail, entry.rev) for entry in list_leads(graph)] == [("a", "Acme", 3), ("b", None, 1)]
