from __future__ import annotations

import pytest
from worlds.build import NOW, contact, lead

from graphcrm.access import Sight
from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.person.properties import properties


def test_a_contact_and_a_lead_of_one_uid_are_told_apart(graph: Graph) -> None:
    contact(graph, "X", "Ada", x_shoe=38, address="1 Main St"), lead(graph, "X", "Lea")
    found = properties(graph, label="Contact", uid="X")
    assert found == {
        "uid": "X", "name": "Ada", "x_shoe": 38, "address": "1 Main St", "rev": 1, "created_at": NOW, "updated_at": NOW,
    }  # fmt: skip
    assert properties(graph, label="Lead", uid="X")["name"] == "Lea"


def test_one_in_the_trash_is_found(graph: Graph) -> None:
    contact(graph, "P", deleted_at=NOW)
    assert properties(graph, label="Contact", uid="P")["deleted_at"] == NOW


def test_what_may_not_be_seen_is_not_there(graph: Graph) -> None:
    contact(graph, "P", x_shoe=38, address="1 Main St", owner="U1"), lead(graph, "L", owner="U1")
    hidden = graph.seen_by(Sight(hidden=frozenset({"contact.x_shoe", "lead.address"})))
    assert {"address", "x_shoe"} & properties(hidden, label="Contact", uid="P").keys() == {"address"}
    other = graph.seen_by(Sight(contacts=("", "U2"), leads=("", "U2")))
    for label, uid in (("Contact", "P"), ("Lead", "L"), ("Contact", "none")):
        with pytest.raises(NotFoundError, match=uid):
            properties(other, label=label, uid=uid)
