"""opportunities.csv: what follows from what a row says of an opportunity, whom it is offered to, and who has a part."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Self

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner, Transaction
from graphcrm.importers.known import Context
from graphcrm.importers.plans.involved import Ties
from graphcrm.importers.plans.turns import Moved
from graphcrm.importers.sinks import Step
from graphcrm.nodes.states import State
from graphcrm.queries.opportunities.keep_lanes import keep_lanes
from graphcrm.queries.opportunities.stages import SHIPPED, Stage, stages
from graphcrm.services import opportunities

_SOON = timedelta(days=1)  # by which the clock of another machine may be ahead


class Involvements(Ties):
    """Whom the opportunities of a batch that are stored are offered to, who has a part, and what becomes of that."""

    kind = "opportunity"
    times = ("stage_since", "closed_at")

    def __init__(self, has: Mapping[str, State] | None = None, known: Sequence[Stage] = SHIPPED) -> None:
        super().__init__(has)
        self._stages = {one.key: one for one in known}
        self._kept: list[dict[str, str]] = []

    @classmethod
    def of(cls, runner: Runner, uids: Collection[str], context: Context) -> Self:
        """Those of some opportunities that are stored."""
        known = stages(runner) if isinstance(runner, Transaction) else context.stages or stages(runner)
        return cls(cls.stored(runner, uids), known)

    def given(self, said: Mapping[str, Any], stored: Mapping[str, Any], at: datetime) -> dict[str, Any]:
        """What a row says of an opportunity, with what follows from its stage; raises InvalidInputError.

        A new one is taken as it is: since when it has been in its stage, and when it was closed, nobody may know.
        """
        first = next(one.key for one in self._stages.values() if one.status == "open" and not one.retired)
        stage = said.get("stage") or stored.get("stage") or first
        since = self._since(said, stage)
        found: dict[str, Any] = {}
        if stage != stored.get("stage"):
            found = self._moved(stored, stage, since or opportunities.after(stored, at))
            found = {"stage": stage} | (found if stored or since else {"status": found["status"]})
        elif since:
            found["trail"] = [*(stored.get("trail") or ())[:-1], opportunities.came(stage, since)]
        found = {**found, **said} | ({"stage_since": since} if since else {})
        self._check(said, {**stored, **found}, at)
        return found

    def _since(self, said: Mapping[str, Any], stage: str) -> datetime | None:
        """Since when an opportunity has been in its stage, as far as its row says; raises InvalidInputError."""
        since: datetime | None = said.get("stage_since")
        if "trail" not in said:
            return since
        key, came = opportunities.trail_of(said["trail"], self._stages.keys())[-1]
        if key != stage or (since and since != came):
            message = f"trail ends in {said['trail'][-1]}, and the opportunity has been in {stage}"
            raise InvalidInputError(message + (f" since {since.isoformat()}." if since else "."), field="trail")
        return came

    def _moved(self, stored: Mapping[str, Any], stage: str, since: datetime) -> State:
        """What follows from another stage than before; a new one may have been in one that is retired, too."""
        known = {**self._stages}
        if not stored and stage in known:
            known[stage] = replace(known[stage], retired=False)
        return opportunities.moved(stored, stage, list(known.values()), since)

    def _check(self, said: Mapping[str, Any], state: Mapping[str, Any], at: datetime) -> None:
        """Raise InvalidInputError where a row says what cannot be."""
        self._check_status(said, state, state.get("status") or "open")
        opportunities.check(state)
        for name in ("stage_since", "closed_at"):
            if said.get(name) and said[name] > at + _SOON:
                message = f"{name} is yet to come; it says what was."
                raise InvalidInputError(message, field=name)
        try:
            opportunities.trail_of(state.get("trail") or (), self._stages.keys() | {state["stage"]})
        except InvalidInputError as error:
            raise InvalidInputError(error.detail, field="trail" if "trail" in said else "stage_since") from None

    def _check_status(self, said: Mapping[str, Any], state: Mapping[str, Any], status: str) -> None:
        """Raise InvalidInputError where a row says of a status or of its end what its stage does not."""
        of_stage = self._stages[state["stage"]].status if state["stage"] in self._stages else status
        if status != of_stage:
            message = f"status is {status}, and the stage {state.get('stage')} is {of_stage}; leave the status out."
            raise InvalidInputError(message, field="status")
        if said.get("closed_at") and status == "open":
            message = "closed_at is given, and the opportunity is open; say in which stage it was, or leave it out."
            raise InvalidInputError(message, field="closed_at")

    def take(self, uid: str, moved: Moved) -> None:
        """Have an opportunity be offered to others, and others have a part in it."""
        self._kept.append({"uid": uid})
        super().take(uid, moved)

    def steps(self) -> list[Step]:
        """What is written."""
        return [Step(keep_lanes, self._kept), *super().steps()]
