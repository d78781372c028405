from __future__ import annotations

from worlds.build import NOW, TODAY, account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.moves.moves_since import moves_since
from graphcrm.queries.moves.untold import untold

from .conftest import Tell


def test_those_of_which_nobody_was_told(ann: Graph, tell: Tell) -> None:
    account(ann, "gamma"), contact(ann, "ben")
    job(ann, "ben", "acme", start="2020", end="2024-02-01"), job(ann, "ben", "gamma", start="2024-02-01", uid="ben-2")

    def left() -> list[str]:
        return [
            one.uid for one in untold(ann, moves=moves_since(ann, since=TODAY.replace(year=2023), on=TODAY, before=NOW))
        ]

    assert left() == ["ann-2", "ben-2"]
    tell("alice")
    assert left() == ["ben-2"]
    ann.write("MATCH ()-[w:WORKS_AT {uid: 'ann-2'}]->() SET w.uid = 'ann-3'")  # as one that is entered again
    assert left() == ["ben-2"]
    assert untold(ann, moves=[]) == []
