from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from worlds.build import contact

from graphcrm.config import Settings
from graphcrm.errors import DatabaseError
from graphcrm.graph import Graph
from graphcrm.sealed import MARK
from graphcrm.services import sealing
from graphcrm.services.sealing import Place
from graphcrm.web import secret

from .conftest import Ended

Run = Callable[..., Ended]


@pytest.fixture
def keys(served: Path) -> Iterator[Callable[[], list[str]]]:
    """The keys of the served data folder, which begins and ends without one."""
    (served / "secret_key").unlink(missing_ok=True)
    yield lambda: secret.read(Settings(data_dir=served))
    (served / "secret_key").unlink(missing_ok=True)


def test_a_new_key_comes_first_and_the_old_one_goes_when_told(run: Run, keys: Callable[[], list[str]]) -> None:
    (old,) = keys()
    done = run("key", "rotate")
    assert "0 values sealed anew with the newest key. 1 older key kept beside it" in done.out
    new, *rest = keys()
    assert rest == [old]
    assert run("key", "rotate", "--drop-old", "--json").json == {"keys": 1, "sealed_anew": 0}
    assert keys() == [new]
    assert not {old, new} & set((done.out + done.err).split())


def test_a_key_that_is_set_is_not_changed(run: Run, keys: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHCRM_SECRET_KEY", "newer\nolder")
    refused = run("key", "rotate")
    assert refused.code == 1
    assert "Put a new one before it" in refused.err
    assert "Remove all but the first from GRAPHCRM_SECRET_KEY" in run("key", "rotate", "--drop-old").out


def test_where_sealing_anew_fails_every_key_is_kept(
    run: Run, keys: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> list[sealing.Thing]:
        raise DatabaseError("Neo4j is away.")

    run("key", "rotate")
    before = keys()
    monkeypatch.setattr("graphcrm.cli.key.rotate.fit", lambda *args: sealing.fit(*args, [Place("", away, print)]))
    assert run("key", "rotate", "--drop-old").code == 1
    assert keys() == before


def test_fields_are_sealed_and_opened_as_the_setting_says(
    run: Run, keys: Callable[[], list[str]], graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact(graph, "ada", "Ada", description="knows the board")
    assert "0 values changed. Sealed: nothing (GRAPHCRM_SEALED_FIELDS is empty)." in run("key", "seal").out
    monkeypatch.setenv("GRAPHCRM_SEALED_FIELDS", "contact.description, lead.x_budget")
    sealed = {"fields": ["contact.description", "lead.x_budget"], "changed": 1}
    assert run("key", "seal", "--json").json == sealed
    assert kept(graph).startswith(MARK)
    assert run("key", "seal", "--json").json == sealed | {"changed": 0}
    assert run("key", "rotate", "--json").json == {"keys": 2, "sealed_anew": 1}
    monkeypatch.delenv("GRAPHCRM_SEALED_FIELDS")
    assert run("key", "seal", "--json").json == {"fields": [], "changed": 1}
    assert kept(graph) == "knows the board"


def kept(graph: Graph) -> str:
    (found,) = graph.read("MATCH (c:Contact {uid: 'ada'}) RETURN c.description", str)
    return found


def test_a_field_that_cannot_be_sealed_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHCRM_SEALED_FIELDS", "contact.name")
    refused = run("key", "seal")
    assert refused.code == 1
    assert (
        "GRAPHCRM_SEALED_FIELDS names contact.name, which is not kept sealed; these can be: account.bran" in refused.err
    )
