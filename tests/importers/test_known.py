from __future__ import annotations

from datetime import UTC, datetime

from graphcrm.graph import Graph
from graphcrm.importers.columns import WORKS_AT
from graphcrm.importers.header import Header
from graphcrm.importers.known import Context, Known, without_unknown
from graphcrm.importers.rows import Row, parse

from .conftest import TODAY, Load


def row(*cells: str) -> Row:
    found = parse("works_at.csv", Header(WORKS_AT, ["contact_id", "account_id"]), 2, list(cells), has_nul=False)
    assert isinstance(found, Row)
    return found


def test_what_the_graph_has_and_what_was_loaded_is_known_by_label(graph: Graph, load: Load):
    load(contacts="contact_id,name\nC1,Ada\n")
    known = Known()
    known.add("Contact", ["C2"])
    assert known.missing(graph, "Contact", ["C1", "C2", "C3"]) == {"C3"}
    assert known.missing(graph, "Account", ["C1", "C2"]) == {"C1", "C2"}


def test_what_was_found_once_is_not_asked_for_again(graph: Graph, load: Load):
    load(contacts="contact_id,name\nC1,Ada\n")
    known = Known()
    assert known.missing(graph, "Contact", ["C1"]) == set()
    graph.write("MATCH (c:Contact) DELETE c")
    assert known.missing(graph, "Contact", ["C1"]) == set()


def test_rows_are_parted_by_what_they_refer_to(graph: Graph, load: Load):
    load(contacts="contact_id,name\nC1,Ada\n", accounts="account_id,name\nA1,Acme\n")
    rows = [row("C1", "A1"), row("C9", "A9"), row("C1", "A9")]
    context = Context("", TODAY, datetime.now(UTC))
    good, bad = without_unknown(graph, context, rows, [("contact", "Contact"), ("account", "Account")])
    assert good == rows[:1]
    assert [(found, key) for found, key, _ in bad] == [(rows[1], "contact"), (rows[2], "account")]
    assert bad[1][2] == "there is no such account, neither in this import nor in the graph."
