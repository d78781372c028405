"""opportunities.csv: what follows from what a row says of an opportunity, whom it is offered to, and who has a part."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Self

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.plans.turns import Moved, Turns
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Step
from graphcrm.nodes.states import State
from graphcrm.queries.load.stored_involved import stored_involved
from graphcrm.queries.opportunities.drop_involved import drop_involved
from graphcrm.queries.opportunities.put_involved import put_involved
from graphcrm.queries.opportunities.stages import SHIPPED, Stage, stages
from graphcrm.services import involved, opportunities
from graphcrm.services.changes import differing


class Involvements(Turns):
    """Whom the opportunities of a batch that are stored are offered to, who has a part, and what becomes of that."""

    times = ("stage_since", "closed_at")

    def __init__(self, has: Mapping[str, State] | None = None, known: Sequence[Stage] = SHIPPED) -> None:
        self._has, self._stages = has or {}, known
        self._put: list[dict[str, Any]] = []
        self._drop: list[dict[str, Any]] = []

    @classmethod
    def of(cls, runner: Runner, uids: Collection[str]) -> Self:
        """Those of some opportunities that are stored."""
        found = stored_involved(runner, uids=list(uids))
        return cls({uid: involved.shown(*one) for uid, one in found.items()}, stages(runner))

    def given(self, said: Mapping[str, Any], stored: Mapping[str, Any], at: datetime) -> dict[str, Any]:
        """What a row says of an opportunity, with what follows from its stage; raises InvalidInputError.

        A new one is taken as it is: since when it has been in its stage, and when it was closed, nobody may know.
        """
        state = {**stored, **said}
        if not state.get("stage"):
            state["stage"] = next(one.key for one in self._stages if one.status == "open" and not one.retired)
        found: dict[str, Any] = {}
        if state["stage"] != stored.get("stage"):
            found = {"stage": state["stage"], **self._moved(stored, state["stage"], said.get("stage_since") or at)}
            if not stored and not said.get("stage_since"):
                found = {"stage": found["stage"], "status": found["status"]}
        found = {**found, **said}
        status = found.get("status") or stored.get("status") or "open"
        self._check_status(said, {**stored, **found}, status)
        opportunities.check({**stored, **found})
        opportunities.check_trail(found.get("trail") or ())
        return found

    def _moved(self, stored: Mapping[str, Any], stage: str, since: datetime) -> State:
        """What follows from another stage than before: one that is retired is one that it may have been in, too."""
        known = [one for one in self._stages if one.key == stage] if not stored else self._stages
        if not stored and known and known[0].retired:
            known = [Stage(known[0].key, None, known[0].status, 0, 1)]
        return opportunities.moved(stored, stage, known or self._stages, since)

    def _check_status(self, said: Mapping[str, Any], state: Mapping[str, Any], status: str) -> None:
        """Raise InvalidInputError where a row says of a status or of its end what its stage does not."""
        of_stage = next((one.status for one in self._stages if one.key == state.get("stage")), status)
        if status != of_stage:
            message = f"status is {status}, and the stage {state.get('stage')} is {of_stage}; leave the status out."
            raise InvalidInputError(message, field="status")
        if said.get("closed_at") and status == "open":
            message = "closed_at is given, and the opportunity is open; say in which stage it was, or leave it out."
            raise InvalidInputError(message, field="closed_at")

    def asked(self, row: Row) -> Moved:
        """What a row makes of it: a cell that names some contacts names all of them. Raises InvalidInputError."""
        has = self._has.get(row.uid, {})
        becomes = dict(has)
        if "account" in row.values:
            becomes["account"] = row.values["account"]
        if "contacts" in row.values:
            becomes["contacts"] = involved.shown(None, row.values["contacts"].items())["contacts"]
        involved.bounded(has, becomes)
        return differing(has, becomes)

    def take(self, uid: str, moved: Moved) -> None:
        """Have an opportunity be offered to others, and others have a part in it."""
        put, drop = involved.turned(uid, *moved)
        self._put += put
        self._drop += drop

    def steps(self) -> list[Step]:
        """What is written."""
        return [Step(put_involved, self._put), Step(drop_involved, self._drop)]
