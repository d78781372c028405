"""interactions.csv: one edge per (interaction, user, contact or lead), and KNOWS right in the same transaction."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from functools import partial
from typing import Any

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_unknown
from graphcrm.importers.rows import Row, offset_less
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.edges import CHANNELS
from graphcrm.nodes.ids import derived, external_id, uid_of
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.queries.load.create_interactions import create_interactions
from graphcrm.queries.load.stored_interactions import StoredInteraction, stored_interactions
from graphcrm.services.derived import know
from graphcrm.services.events import MUTUAL

_NO_PROPERTIES = {"id", "user", "contact", "lead", "at"}
_WARMING = {"at", "channel", "direction", "participants"}  # what KNOWS depends on

Part = tuple[str, str, str]  # user, label and uid of the other: one pair's part in an event


def identify(row: Row) -> str:
    """The uid of the row's edge when it is new."""
    event = uid_of("interaction", row.need("id", "interaction_id"))
    row.need("user", "user_id")
    row.need("at", "occurred_at")
    if "contact" in row.values and "lead" in row.values:
        message = "contact_id and lead_id are both given; a row is about one of them."
        raise InvalidInputError(message, field="lead")
    if "lead" not in row.values:
        row.need("contact", "contact_id")
    return derived("interaction", event, *_part(row))


def _part(row: Row) -> Part:
    contact = row.values.get("contact")
    return (row.values["user"], "Contact", contact) if contact else (row.values["user"], "Lead", row.values["lead"])


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch of rows comes to."""
    references = (("user", "User"), ("contact", "Contact"), ("lead", "Lead"))
    rows, unknown = without_unknown(runner, context, rows, references)
    events: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        events[uid_of("interaction", row.values["id"])].append(row)
    stored: dict[str, dict[Part, StoredInteraction]] = defaultdict(dict)
    for found in stored_interactions(runner, events=list(events)):
        stored[found.event][found.user, found.label, found.person] = found
    planning = _Planning(context)
    planning.plan.refused = [row.refused(reason, key) for row, key, reason in unknown]
    for event, group in events.items():
        planning.decide(event, group, stored[event])
    planning.plan.steps = planning.steps()
    return planning.plan


class _Planning:
    """Gathers what a batch comes to."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.plan = Plan()
        self._new: list[dict[str, Any]] = []
        self._edits: dict[str, dict[str, Any]] = {}
        self._pairs: set[tuple[str, str]] = set()

    def steps(self) -> list[Step]:
        """What to write. KNOWS comes last: it is read from the interactions."""
        pairs = [{"user": user, "contact": contact} for user, contact in sorted(self._pairs)]
        created = Step(partial(create_interactions, at=self._context.at), self._new)
        return [created, Step(change_edges, list(self._edits.values())), Step(know, pairs)]

    def decide(self, event: str, rows: list[Row], stored: dict[Part, StoredInteraction]) -> None:
        """Decide the rows of one event, whose stored parts are `stored`."""
        people = {person for user, label, uid in stored for person in (("User", user), (label, uid))}
        counted = []
        grown = False
        # What changes of one part has changed of the event, whose revision is the latest of its parts'.
        next_rev = max((known.props.get("rev") or 1 for known in stored.values()), default=0) + 1
        for row in rows:
            part = _part(row)
            given = self._given(row)
            known = stored.get(part)
            if known:
                self._change(row, part, known, given, next_rev)
                continue
            grown = True
            people |= {("User", part[0]), part[1:]}
            edge = self._create(event, row, part, given | {"rev": next_rev})
            if "participants" not in given:
                counted.append(edge)
        if grown:
            self._count(len(people), counted, stored, next_rev)

    def _given(self, row: Row) -> dict[str, Any]:
        """The properties a row gives; `at` apart."""
        given = {key: value for key, value in row.values.items() if key not in _NO_PROPERTIES}
        if given.get("channel", "other") not in CHANNELS:
            text = f"the channel {given['channel']!r} is not known, and became 'other'"
            self.plan.notes.append(row.note("unknown_channel", text))
            given["channel"] = "other"
        if offset_less(row.cell("at")):
            self.plan.notes.append(row.note("no_offset", "times without an offset were taken as UTC"))
        return given

    def _create(self, event: str, row: Row, part: Part, given: dict[str, Any]) -> dict[str, Any]:
        self.plan.created[row.file] += 1
        channel = given.get("channel", "other")
        direction = "both" if channel in MUTUAL else "out"
        props: dict[str, Any] = {"channel": channel, "direction": direction}
        if self._context.source:
            props["source"] = self._context.source
        if external_id(row.values["id"]):
            props["external_id"] = row.values["id"]
        props.update(given)
        at = row.values["at"].isoformat()
        user, label, person = part
        edge = {
            "uid": row.uid,
            "event": event,
            "user": user,
            "label": label,
            "person": person,
            "at": at,
            "props": props,
        }
        self._new.append(edge)
        self._warm(part)
        return edge

    def _change(self, row: Row, part: Part, stored: StoredInteraction, given: dict[str, Any], next_rev: int) -> None:
        changes = {name: value for name, value in given.items() if stored.props.get(name) != value}
        if datetime.fromisoformat(stored.at) != row.values["at"]:
            changes["at"] = row.values["at"]
        if "participants" in given and stored.props.get("counted"):
            changes["counted"] = None
        if not changes:
            self.plan.unchanged[row.file] += 1
            return
        self.plan.changed[row.file] += 1
        self._edit(stored, changes, next_rev)
        if _WARMING & changes.keys():
            self._warm(part)

    def _count(
        self, people: int, created: list[dict[str, Any]], stored: dict[Part, StoredInteraction], next_rev: int
    ) -> None:
        """Write how many took part wherever the file leaves that to us, in what was stored before too."""
        for edge in created:
            edge["props"] |= {"participants": people, "counted": True}
        for part, known in stored.items():
            edited = self._edits.get(known.props["uid"], {"props": {}})["props"]
            counted = known.props.get("counted") and "counted" not in edited  # unless a row has just given the number
            if counted and known.props["participants"] != people:
                self._edit(known, {"participants": people}, next_rev)
                self._warm(part)

    def _edit(self, stored: StoredInteraction, changes: dict[str, Any], next_rev: int) -> None:
        uid, rev = stored.props["uid"], stored.props.get("rev") or 0
        new: dict[str, Any] = {"type": "INTERACTED_WITH", "uid": uid, "rev": rev, "next": next_rev, "props": {}}
        edit = self._edits.setdefault(uid, new)
        edit["props"].update(changes)

    def _warm(self, part: Part) -> None:
        user, label, uid = part
        if label == "Contact":
            self._pairs.add((user, uid))
