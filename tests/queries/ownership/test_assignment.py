from __future__ import annotations

from datetime import date

from graphcrm.graph import Graph
from graphcrm.queries.ownership.assignment import OneAssignment, assignment


def test_an_assignment_has_a_record_and_a_user(owned: Graph):
    owned.write("MATCH (l:Lead {uid: 'X'}) SET l.name = 'Lea'")
    days = date(2024, 1, 1), date(2024, 2, 1)
    assert assignment(owned, uid="S1") == OneAssignment("Lead", "X", "Lea", "U1", "Alice", *days, "r", None, 2)
    found = assignment(owned, uid="S0")
    assert found
    assert (found.label, found.record, found.user, found.start, found.rev) == ("Account", "X", "U2", None, 1)
    assert assignment(owned, uid="S9") is None
