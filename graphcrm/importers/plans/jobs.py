"""works_at.csv: the jobs of a contact, decided together (groups.py)."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import Any

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_set_aside, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.plans.stints import follows, match, of_row
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.ids import external_id, uid_of
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.queries.load.create_stints import create_stints
from graphcrm.queries.load.has_successions import has_successions
from graphcrm.queries.load.stored_stints import stored_stints
from graphcrm.services.changes import Change
from graphcrm.services.derived import carry_rows
from graphcrm.services.stints import BOUNDS, Stint

_TEXT_DAYS = ("verified_on", *BOUNDS)


def identify(row: Row) -> str:
    """The uid that a row's stint has when it is new."""
    contact, account = row.need("contact", "contact_id"), row.need("account", "account_id")
    given = row.values.get("id")
    return uid_of("job", given) if given else follows(account, contact, row.values)


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch of whole groups comes to."""
    rows, unknown = without_unknown(runner, context, rows, (("contact", "Contact"), ("account", "Account")))
    rows, aside = without_set_aside(runner, rows, ["WORKS_AT"])
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.values["contact"]].append(row)
    given = [row.uid for row in rows if "id" in row.values]
    stored = [Stint.stored(found) for found in stored_stints(runner, contacts=list(groups), uids=given)]
    planning = _Planning(context, history.begin(runner, context), {stint.uid: stint for stint in stored})
    planning.plan.refused = [row.refused(reason, key) for row, key, reason in unknown + aside]
    careers: dict[str, list[Stint]] = defaultdict(list)
    for stint in stored:
        careers[stint.contact].append(stint)
    for contact, group in groups.items():
        planning.decide(group, careers[contact])
    planning.plan.steps = [
        Step(partial(create_stints, at=context.at), planning.new),
        Step(change_edges, planning.edits),
        history.step(planning.change),
    ]
    if planning.touched and has_successions(runner):
        planning.plan.steps.append(Step(carry_rows, [{"contact": contact} for contact in sorted(planning.touched)]))
    return planning.plan


class _Planning:
    """Gathers what a batch comes to."""

    def __init__(self, context: Context, change: Change, stored: dict[str, Stint]) -> None:
        self._context, self.change, self._stored = context, change, stored
        self.plan = Plan(change=change)
        self.new: list[dict[str, Any]] = []
        self.edits: list[dict[str, Any]] = []
        self.touched: set[str] = set()  # contacts whose jobs change

    def decide(self, rows: list[Row], career: list[Stint]) -> None:
        """Decide all rows of one contact, whose stored stints are `career`."""
        rows = [row for row in rows if not self._is_another(row)]
        matched = match(rows, career) if career else [None] * len(rows)
        touched = {stint.uid for stint in matched if stint}
        standing = [stint for stint in career if stint.uid not in touched]
        for row, stored in zip(rows, matched, strict=True):
            try:
                stint = of_row(row, stored, self._context.today)
            except InvalidInputError as error:
                self.plan.refused.append(row.refused(error.detail, error.field))
                standing += [stored] if stored else []
                continue
            self._settle(row, stint, standing)
            self._write(row, stint, stored)
            standing.append(stint)

    def _is_another(self, row: Row) -> bool:
        """Refuse a row whose job_id is that of somebody else's job, or of a job elsewhere."""
        stint = self._stored.get(row.uid)
        if stint is None or (stint.contact, stint.account) == (row.values["contact"], row.values["account"]):
            return False
        where = f"that job is {stint.contact}'s at {stint.account}"
        self.plan.refused.append(row.refused(f"{where}; a job keeps both: end it there, and add another.", "id"))
        return True

    def _settle(self, row: Row, stint: Stint, standing: list[Stint]) -> None:
        """Name a conflict, and let the first of two primary jobs be it."""
        for other in standing:
            if not stint.overlaps(other):
                continue
            who = f"{row.values['contact']} at {stint.account}"
            if (other.account, other.kind) == (stint.account, stint.kind):
                row_note = row.note(
                    "conflict", f"{who}: two jobs of kind {stint.kind} at once ({other.name}, {stint.name})"
                )
                self.plan.notes.append(row_note)
            if stint.props.get("primary") and other.props.get("primary"):
                stint.props["primary"] = False
                self.plan.notes.append(
                    row.note("primary", f"{who} is not the primary job: {other.name} is, on the same day")
                )

    def _write(self, row: Row, stint: Stint, stored: Stint | None) -> None:
        contact = row.values["contact"]
        if stored is None:
            self.touched.add(contact)
            self.plan.created[row.file] += 1
            self.new.append(self._new(row, stint))
            return
        changes = {name: value for name, value in stint.props.items() if stored.props.get(name) != value}
        if not changes:
            self.plan.unchanged[row.file] += 1
            return
        self.touched.add(contact)
        self.plan.changed[row.file] += 1
        edit = {"type": "WORKS_AT", "uid": stint.uid, "rev": stored.props.get("rev") or 0, "props": changes}
        self.edits.append(edit)
        history.note(self.change, "job", edit, stored.props, [("Contact", contact), ("Account", stint.account)])

    def _new(self, row: Row, stint: Stint) -> dict[str, Any]:
        props = dict(stint.props)
        days = {day: props.pop(day).isoformat() for day in _TEXT_DAYS}
        if "id" in row.values and external_id(row.values["id"]):
            props["external_id"] = row.values["id"]
        if self._context.source:
            props.setdefault("source", self._context.source)
        return {"uid": stint.uid, "contact": row.values["contact"], "account": stint.account, "props": props, **days}
