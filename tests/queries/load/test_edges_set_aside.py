from __future__ import annotations

from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.load.edges_set_aside import EdgeSetAside, edges_set_aside
from graphcrm.services import trash
from graphcrm.services.changes import Author, change


def test_only_what_is_in_the_trash_is_found_by_its_uid(cast: Graph):
    contact(cast, "ada")
    account(cast, "acme")
    for uid in ("J1", "J2"):
        job(cast, "ada", "acme", start="2020", uid=uid)
    assert edges_set_aside(cast, types=["WORKS_AT"], uids=["J1", "J2", "J3"]) == []
    change(cast, Author(), lambda made: trash.trash(made, "contact", "ada"))
    assert edges_set_aside(cast, types=["WORKS_AT"], uids=["J1", "J3"]) == [
        EdgeSetAside("J1", "Contact ada", "Account acme")
    ]
    assert edges_set_aside(cast, types=["WORKS_AT"], uids=[]) == []
    assert edges_set_aside(cast, types=["ASSIGNED_TO"], uids=["J1"]) == [], "uids are unique by type"
