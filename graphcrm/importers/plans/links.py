"""account_links.csv and contact_links.csv: subsidiaries, partners, acquisitions; reporting lines, relations.

All rows of one record are decided together (groups.py), because a row with an end may end a link that is open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from graphcrm.errors import ConflictError, InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_set_aside, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.ids import derived, uid_of
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.queries.load.create_links import create_links
from graphcrm.queries.load.stored_links import stored_links
from graphcrm.services import linked
from graphcrm.services.derived import carry_rows
from graphcrm.services.linked import Link

_NO_PROPERTIES = {"id", "from", "to", "kind"}


@dataclass(frozen=True, slots=True)
class Kind:
    """Links of accounts, or of contacts."""

    label: str

    def identify(self, row: Row) -> str:
        """The uid that a row's link has when it is new."""
        kind = self.label.lower()
        start, end = row.need("from", f"from_{kind}_id"), row.need("to", f"to_{kind}_id")
        row.need("kind", "kind")
        given = row.values.get("id")
        return uid_of(f"{kind}_link", given) if given else _follows(row.values["kind"], start, end, row.values)

    def plan(self, runner: Runner, rows: list[Row], context: Context) -> Plan:
        """What a batch of whole groups comes to."""
        rows, unknown = without_unknown(runner, context, rows, (("from", self.label), ("to", self.label)))
        rows, aside = without_set_aside(runner, rows, [kind.upper() for kind in linked.LABELS])
        planning = _Planning(self.label, runner, context, rows)
        planning.plan.refused = [row.refused(reason, key) for row, key, reason in unknown + aside]
        # What ends comes first, so that the next can begin.
        for row in sorted(rows, key=lambda row: not _ended(row)):
            try:
                planning.decide(row)
            except (InvalidInputError, ConflictError) as error:
                planning.plan.refused.append(row.refused(error.detail, error.field))
        planning.plan.steps = planning.steps()
        return planning.plan


ACCOUNT = Kind("Account")
CONTACT = Kind("Contact")


class _Planning:
    """Gathers what a batch comes to; `_links` is what stands, by the record that it goes out from."""

    def __init__(self, label: str, runner: Runner, context: Context, rows: Sequence[Row]) -> None:
        self._label, self._runner, self._context = label, runner, context
        self._change = history.begin(runner, context)
        self.plan = Plan(change=self._change)
        self._new: list[dict[str, Any]] = []
        self._edits: list[dict[str, Any]] = []
        self._carried: set[str] = set()
        self._links: dict[str, dict[str, Link]] = {}
        self._outgoing([row.values["from"] for row in rows])
        self._by_uid = {link.uid: link for links in self._links.values() for link in links.values()}
        unmet = [row.uid for row in rows if row.uid not in self._by_uid]
        self._by_uid |= {link.uid: link for link in self._stored([], unmet)}
        self._listed = {row.uid for row in rows} | {_follows_of(row) for row in rows}

    def steps(self) -> list[Step]:
        """What to write. Jobs follow acquisitions once these are there."""
        carried = [{"account": account} for account in sorted(self._carried)]
        created = Step(partial(create_links, at=self._context.at), self._new)
        return [Step(change_edges, self._edits), created, Step(carry_rows, carried), history.step(self._change)]

    def decide(self, row: Row) -> None:
        """Decide one row; raises InvalidInputError and ConflictError where it cannot be."""
        stored = self._by_uid.get(row.uid) or self._same(row)
        given = {name: value for name, value in row.values.items() if name not in _NO_PROPERTIES}
        kind, start, end = row.values["kind"], row.values["from"], row.values["to"]
        if stored and (stored.kind, stored.start, stored.end) != (kind, start, end):
            where = f"that link is {stored.kind} from {stored.start} to {stored.end}"
            raise InvalidInputError(f"{where}; a link keeps these: end it, and add another.", field="id")
        if stored is None and self._context.source:
            given.setdefault("source", self._context.source)
        today = self._context.today
        link = stored.having(given, today) if stored else linked.new(row.uid, kind, start, end, given, today)
        linked.check(link, self._outgoing, before=stored)
        self._write(row, link, stored)

    def _write(self, row: Row, link: Link, stored: Link | None) -> None:
        changes = {name: value for name, value in link.props.items() if not stored or stored.props.get(name) != value}
        if not changes:
            self.plan.unchanged[row.file] += 1
            return
        self._by_uid[link.uid] = self._links[link.start][link.uid] = link
        if link.kind == "succeeded_by":
            self._carried.add(link.start)
        if stored:
            self.plan.changed[row.file] += 1
            rev = stored.props.get("rev") or 0
            edit = {"type": link.kind.upper(), "uid": link.uid, "rev": rev, "props": changes}
            self._edits.append(edit)
            on = [(self._label, link.start), (self._label, link.end)]
            history.note(self._change, link.what, edit, stored.props, on)
            return
        self.plan.created[row.file] += 1
        ends = {"label": self._label, "start": link.start, "end": link.end}
        self._new.append({"uid": link.uid, "type": link.kind.upper(), **ends, "props": changes})

    def _same(self, row: Row) -> Link | None:
        """The stored link that a row says again, or that it ends: the one open link that this import does not list."""
        ours = [
            link
            for link in self._links[row.values["from"]].values()
            if (link.kind, link.end) == (row.values["kind"], row.values["to"]) and link.uid not in self._listed
        ]
        follows = _follows_of(row)
        same = [link for link in ours if _follows(link.kind, link.start, link.end, link.props) == follows]
        if same or "id" in row.values or not _ended(row):
            return same[0] if same else None
        start = row.values.get("start")
        fit = [link for link in ours if not link.ended and link.props.get("start") == start]
        fit = [link for link in fit if _follows(link.kind, link.start, link.end, link.props) not in self._listed]
        return fit[0] if len(fit) == 1 else None

    def _outgoing(self, records: Sequence[str]) -> Iterable[Link]:
        """The links that go out from some records, as this import leaves them so far."""
        unmet = sorted(set(records) - self._links.keys())
        found: dict[str, dict[str, Link]] = defaultdict(dict)
        for link in self._stored(unmet, []) if unmet else ():
            found[link.start][link.uid] = link
        self._links |= {record: found[record] for record in unmet}
        return [link for record in records for link in self._links[record].values()]

    def _stored(self, starts: Sequence[str], uids: Sequence[str]) -> list[Link]:
        return [Link.stored(one) for one in stored_links(self._runner, label=self._label, starts=starts, uids=uids)]


def _follows(kind: str, start: str, end: str, values: Any) -> str:  # noqa: ANN401  (a row's, or properties)
    """The uid that follows from the five fields in which two rows are the same link."""
    return derived("link", start, end, kind, values.get("start") or "", values.get("end") or "")


def _follows_of(row: Row) -> str:
    return _follows(row.values["kind"], row.values["from"], row.values["to"], row.values)


def _ended(row: Row) -> bool:
    return "end" in row.values or row.values.get("end_status") == "ended"
