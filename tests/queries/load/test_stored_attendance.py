from __future__ import annotations

from datetime import date

from worlds.build import attendance, campaign, lead

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_attendance import stored_attendance


def test_only_the_people_asked_for_are_found(cast: Graph):
    campaign(cast, "G1"), campaign(cast, "G2"), lead(cast, "L9")
    attendance(cast, "G1", "C1", "invited"), attendance(cast, "G1", "L9"), attendance(cast, "G2", "C1")
    asked = [("G1", "Contact", "C1"), ("G1", "Lead", "L9"), ("G1", "Contact", "C2"), ("G9", "Contact", "C1")]
    found = {(one.campaign, one.label, one.person): one for one in stored_attendance(cast, attending=asked)}
    assert found.keys() == set(asked[:2])
    one = found["G1", "Contact", "C1"]
    assert (one.on, one.props["status"], one.props["rev"]) == (date(2024, 5, 1), "invited", 1)
    assert stored_attendance(cast, attending=[]) == []
