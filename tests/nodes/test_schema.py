from __future__ import annotations

from collections.abc import Iterator

import pytest

from graphcrm.errors import OvertakenError, SchemaError
from graphcrm.graph import Graph
from graphcrm.nodes import EDGES, NODES, schema
from graphcrm.nodes.base import fields


@pytest.fixture
def installed(graph: Graph) -> Iterator[Graph]:
    """A graph whose schema a test may break: it is mended afterwards."""
    yield graph
    for line in schema.drift(graph):
        what, name = line.split()[:2]
        if what != "missing":
            kind = graph.read("SHOW CONSTRAINTS YIELD name WHERE name = $name RETURN name", str, name=name.rstrip(":"))
            graph.write(f"DROP {'CONSTRAINT' if kind else 'INDEX'} `{name.rstrip(':')}`")
    schema.install(graph)
    assert schema.drift(graph) == []


def test_installing_leaves_no_drift_and_the_version(installed: Graph) -> None:
    assert schema.drift(installed) == []
    assert schema.version(installed) == schema.SCHEMA_VERSION
    schema.require(installed)


def test_installing_twice_changes_nothing(installed: Graph) -> None:
    def state() -> tuple[object, ...]:
        when = installed.read("MATCH (s:SchemaVersion) RETURN s.version, s.installed_at", lambda *row: row)
        return when, set(installed.read("SHOW INDEXES YIELD id, name RETURN id, name", lambda *row: row))

    before = state()
    schema.install(installed)
    assert state() == before


def test_what_is_missing_is_named_and_installed_again(installed: Graph) -> None:
    installed.write("DROP INDEX account_industry")
    installed.write("DROP CONSTRAINT contact_uid_unique")
    installed.write("DROP INDEX job_text")
    assert set(schema.drift(installed)) == {
        "missing account_industry (RANGE on Account industry)",
        "missing contact_uid_unique (UNIQUENESS on Contact uid)",
        "missing job_text (FULLTEXT on WORKS_AT title, department)",
    }
    schema.install(installed)
    assert schema.drift(installed) == []


def test_what_is_not_ours_is_named_and_left_alone(installed: Graph) -> None:
    installed.write("CREATE INDEX theirs FOR (n:Contact) ON (n.shoe_size)")
    installed.write("CREATE CONSTRAINT their_rule FOR (n:Shoe) REQUIRE n.size IS UNIQUE")
    expected = {"extra theirs (RANGE on Contact)", "extra their_rule (UNIQUENESS on Shoe)"}
    assert set(schema.drift(installed)) == expected
    schema.install(installed)
    assert set(schema.drift(installed)) == expected


def test_what_has_our_name_and_is_something_else_is_named(installed: Graph) -> None:
    installed.write("DROP INDEX account_industry")
    installed.write("CREATE INDEX account_industry FOR (n:Account) ON (n.website)")
    assert schema.drift(installed) == [
        "different account_industry: the database has ('RANGE', ('Account',), ('website',), None)"
    ]


def test_a_full_text_index_with_another_analyzer_is_named(installed: Graph) -> None:
    installed.write("DROP INDEX lead_text")
    installed.write(
        "CREATE FULLTEXT INDEX lead_text FOR (n:Lead) ON EACH [n.name, n.company_name, n.title] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    )
    (line,) = schema.drift(installed)
    assert line.startswith("different lead_text: the database has ")
    assert "cjk" in line


def test_a_database_of_another_version_or_of_none_is_refused(installed: Graph) -> None:
    installed.write("MATCH (s:SchemaVersion) SET s.version = 99")
    with pytest.raises(SchemaError, match=f"has schema version 99, this graphcrm needs {schema.SCHEMA_VERSION}; run"):
        schema.require(installed)
    installed.write("MATCH (s:SchemaVersion) DELETE s")
    assert schema.version(installed) is None
    with pytest.raises(SchemaError, match="has no graphcrm schema yet; run `graphcrm db schema`"):
        schema.require(installed)
    schema.install(installed)
    schema.require(installed)


def test_an_install_that_was_interrupted_is_not_taken_for_done(installed: Graph) -> None:
    installed.write("MATCH (s:SchemaVersion) DELETE s")
    installed.write("DROP CONSTRAINT works_at_uid_unique")
    with pytest.raises(SchemaError):
        schema.require(installed)
    schema.install(installed)
    schema.require(installed)


def test_every_record_and_every_dated_edge_has_a_unique_uid() -> None:
    unique = {(want.on, want.properties) for want in schema.wanted() if "UNIQUENESS" in want.kind}
    # Entries of the audit log have numbers, and a head that somebody has put back must not keep others from writing.
    for label in NODES.keys() - {"Audit", "Audited"}:
        assert ((label,), ("uid",)) in unique
    for edge in ("WORKS_AT", "INTERACTED_WITH", "ASSIGNED_TO", "RATES"):
        assert ((edge,), ("uid",)) in unique
    assert (("Handle",), ("kind", "value")) in unique


def test_names_of_constraints_and_indexes_are_used_once() -> None:
    names = [want.name for want in schema.wanted()]
    assert len(set(names)) == len(names)


def test_every_property_says_what_it_is_for() -> None:
    for cls in (*NODES.values(), *EDGES.values()):
        for name, prop in fields(cls).items():
            assert prop.help_text, f"{cls.__name__}.{name}"


@pytest.mark.parametrize(
    "write",
    [
        "CREATE (:Contact {uid: '1'}), (:Contact {uid: '1'})",
        "CREATE (:Handle {uid: 'a', kind: 'email', value: 'x'}), (:Handle {uid: 'b', kind: 'email', value: 'x'})",
        "CREATE (a:Contact {uid: '1'})-[:WORKS_AT {uid: 'w'}]->(b:Account {uid: '2'}), (a)-[:WORKS_AT {uid: 'w'}]->(b)",
    ],
)
def test_one_id_is_never_given_twice(installed: Graph, write: str) -> None:
    with pytest.raises(OvertakenError):
        installed.write(write)
    assert installed.read("MATCH (n) WHERE NOT n:SchemaVersion RETURN count(n)", int) == [0]


def test_an_index_of_an_older_version_that_no_query_used_is_dropped(installed: Graph) -> None:
    installed.write("CREATE FULLTEXT INDEX handle_text FOR (n:Handle) ON EACH [n.value]")
    installed.write("MATCH (s:SchemaVersion) SET s.version = 1")
    schema.install(installed)
    assert schema.drift(installed) == []
    assert schema.version(installed) == schema.SCHEMA_VERSION
