"""The trash: nothing hangs on what is in it, everything comes back, and what is purged is gone."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import permutations, product

import pytest
from worlds.build import handle, interaction, job, lead, user

from graphcrm.errors import (
    ChangedSinceError,
    ConflictError,
    ExistsError,
    GraphcrmError,
    InTrashError,
    NotFoundError,
    NotInTrashError,
    StaleError,
)
from graphcrm.graph import Graph
from graphcrm.sealed import MARK, RAW, Sealer, Sealing
from graphcrm.services import jobs, links, records, tasks, trash, undo
from graphcrm.services.checks import check

from .conftest import at_once, do, edges, everything, history, loose_ends, prop

ENDS = [("contact", "ada"), ("account", "acme")]


def into(graph: Graph, kind: str, uid: str) -> None:
    do(graph, lambda change: trash.trash(change, kind, uid))


def back(graph: Graph, kind: str, uid: str) -> None:
    do(graph, lambda change: trash.restore(change, kind, uid))


def gone(graph: Graph, kind: str, uid: str) -> None:
    do(graph, lambda change: trash.purge(change, kind, uid))


@pytest.fixture
def tied(cast: Graph) -> Graph:
    """Ada works at Acme, has an address of hers and one that is Bo's as well, and Alice has met her."""
    job(cast, "ada", "acme", start="2020", uid="job", rev=1)
    interaction(cast, "alice", "ada", "2024-05-01", uid="meeting")
    handle(cast, "ada", "email", "ada@people.example", primary=True)
    for uid in ("ada", "bo"):
        handle(cast, uid, "phone", "+4420")
    return cast


def test_what_comes_back_is_as_it_was(tied: Graph) -> None:
    def ties() -> set[str]:
        found = "MATCH (a)-[e]->(b) WHERE NOT e:ON RETURN a.uid, type(e), properties(e), b.uid"
        return set(tied.read(found, lambda *row: str(row)))

    before = ties()
    into(tied, "contact", "ada")
    assert loose_ends(tied) == []
    assert (edges(tied, "WORKS_AT"), edges(tied, "KNOWS")) == ([], [])
    back(tied, "contact", "ada")
    assert ties() == before
    assert [row[:2] for row in history(tied, "ada")] == [(2, "trash"), (3, "restore")]


def test_what_is_where_it_should_be_already_is_said_to_be(tied: Graph) -> None:
    with pytest.raises(NotInTrashError):
        back(tied, "contact", "ada")
    into(tied, "contact", "ada")
    before = everything(tied)
    with pytest.raises(InTrashError):
        into(tied, "contact", "ada")
    with pytest.raises(InTrashError):
        do(tied, lambda change: records.edit(change, "contact", "ada", {"name": "Ada King"}))
    with pytest.raises(NotFoundError):
        back(tied, "lead", "ada")
    assert everything(tied) == before


def test_an_older_revision_is_not_put_there(tied: Graph) -> None:
    do(tied, lambda change: records.edit(change, "contact", "ada", {"name": "Ada King"}))
    with pytest.raises(StaleError):
        do(tied, lambda change: trash.trash(change, "contact", "ada"), expected=1)
    assert prop(tied, "ada", "deleted_at") is None


@pytest.mark.parametrize(("thrown", "brought"), [*product(permutations(ENDS), repeat=2)])
def test_an_edge_is_back_when_both_its_ends_are(
    tied: Graph, thrown: tuple[tuple[str, str], ...], brought: tuple[tuple[str, str], ...]
) -> None:
    for end in thrown:
        into(tied, *end)
    back(tied, *brought[0])
    assert (edges(tied, "WORKS_AT"), loose_ends(tied)) == ([], [])
    back(tied, *brought[1])
    assert edges(tied, "WORKS_AT") == [("ada", "acme")]
    assert edges(tied, "TRASHED") == []


def test_both_ends_at_once_meet_their_edge(tied: Graph) -> None:
    for _ in range(5):
        assert at_once([lambda end=end: into(tied, *end) for end in ENDS]) == [None, None]
        assert edges(tied, "TRASHED").count(("ada", "acme")) == 1
        assert at_once([lambda end=end: back(tied, *end) for end in ENDS]) == [None, None]
        assert edges(tied, "WORKS_AT") == [("ada", "acme")]
        assert edges(tied, "TRASHED") == []


def test_one_end_leaves_while_the_other_comes_back(tied: Graph) -> None:
    into(tied, "contact", "ada")
    for _ in range(5):
        assert at_once([lambda: back(tied, "contact", "ada"), lambda: into(tied, "account", "acme")]) == [None, None]
        assert loose_ends(tied) == []
        assert edges(tied, "TRASHED") == [("ada", "acme")]
        assert at_once([lambda: back(tied, "account", "acme"), lambda: into(tied, "contact", "ada")]) == [None, None]
        assert loose_ends(tied) == []
        assert ("ada", "acme") in edges(tied, "TRASHED")


@pytest.mark.parametrize("end", ENDS)
def test_a_job_that_begins_while_an_end_goes_is_set_aside_or_refused(cast: Graph, end: tuple[str, str]) -> None:
    def add(n: int) -> str:
        values = {"start": f"20{n:02}-01-01", "end": f"20{n:02}-02-01"}
        return do(cast, lambda change: jobs.add(change, "ada", values, account="acme").uid)

    for first in (0, 10):
        works = [lambda n=n: add(n) for n in range(first, first + 10)]
        done = at_once([*works[:5], lambda: into(cast, *end), *works[5:]])
        assert done.pop(5) is None
        assert {type(one) for one in done} <= {str, InTrashError}
        assert loose_ends(cast) == []
        back(cast, *end)
    kept = cast.read("MATCH ()-[w:WORKS_AT]->() RETURN count(w)", int)
    assert kept == [len([row for row in everything(cast) if "'WORKS_AT'" in row])]
    assert edges(cast, "TRASHED") == []


def test_what_is_changed_while_it_goes_is_kept_as_changed(tied: Graph) -> None:
    for n in range(5):
        work = {"title": f"Title {n}"}
        done = at_once([
            lambda work=work: do(tied, lambda change: jobs.correct(change, "job", work).uid),
            lambda: into(tied, "account", "acme"),
        ])  # fmt: skip
        back(tied, "account", "acme")
        (stored,) = tied.read("MATCH ()-[w:WORKS_AT]->() RETURN w.title, w.rev", lambda *row: row)
        last = history(tied, "job", "job")[-1:]
        if done[0] == "job":
            assert stored == (f"Title {n}", last[0][0])
        else:
            assert isinstance(done[0], GraphcrmError)
            assert stored[1] == (last[0][0] if last else 1)


def test_purging_erases_addresses_texts_and_answers(tied: Graph) -> None:
    secret = {"description": "the secret of Ada", "name": "Ada King"}
    do(tied, lambda change: records.edit(change, "contact", "ada", secret))
    do(tied, lambda change: jobs.correct(change, "job", {"title": "Keeper of the secret"}))
    do(tied, lambda change: records.edit(change, "contact", "ada", {"email": "king@people.example"}))
    into(tied, "contact", "ada")
    gone(tied, "contact", "ada")
    left = "\n".join(everything(tied))
    assert not [word for word in ("secret", "King", "king@", "ada@") if word in left]
    assert edges(tied, "HAS_HANDLE") == [("bo", "phone:+4420")]
    assert history(tied, "ada") == [(5, "purge", None, None)]


def test_only_what_is_in_the_trash_is_purged(tied: Graph) -> None:
    with pytest.raises(NotInTrashError):
        gone(tied, "contact", "ada")
    with pytest.raises(NotFoundError):
        gone(tied, "contact", "nobody")


def test_an_address_that_two_in_the_trash_have_goes_with_the_second(tied: Graph) -> None:
    for uid in ("ada", "bo"):
        into(tied, "contact", uid)
    gone(tied, "contact", "bo")
    assert tied.read("MATCH (h:Handle {uid: 'phone:+4420'}) RETURN count(h)", int) == [1]
    gone(tied, "contact", "ada")
    assert tied.read("MATCH (h:Handle) RETURN h.uid", str) == []


def test_who_waits_for_what_is_purged_is_told(tied: Graph) -> None:
    into(tied, "contact", "ada")
    done = at_once([lambda: gone(tied, "contact", "ada"), *[lambda: back(tied, "contact", "ada")] * 5])
    if done[0] is None:
        assert all(isinstance(one, GraphcrmError) for one in done[1:])
        assert tied.read("MATCH (c:Contact {uid: 'ada'}) RETURN c", str) == []
    else:
        assert isinstance(done[0], NotInTrashError)
        assert done[1:].count(None) == 1


def test_a_user_takes_what_they_know_along(tied: Graph) -> None:
    user(tied, "zoe", team="North")
    interaction(tied, "zoe", "ada", "2024-05-01")
    into(tied, "user", "zoe")
    assert (edges(tied, "KNOWS"), edges(tied, "MEMBER_OF")) == ([("alice", "ada")], [])
    back(tied, "user", "zoe")
    assert edges(tied, "KNOWS") == [("alice", "ada"), ("zoe", "ada")]
    assert edges(tied, "MEMBER_OF") == [("zoe", "North")]


@pytest.fixture(params=[False, True], ids=["plain", "sealed"])
def busy(cast: Graph, request: pytest.FixtureRequest) -> Graph:
    """The cast, with what is remembered of tasks sealed or not."""
    return cast.sealed_by(Sealing(lambda: Sealer(["key"]), {"task": ["outcome"]})) if request.param else cast


def task(graph: Graph, **values: object) -> str:
    return do(graph, lambda change: tasks.create(change, {"name": "Call", **values}))


def remembered(graph: Graph) -> str:
    return "\n".join(str(line) for line in graph.read("MATCH (n) RETURN labels(n), n {.*}", lambda *row: row))


def test_tasks_about_a_person_alone_go_with_them(busy: Graph) -> None:
    alone = task(busy, contacts=["ada"], accounts=["acme"], outcome="the secret")
    do(busy, lambda change: tasks.edit(change, alone, {"outcome": "another secret"}))
    thrown = task(busy, contacts=["ada"], description="a third secret")
    others, bare = task(busy, contacts=["bo"]), task(busy, accounts=["acme"])
    into(busy, "task", thrown)
    into(busy, "contact", "ada")
    gone(busy, "contact", "ada")
    assert sorted(busy.read("MATCH (t:Task) RETURN t.uid", str)) == sorted([others, bare])
    assert [one[1:] for one in history(busy, alone, "task")] == [("purge", None, None)]
    assert "secret" not in remembered(busy)
    assert check(busy, warn=True) == []


@pytest.mark.parametrize(("kind", "other"), [("contact", {"contacts": ["bo"]}), ("lead", {"contacts": ["bo"]})])
def test_a_task_about_others_too_stays_without_the_person(busy: Graph, kind: str, other: dict[str, list[str]]) -> None:
    lead(busy, "lea")
    uid, field = {"contact": ("ada", "contacts"), "lead": ("lea", "leads")}[kind]
    both = other | {field: [*other.get(field, []), uid]}
    first, second = task(busy, **both, outcome="theirs"), task(busy, **other)
    once = task(busy, **{field: [uid]})
    do(busy, lambda change: tasks.edit(change, second, both))
    do(busy, lambda change: tasks.edit(change, once, {field: None, "name": "Write"}))
    do(busy, lambda change: tasks.edit(change, once, {field: [uid]}))
    do(busy, lambda change: tasks.edit(change, once, {field: None}))
    into(busy, kind, uid)
    gone(busy, kind, uid)
    about = busy.read("MATCH (t:Task)-[e]->(n) WHERE NOT e:ASSIGNED_TO RETURN t.uid, n.uid", lambda *row: row)
    assert sorted(about) == sorted([(first, "bo"), (second, "bo")])
    kept = busy.read("MATCH (r:Revision {kind: 'task'}) RETURN r.of, r.rev, r.before, r.after", lambda *row: row)
    assert not [row for row in kept if f'"{uid}"' in f"{row[2]}{row[3]}"]
    states = {(of, rev): (before, after) for of, rev, before, after in kept}
    assert json.loads(states[first, 1][1]) == {
        "status": "open",
        "name": "Call",
        "outcome": "theirs",
        "contacts": ["bo"],
    }
    assert [json.loads(text) for text in states[once, 2]] == [{"name": "Call"}, {"name": "Write"}]
    assert states[once, 3] == states[once, 4] == ("{}", "{}")
    stored = busy.sealed_by(RAW).read("MATCH (r:Revision {kind: 'task'}) RETURN r.after", str)
    assert {text.startswith(MARK) for text in stored} == {busy.sealing.any}
    assert check(busy) == []
    (renamed,) = busy.read("MATCH (r:Revision {of: $of, rev: 2}) WHERE r.kind = 'task' RETURN r.change", str, of=once)
    with pytest.raises(ChangedSinceError):
        do(busy, lambda change: undo.undo(change, renamed))
    do(busy, lambda change: undo.undo_last(change, "Task", second))
    assert check(busy) == []


def primaries(graph: Graph) -> dict[str, bool]:
    return dict(graph.read("MATCH ()-[w:WORKS_AT]->() RETURN w.uid, w.primary", lambda *row: row))


def test_a_job_that_comes_back_is_primary_unless_another_one_is_by_now(cast: Graph) -> None:
    first = do(cast, lambda change: jobs.add(change, "ada", {"start": "2020", "primary": True}, account="acme")).uid
    into(cast, "account", "acme")
    back(cast, "account", "acme")
    assert primaries(cast) == {first: True}
    into(cast, "account", "acme")
    second = do(cast, lambda change: jobs.add(change, "ada", {"start": "2019", "primary": True}, account="beta")).uid
    back(cast, "account", "acme")
    assert primaries(cast) == {first: False, second: True}
    assert history(cast, first, "job")[-1] == (2, "change", {"primary": True}, {"primary": False})
    assert check(cast) == []


def test_of_two_primary_jobs_that_come_back_together_the_later_one_stays_it(cast: Graph) -> None:
    first = do(cast, lambda change: jobs.add(change, "ada", {"start": "2020", "primary": True}, account="acme")).uid
    into(cast, "account", "acme")
    second = do(cast, lambda change: jobs.add(change, "ada", {"start": "2022", "primary": True}, account="beta")).uid
    into(cast, "contact", "ada")
    back(cast, "account", "acme")
    back(cast, "contact", "ada")
    assert primaries(cast) == {first: False, second: True}
    assert check(cast) == []


def test_what_would_close_a_ring_stays_in_the_trash_until_the_ring_is_open(cast: Graph) -> None:
    def own(one: str, other: str) -> str:
        return do(cast, lambda change: links.add(change, "Account", one, other, "subsidiary_of", {"start": "2015"}))

    own("acme", "beta"), own("beta", "gamma")
    into(cast, "account", "beta")
    third = own("gamma", "acme")
    before = everything(cast)
    with pytest.raises(ConflictError, match="would close a ring"):
        back(cast, "account", "beta")
    assert everything(cast) == before
    do(cast, lambda change: links.remove(change, third))
    back(cast, "account", "beta")
    assert edges(cast, "SUBSIDIARY_OF") == [("acme", "beta"), ("beta", "gamma")]


def test_the_return_of_what_gave_way_is_undone(cast: Graph) -> None:
    do(cast, lambda change: jobs.add(change, "ada", {"start": "2020", "primary": True}, account="acme"))
    into(cast, "account", "acme")
    do(cast, lambda change: jobs.add(change, "ada", {"start": "2022", "primary": True}, account="beta"))
    back(cast, "account", "acme")
    do(cast, lambda change: undo.undo_last(change, "Account", "acme"))
    assert prop(cast, "acme", "deleted_at") is not None
    assert edges(cast, "WORKS_AT") == [("ada", "beta")]
    do(cast, lambda change: undo.undo_last(change, "Account", "acme"))
    assert edges(cast, "WORKS_AT") == [("ada", "acme"), ("ada", "beta")]
    assert check(cast) == []


def test_a_user_comes_back_only_with_addresses_that_nobody_else_has(cast: Graph) -> None:
    handle(cast, "bob", "email", "second@us.example")
    into(cast, "user", "bob")
    do(cast, lambda change: records.create(change, "user", {"name": "New", "email": "second@us.example"}))
    before = everything(cast)
    with pytest.raises(ExistsError, match=r"second@us\.example"):
        back(cast, "user", "bob")
    assert everything(cast) == before


@pytest.mark.parametrize("work", [trash.restore, trash.purge])
def test_what_is_older_than_what_is_in_the_trash_by_now_is_stale(cast: Graph, work: Callable[..., None]) -> None:
    into(cast, "contact", "ada")
    back(cast, "contact", "ada")
    into(cast, "contact", "ada")
    with pytest.raises(StaleError):
        do(cast, lambda change: work(change, "contact", "ada"), expected=2)
    do(cast, lambda change: work(change, "contact", "ada"), expected=4)
