from __future__ import annotations

import pytest
from worlds import build

from graphcrm.access import SHIPPED, Reader
from graphcrm.errors import ConflictError, InTrashError, InvalidInputError, NotFoundError, StaleError
from graphcrm.graph import Graph
from graphcrm.queries.records.listing import listing
from graphcrm.services import groups, trash
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check

from .conftest import at_once, do


def make(graph: Graph, name: str = "Dinner", user: str = "alice", *, shared: bool = False) -> str:
    return change(graph, Author(user), lambda made: groups.create(made, user, name, shared=shared))


def add(graph: Graph, uid: str, *uids: str, kind: str = "contact", user: str = "alice") -> None:
    change(graph, Author(user), lambda made: groups.add(made, user, uid, kind, uids))


def inside(graph: Graph, uid: str, kind: str = "contact") -> set[str]:
    return {row.uid for row in listing(graph, kind=kind, on=build.TODAY, filters={"group": uid})}


def test_records_are_put_into_a_group_and_taken_out(cast: Graph) -> None:
    uid = make(cast)
    add(cast, uid, "ada", "bo"), add(cast, uid, "acme", kind="account"), add(cast, uid, "ada")
    assert (inside(cast, uid), inside(cast, uid, "account")) == ({"ada", "bo"}, {"acme"})
    do(cast, lambda made: groups.take(made, "alice", uid, "contact", ["bo"]))
    found = groups.one(cast, "alice", uid, sized=True)
    assert (inside(cast, uid), found.contacts, found.accounts, found.rev) == ({"ada"}, 1, 1, 1)
    do(cast, lambda made: trash.trash(made, "contact", "ada"))
    assert inside(cast, uid) == set()
    do(cast, lambda made: trash.restore(made, "contact", "ada"))
    assert inside(cast, uid) == {"ada"}
    assert check(cast) == []


def test_what_cannot_be_in_one(cast: Graph) -> None:
    uid = make(cast)
    build.lead(cast, "lea")
    for kind, who, error in (
        ("lead", "lea", InvalidInputError), ("contact", "nobody", NotFoundError), ("contact", "", InvalidInputError),
    ):  # fmt: skip
        with pytest.raises(error):
            add(cast, uid, *filter(None, [who]), kind=kind)
    do(cast, lambda made: trash.trash(made, "contact", "ada"))
    with pytest.raises(InTrashError):
        add(cast, uid, "ada")


def test_whoever_does_not_see_a_record_puts_it_nowhere(cast: Graph) -> None:
    build.owned(cast, "ada", "alice")
    uid, reader = make(cast, user="bob"), Reader("bob", SHIPPED["rep"])
    with pytest.raises(NotFoundError):
        change(
            cast.seen_by(reader.sight),
            Author("bob", reader=reader),
            lambda made: groups.add(made, "bob", uid, "contact", ["ada"]),
        )


def test_its_user_alone_changes_a_group(cast: Graph) -> None:
    for uid in ("alice", "bob"):
        cast.write(
            "MATCH (u:User {uid: $uid}) MERGE (t:Team {uid: 't', name: 'T'}) CREATE (u)-[:MEMBER_OF]->(t)", uid=uid
        )
    uid = make(cast, shared=True)
    assert groups.one(cast, "bob", uid).owner == "alice"
    with pytest.raises(NotFoundError):
        add(cast, uid, "ada", user="bob")
    with pytest.raises(NotFoundError):
        do(cast, lambda made: groups.alter(made, "bob", uid, name="Mine"))
    do(cast, lambda made: groups.alter(made, "alice", uid, name="Supper", shared=False))
    with pytest.raises(StaleError):
        do(cast, lambda made: groups.alter(made, "alice", uid, name="Late"), expected=1)
    with pytest.raises(NotFoundError):
        groups.one(cast, "bob", uid)
    assert groups.meant(cast, "alice", "SUPPER").uid == groups.meant(cast, "alice", uid).uid == uid


def test_a_group_is_deleted_and_brought_back(cast: Graph) -> None:
    uid = make(cast)
    add(cast, uid, "ada")
    do(cast, lambda made: groups.delete(made, "alice", uid))
    assert inside(cast, uid) == set()
    with pytest.raises(NotFoundError):
        groups.one(cast, "alice", uid)
    do(cast, lambda made: groups.restore(made, "alice", uid))
    assert inside(cast, uid) == {"ada"}


def test_a_name_is_that_of_a_group_or_of_a_new_one(cast: Graph) -> None:
    uid = make(cast)
    assert do(cast, lambda made: groups.named(made, "alice", "dinner")) == uid
    new = do(cast, lambda made: groups.named(made, "alice", "Lunch"))
    assert {one.uid for one in groups.groups(cast, user="alice")} == {uid, new}
    for name in ("", " ", "x" * 101):
        with pytest.raises(InvalidInputError):
            make(cast, name)


def test_nobody_makes_one_too_many(cast: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "MOST", 1)
    make(cast)
    with pytest.raises(ConflictError):
        make(cast)


def test_of_many_who_put_into_one_new_group_at_once_one_is_made(cast: Graph) -> None:
    def put(uid: str) -> str:
        def work(made: Change) -> str:
            group = groups.named(made, "alice", "Dinner")
            groups.add(made, "alice", group, "contact", [uid])
            return group

        return change(cast, Author("alice"), work)

    made = at_once([lambda uid=uid: put(uid) for uid in ("ada", "bo", "ada", "bo")])
    assert len({*made}) == 1
    assert inside(cast, str(made[0])) == {"ada", "bo"}
