"""The news of moves: who is told, once, what follows, and what an undo takes back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from worlds.build import contact, job, owned, user

from graphcrm.errors import ChangedSinceError, ConflictError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.moves.champions import champions
from graphcrm.queries.notifications.notifications import notifications
from graphcrm.services import jobs, moves, news, stars, tasks, trash, undo
from graphcrm.services.changes import Author, change
from graphcrm.services.chores import CHORES, run
from graphcrm.services.moves import Asked

from .conftest import at_once, do

TODAY = datetime.now(UTC).date()
TASKS = "MATCH (t:Task) WHERE t.deleted_at IS NULL RETURN t.name + ' ' + coalesce(t.owner, '-')"


def ago(days: int) -> str:
    return str(TODAY - timedelta(days=days))


def told(graph: Graph, uid: str) -> list[tuple[str, str | None]]:
    return [(one.kind, one.name) for one in notifications(graph, user=uid)]


def waiting(graph: Graph, uid: str) -> list[tuple[str, list[str]]]:
    return [(one.contact, sorted(one.why)) for one in champions(graph, user=uid)]


def move(graph: Graph, on: str = ago(10), to: str = "beta") -> str:
    return do(graph, lambda made: moves.move(made, Asked("ada", to, on)).begun.uid)


def look(graph: Graph, days: int = 0) -> int:
    return news.look(graph, datetime.now(UTC) + timedelta(days=days))


def last_change(graph: Graph) -> str:
    return graph.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)[0]


@pytest.fixture
def world(cast: Graph) -> Graph:
    """Ada, Bob's contact, is at Acme since 2020."""
    owned(cast, "ada", "bob")
    job(cast, "ada", "acme", start="2020", uid="ada-1", primary=True)
    return cast


def test_a_move_that_is_recorded_tells_whose_the_contact_is_and_opens_a_task(world: Graph) -> None:
    move(world)
    assert told(world, "bob") == [("moved", "Ada")]
    assert waiting(world, "bob") == [("ada", ["owner"])]
    assert (told(world, "alice"), waiting(world, "alice")) == ([], [])
    assert world.read(TASKS, str) == ["Ada: Acme → Beta bob"]
    about = "MATCH (t:Task)-[:ABOUT]->(n) RETURN n.uid + ' ' + toString(t.due_on) ORDER BY n.uid"
    assert world.read(about, str) == [f"ada {TODAY + timedelta(days=7)}", f"beta {TODAY + timedelta(days=7)}"]
    assert look(world) == 0
    assert (len(told(world, "bob")), len(world.read(TASKS, str))) == (1, 1)


def test_who_records_it_is_not_told_of_it_and_has_the_task_and_the_list(world: Graph) -> None:
    world.write("MATCH (c:Contact {uid: 'ada'}) SET c.owner = 'alice'")
    move(world)
    assert (told(world, "alice"), waiting(world, "alice")) == ([], [("ada", ["owner"])])
    assert world.read(TASKS, str) == ["Ada: Acme → Beta alice"]


def test_the_watchers_and_the_teams_of_both_accounts_are_told_each_once(world: Graph) -> None:
    for uid, team in (("cleo", "North"), ("dan", "North"), ("eli", "South"), ("fay", "South")):
        user(world, uid, uid.title(), team=team, role="admin")
    owned(world, "acme", "cleo"), owned(world, "beta", "fay")
    for kind, uid in (("contact", "ada"), ("account", "acme"), ("account", "beta")):
        change(world, Author("eli"), lambda made, kind=kind, uid=uid: stars.put(made, "eli", kind, uid))  # type: ignore[misc]
    change(world, Author("alice"), lambda made: stars.put(made, "alice", "contact", "ada"))
    world.write("MATCH (u:User) SET u.role = 'admin'")
    move(world)
    assert {uid: waiting(world, uid) for uid in ("bob", "cleo", "dan", "eli", "fay", "alice")} == {
        "bob": [("ada", ["owner"])], "cleo": [("ada", ["left"])], "dan": [("ada", ["left"])],
        "eli": [("ada", ["joined", "starred"])], "fay": [("ada", ["joined"])], "alice": [("ada", ["starred"])],
    }  # fmt: skip
    assert {uid: len(told(world, uid)) for uid in ("bob", "cleo", "dan", "eli", "fay", "alice")} == {
        "bob": 1, "cleo": 1, "dan": 1, "eli": 1, "fay": 1, "alice": 0,
    }  # fmt: skip
    assert len(world.read(TASKS, str)) == 1


def test_nobody_is_told_of_what_they_may_not_see(world: Graph) -> None:
    user(world, "cleo", "Cleo", team="North"), user(world, "dan", "Dan", role="service")
    for uid in ("cleo", "dan"):
        change(world, Author(uid), lambda made, uid=uid: stars.put(made, uid, "contact", "ada"))  # type: ignore[misc]
    owned(world, "beta", "alice")  # and Bob, whose the contact is, does not see it
    move(world)
    assert (told(world, "cleo"), told(world, "dan"), told(world, "bob")) == ([], [], [])
    assert champions(world, user="cleo") == champions(world, user="dan") == champions(world, user="bob") == []
    assert world.read(TASKS, str) == ["Ada: Acme → … bob"]  # but that there is something to do


def test_who_has_no_tasks_is_given_none_and_nobodys_contact_opens_none(world: Graph) -> None:
    world.write("MATCH (u:User {uid: 'bob'}) SET u.role = 'viewer'")
    move(world)
    assert (world.read(TASKS, str), told(world, "bob")) == ([], [("moved", "Ada")])
    world.write("MATCH (c:Contact {uid: 'ada'}) SET c.owner = null")
    move(world, ago(5), "gamma")
    assert (world.read(TASKS, str), len(told(world, "bob"))) == ([], 1)


def test_whoever_asked_not_to_be_contacted_opens_no_task(world: Graph) -> None:
    world.write("MATCH (c:Contact {uid: 'ada'}) SET c.do_not_contact = true")
    move(world)
    assert (world.read(TASKS, str), told(world, "bob")) == ([], [("moved", "Ada")])


@pytest.mark.parametrize(("days", "news"), [(90, True), (91, False), (0, True), (800, False)])
def test_what_began_longer_ago_than_a_quarter_is_history(world: Graph, days: int, news: bool) -> None:
    move(world, ago(days))
    look(world)
    assert bool(told(world, "bob")) is bool(waiting(world, "bob")) is bool(world.read(TASKS, str)) is news


def test_a_start_that_is_not_known_to_the_day_counts_from_its_first(world: Graph) -> None:
    job(world, "ada", "beta", start="2026-08", verified_on=date(2026, 11, 1), uid="ada-2")
    world.write("MATCH ()-[w:WORKS_AT {uid: 'ada-1'}]->() SET w.end = '2026-08', w.end_status = 'ended', "
                "w.end_min = date('2026-08-01'), w.end_max = date('2026-09-01')")  # fmt: skip
    at = datetime(2026, 10, 31, tzinfo=UTC)  # the 91st day after the first of August
    assert news.look(world, at) == 0
    assert news.look(world, at - timedelta(days=1)) == 1


def test_a_promotion_and_an_acquisition_are_no_news_and_a_return_is(world: Graph) -> None:
    do(
        world,
        lambda made: jobs.add(made, "ada", {"start": ago(5), "title": "Boss", "kind": "contractor"}, account="acme"),
    )
    contact(world, "cy", "Cy"), owned(world, "cy", "bob")
    job(world, "cy", "acme", start="2015", end=ago(9))
    job(world, "cy", "beta", start=ago(9), carried_from="x")
    assert look(world) == 0
    job(world, "bo", "beta", start="2015", end="2018"), job(world, "bo", "acme", start="2018", end=ago(9))
    job(world, "bo", "beta", start=ago(9)), owned(world, "bo", "bob")
    assert look(world) == 1
    assert waiting(world, "bob") == [("bo", ["owner"])]


def test_an_undo_takes_back_what_followed_and_an_undo_of_that_brings_it_back(world: Graph) -> None:
    move(world)
    do(world, lambda made: undo.undo(made, last_change(world)))
    assert (told(world, "bob"), waiting(world, "bob"), world.read(TASKS, str)) == ([], [], [])
    assert world.read("MATCH (n:MoveNews) RETURN n.uid", str) == []
    do(world, lambda made: undo.undo(made, last_change(world)))
    assert (told(world, "bob"), waiting(world, "bob")) == ([], [("ada", ["owner"])])
    assert world.read(TASKS, str) == ["Ada: Acme → Beta bob"]
    assert look(world) == 0


def test_a_task_that_was_done_since_stands_in_the_way_of_an_undo(world: Graph) -> None:
    move(world)
    recorded, uid = last_change(world), world.read("MATCH (t:Task) RETURN t.uid", str)[0]
    do(world, lambda made: tasks.edit(made, uid, {"status": "done"}))
    with pytest.raises(ChangedSinceError):
        do(world, lambda made: undo.undo(made, recorded))
    assert waiting(world, "bob") == [("ada", ["owner"])]


def test_what_fails_later_in_the_change_leaves_nothing_behind(world: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ConflictError("No.")

    monkeypatch.setattr(news, "_open_task", fail)
    with pytest.raises(ConflictError):
        move(world)
    assert (waiting(world, "bob"), told(world, "bob")) == ([], [])
    assert world.read("MATCH (n:MoveNews) RETURN n.uid", str) == []


def test_what_was_imported_or_entered_is_told_of_once_by_itself(world: Graph) -> None:
    job(world, "ada", "beta", start=ago(3), uid="ada-2")
    assert look(world) == 0  # she may still be at Acme
    do(world, lambda made: jobs.correct(made, "ada-1", {"end": ago(3)}))
    assert (look(world), look(world)) == (1, 0)
    assert (told(world, "bob"), waiting(world, "bob")) == ([("moved", "Ada")], [("ada", ["owner"])])
    assert world.read(TASKS, str) == ["Ada: Acme → Beta bob"]
    assert run(world, [one for one in CHORES if one.name == "moves"]).number == {"moves": 0}


def test_what_was_told_from_the_wrong_account_is_told_anew_when_the_move_is_recorded(world: Graph) -> None:
    """Bo left Acme long ago, and is at Gamma still for all that is known when he is entered at Beta."""
    job(world, "bo", "acme", start="2010", end="2015"), job(world, "bo", "gamma", start="2016", uid="bo-2")
    job(world, "bo", "beta", start=ago(3), uid="bo-3"), owned(world, "bo", "bob")
    assert look(world) == 1
    assert [one.from_account for one in champions(world, user="bob")] == ["acme"]
    asked = Asked("bo", "beta", ago(3), from_job="bo-2", to_job="bo-3")
    do(world, lambda made: moves.move(made, asked))
    assert [one.from_account for one in champions(world, user="bob")] == ["gamma"]
    assert world.read(TASKS, str) == ["Bo: Acme → Beta bob"]  # one, whose it is has seen it
    assert look(world) == 0


def test_the_undo_of_a_move_leaves_what_was_told_of_it_before(world: Graph) -> None:
    job(world, "ada", "beta", start=ago(3), uid="ada-2")
    do(world, lambda made: jobs.correct(made, "ada-1", {"end": ago(3)}))
    assert look(world) == 1
    change(world, Author("bob"), lambda made: news.mark(made, "bob", "ada-2", "dismissed"))
    do(world, lambda made: jobs.correct(made, "ada-1", {"end": None, "end_status": "ongoing"}))
    do(world, lambda made: moves.move(made, Asked("ada", "beta", ago(3), from_job="ada-1", to_job="ada-2")))
    do(world, lambda made: undo.undo(made, last_change(world)))
    do(world, lambda made: jobs.correct(made, "ada-1", {"end": ago(3)}))
    assert (look(world), waiting(world, "bob")) == (0, [])
    assert [one.uid for one in champions(world, user="bob", state="dismissed")] == ["ada-2"]


def test_a_move_that_is_still_to_come_is_told_of_on_its_day(world: Graph) -> None:
    move(world, ago(-3))
    assert (told(world, "bob"), look(world, 2)) == ([], 0)
    assert (look(world, 3), told(world, "bob")) == (1, [("moved", "Ada")])


def test_whom_many_concern_is_told_of_all_at_once_and_given_no_tasks(world: Graph) -> None:
    for n in range(news.ONE_BY_ONE + 1):
        contact(world, f"p{n}", f"Pat {n}"), owned(world, f"p{n}", "bob")
        job(world, f"p{n}", "acme", start="2020", end=ago(n + 1)), job(world, f"p{n}", "beta", start=ago(n + 1))
    (
        owned(world, "bo", "alice"),
        job(world, "bo", "acme", start="2020", end=ago(1)),
        job(world, "bo", "beta", start=ago(1)),
    )
    assert look(world) == news.ONE_BY_ONE + 2
    assert [kind for kind, _ in told(world, "bob")] == ["moves"]
    assert len(waiting(world, "bob")) == news.ONE_BY_ONE + 1
    assert told(world, "alice") == [("moved", "Bo")]
    assert world.read(TASKS, str) == ["Bo: Acme → Beta alice"]
    assert look(world) == 0


def test_of_many_looks_at_once_and_a_move_recorded_meanwhile_each_is_told_once(world: Graph) -> None:
    (
        job(world, "bo", "acme", start="2020", end=ago(3)),
        job(world, "bo", "beta", start=ago(3)),
        owned(world, "bo", "bob"),
    )
    came = at_once([lambda: look(world), lambda: look(world), lambda: move(world) and 0, lambda: look(world)])
    assert all(isinstance(one, int) for one in came), came
    assert sorted(world.read(TASKS, str)) == ["Ada: Acme → Beta bob", "Bo: Acme → Beta bob"]
    assert sorted(told(world, "bob")) == [("moved", "Ada"), ("moved", "Bo")]
    assert look(world) == 0


def test_what_is_old_is_forgotten_and_not_told_of_again(world: Graph) -> None:
    move(world, ago(0))
    assert look(world, 90) == 0
    assert waiting(world, "bob") == [("ada", ["owner"])]
    assert look(world, 92) == 0
    assert (waiting(world, "bob"), world.read("MATCH (n:MoveNews) RETURN n.uid", str)) == ([], [])


def test_it_hides_in_the_trash_and_is_erased_with_who_moved(world: Graph) -> None:
    move(world)
    do(world, lambda made: trash.trash(made, "contact", "ada"))
    assert waiting(world, "bob") == []
    do(world, lambda made: trash.restore(made, "contact", "ada"))
    assert waiting(world, "bob") == [("ada", ["owner"])]
    do(world, lambda made: trash.trash(made, "contact", "ada"))
    do(world, lambda made: trash.purge(made, "contact", "ada"))
    assert world.read("MATCH (n:MoveNews|Notification|Task) RETURN n.uid", str) == []


def test_a_user_in_the_trash_has_their_list_back_with_them(world: Graph) -> None:
    move(world)
    change(world, Author(), lambda made: trash.trash(made, "user", "bob"))
    assert waiting(world, "bob") == []
    change(world, Author(), lambda made: trash.restore(made, "user", "bob"))
    assert waiting(world, "bob") == [("ada", ["owner"])]


@pytest.mark.parametrize("state", ["acknowledged", "dismissed"])
def test_each_says_what_they_do_with_it_and_takes_that_back(world: Graph, state: str) -> None:
    job_ = move(world)
    other = {"acknowledged": "dismissed", "dismissed": "acknowledged"}[state]
    for _ in range(2):
        change(world, Author("bob"), lambda made: news.mark(made, "bob", job_, state))
    assert (waiting(world, "bob"), len(champions(world, user="bob", state=state))) == ([], 1)
    with pytest.raises(ConflictError):
        change(world, Author("bob"), lambda made: news.mark(made, "bob", job_, other))
    change(world, Author("bob"), lambda made: news.mark(made, "bob", job_, "new"))
    assert waiting(world, "bob") == [("ada", ["owner"])]
    with pytest.raises(NotFoundError):
        do(world, lambda made: news.mark(made, "alice", job_, state))


def test_of_two_who_say_different_things_at_once_one_is_told(world: Graph) -> None:
    job_ = move(world)
    came = at_once(
        lambda state=state: change(world, Author("bob"), lambda made: news.mark(made, "bob", job_, state)) or state  # type: ignore[misc]
        for state in ("acknowledged", "dismissed")
    )
    said = [one for one in came if isinstance(one, str)]
    assert len(said) == 1
    assert [type(one) for one in came if one not in said] == [ConflictError]
    assert len(champions(world, user="bob", state=said[0])) == 1
