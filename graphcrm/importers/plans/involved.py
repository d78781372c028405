"""contracts.csv, orders.csv and service_requests.csv: what they are tied to, and what follows from what a row says.

opportunities.csv (opportunities.py) is tied in the same way.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from graphcrm.access import label_of
from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context
from graphcrm.importers.plans.turns import Moved, Turns
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Step
from graphcrm.nodes.states import State
from graphcrm.queries.involved.drop_involved import drop_involved
from graphcrm.queries.involved.put_involved import put_involved
from graphcrm.queries.involved.seen import ONE
from graphcrm.queries.load.stored_involved import stored_involved
from graphcrm.services import agreements, service_requests
from graphcrm.services.changes import differing
from graphcrm.services.involved import Involved, people
from graphcrm.services.records import DEFAULTS


class Ties(Turns):
    """What the records of a batch that are stored are tied to, who has a part in them, and what becomes of that."""

    kind: ClassVar[str]

    def __init__(self, has: Mapping[str, State] | None = None) -> None:
        self._has = has or {}
        self._put: list[dict[str, Any]] = []
        self._drop: list[dict[str, Any]] = []

    @classmethod
    def stored(cls, runner: Runner, uids: Collection[str]) -> dict[str, State]:
        """What some records are tied to, as their states have it."""
        found = stored_involved(runner, label=label_of(cls.kind), uids=list(uids))
        return {uid: Involved(cls.kind).shown(*one) for uid, one in found.items()}

    @classmethod
    def of(cls, runner: Runner, uids: Collection[str], context: Context) -> Self:  # noqa: ARG003  (of stages)
        """Those of some records that are stored."""
        return cls(cls.stored(runner, uids))

    def asked(self, row: Row) -> Moved:
        """What a row makes of it: a cell that names some contacts names all of them. Raises InvalidInputError."""
        has = self._has.get(row.uid, {})
        becomes = has | {name: row.values[name] for name in ONE if name in row.values}
        if "contacts" in row.values:
            becomes["contacts"] = people(row.values["contacts"].items())
        Involved(self.kind).bounded(has, becomes)
        return differing(has, becomes)

    def take(self, uid: str, moved: Moved) -> None:
        """Have a record be tied to others than it was."""
        put, drop = Involved(self.kind).turned(uid, *moved)
        self._put += put
        self._drop += drop

    def steps(self) -> list[Step]:
        """What is written."""
        return [Step(put_involved, self._put), Step(drop_involved, self._drop)]


class _Agreed(Ties):
    """Those of contracts or orders."""

    def given(self, said: Mapping[str, Any], stored: Mapping[str, Any], at: datetime) -> dict[str, Any]:
        """What a row says of one, with what follows from that; raises InvalidInputError."""
        return agreements.follows(stored, said, at.date()) | dict(said)


class ContractTies(_Agreed):
    """Those of contracts."""

    kind = "contract"


class OrderTies(_Agreed):
    """Those of orders."""

    kind = "order"


class RequestTies(Ties):
    """Those of service requests."""

    kind = "service_request"
    times = service_requests.MOMENTS

    def given(self, said: Mapping[str, Any], stored: Mapping[str, Any], at: datetime) -> dict[str, Any]:
        """What a row says of a service request, with what follows from that; raises InvalidInputError.

        What a row says of its clock is taken as it is: when it was answered and solved, nobody else may know.
        """
        whole = dict(said) if stored else {**DEFAULTS["service_request"], "asked_at": at, **said}
        found = service_requests.follows(stored, whole, at) | whole
        self._check({**stored, **found})
        return found

    def _check(self, state: Mapping[str, Any]) -> None:
        """Raise InvalidInputError where what a row says of its clock does not go with its status."""
        status = state.get("status")
        wrong = {"waiting_since": status != "waiting", "solved_at": status not in service_requests.DONE}
        for name in (name for name, odd in wrong.items() if odd and state.get(name)):
            message = f"{name} is given, and the service request is {status}; leave one of them out."
            raise InvalidInputError(message, field=name)
