from __future__ import annotations

from worlds.build import NOW, account, contact, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.lifecycles.kept import Kept, kept


def test_what_is_proposed_comes_by_that_by_name_and_by_uid(graph: Graph) -> None:
    assert kept(graph, label="Account", limit=9) == []
    for uid, name, proposed in (
        ("3", "Beta", "lost"),
        ("2", "Acme", "lost"),
        ("1", "Acme", "lost"),
        ("4", "Zen", "customer"),
    ):
        account(graph, uid, name, proposed=proposed)
    (
        account(graph, "fits"),
        account(graph, "gone", proposed="lost", deleted_at=NOW),
        contact(graph, "c", proposed="lost"),
    )
    assert kept(graph, label="Account", limit=9) == [Kept("Account", uid) for uid in "4123"]
    assert kept(graph, label="Account", limit=2) == [Kept("Account", uid) for uid in "41"]
    assert kept(graph, label="Contact", limit=9) == [Kept("Contact", "c")]


def test_what_somebody_does_not_see_is_left_out(graph: Graph) -> None:
    user(graph, "bob"), account(graph, "a", proposed="lost"), contact(graph, "c", proposed="lost")
    owned(graph, "a", "bob"), owned(graph, "c", "bob")
    seen = graph.seen_by(Sight(accounts=("",), contacts=("",)))
    assert kept(seen, label="Account", limit=9) == kept(seen, label="Contact", limit=9) == []
