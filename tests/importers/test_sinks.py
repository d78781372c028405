from __future__ import annotations

from collections import Counter
from functools import partial

import pytest
from digest import digest

from graphcrm.errors import DatabaseError
from graphcrm.graph import Graph, Runner
from graphcrm.importers.sinks import TRIES, Checking, Plan, Step, Writing
from graphcrm.queries.load.put_records import put_records
from graphcrm.queries.load.stored_records import stored_records

from .conftest import Load


def naming(graph: Graph, name: str, meanwhile: list[str]):
    """A plan that names C1; while it is made, somebody else gives C1 the first of the other names."""

    def plan(runner: Runner) -> Plan:
        (stored,) = stored_records(runner, label="Contact", uids=["C1"])
        if meanwhile:
            graph.write("MATCH (c:Contact {uid: 'C1'}) SET c.name = $name, c.rev = c.rev + 1", name=meanwhile.pop(0))
        row = {"label": "Contact", "uid": "C1", "rev": stored.props["rev"], "props": {"name": name}, "handles": []}
        return Plan(changed=Counter(a=1), steps=[Step(partial(put_records, at=None), [row])])

    return plan


def name_and_revision(graph: Graph) -> list[tuple[str, int]]:
    return graph.read("MATCH (c:Contact) RETURN c.name, c.rev", lambda *row: row)


def test_a_check_plans_and_writes_nothing(graph: Graph, load: Load):
    load(contacts="contact_id,name\nC1,Ada\n")
    before = digest(graph)
    assert Checking(graph).take(naming(graph, "Bo", [])).changed["a"] == 1
    assert digest(graph) == before


def test_what_was_changed_by_others_meanwhile_is_read_and_planned_again(graph: Graph, load: Load):
    load(contacts="contact_id,name\nC1,Ada\n")
    assert Writing(graph).take(naming(graph, "Bo", ["Cy", "Di"])).changed["a"] == 1
    assert name_and_revision(graph) == [("Bo", 4)]


def test_what_others_change_again_and_again_is_given_up_and_left_as_it_is(graph: Graph, load: Load):
    load(contacts="contact_id,name\nC1,Ada\n")
    with pytest.raises(DatabaseError, match="Others keep changing the records of this import"):
        Writing(graph).take(naming(graph, "Bo", ["Cy"] * (TRIES + 1)))
    assert name_and_revision(graph) == [("Cy", 1 + TRIES)]
