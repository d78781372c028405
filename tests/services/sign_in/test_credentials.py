from __future__ import annotations

import pytest

from graphcrm.errors import InvalidInputError, NotFoundError, NotSignedInError, TooManyAttemptsError
from graphcrm.graph import Graph
from graphcrm.services import changes, trash
from graphcrm.services.changes import Author, Change
from graphcrm.services.sign_in import attempts, credentials
from graphcrm.services.sign_in.entry import by_password
from tests.digest import described

from .conftest import GOOD, HERE

OTHER = "eight blue bottles"


def signs_in(graph: Graph, password: str) -> bool:
    try:
        return by_password(graph, email="alice@us.example", password=password, client=HERE).uid == "alice"
    except NotSignedInError:
        return False


def test_a_new_password_takes_the_place_of_the_old_one(us: Graph) -> None:
    assert credentials.change_password(us, user="alice", old=GOOD, new=OTHER) == 2
    assert signs_in(us, OTHER)
    assert not signs_in(us, GOOD)


def test_who_does_not_know_the_old_one_changes_nothing_and_is_counted(us: Graph) -> None:
    for _ in range(3):
        with pytest.raises(InvalidInputError) as refusal:
            credentials.change_password(us, user="alice", old="wrong", new=OTHER)
        assert refusal.value.field == "old"
    with pytest.raises(TooManyAttemptsError):
        credentials.change_password(us, user="alice", old=GOOD, new=OTHER)
    assert attempts.unlock(us, user="alice")
    assert signs_in(us, GOOD)


def test_a_bad_new_one_changes_nothing(us: Graph) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        credentials.change_password(us, user="alice", old=GOOD, new="alice")
    assert refusal.value.field == "password"
    assert signs_in(us, GOOD)


@pytest.mark.parametrize("user", ["zoe", "nobody"])
def test_who_is_not_active_gets_none(us: Graph, user: str) -> None:
    with pytest.raises(NotFoundError):
        credentials.set_password(us, user=user, password=OTHER)


def test_nothing_of_a_password_is_kept_but_its_hash(us: Graph) -> None:
    assert not [line for line in described(us) if GOOD in line]
    assert us.read("MATCH (r:Revision) RETURN r", dict) == []


def test_the_trash_takes_it_along_and_brings_it_back_and_a_purge_ends_it(us: Graph) -> None:
    def do(work: object) -> None:
        changes.change(us, Author("bob"), work)  # type: ignore[arg-type]

    do(lambda change: trash.trash(change, "user", "alice"))
    assert not signs_in(us, GOOD)
    do(lambda change: trash.restore(change, "user", "alice"))
    us.write("MATCH (a:Attempts) DELETE a")
    assert signs_in(us, GOOD)
    do(lambda change: trash.trash(change, "user", "alice"))
    do(lambda change: trash.purge(change, "user", "alice"))
    assert us.read("MATCH (c:Credential) RETURN c.uid", str) == ["zoe"]


def test_the_history_of_a_user_shows_no_credential(us: Graph) -> None:
    def edit(change: Change) -> None:
        from graphcrm.services import records

        records.edit(change, "user", "alice", {"name": "Alice M."})

    changes.change(us, Author("bob"), edit)
    (said,) = us.read("MATCH (r:Revision) RETURN r.before + r.after", str)
    assert "password" not in said
    assert "argon2" not in said
