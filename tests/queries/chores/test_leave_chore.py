from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.chores.leave_chore import leave_chore
from graphcrm.queries.chores.take_chore import take_chore

UNTIL = NOW + timedelta(hours=1)


def test_it_says_when_it_was_done_or_what_went_wrong(graph: Graph) -> None:
    def take() -> bool:
        return take_chore(graph, name="pool", since=NOW + UNTIL.resolution, now=NOW, until=UNTIL)

    said = "MATCH (c:Chore) RETURN coalesce(c.failed, '') + ' ' + coalesce(toString(c.done_at.year), 'never')"
    assert take()
    leave_chore(graph, name="pool", at=NOW, until=UNTIL, failed="no database")
    assert graph.read(said, str) == ["no database never"]
    assert take()
    leave_chore(graph, name="pool", at=NOW, until=NOW)  # it was overtaken: another has it until then
    assert graph.read(said, str) == ["no database never"]
    leave_chore(graph, name="pool", at=NOW, until=UNTIL)
    assert graph.read(said, str) == [f" {NOW.year}"]
    leave_chore(graph, name="none", at=NOW, until=UNTIL)
