from __future__ import annotations

import pytest

from graphcrm.errors import NotInTrashError
from graphcrm.graph import Graph
from graphcrm.queries.changes.in_trash import in_trash

from .conftest import AT, LABELS


def test_a_record_is_found_with_what_is_set_aside_of_each_type(cast: Graph) -> None:
    cast.write(
        "MATCH (c:Contact {uid: 'C1'}), (a:Account {uid: 'A1'}), (u:User {uid: 'U1'}) SET c.deleted_at = $at "
        "CREATE (c)-[:TRASHED {type: 'WORKS_AT'}]->(a), (c)-[:TRASHED {type: 'WORKS_AT'}]->(a), "
        "(u)-[:TRASHED {type: 'RATES'}]->(c)",
        at=AT,
    )
    found = in_trash(cast, label="Contact", uid="C1")
    assert (found.uid, found.name, found.deleted_at) == ("C1", "Ada", AT)
    assert [tuple(edge) for edge in found.edges] == [("RATES", 1), ("WORKS_AT", 2)]


@pytest.mark.parametrize("label", LABELS)
def test_each_label_is_found_by_its_own_uid(cast: Graph, label: str) -> None:
    cast.write("MATCH (n {uid: 'X'}) WHERE $label IN labels(n) SET n.deleted_at = $at", label=label, at=AT)
    assert in_trash(cast, label=label, uid="X").edges == []
    for other in {*LABELS} - {label}:
        with pytest.raises(NotInTrashError):
            in_trash(cast, label=other, uid="X")


@pytest.mark.parametrize("uid", ["C1", "none"])
def test_what_is_not_in_the_trash_is_refused(cast: Graph, uid: str) -> None:
    with pytest.raises(NotInTrashError, match="in the trash"):
        in_trash(cast, label="Contact", uid=uid)
