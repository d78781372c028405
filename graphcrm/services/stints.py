"""Stints: what is given of one and what is stored make the next one; and what two of one person may not be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm.dates import bounds
from graphcrm.queries.load.stored_stints import StoredStint

BOUNDS = ("start_min", "start_max", "end_min", "end_max")
BESIDE = frozenset({"board", "advisor"})  # kinds of jobs that are held beside another
_DAYS = ("verified_on", *BOUNDS)
_BOUNDING = ("start", "end", "end_status", "verified_on")

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
        return ended(self.props)

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

    def conflicts(self, other: Stint) -> bool:
        """Whether both are the same kind of job at the same account at once."""
        return (self.account, self.kind) == (other.account, other.kind) and self.overlaps(other)

    def rivals(self, other: Stint) -> bool:
        """Whether both are the primary job on one day."""
        return bool(self.props.get("primary") and other.props.get("primary")) and self.overlaps(other)


def merged(stored: Stint | None, given: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The properties of a stint, of those stored and those given (`dated`); a new one is an employment."""
    return dated(stored.props if stored else None, {**({} if stored else {"kind": "employee"}), **given}, today)


def dated(stored: Mapping[str, Any] | None, given: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The properties of what holds for some time, of those stored and those given (None takes one away).

    Its bounds follow. An end says that it has ended, and its absence in a new one that it is ongoing. Raises
    InvalidDateError where the dates cannot be.
    """
    base = {"verified_on": today} if stored is None else stored
    props = {**base, **given}
    if "end_status" not in given and (props.get("end") or stored is None or "end" in given):
        props["end_status"] = "ended" if props.get("end") else "ongoing"
    if stored and not ended(stored) and ended(props) and not given.get("end") and "verified_on" not in given:
        props["verified_on"] = today  # it held when it was last verified; that it has ended is known since today
    if stored is None or any(props.get(name) != base.get(name) for name in _BOUNDING):
        status, verified_on = props.get("end_status") or "ongoing", props.get("verified_on") or today
        found = bounds(props.get("start"), props.get("end"), status, verified_on, today=today)
        props |= {"end_status": status, "verified_on": verified_on, **found._asdict()}
    return props


def ended(props: Mapping[str, Any]) -> bool:
    """Whether something is said to have ended."""
    return bool(props.get("end")) or props.get("end_status") == "ended"
