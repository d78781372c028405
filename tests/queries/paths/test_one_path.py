"""One path by its people, in the world of tests/worlds/cast.py."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from worlds.build import TODAY, owned
from worlds.cast import write_cast

from graphcrm.access import Sight
from graphcrm.dates import moment
from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph, Runner
from graphcrm.queries.paths import Question, WarmPaths, warm_paths
from graphcrm.queries.paths.one_path import one_path


@pytest.fixture
def cast(graph: Graph) -> Graph:
    write_cast(graph)
    return graph


def ask(runner: Runner, user: str, people: Sequence[str], target: str = "acme") -> WarmPaths:
    return one_path(runner, target=target, user=user, people=people, moment=moment(TODAY))


def test_each_path_that_is_found_is_the_same_by_its_people(cast: Graph) -> None:
    found = warm_paths(cast, Question(target="acme", moment=moment(TODAY), min_score=0, max_unit=0))
    assert len(found.paths) > 5
    for path in found.paths:
        user, *people = path.way.split(",")
        answer = ask(cast, user, people)
        assert answer.paths == [path]
        assert (answer.account_name, answer.account_warmth, answer.more) == ("Acme", path.score, False)


@pytest.mark.parametrize(
    ("user", "people"),
    [
        ("alice", []), ("alice", ["priya"]), ("alice", ["maya"]), ("alice", ["maya", "lena"]), ("nobody", ["priya"]),
        ("alice", ["maya", "maya"]), ("alice", ["maya", "ulla", "gil", "tomas"]), ("alice", ["maya", "nobody"]),
    ],
)  # fmt: skip
def test_what_rests_on_nothing_is_no_path(cast: Graph, user: str, people: list[str]) -> None:
    with pytest.raises(NotFoundError) as error:
        ask(cast, user, people)
    assert error.value.field == "path"


def test_a_path_through_somebody_unseen_is_not_there(cast: Graph) -> None:
    owned(cast, "maya", "charlie")
    north = cast.seen_by(Sight(contacts=("", "alice")))
    with pytest.raises(NotFoundError):
        ask(north, "alice", ["maya", "tomas"])
    assert ask(north, "bob", ["priya"]).paths
    owned(cast, "globex", "charlie")
    with pytest.raises(NotFoundError):
        ask(cast.seen_by(Sight(accounts=("", "alice"))), "alice", ["maya", "tomas"])


def test_who_asked_not_to_be_contacted_is_marked(cast: Graph) -> None:
    cast.write("MATCH (c:Contact {uid: 'maya'}) SET c.do_not_contact = true")
    assert ask(cast, "alice", ["maya", "tomas"]).asked_not == {"maya"}
