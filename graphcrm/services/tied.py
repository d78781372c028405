"""What is edges, and stands in the state of a record: of a task what it is about, of a sale who has a part in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Protocol

from graphcrm.nodes.states import State
from graphcrm.queries.changes.lock_records import Locked
from graphcrm.queries.involved.seen import ENDS
from graphcrm.services import about, bare
from graphcrm.services.changes import Change
from graphcrm.services.involved import Involved


class Tied(Protocol):
    """The fields of one kind of record, `FIELDS`, and what becomes of them."""

    @property
    def FIELDS(self) -> Collection[str]: ...  # noqa: N802, D102  (a constant of a module)

    def held(self, locked: Locked) -> State: ...  # noqa: D102

    def checked(self, values: Mapping[str, Any]) -> State: ...  # noqa: D102

    def bounded(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> None: ...  # noqa: D102

    def keeping(self, change: Change, before: State, given: State) -> State: ...  # noqa: D102

    def undone(self, state: State, before: State, after: State) -> State: ...  # noqa: D102

    def let_go(self, change: Change, uid: str, before: State, after: State, /) -> None: ...  # noqa: D102

    def put(self, change: Change, uid: str, was: State, becomes: State, /) -> None: ...  # noqa: D102


TIED: Mapping[str, Tied] = {"task": about, **{kind: Involved(kind) for kind in ENDS}, "campaign": bare}
