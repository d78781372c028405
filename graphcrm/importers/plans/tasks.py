"""tasks.csv: what follows from what a row says of a task, and what the task is about then."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Self

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context
from graphcrm.importers.plans.turns import Moved, Turns
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Step
from graphcrm.nodes.states import State
from graphcrm.queries.load.stored_about import stored_about
from graphcrm.queries.tasks.drop_about import drop_about
from graphcrm.queries.tasks.put_about import put_about
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.services import about, tasks
from graphcrm.services.changes import differing


class Abouts(Turns):
    """What the tasks of a batch that are stored are about, and what becomes of that."""

    times = ("done_at",)

    def __init__(self, has: Mapping[str, State] | None = None) -> None:
        self._has = has or {}
        self._put: list[dict[str, str]] = []
        self._drop: list[dict[str, str]] = []

    @classmethod
    def of(cls, runner: Runner, uids: Collection[str], context: Context) -> Self:  # noqa: ARG003  (of stages)
        """Those of some tasks that are stored."""
        found = stored_about(runner, uids=list(uids))
        return cls({uid: about.shown(found.get(uid, ())) for uid in uids})

    def given(self, said: Mapping[str, Any], stored: Mapping[str, Any], at: datetime) -> dict[str, Any]:
        """What a row says of a task, with what follows for one that is stored; raises InvalidInputError.

        A new one is taken as it is: when it was done, nobody may know. The next of one that repeats is another row.
        """
        tasks.check_due(said)
        tasks.check_repeats(said, stored)
        known = {**(tasks.follows(stored, said, at) if stored else {}), **said}
        if known.get("done_at") and (known.get("status") or stored.get("status") or "open") == "open":
            message = "done_at is given, and the task is open; say that it is done, or dropped, or leave it out."
            raise InvalidInputError(message, field="done_at")
        return known

    def asked(self, row: Row) -> Moved:
        """What a row makes of it: a cell that names some records names all of their kind.

        Raises InvalidInputError for too many.
        """
        has = self._has.get(row.uid, {})
        becomes = has | {name: row.values[name] for name in ABOUT if name in row.values}
        about.bounded(has, becomes)
        return differing(has, becomes)

    def take(self, uid: str, moved: Moved) -> None:
        """Have a task be about other records than it was."""
        put, drop = about.turned(uid, *moved)
        self._put += put
        self._drop += drop

    def steps(self) -> list[Step]:
        """What is written."""
        return [Step(put_about, self._put), Step(drop_about, self._drop)]
