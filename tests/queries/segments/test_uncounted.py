from __future__ import annotations

from datetime import date

from graphcrm.graph import Graph
from graphcrm.queries.segments.uncounted import Uncounted, uncounted


def test_those_that_were_not_counted_on_a_day(team: Graph) -> None:
    team.write("MATCH (u:User {uid: 'charlie'}) SET u.role = 'manager'")
    others = Uncounted("others", "contact", "[]", "charlie", "manager")
    assert uncounted(team, day=date(2026, 2, 28)) == [others]
    assert [one.uid for one in uncounted(team, day=date(2026, 2, 27))] == ["others", "theirs"]
    assert [one.uid for one in uncounted(team, day=date(2026, 3, 1), after="others", limit=1)] == ["own"]
    team.write("MATCH (u:User {uid: 'charlie'}) SET u.active = false")
    assert uncounted(team, day=date(2026, 2, 28)) == []
