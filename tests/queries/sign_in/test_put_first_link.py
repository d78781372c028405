from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.put_first_link import put_first_link

from .conftest import rows


def test_there_is_one_at_a_time(graph: Graph) -> None:
    put_first_link(graph, uid="first admin", digest="d1", until=NOW)
    put_first_link(graph, uid="first admin", digest="d2", until=NOW)
    assert rows(graph, "MATCH (c:Credential) RETURN c.uid, c.link, c.link_until") == [("first admin", "d2", NOW)]
