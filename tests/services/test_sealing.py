from __future__ import annotations

from typing import Any

import pytest

from graphcrm.errors import SealedError
from graphcrm.graph import Graph, Runner
from graphcrm.sealed import Sealer
from graphcrm.services import sealing
from graphcrm.services.sealing import Kept, Place, seal_anew

OLD, BOTH, NEW = Sealer(["old"]), Sealer(["new", "old"]), Sealer(["new"])


def page(runner: Runner, after: str, limit: int) -> list[Kept]:
    ordered = "MATCH (n:Box) WHERE n.uid > $after RETURN n.uid, n.sealed ORDER BY n.uid LIMIT $limit"
    return runner.read(ordered, Kept, after=after, limit=limit)


def put(runner: Runner, rows: list[dict[str, str]]) -> None:
    runner.write(
        "UNWIND $rows AS r MATCH (n:Box {uid: r.key}) WHERE n.sealed = r.was SET n.sealed = r.sealed", rows=rows
    )


BOXES = Place("Box.sealed", page, put)


@pytest.fixture
def boxes(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> Graph:
    """Five boxes of an old key and one of the new, two in a transaction."""
    monkeypatch.setattr(sealing, "_PAGE", 2)
    rows: list[dict[str, Any]] = [{"uid": f"B{n}", "sealed": OLD.seal(f"text {n}")} for n in range(5)]
    rows.append({"uid": "B5", "sealed": NEW.seal("text 5")})
    graph.write("UNWIND $rows AS r CREATE (n:Box) SET n = r", rows=rows)
    return graph


def texts(graph: Graph, sealer: Sealer) -> list[str]:
    return [sealer.open(one.sealed) for one in page(graph, "", 100)]


def test_everything_is_sealed_anew_once(boxes: Graph) -> None:
    assert seal_anew(boxes, BOTH, [BOXES]) == 5
    assert texts(boxes, NEW) == [f"text {n}" for n in range(6)]
    assert seal_anew(boxes, BOTH, [BOXES]) == 0


def test_ended_in_the_middle_everything_can_be_read_and_the_rest_is_done_later(boxes: Graph) -> None:
    written = 0

    def once(runner: Runner, rows: list[dict[str, str]]) -> None:
        nonlocal written
        written += 1
        if written == 2:
            raise KeyboardInterrupt
        put(runner, rows)

    with pytest.raises(KeyboardInterrupt):
        seal_anew(boxes, BOTH, [Place("Box.sealed", page, once)])
    assert texts(boxes, BOTH) == [f"text {n}" for n in range(6)]
    assert seal_anew(boxes, BOTH, [BOXES]) == 3


def test_what_somebody_has_sealed_meanwhile_stays(boxes: Graph) -> None:
    def late(runner: Runner, rows: list[dict[str, str]]) -> None:
        theirs = BOTH.seal("of somebody else")
        runner.write("MATCH (n:Box {uid: 'B0'}) SET n.sealed = $theirs", theirs=theirs)
        put(runner, rows)

    seal_anew(boxes, BOTH, [Place("Box.sealed", page, late)])
    assert texts(boxes, NEW)[0] == "of somebody else"


def test_what_no_key_opens_is_said(boxes: Graph) -> None:
    with pytest.raises(SealedError):
        seal_anew(boxes, NEW, [BOXES])
    assert texts(boxes, BOTH) == [f"text {n}" for n in range(6)]


def test_the_secrets_of_one_time_codes_are_sealed_anew(graph: Graph) -> None:
    old, new = Sealer(["old"]), Sealer(["new", "old"])
    for uid in ("U1", "U2"):
        graph.write(
            "CREATE (:User {uid: $uid})-[:HAS_CREDENTIAL]->(:Credential {uid: $uid, totp: $totp})",
            uid=uid, totp=old.seal(f"secret of {uid}"),
        )  # fmt: skip
    assert seal_anew(graph, new) == 2
    assert seal_anew(graph, new) == 0
    kept = graph.read("MATCH (c:Credential) RETURN c.uid, c.totp", lambda *row: row)
    assert {(uid, Sealer(["new"]).open(sealed)) for uid, sealed in kept} == {
        ("U1", "secret of U1"), ("U2", "secret of U2"),
    }  # fmt: skip
