from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.revisions_since import Later, revisions_since

from .conftest import revision


def test_only_later_ones_of_the_same_thing_count_the_latest_first(cast: Graph) -> None:
    for rev in (1, 2, 3):
        revision(
            cast, f"R{rev}", rev=rev, change=f"c{rev}", before=f'{{"rev": {rev}}}', undoes="c2" if rev == 3 else None
        )
    revision(cast, "R4", rev=4, kind="account")
    assert revisions_since(cast, kind="contact", of="C1", rev=1) == [
        Later(3, "c3", "c2", '{"rev": 3}'),
        Later(2, "c2", None, '{"rev": 2}'),
    ]
    assert [later.rev for later in revisions_since(cast, kind="contact", of="C1", rev=0, limit=1)] == [3]
    assert revisions_since(cast, kind="contact", of="C1", rev=3) == []
