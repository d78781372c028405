from __future__ import annotations

from datetime import date

from graphcrm.graph import Graph
from graphcrm.queries.segments.keep_size import keep_size
from graphcrm.queries.segments.segments import segments


def test_one_a_day_and_the_latest(team: Graph) -> None:
    def kept() -> list[str]:
        return segments(team, user="alice", uid="own")[0].sizes

    assert not keep_size(team, uid="own", day=date(2026, 2, 28), size=7, most=3)
    assert keep_size(team, uid="own", day=date(2026, 3, 1), size=7, most=3)
    assert kept() == ["2026-02-27 3", "2026-02-28 4", "2026-03-01 7"]
    assert keep_size(team, uid="own", day=date(2026, 3, 2), size=0, most=3)
    assert kept() == ["2026-02-28 4", "2026-03-01 7", "2026-03-02 0"]
    assert segments(team, user="alice", uid="own")[0].rev == 1
