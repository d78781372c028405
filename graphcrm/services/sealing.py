"""What the store keeps sealed, place by place, and sealing it anew once there is a newer key (docs/secrets.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graphcrm.graph import Graph, Runner
from graphcrm.queries.sign_in.seal_codes import seal_codes
from graphcrm.queries.sign_in.sealed_codes import sealed_codes
from graphcrm.sealed import Sealer

_PAGE = 500  # values in one transaction


@dataclass(frozen=True, slots=True)
class Kept:
    """A sealed value: where it is (whatever its place takes for that; in the order in which it is read), and it."""

    key: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where sealed values are.

    `read(runner, after, limit)` answers those whose key comes after another, in order. `write(runner, rows)` takes rows
    of `key`, `was` and `sealed`, and leaves alone what is no longer as it `was`: somebody has sealed it since.
    """

    name: str
    read: Callable[[Runner, str, int], Sequence[Kept]]
    write: Callable[[Runner, list[dict[str, str]]], object]


def _codes(runner: Runner, after: str, limit: int) -> list[Kept]:
    return [Kept(one.key, one.sealed) for one in sealed_codes(runner, after=after, limit=limit)]


PLACES: tuple[Place, ...] = (Place("one-time codes", _codes, lambda runner, rows: seal_codes(runner, rows=rows)),)


def seal_anew(graph: Graph, sealer: Sealer, places: Iterable[Place] = PLACES) -> int:
    """Seal with the newest key what an older one sealed, and answer how many values that were.

    May be ended at any time and repeated: each value can be opened before, meanwhile and after. Raises SealedError for
    one that none of the keys opens.
    """
    return sum(_seal_place(graph, sealer, place) for place in places)


def _seal_place(graph: Graph, sealer: Sealer, place: Place) -> int:
    after, done = "", 0
    while page := place.read(graph, after, _PAGE):
        rows = [
            {"key": one.key, "was": one.sealed, "sealed": anew}
            for one in page
            if (anew := sealer.anew(one.sealed)) is not None
        ]
        if rows:
            _write(graph, place, rows)
        after, done = page[-1].key, done + len(rows)
    return done


def _write(graph: Graph, place: Place, rows: list[dict[str, str]]) -> None:
    graph.transaction(lambda tx: place.write(tx, rows))
