"""How much each read query touches on a skewed graph, against what it touched when somebody last looked.

`python -m pytest tests/contracts/test_plans.py --record-db-hits` rewrites db_hits-5.26.json, and with
GRAPHCRM_NEO4J_LINE=2026 before it db_hits-2026.json; look at the difference before you commit it. Each line of Neo4j has
figures of its own, because they plan differently: one figure for both would let the better one grow as bad as the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import LINE

from graphcrm.access import EVERYTHING
from graphcrm.graph import Graph
from graphcrm.runtime.jars import LINES

from .catalogue_rules import QUERIES, SEEN, Query
from .plan_cases import CASES

RECORDED = {name: Path(__file__).parent / f"db_hits-{name}.json" for name in LINES}
TOLERATED = 1.10  # db hits beyond the recorded figure
COSTS = 1.3  # ... and beyond those of a reader who sees everything, for one who sees what some own
STOPS_AT_THE_FIRST = {"accounts/standings": 100}  # ... which a store that was used before may have further on
A_FEW = 20  # of questions that touch nearly nothing
DEARER = {  # ... and how much more the others cost, for their reasons
    "accounts/account giant": 10_000,  # its people are counted one by one, where they are not all seen
    "network/degrees giant": 1.5,  # each end of each job is asked what it is
    "colleagues/known_people": 4.0,  # the same
    "changes/revisions_of": 4.0,  # the records of each revision are looked up
    "changes/revisions_on": 4.0,  # the same
    "groups/groups": 1.5,  # whose each member is, where only the edges were counted
    "tags/tags": 1.5,  # the same
    "campaigns/campaign": 1.5,  # the same
    "changes/trashed": 3.0,  # what is in the trash has no other property to be read
}
# These ask for rows by key and answer importers (test_catalogue.py sees that they do), and those look at all there is.
WITHOUT_CASES = {"load", "checks"}

_BY_NAME = {query.name: query for query in QUERIES}


def test_every_question_has_a_case() -> None:
    asked = {case.split()[0] for case in CASES}
    questions = {
        query.name for query in QUERIES if query.header.mode == "read" and query.path.parent.name not in WITHOUT_CASES
    }
    assert asked == questions


@pytest.mark.parametrize("case", CASES)
def test_a_question_touches_no_more_than_it_did(case: str, skewed: Graph, request: pytest.FixtureRequest) -> None:
    hits, rows = profile(skewed, _BY_NAME[case.split(maxsplit=1)[0]], CASES[case])
    assert rows, "a case that finds nothing measures nothing"
    if request.config.getoption("--record-db-hits", default=False):
        record(RECORDED[LINE.name], case, hits)
    assert hits <= json.loads(RECORDED[LINE.name].read_text())[case] * TOLERATED + STOPS_AT_THE_FIRST.get(case, 0)


@pytest.mark.parametrize("case", [case for case in CASES if SEEN.intersection(_BY_NAME[case.split()[0]].header.params)])
def test_asking_whose_records_they_are_costs_little(case: str, skewed: Graph) -> None:
    query = _BY_NAME[case.split(maxsplit=1)[0]]
    free, rows = profile(skewed, query, CASES[case])
    everybody = ["", *(f"U{n}" for n in range(12))]  # all is seen, and nothing may be shown unasked
    asked, same = profile(skewed, query, CASES[case] | {"see": dict.fromkeys(EVERYTHING.params["see"], everybody)})
    assert same == rows
    assert asked <= free * DEARER.get(case, COSTS) + A_FEW


@pytest.mark.parametrize("line", LINES)
def test_every_figure_is_of_a_case_and_every_case_has_one(line: str) -> None:
    assert set(json.loads(RECORDED[line].read_text())) == set(CASES)


def record(file: Path, case: str, hits: int) -> None:
    """Note a figure, and forget those of cases that are gone."""
    recorded = json.loads(file.read_text()) if file.exists() else {}
    recorded = {name: figure for name, figure in {**recorded, case: hits}.items() if name in CASES}
    file.write_text(json.dumps(dict(sorted(recorded.items())), indent=1) + "\n")


def profile(graph: Graph, query: Query, params: dict[str, object]) -> tuple[int, int]:
    """The db hits and the rows of a query."""
    sent = {name: (EVERYTHING.params | params)[name] for name in query.header.params}
    with graph._driver.session(default_access_mode="READ") as session:
        result = session.run("PROFILE " + query.text, sent)
        rows = len(list(result))
        return sum(hits(result.consume().profile)), rows


def hits(plan: dict[str, Any]) -> Iterator[int]:
    """The db hits of each operator of a plan."""
    yield plan.get("dbHits", 0)  # a procedure does not say
    for child in plan.get("children", []):
        yield from hits(child)
