from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.ownership.assignment import Ends, assignment


def test_an_assignment_has_a_record_and_a_user(owned: Graph):
    assert assignment(owned, uid="S2") == Ends("Lead", "X", "U2")
    assert assignment(owned, uid="S0") == Ends("Account", "X", "U2")
    assert assignment(owned, uid="S9") is None
