from __future__ import annotations

from worlds import build
from worlds.build import TODAY

from graphcrm.graph import Graph
from graphcrm.queries.records.list_contacts import list_contacts


def page(graph: Graph, **asked: object) -> list[tuple[str, str]]:
    return [(entry.uid, entry.name) for entry in list_contacts(graph, on=TODAY, **asked)]


def test_an_empty_graph_has_an_empty_list(graph: Graph) -> None:
    assert page(graph) == []


def test_records_are_listed_by_name_then_by_uid(graph: Graph) -> None:
    for uid, name in (("3", "Beta"), ("2", "Acme"), ("1", "Acme"), ("4", "Ünal"), ("5", "阿里")):
        build.contact(graph, uid, name)
    build.user(graph, "u", "Someone else")
    assert page(graph) == [("1", "Acme"), ("2", "Acme"), ("3", "Beta"), ("4", "Ünal"), ("5", "阿里")]


def test_pages_follow_each_other_even_within_one_name(graph: Graph) -> None:
    for uid in "edcba":
        build.contact(graph, uid, "Acme" if uid in "abc" else "Zeta")
    listed = page(graph, limit=2)
    for _ in range(3):
        listed += page(graph, limit=2, after_uid=listed[-1][0], after_name=listed[-1][1])
    assert listed == [("a", "Acme"), ("b", "Acme"), ("c", "Acme"), ("d", "Zeta"), ("e", "Zeta")]


def details(graph: Graph) -> dict[str, str | None]:
    return {entry.uid: entry.detail for entry in list_contacts(graph, on=TODAY)}


def test_a_contact_comes_with_the_main_employer_of_today_and_its_revision(graph: Graph) -> None:
    for uid in ("acme", "beta", "gamma", "old", "next"):
        build.account(graph, uid, uid.title())
    build.contact(graph, "ann", rev=3)
    build.contact(graph, "bo")
    build.contact(graph, "cy")
    build.job(graph, "ann", "old", start="2000", end="2010")
    build.job(graph, "ann", "beta", start="2015", primary=True)
    build.job(graph, "ann", "acme", start="2012")
    build.job(graph, "bo", "acme", start="2012")
    build.job(graph, "bo", "gamma", start="2016")
    build.job(graph, "bo", "next", start="2098")
    build.job(graph, "cy", "old", start="2000", end="2010")
    assert details(graph) == {"ann": "Beta", "bo": "Gamma", "cy": None}
    assert [entry.rev for entry in list_contacts(graph, on=TODAY)] == [3, 1, 1]


def test_a_job_that_ends_some_day_is_held_until_then(graph: Graph) -> None:
    build.account(graph, "acme", "Acme")
    build.contact(graph, "ann")
    build.job(graph, "ann", "acme", start="2015", end="2098")
    assert details(graph) == {"ann": "Acme"}
