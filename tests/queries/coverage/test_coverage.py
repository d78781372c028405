from __future__ import annotations

from datetime import UTC, date, datetime

from worlds.build import account, contact, interaction, job, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.coverage.accounts_met import accounts_met
from graphcrm.queries.coverage.contacts_met import contacts_met
from graphcrm.queries.coverage.coverage import coverage

SINCE, ON = datetime(2024, 5, 1, tzinfo=UTC), date(2024, 6, 1)


def test_it_answers_what_its_parts_do_for_each_of_a_team(graph: Graph) -> None:
    for uid in ("alice", "bob"):
        user(graph, uid, uid.title(), team="North")
        account(graph, f"A-{uid}"), contact(graph, f"P-{uid}"), job(graph, f"P-{uid}", f"A-{uid}", start="2020-01-01")
        owned(graph, f"A-{uid}", uid), owned(graph, f"P-{uid}", uid)
    interaction(graph, "alice", "P-bob", "2024-05-02")
    (team,) = graph.read("MATCH (t:Team) RETURN t.uid", str)
    found = coverage(graph, user=None, team=team, since=SINCE, on=ON, limit=5)
    assert [(one.uid, one.contacts.met, one.accounts.met) for one in found] == [("alice", 0, 0), ("bob", 1, 1)]
    users = [one.uid for one in found]
    assert [one.contacts for one in found] == contacts_met(graph, users=users, since=SINCE, on=ON, limit=5)
    assert [one.accounts for one in found] == accounts_met(graph, users=users, since=SINCE, on=ON, limit=5)
    assert coverage(graph, user="none", team=None, since=SINCE, on=ON, limit=5) == []
    (mine,) = coverage(graph.seen_by(Sight(contacts=())), user="bob", team=None, since=SINCE, on=ON, limit=5)
    assert (mine.contacts.all, mine.accounts.met) == (0, 0)
