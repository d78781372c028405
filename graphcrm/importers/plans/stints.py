"""Stints: what a row makes of one, and which stored one a row is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graphcrm.importers.rows import Row
from graphcrm.nodes.ids import derived
from graphcrm.services.stints import Key, Stint, merged

_REFERENCES = {"id", "contact", "account"}


def of_row(row: Row, stored: Stint | None, today: date) -> Stint:
    """The stint as a row leaves it; raises InvalidInputError where its dates cannot be."""
    given = {key: value for key, value in row.values.items() if key not in _REFERENCES}
    uid = stored.uid if stored else row.uid
    return Stint(uid, row.values["account"], merged(stored, given, today), f"line {row.line}")


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
