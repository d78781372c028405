"""Install the schema the node and edge classes describe, and report where the database drifts from it.

Versioned and repeatable: `install` creates what is missing and writes the version last, so that an interrupted one
is simply run again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from graphcrm.errors import DatabaseError, SchemaError
from graphcrm.graph import Graph
from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import fields

SCHEMA_VERSION = 14  # raised with every change of a constraint or an index
ANALYZER = "standard-folding"  # finds 三丰 in 张三丰 and muller in Müller; `cjk` misses the folding (docs/cypher.md)

# Lists by time walk along these. An import writes thousands of records at one moment: with the uid in it, the index has
# them in order too, and the page after any of them begins with a seek. So do those of the audit log, by its numbers.
# Lists by name: of all, and of those of one value, which may be few of a million, or all at the end of it.
_LISTED_BY = (
    *(("Account", by) for by in ("city", "industry", "region", "country", "size_band", "kind", "value_band")),
    *((label, by) for label in ("Account", "Contact") for by in ("lifecycle", "proposed")),
    *(("Lead", "status"), ("Lead", "source_channel"), ("Task", "status")),
    *(("Opportunity", by) for by in ("stage", "status")),
    *(("Contract", "status"), ("Order", "status"), ("ServiceRequest", "status"), ("ServiceRequest", "priority")),
    ("Campaign", "kind"),
)
_OWNED = ("Account", "Contact", "Lead", "Opportunity", "Contract", "Order", "ServiceRequest", "Campaign", "Task")
_NODE_RANGES = (
    *((label, (by, "name", "uid")) for label, by in _LISTED_BY),
    *((label, (at, "uid")) for label in _OWNED for at in ("created_at", "updated_at")),
    ("Task", ("owner", "status", "due_on")),  # what somebody has to do by a day
    ("Opportunity", ("stage", "closed_at")),  # what came to a stage lately and is closed by that
    *((label, (by, "uid")) for label in ("Opportunity", "Contract", "Order") for by in ("due", "worth")),  # lists
    ("ServiceRequest", ("clock", "uid")),
    ("Task", ("due", "uid")),  # the list by day, of all and of those that are open
    ("Task", ("status", "due", "uid")),
    ("Opportunity", ("lane", "due", "name", "uid", "whose")),  # the first cards of a lane of the board
    ("Opportunity", ("lane", "whose", "coin", "worth", "due", "chance")),  # counts, sums and the forecast, of it alone
    *((label, (by, "seq")) for label, by in (("Audit", "user"), ("Audit", "action"), ("Audited", "of"))),
)

# Beyond what the properties ask for: the strongest ties first, and moves by day. An index on a date that most queries
# compare would lie in wait for them: the planner, before it has statistics, takes an open range for a short one, and
# reads all there is of it. So moves have both properties of theirs in one, which only a query for both can use.
_EDGE_RANGES = (("KNOWS", ("heat",)), ("WORKS_AT", ("start_min", "kind")), ("WORKS_AT", ("end_max", "kind")))
_POINTS = (("Account", "location"),)
_TEXTS = (("Handle", "value"),)  # found by their ends: the addresses at a domain
_FULLTEXT_NODES = {
    "account_text": (("Account",), ("name", "aliases")),
    "contact_text": (("Contact",), ("name", "given_name", "family_name", "other_names")),
    "lead_text": (("Lead",), ("name", "company_name", "title")),
    "opportunity_text": (("Opportunity",), ("name",)),
    "contract_text": (("Contract",), ("name", "number")),
    "order_text": (("Order",), ("name", "number")),
    "servicerequest_text": (("ServiceRequest",), ("name",)),
    "campaign_text": (("Campaign",), ("name",)),
    "task_text": (("Task",), ("name",)),
    "user_text": (("User",), ("name", "email")),
}
_RETIRED = ("handle_text",)  # indexes of older versions that no query used
_FULLTEXT_EDGES = {"job_text": (("WORKS_AT",), ("title", "department"))}

# Before version 6 no record said whose it is: these are due today (services/owners.py).
_UNOWNED = (
    "MATCH (n:Account|Contact|Lead)-[:ASSIGNED_TO]->() WHERE n.owner IS NULL AND n.owner_until IS NULL "
    "WITH DISTINCT n LIMIT $limit SET n.owner_until = date() RETURN count(*)"
)
# Before version 14 no task had its day as text (services/kept.py).
_UNKEPT = (
    "MATCH (t:Task) WHERE t.due IS NULL WITH t LIMIT $limit "
    "SET t.due = coalesce(toString(t.due_on), '~') RETURN count(*)"
)
_AT_ONCE = 10_000  # records of one transaction

Shape = tuple[str, tuple[str, ...], tuple[str, ...], str | None]  # kind, labels or types, properties, analyzer


@dataclass(frozen=True, slots=True)
class Wanted:
    """One constraint or index: its name, what it is for comparison with the server's, and how to create it."""

    name: str
    kind: str
    on: tuple[str, ...]
    properties: tuple[str, ...]
    create: str
    analyzer: str | None = None

    @property
    def shape(self) -> Shape:
        """What it is for comparison."""
        return self.kind, self.on, self.properties, self.analyzer


def wanted() -> list[Wanted]:
    """Every constraint and index of this version."""
    return [*_constraints(), *_ranges(), *_points(), *_texts(), *_fulltexts()]


def _constraints() -> Iterator[Wanted]:
    for label, cls in NODES.items():
        for name, prop in fields(cls).items():
            if prop.unique_index:
                yield _unique(f"{label.lower()}_{name}_unique", label, name, f"(n:{label})", "UNIQUENESS")
    yield _unique_pair("handle_kind_value_unique", "Handle", ("kind", "value"))
    for edge, edge_cls in EDGES.items():
        for name, prop in fields(edge_cls).items():
            if prop.unique_index:
                pattern = f"()-[n:{edge}]-()"
                yield _unique(f"{edge.lower()}_{name}_unique", edge, name, pattern, "RELATIONSHIP_UNIQUENESS")


def _unique(name: str, on: str, prop: str, pattern: str, kind: str) -> Wanted:
    create = f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR {pattern} REQUIRE n.{prop} IS UNIQUE"
    return Wanted(name, kind, (on,), (prop,), create)


def _unique_pair(name: str, label: str, props: tuple[str, str]) -> Wanted:
    keys = ", ".join(f"n.{prop}" for prop in props)
    create = f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE ({keys}) IS UNIQUE"
    return Wanted(name, "UNIQUENESS", (label,), props, create)


def _ranges() -> Iterator[Wanted]:
    for label, cls in NODES.items():
        for name, prop in fields(cls).items():
            if prop.index:
                yield _index("RANGE", label, (name,), f"(n:{label})")
    for label, pair in _NODE_RANGES:
        yield _index("RANGE", label, pair, f"(n:{label})")
    edges = [(edge, (name,)) for edge, cls in EDGES.items() for name, prop in fields(cls).items() if prop.index]
    for edge, names in (*edges, *_EDGE_RANGES):
        yield _index("RANGE", edge, names, f"()-[n:{edge}]-()")


def _points() -> Iterator[Wanted]:
    for label, name in _POINTS:
        yield _index("POINT", label, (name,), f"(n:{label})")


def _texts() -> Iterator[Wanted]:
    for label, name in _TEXTS:
        known_as = f"{label.lower()}_{name}_ends"
        create = f"CREATE TEXT INDEX {known_as} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
        yield Wanted(known_as, "TEXT", (label,), (name,), create)


def _index(kind: str, on: str, props: tuple[str, ...], pattern: str) -> Wanted:
    name = "_".join((on.lower(), *props))
    keys = ", ".join(f"n.{prop}" for prop in props)
    create = f"CREATE {kind} INDEX {name} IF NOT EXISTS FOR {pattern} ON ({keys})"
    return Wanted(name, kind, (on,), props, create)


def _fulltexts() -> Iterator[Wanted]:
    for name, (labels, props) in _FULLTEXT_NODES.items():
        yield _fulltext(name, f"(n:{'|'.join(labels)})", labels, props)
    for name, (edges, props) in _FULLTEXT_EDGES.items():
        yield _fulltext(name, f"()-[n:{'|'.join(edges)}]-()", edges, props)


def _fulltext(name: str, pattern: str, on: tuple[str, ...], props: tuple[str, ...]) -> Wanted:
    keys = ", ".join(f"n.{prop}" for prop in props)
    create = (
        f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR {pattern} ON EACH [{keys}] "
        f"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{ANALYZER}'}}}}"
    )
    return Wanted(name, "FULLTEXT", on, props, create, ANALYZER)


def install(graph: Graph) -> None:
    """Create what is missing, wait until the indexes answer, and record the version; may be repeated."""
    missing = {line.split()[1] for line in drift(graph) if line.startswith("missing")}
    for want in wanted():
        if want.name in missing:
            graph.write(want.create)
    for name in _RETIRED:
        graph.write(f"DROP INDEX {name} IF EXISTS")
    graph.write("CALL db.awaitIndexes(300)")
    if version(graph) != SCHEMA_VERSION:
        for older in (_UNOWNED, _UNKEPT):
            while graph.write(older, limit=_AT_ONCE) == [(_AT_ONCE,)]:
                pass
        graph.write(
            "MERGE (s:SchemaVersion {uid: 'schema'}) SET s.version = $version, s.installed_at = datetime()",
            version=SCHEMA_VERSION,
        )


def version(graph: Graph) -> int | None:
    """The version the database was installed with, None for none."""
    rows = graph.read("MATCH (s:SchemaVersion) RETURN s.version ORDER BY s.version DESC LIMIT 1", int)
    return rows[0] if rows else None


def drift(graph: Graph) -> list[str]:
    """One line for each constraint or index that is missing, different, failed, or not ours; empty when all is well."""
    found = _present(graph)
    lines = []
    for want in wanted():
        if want.name not in found:
            lines.append(f"missing {want.name} ({want.kind} on {want.on[0]} {', '.join(want.properties)})")
        elif found[want.name] != want.shape:
            lines.append(f"different {want.name}: the database has {found[want.name]}")
    ours = {want.name for want in wanted()}
    lines += [f"extra {name} ({kind} on {', '.join(on)})" for name, (kind, on, *_) in found.items() if name not in ours]
    failed = graph.read("SHOW INDEXES YIELD name, state WHERE state = 'FAILED' RETURN name", str)
    return lines + [f"failed {name}" for name in failed]


def _present(graph: Graph) -> dict[str, Shape]:
    columns = "YIELD name, type, labelsOrTypes, properties"
    constraints = graph.read(f"SHOW CONSTRAINTS {columns}", _named)
    indexes = graph.read(
        f"SHOW INDEXES {columns}, options, owningConstraint WHERE owningConstraint IS NULL AND type <> 'LOOKUP' "
        "RETURN name, type, labelsOrTypes, properties, options.indexConfig['fulltext.analyzer']",
        _named,
    )
    return dict(constraints + indexes)


def _named(name: str, kind: str, on: list[str], props: list[str], analyzer: str | None = None) -> tuple[str, Shape]:
    plain = kind.removeprefix("NODE_").replace("RELATIONSHIP_PROPERTY_", "RELATIONSHIP_")
    return name, (plain, tuple(on), tuple(props), analyzer)


def refresh_statistics(graph: Graph) -> None:
    """Count what the indexes hold now, and forget the plans that were made for what they held before.

    Neo4j counts by itself, but some time later: until then a store that was just filled is searched as if it were
    empty. A user who may not ask for it, or a database that has gone away since, is no fault: the plans follow later.
    """
    with suppress(DatabaseError):
        graph.write("CALL db.prepareForReplanning(300)")


def require(graph: Graph) -> None:
    """Raise SchemaError unless the database has this program's schema version."""
    found = version(graph)
    if found is None:
        raise SchemaError("The database has no graphcrm schema yet; run `graphcrm db schema`.")
    if found != SCHEMA_VERSION:
        message = f"The database has schema version {found}, this graphcrm needs {SCHEMA_VERSION}; "
        raise SchemaError(message + "run `graphcrm db schema`, or use the graphcrm that matches.")
