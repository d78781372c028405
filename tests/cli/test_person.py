from __future__ import annotations

from collections.abc import Callable

import pytest
from worlds.build import NOW, contact, interaction, lead, user

from graphcrm.graph import Graph

from .conftest import Ended

Run = Callable[..., Ended]


@pytest.fixture
def known(run: Run, graph: Graph) -> Run:
    user(graph, "alice", "Alice")
    contact(graph, "ada", "Ada", email="ada@people.example"), lead(graph, "lea", "Lea")
    contact(graph, "old", "Old", deleted_at=NOW)
    interaction(graph, "alice", "ada", "2024-05-01", notes="in private", private=True)
    return run


@pytest.mark.parametrize("who", ["ada", "Ada", "ADA@people.example"])
def test_everything_is_printed_private_words_too(known: Run, who: str) -> None:
    told = known("person", who).json
    assert (told["kind"], told["uid"], told["complete"]) == ("contact", "ada", True)
    assert told["interactions"][0]["notes"] == "in private"
    assert [(one["action"], one.get("user")) for one in told["audit"]["items"]] == [("export", None)]


def test_a_lead_is_asked_for_as_one(known: Run) -> None:
    assert known("person", "lea", "--lead").json["record"]["name"] == "Lea"
    assert known("person", "lea").code == 1


def test_one_in_the_trash_is_named_by_uid(known: Run) -> None:
    assert known("person", "old").json["record"]["deleted_at"]
    missing = known("person", "Old", "--json")
    assert (missing.code, missing.json["error"]["code"]) == (1, "not_found")
