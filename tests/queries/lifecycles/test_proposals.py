from __future__ import annotations

from worlds.build import TODAY, account
from worlds.counted import Counted

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.lifecycles.proposals import proposals


def test_what_was_kept_comes_with_what_is_known_in_one_query(acme: Graph) -> None:
    account(acme, "beta", "Beta", proposed="lost")
    acme.write("MATCH (a:Account {uid: 'acme'}) SET a.proposed = 'customer'")
    counted = Counted(acme)
    found = proposals(counted, label="Account", on=TODAY, limit=9)
    assert [(one.uid, one.proposed, one.wins, one.suggests(TODAY) is not None) for one in found] == [
        ("acme", "customer", 1, True),
        ("beta", "lost", 0, False),  # kept, and no longer so
    ]
    assert counted.reads == 1
    assert [one.uid for one in proposals(acme, label="Account", on=TODAY, limit=1)] == ["acme"]
    after = ("customer", "Acme", "acme")
    assert [one.uid for one in proposals(acme, label="Account", on=TODAY, after=after, limit=9)] == ["beta"]
    assert [one.uid for one in proposals(acme, label="Account", on=TODAY, state="lost", limit=9)] == ["beta"]
    assert proposals(acme, label="Account", on=TODAY, state="customer", after=after, limit=9) == []
    assert proposals(acme, label="Contact", on=TODAY, limit=9) == []


def test_what_somebody_does_not_see_suggests_nothing_to_them(acme: Graph) -> None:
    acme.write("MATCH (a:Account {uid: 'acme'}) SET a.proposed = 'customer'")
    (one,) = proposals(acme.seen_by(Sight(opportunities=())), label="Account", on=TODAY, limit=9)
    assert (one.wins, one.suggests(TODAY)) == (0, None)
