from __future__ import annotations

import pytest

from graphcrm.access import Sight
from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.introductions.one_introduction import one_introduction


def test_one_is_found_by_its_uid_by_who_may_see_it(asked: Graph) -> None:
    found = one_introduction(asked, uid="I1")
    assert (found.uid, found.rev, found.state, found.props["subject"]) == ("I1", 1, "asked", "Hello")
    for graph, uid in ((asked, "I9"), (asked.seen_by(Sight(contacts=("", "charlie"))), "I1")):
        with pytest.raises(NotFoundError) as error:
            one_introduction(graph, uid=uid)
        assert error.value.field == "introduction"
