"""interactions.csv: one edge per (interaction, user, contact or lead), and KNOWS right in the same transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.rows import NO_OFFSET, Row, offset_less
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.edges import CHANNELS
from graphcrm.nodes.ids import derived, external_id, uid_of
from graphcrm.queries.changes.hide_revisions import hide_revisions
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.queries.load.create_interactions import create_interactions
from graphcrm.queries.load.stored_interactions import StoredInteraction, stored_interactions
from graphcrm.services import events
from graphcrm.services.changes import Change, differing
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
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[uid_of("interaction", row.values["id"])].append(row)
    stored: dict[str, dict[Part, StoredInteraction]] = defaultdict(dict)
    for found in stored_interactions(runner, events=list(groups)):
        stored[found.event][found.user, found.label, found.person] = found
    planning = _Planning(context, history.begin(runner, context))
    planning.plan.refused = [row.refused(reason, key) for row, key, reason in unknown]
    for event, group in groups.items():
        planning.decide(event, group, stored[event])
    planning.plan.steps = planning.steps()
    return planning.plan


class _Planning:
    """Gathers what a batch comes to."""

    def __init__(self, context: Context, change: Change) -> None:
        self._context, self._remembered = context, change
        self.plan = Plan(change=change)
        self._new: list[dict[str, Any]] = []
        self._edits: dict[str, dict[str, Any]] = {}
        self._pairs: set[tuple[str, str]] = set()
        self._hidden: list[dict[str, Any]] = []  # events that become private

    def steps(self) -> list[Step]:
        """What to write. KNOWS comes last: it is read from the interactions."""
        pairs = [{"user": user, "contact": contact} for user, contact in sorted(self._pairs)]
        created = Step(partial(create_interactions, at=self._context.at), self._new)
        edited = Step(change_edges, list(self._edits.values()))
        return [created, edited, Step(know, pairs), Step(_hide, self._hidden), history.step(self._remembered)]

    def decide(self, event: str, rows: list[Row], stored: dict[Part, StoredInteraction]) -> None:
        """Decide the rows of one event, whose stored parts are `stored`."""
        people = {person for user, label, uid in stored for person in (("User", user), (label, uid))}
        counted, made = [], []
        for row in rows:
            part = _part(row)
            given = self._given(row)
            known = stored.get(part)
            if known:
                self._change(row, part, known, given)
                continue
            people |= {("User", part[0]), part[1:]}
            made.append(self._create(event, row, part, given))
            if "participants" not in given:
                counted.append(made[-1])
        if made:
            self._count(len(people), counted, stored)
        if made or any(found.props["uid"] in self._edits for found in stored.values()):
            self._remember(event, stored, made)

    def _given(self, row: Row) -> dict[str, Any]:
        """The properties a row gives; `at` apart."""
        given = {key: value for key, value in row.values.items() if key not in _NO_PROPERTIES}
        if given.get("channel", "other") not in CHANNELS:
            text = f"the channel {given['channel']!r} is not known, and became 'other'"
            self.plan.notes.append(row.note("unknown_channel", text))
            given["channel"] = "other"
        if offset_less(row.cell("at")):
            self.plan.notes.append(row.note("no_offset", NO_OFFSET))
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

    def _change(self, row: Row, part: Part, stored: StoredInteraction, given: dict[str, Any]) -> None:
        changes = {name: value for name, value in given.items() if stored.props.get(name) != value}
        if datetime.fromisoformat(stored.at) != row.values["at"]:
            changes["at"] = row.values["at"]
        if "participants" in given and stored.props.get("counted"):
            changes["counted"] = None
        if not changes:
            self.plan.unchanged[row.file] += 1
            return
        self.plan.changed[row.file] += 1
        self._edit(stored, changes)
        if _WARMING & changes.keys():
            self._warm(part)

    def _count(self, people: int, created: list[dict[str, Any]], stored: dict[Part, StoredInteraction]) -> None:
        """Write how many took part wherever the file leaves that to us, in what was stored before too."""
        for edge in created:
            edge["props"] |= {"participants": people, "counted": True}
        for part, known in stored.items():
            edited = self._edits.get(known.props["uid"], {"props": {}})["props"]
            counted = known.props.get("counted") and "counted" not in edited  # unless a row has just given the number
            if counted and known.props["participants"] != people:
                self._edit(known, {"participants": people})
                self._warm(part)

    def _edit(self, stored: StoredInteraction, changes: dict[str, Any]) -> dict[str, Any]:
        uid, rev = stored.props["uid"], stored.props.get("rev") or 0
        edit = self._edits.setdefault(uid, {"type": "INTERACTED_WITH", "uid": uid, "rev": rev, "props": {}})
        edit["props"].update(changes)
        return edit

    def _remember(self, event: str, stored: dict[Part, StoredInteraction], made: list[dict[str, Any]]) -> None:
        """Note what becomes of an event that is stored, and give it the next revision."""
        if not stored:
            return
        edits = {part: self._edits.get(found.props["uid"], {"props": {}}) for part, found in stored.items()}
        before = {part: _state(found.props, found.at) for part, found in stored.items()}
        after = {part: _present({**before[part], **edit["props"]}) for part, edit in edits.items()}
        after |= {(new["user"], new["label"], new["person"]): _state(new["props"], new["at"]) for new in made}
        was, becomes = differing(events.state_of(before), events.state_of(after))
        rev = max(found.props.get("rev") or 0 for found in stored.values()) + 1
        for found in stored.values():  # all of them: its parts share the revision of an event
            self._edit(found, {})["next"] = rev
        for new in made:
            new["props"]["rev"] = rev
        was_private = any(props.get("private") for props in before.values())
        private = was_private or any(props.get("private") for props in after.values())
        if private and not was_private:
            self._hidden.append({"event": event})
        on = sorted({record for user, *other in after for record in (("User", user), (other[0], other[1]))})
        self._remembered.remember(
            "interaction", event, rev, "change", before=was, after=becomes, on=on, private=private
        )

    def _warm(self, part: Part) -> None:
        user, label, uid = part
        if label == "Contact":
            self._pairs.add((user, uid))


def _hide(runner: Runner, *, rows: list[dict[str, Any]]) -> int:
    """Let what was remembered of events that become private be shown to who did it alone."""
    for row in rows:
        hide_revisions(runner, kind="interaction", of=row["event"])
    return len(rows)


def _state(props: Mapping[str, Any], at: str) -> dict[str, Any]:
    """What a part of an event says, as services/events.py has it."""
    kept = {name: value for name, value in props.items() if name not in events.KEPT}
    return _present({**kept, "at": datetime.fromisoformat(at)})


def _present(props: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in props.items() if value is not None}
