"""The queries that listing.py composes are held to what test_catalogue.py holds the files to: every way to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from itertools import product
from typing import Any

import neo4j
import pytest

from graphcrm.graph import Graph
from graphcrm.queries.records.entry import Entry
from graphcrm.queries.records.kinds import KINDS
from graphcrm.queries.records.listing import Way, composed
from graphcrm.warmth import MODEL

from .catalogue_rules import _WRITES, SEEN, TYPES
from .test_catalogue import operators

OURS = {"words", "names", "handles", "text", "labels", "limit", "page", "on", "after", "after_tie"} | SEEN
OURS |= {"before", "counted", "tie_of", "age", "model"}
AFTER = {"text": "A", "instant": datetime(2020, 1, 1, tzinfo=UTC), "number": 1.0}


def ways(name: str) -> Iterator[Way]:
    """Each order, each filter, all filters at once, and a search; from the first page, the next and the one before."""
    kind = KINDS[name]
    if name == "record":
        yield from (Way(kind, search=True, after=after) for after in (False, True))
        return
    every = tuple(sorted(kind.filters))
    for after, back in ((False, False), (True, False), (True, True)):
        yield from (
            Way(kind, sort=sort, after=after, back=back)
            for sort in (None, *kind.sorts, *(f"-{one}" for one in kind.sorts))
        )
        yield from (Way(kind, (one,), after=after, back=back) for one in kind.filters)
        yield from (Way(kind, (one,), after=after, back=back, past=True) for one in kind.then)
        if kind.then:
            yield Way(kind, every, after=after, back=back, past=True)
        for sort in (None, "name", "-created_at"):
            yield Way(kind, every, sort, after=after, back=back)
            yield Way(kind, every, sort, search=True, after=after, back=back)
            yield Way(kind, (), sort, search=True, after=after, back=back)
            if kind.telling:
                tied = name == "contact"
                yield Way(kind, after=after, back=back, sort=sort, told=True, tied=tied)
                yield Way(kind, every, sort, search=True, after=after, back=back, told=True, tied=tied)


def explained(session: neo4j.Session, way: Way) -> tuple[tuple[str, ...], neo4j.ResultSummary]:
    days = dict.fromkeys(
        ("added_since", "added_before", "due_from", "due_to", "customer_from", "customer_to"), date(2024, 1, 1)
    )
    values = {**dict.fromkeys(way.kind.filters, "A1"), "uids": ["A1"], "due_within": 7, "renews_within": 7, **days}
    ours = {
        "words": "+a", "names": ["A"], "handles": ["a"], "text": "a", "labels": list(way.kind.labels), "limit": 500,
        "page": 50, "on": date(2024, 6, 1), "after": AFTER[way.by.type], "after_tie": "A1",
        "before": datetime(2024, 6, 1, tzinfo=UTC), "counted": 1_000, "tie_of": "U1", "age": 4.0, "model": MODEL,
    }  # fmt: skip
    result = session.run("EXPLAIN " + composed(way), {**values, **ours, "see": TYPES["see"]})
    return tuple(result.keys()), result.consume()


@pytest.mark.parametrize("name", KINDS)
def test_the_planner_finds_nothing_to_complain_of_whatever_is_asked(skewed: Graph, name: str) -> None:
    with skewed._driver.session(notifications_min_severity="INFORMATION") as session:
        for way in ways(name):
            columns, summary = explained(session, way)
            said = {s.gql_status: s.status_description for s in summary.gql_status_objects if s.is_notification}
            assert said == {}, way
            assert summary.query_type == "r", way
            assert columns == tuple(field.name for field in fields(Entry))
            found = set(operators(summary.plan))
            assert not found & {"AllNodesScan", "CartesianProduct"}, way
            if way.by.walk and not way.search:
                assert "NodeByLabelScan" not in found, way


@pytest.mark.parametrize(
    "name", ["account", "contact", "lead", "opportunity", "contract", "order", "service_request", "campaign", "task"]
)  # of users there are few
def test_a_walk_sorts_only_what_shares_a_key(skewed: Graph, name: str) -> None:
    kind = KINDS[name]
    with skewed._driver.session() as session:
        for sort in [sort for sort, by in kind.sorts.items() if by.walk]:
            for way in (Way(kind, sort=sort), Way(kind, sort=f"-{sort}")):
                _, summary = explained(session, way)
                assert "Top" not in set(operators(summary.plan)), way
        for by, leads in kind.leads.items():
            key = kind.sorts[by].key.removeprefix("n.")
            ends = ((False, False), (True, False), (True, True))
            for led, sort, (after, back) in product(leads, (by, f"-{by}"), ends):
                way = Way(kind, (led,), sort, after=after, back=back)
                _, summary = explained(session, way)
                assert after or "Top" not in set(operators(summary.plan)), way
                assert details(summary.plan).count(f"({led}, {key}, uid)") == (2 if after else 1), way
        for wide, led in product(kind.wide, kind.leads.get("name", ())):  # leaves most, perhaps: it does not go before
            _, summary = explained(session, Way(kind, (wide, led)))
            assert f"({led}, name, uid)" in details(summary.plan), wide


def details(plan: dict[str, Any]) -> str:
    """What each operator of a plan is about."""
    return "\n".join([str(plan["args"].get("Details", "")), *map(details, plan.get("children", []))])


@pytest.mark.parametrize("name", KINDS)
def test_a_composed_query_writes_nothing_and_takes_parameters_for_values(name: str) -> None:
    for way in ways(name):
        text = composed(way)
        assert not _WRITES.search(re.sub(r"'[^']*'", "''", text))
        assert set(re.findall(r"\$(\w+)", text)) <= {*OURS, *way.filters}
        assert not re.search(
            r"\{(key|tie|order|source|level|beyond|matches|fields|found|page|told|answer|more|lifecycle)\}", text
        )


def test_no_filter_has_the_name_of_a_parameter_of_ours() -> None:
    assert all(not OURS & set(kind.filters) for kind in KINDS.values())
    assert all(set(kind.narrow) <= set(kind.filters) for kind in KINDS.values())
