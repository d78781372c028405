"""Stints: what a row makes of one, and which stored one a row is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm.dates import bounds
from graphcrm.importers.rows import Row
from graphcrm.nodes.ids import derived
from graphcrm.queries.load.stored_stints import StoredStint

BOUNDS = ("start_min", "start_max", "end_min", "end_max")
_DAYS = ("verified_on", *BOUNDS)
_BOUNDING = ("start", "end", "end_status", "verified_on")
_REFERENCES = {"id", "contact", "account"}

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Stint:
    """One stint of a contact; `props` has its days as dates. `name` is what a report calls it."""

    uid: str
    account: str
    props: dict[str, Any]
    name: str
    contact: str = ""

    @classmethod
    def stored(cls, found: StoredStint) -> Stint:
        """A stint as the graph has it."""
        days = {day: date.fromisoformat(found.props[day]) for day in _DAYS if found.props.get(day)}
        uid = found.props["uid"]
        return cls(uid, found.account, {**found.props, **days}, f"job {uid}", found.contact)

    @property
    def kind(self) -> str:
        """The kind of job; where none is said, it is an employment."""
        return str(self.props.get("kind") or "employee")

    @property
    def ended(self) -> bool:
        """Whether it is said to have ended."""
        return bool(self.props.get("end")) or self.props.get("end_status") == "ended"

    @property
    def key(self) -> Key:
        """What a row that ends it has in common with it."""
        return self.account, self.kind, self.props.get("start") or ""

    def overlaps(self, other: Stint) -> bool:
        """Whether there certainly is a day on which both hold."""
        mine, theirs = self.props, other.props
        if mine.get("start_max") is None or theirs.get("start_max") is None:
            return False
        return bool(max(mine["start_max"], theirs["start_max"]) < min(mine["end_min"], theirs["end_min"]))


def of_row(row: Row, stored: Stint | None, today: date) -> Stint:
    """The stint as a row leaves it; raises InvalidInputError where its dates cannot be."""
    base = stored.props if stored else {"kind": "employee", "verified_on": today}
    props = {**base, **{key: value for key, value in row.values.items() if key not in _REFERENCES}}
    if "end_status" not in row.values and (props.get("end") or not stored):
        props["end_status"] = "ended" if props.get("end") else "ongoing"
    if stored and not stored.ended and props.get("end_status") == "ended" and not _dated(row):
        props["verified_on"] = today  # it held when it was last verified; that it has ended is known since today
    if not stored or any(props.get(name) != base.get(name) for name in _BOUNDING):
        status, verified_on = props.get("end_status") or "ongoing", props.get("verified_on") or today
        found = bounds(props.get("start"), props.get("end"), status, verified_on, today=today)
        props.update(zip(BOUNDS, found, strict=True))
    uid = stored.uid if stored else row.uid
    return Stint(uid, row.values["account"], props, f"line {row.line}")


def _dated(row: Row) -> bool:
    return "end" in row.values or "verified_on" in row.values


def follows(account: str, contact: str, values: Mapping[str, Any]) -> str:
    """The uid that follows from the six fields in which two rows are the same stint."""
    kind = values.get("kind") or "employee"
    fields = (values.get("title") or "", kind, values.get("start") or "", values.get("end") or "")
    return derived("job", contact, account, *fields)


def match(rows: Sequence[Row], stored: Sequence[Stint]) -> list[Stint | None]:
    """Which stored stint of their contact each row is.

    The one of its uid; else one that is equal to it in the six fields; else, for a row without an id of its own, the
    one open stint that it ends. Each stored stint is one row's at most, the first one's.
    """
    by_uid = {stint.uid: stint for stint in stored}
    named = {row.uid for row in rows}
    free = [stint for stint in stored if stint.uid not in named]
    if not free:
        return [by_uid.get(row.uid) for row in rows]
    finder = _Finder(rows, free)
    return [by_uid.get(row.uid) or finder.take(row) for row in rows]


class _Finder:
    """Finds stints that no row names by uid."""

    def __init__(self, rows: Sequence[Row], free: Sequence[Stint]) -> None:
        self._free = {stint.uid: stint for stint in free}
        self._same = {stint.uid: follows(stint.account, stint.contact, stint.props) for stint in free}
        listed = {_follows(row) for row in rows}
        # What this import lists itself, as it is or as open, is nothing that another of its rows ends.
        self._endable = {uid for uid, same in self._same.items() if same not in listed}
        self._open = {_key(row) for row in rows if not _ended(row) and "title" not in row.values}

    def take(self, row: Row) -> Stint | None:
        """The stint a row is, which no other row is then."""
        same = _follows(row)
        found = next((uid for uid in self._free if self._same[uid] == same), None)
        if found is None and "id" not in row.values:
            found = self._ended_by(row)
        return self._free.pop(found) if found else None

    def _ended_by(self, row: Row) -> str | None:
        key = _key(row)
        if not _ended(row) or key in self._open:
            return None
        fit = [stint for uid, stint in self._free.items() if uid in self._endable and stint.key == key]
        still_open = [stint.uid for stint in fit if not stint.ended]
        if len(still_open) == 1:
            return still_open[0]
        # A row without a title that ended a stint when it was imported before: the stint has kept its title.
        end = row.values.get("end")
        before = [stint for stint in fit if stint.ended and stint.props.get("end") == end and "title" not in row.values]
        return min(before, key=lambda stint: (_differs(row, stint), stint.uid)).uid if before else None


def _follows(row: Row) -> str:
    return follows(row.values["account"], row.values["contact"], row.values) if "id" in row.values else row.uid


def _key(row: Row) -> Key:
    return row.values["account"], row.values.get("kind") or "employee", row.values.get("start") or ""


def _ended(row: Row) -> bool:
    return "end" in row.values or row.values.get("end_status") == "ended"


def _differs(row: Row, stint: Stint) -> bool:
    return any(stint.props.get(key) != value for key, value in row.values.items() if key not in _REFERENCES)
