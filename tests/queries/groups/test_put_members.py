from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.groups.put_members import put_members

from .conftest import ACME, ADA, AT, members


def test_once_and_only_what_there_is(team: Graph) -> None:
    assert put_members(team, group="own", rows=[ADA, {"label": "Account", "record": "ada"}], at=AT, by="bob") == 1
    assert put_members(team, group="theirs", rows=[ACME], at=AT, by="bob") == 1
    assert members(team) == {("ada", "own"), ("acme", "own"), ("acme", "theirs")}
    by = "MATCH (:Contact {uid: 'ada'})-[e:IN_GROUP]->() RETURN e.recorded_by"
    assert team.read(by, str) == ["alice"]
