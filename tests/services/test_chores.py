from __future__ import annotations

from datetime import UTC, datetime, timedelta

from worlds.build import lead, owned, user

from graphcrm.errors import DatabaseError
from graphcrm.graph import Graph
from graphcrm.services.chores import CHORES, Chore, Done, run

NIGHT = datetime(2030, 5, 4, 3, tzinfo=UTC)


def test_a_period_begins_at_midnight_or_late(graph: Graph) -> None:
    assert graph is not None
    day = Chore("a", lambda *_: 0, late=timedelta(hours=2))
    assert day.since(NIGHT) == NIGHT.replace(hour=2)
    assert day.since(NIGHT.replace(hour=1)) == NIGHT.replace(hour=2) - timedelta(days=1)
    often = Chore("b", lambda *_: 0, every=timedelta(minutes=10))
    assert often.since(NIGHT.replace(minute=17)) == NIGHT.replace(minute=10)


def test_each_is_done_once_in_its_period_and_one_that_fails_again(graph: Graph) -> None:
    done: list[str] = []

    def good(_graph: Graph, _now: datetime) -> int:
        done.append("good")
        return 7

    def bad(_graph: Graph, _now: datetime) -> int:
        done.append("bad")
        message = "The database is away."
        raise DatabaseError(message)

    chores = [Chore("bad", bad), Chore("good", good)]
    assert run(graph, chores, NIGHT) == Done({"good": 7}, ["bad: The database is away."])
    assert run(graph, chores, NIGHT + timedelta(hours=1)).number == {}
    assert done == ["bad", "good", "bad"]
    assert run(graph, chores, NIGHT + timedelta(days=1)).number == {"good": 7}


def test_leads_that_nobody_spoke_to_go_back_every_night(graph: Graph) -> None:
    user(graph, "ada", "Ada", team="North")
    graph.write("MATCH (t:Team {name: 'North'}) SET t.reclaim_after = 30")
    lead(graph, "quiet", status="new"), owned(graph, "quiet", "ada")
    assert run(graph, CHORES).number["pool"] == 1
    assert graph.read("MATCH (l:Lead {uid: 'quiet'}) RETURN l.owner IS NULL", bool) == [True]
    assert graph.read("MATCH (n:Notification)-[:UNREAD_BY]->(u) RETURN u.uid + ' ' + n.kind", str) == ["ada released"]
    assert run(graph, CHORES) == Done({}, [])
