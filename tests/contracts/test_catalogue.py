"""design/07, "A query": what holds for every `.cypher` file. The rules' exceptions stand in catalogue_rules.py."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from graphcrm.graph import Graph
from graphcrm.nodes import EDGES, NODES
from graphcrm.queries import catalogue

from .catalogue_rules import (
    CARTESIAN,
    LINES_MOST,
    QUERIES,
    SCANS,
    SUPPLIED,
    SUPPLIED_ALWAYS,
    Query,
    runner_calls,
)

_CYPHER_WORD = re.compile(r"\b(MATCH|MERGE|RETURN|UNWIND|CREATE|CALL)\b")
_TYPES = re.compile(r"\[\w*:([A-Z_|]+)")
_LABELS = re.compile(r"\(\w*:([A-Z]\w*(?:\|[A-Z]\w*)*)")
_NAMED = re.compile(r"\b\w+:([A-Z]\w+)\b(?!\s*\|)")

each_query = pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)


def test_there_is_a_catalogue() -> None:
    assert len(QUERIES) > 40
    assert len({query.name for query in QUERIES}) == len(QUERIES)


def test_exceptions_name_queries_that_exist() -> None:
    names = {query.name for query in QUERIES}
    assert {*SUPPLIED, *CARTESIAN, *SCANS} <= names


@each_query
def test_a_query_has_a_module_and_a_function_of_its_name(query: Query) -> None:
    assert query.path.with_suffix(".py").is_file()
    assert query.function.__module__ == query.module.__name__


@each_query
def test_a_query_has_a_test_of_its_name(query: Query) -> None:
    assert query.test.is_file(), f"{query.test} is missing"
    assert re.search(r"^\s*def test_\w+", query.test.read_text(encoding="utf-8"), re.MULTILINE)
    assert re.search(rf"\b{query.path.stem}\b", query.test.read_text(encoding="utf-8"))


@each_query
def test_a_head_is_one_sentence_then_mode_params_and_rows(query: Query) -> None:
    lines = query.source.splitlines()
    assert re.fullmatch(r"// [A-Z0-9].*\.", lines[0])
    assert [line.split(":")[0] for line in lines[1:4]] == ["// mode", "// params", "// rows"]
    assert query.header.mode in {"read", "write"}
    assert not lines[4].startswith("//")


@each_query
def test_parameters_are_those_of_the_head_and_of_the_function(query: Query) -> None:
    params = set(query.header.params)
    assert set(query.params()) == params
    supplied = SUPPLIED.get(query.name, set()) | SUPPLIED_ALWAYS & params
    assert query.keywords() == params - supplied
    assert len(query.positional()) == 1, "a query function takes the runner, then keywords"


@each_query
def test_the_twin_sends_its_own_plain_text_and_exactly_these_parameters(query: Query) -> None:
    (call,) = query.calls()
    assert isinstance(call.args[0], ast.Name)
    assert getattr(query.module, call.args[0].id) == query.text
    assert {keyword.arg for keyword in call.keywords} == set(query.header.params)
    assert call.func.attr == query.header.mode  # type: ignore[attr-defined]


@each_query
def test_rows_are_those_of_the_head_and_of_the_dataclass(query: Query, skewed: Graph) -> None:
    columns, _ = explain(skewed, query)
    assert columns == query.header.rows
    made = query.row()
    assert made is None or tuple(made) == query.header.rows


@each_query
def test_a_read_writes_nothing_and_a_write_writes(query: Query, skewed: Graph) -> None:
    _, summary = explain(skewed, query)
    if query.header.mode == "read":
        assert query.writes() == []
        assert summary.query_type == "r"
    else:
        assert query.writes() != []
        assert summary.query_type in {"w", "rw"}


@each_query
def test_a_read_has_a_limit_that_is_a_parameter(query: Query) -> None:
    if query.header.mode == "read":
        assert query.answers_rows or "limit" in query.limits()


@each_query
def test_a_query_names_only_what_the_schema_knows(query: Query) -> None:
    assert {name for group in _TYPES.findall(query.code) for name in group.split("|")} <= set(EDGES)
    assert {name for group in _LABELS.findall(query.code) for name in group.split("|")} <= set(NODES)
    assert set(_NAMED.findall(query.code)) <= {*NODES, *EDGES}


@each_query
def test_the_planner_finds_nothing_to_complain_of(query: Query, skewed: Graph) -> None:
    _, summary = explain(skewed, query)
    said = {
        status.gql_status: status.status_description for status in summary.gql_status_objects if status.is_notification
    }
    if query.name in CARTESIAN:
        said.pop("03N90", None)  # a product of disconnected patterns
    assert said == {}


@each_query
def test_a_plan_holds_no_scan_and_no_product_without_a_reason(query: Query, skewed: Graph) -> None:
    _, summary = explain(skewed, query)
    found = set(operators(summary.plan))
    products = {name for name in found if name == "CartesianProduct"}
    scans = {name for name in found if name.endswith("Scan") and name != "DirectedRelationshipIndexScan"}
    assert not products or query.name in CARTESIAN
    assert scans <= SCANS.get(query.name, set()) or query.name.startswith("checks/")


@each_query
def test_a_lock_is_not_taken_by_setting_what_changes_to_itself(query: Query) -> None:
    """Neo4j reads the value before it waits for the lock, and writes it back: coalesce() has it read it again."""
    assert not re.search(r"\b(\w+)\.(rev|count) = \1\.\2\b(?! \+)", query.code)


@each_query
def test_a_query_is_short(query: Query) -> None:
    lines = [line for line in query.source.splitlines()[4:] if line.strip() and not line.lstrip().startswith("//")]
    assert len(lines) <= LINES_MOST
    assert max(map(len, query.source.splitlines()[4:])) <= 120


@pytest.mark.parametrize(
    "path", sorted(catalogue.FOLDER.rglob("*.py")), ids=lambda p: str(p.relative_to(catalogue.FOLDER))
)
def test_no_cypher_is_made_in_python(path: object) -> None:
    source = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            fixed = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
            assert not _CYPHER_WORD.search(fixed), f"line {node.lineno}"
    for call in runner_calls(path):  # type: ignore[arg-type]
        assert isinstance(call.args[0], ast.Name), f"line {call.lineno}: the text is the file's, and nothing else"


def explain(graph: Graph, query: Query) -> tuple[tuple[str, ...], neo4j.ResultSummary]:
    """The columns and the plan of a query, without running it."""
    with graph._driver.session(notifications_min_severity="INFORMATION") as session:
        result = session.run("EXPLAIN " + query.text, query.dummies())
        return tuple(result.keys()), result.consume()


def operators(plan: dict[str, Any]) -> Iterator[str]:
    """The operators of a plan."""
    yield plan["operatorType"].split("@")[0].split("(")[0]
    for child in plan.get("children", []):
        yield from operators(child)
