"""Paths by design/04 in plain Python over a bundle's rows: the slow way that nobody can get wrong."""

from __future__ import annotations

import csv
import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path

from graphcrm import warmth
from graphcrm.dates import Bounds, bounds, certainly_on, possibly_on, shared

Row = dict[str, str]


@dataclass(frozen=True)
class Found:
    """One path: who is asked, one after the other; the last one is at the target."""

    kind: str
    score: float
    people: tuple[str, ...]
    certain: bool

    @property
    def band(self) -> str:
        return warmth.band(self.score, certain=self.certain)


class World:
    """A bundle's rows, and what follows from them on one day."""

    def __init__(self, folder: Path, today: date) -> None:
        self.today = today
        self.now = datetime.combine(today, time.min, tzinfo=UTC)
        self.tables = {file.stem: _read(file) for file in sorted(folder.glob("*.csv"))}
        self.accounts = {row["account_id"]: row for row in self.tables["accounts"]}
        self.contacts = {row["contact_id"]: row for row in self.tables["contacts"]}
        self._colleagues: dict[tuple[str, str], tuple[float, bool]] = {}

    @cached_property
    def jobs(self) -> list[tuple[Row, Bounds]]:
        return [(row, self._bounds(row)) for row in self.tables["works_at"]]

    def _bounds(self, row: Row) -> Bounds:
        verified = date.fromisoformat(row["verified_on"])
        # graphcrm.dates takes an end without "ongoing" as ended, whatever the status says.
        return bounds(row["start_date"], row["end_date"], row["end_status"], verified, today=self.today)

    @cached_property
    def stints(self) -> dict[str, dict[str, list[tuple[Row, Bounds]]]]:
        """Stints by contact and account, without placeholders."""
        found: dict[str, dict[str, list[tuple[Row, Bounds]]]] = defaultdict(lambda: defaultdict(list))
        for row, span in self.jobs:
            if self.accounts[row["account_id"]]["placeholder"] != "true":
                found[row["contact_id"]][row["account_id"]].append((row, span))
        return found

    @cached_property
    def people_at(self) -> dict[str, list[str]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for contact, accounts in self.stints.items():
            for account in accounts:
                found[account][contact] = None
        return {account: list(contacts) for account, contacts in found.items()}

    @cached_property
    def ties(self) -> dict[str, dict[str, float]]:
        sizes, sums = _sizes(self.tables["interactions"]), defaultdict(lambda: [0.0, 0.0])
        for row in self.tables["interactions"]:
            age = (self.now - instant(row["occurred_at"])).total_seconds() / 86_400
            if row["contact_id"] and age > 0:
                size = int(row["participants"] or sizes[row["interaction_id"]])
                weight = warmth.interaction_weight(row["channel"], size) * 0.5 ** (age / 365)
                share = {"out": (1.0, 0.0), "in": (0.0, 1.0), "both": (0.5, 0.5)}[row["direction"]]
                pair = sums[row["user_id"], row["contact_id"]]
                pair[0] += weight * share[0]
                pair[1] += weight * share[1]
        ties: dict[str, dict[str, float]] = defaultdict(dict)
        for (user, contact), (out, into) in sums.items():
            ties[user][contact] = warmth.tie_strength(out, into)
        for row in self.tables["ratings"]:
            age = (self.now - instant(row["at"])).total_seconds() / 86_400
            floor = warmth.rating_floor(int(row["value"]), age)
            ties[row["user_id"]][row["contact_id"]] = max(floor, ties[row["user_id"]].get(row["contact_id"], 0.0))
        own = {row["user_id"]: row["contact_id"] for row in self.tables["users"]}
        return {user: {c: s for c, s in known.items() if c != own[user]} for user, known in ties.items()}

    def colleagues(self, one: str, other: str) -> tuple[float, bool]:
        """How strong a shared past is, and whether it is certain that there was one."""
        key = (one, other)
        if key not in self._colleagues:
            common = [account for account in self.stints[one] if account in self.stints[other]]
            self._colleagues[key] = max((self._at(account, one, other) for account in common), default=(0.0, False))
        return self._colleagues[key]

    def _at(self, account: str, one: str, other: str) -> tuple[float, bool]:
        mine, theirs = self.stints[one][account], self.stints[other][account]
        stretches = shared([span for _, span in mine], [span for _, span in theirs], self.today)
        if not stretches:
            return 0.0, False
        together = {
            (a["department"], b["department"])
            for a, x in mine
            for b, y in theirs
            if max(x.start_min, y.start_min) < min(x.end_max, y.end_max, self.today)
        }
        row = self.accounts[account]
        size = warmth.unit_size(int(row["employee_count"] or 0), row["size_band"], len(self.people_at[account]))
        strength = warmth.colleague_strength(
            warmth.overlap_months(stretches),
            size,
            warmth.years_apart(stretches, self.today),
            same_department=any(a and a == b for a, b in together),
        )
        return strength, sum(stretch.certain_days for stretch in stretches) > 0

    def paths(self, target: str, users: list[str] | None = None) -> list[Found]:
        """All paths into an account, the best first by rank."""
        found: list[tuple[float, Found]] = []
        staff = {c: self.stints[c][target] for c in self.people_at[target]}
        present = {c: [(r, s) for r, s in rows if possibly_on(s, self.today)] for c, rows in staff.items()}
        for reached, rows in present.items():
            if rows:
                row = max((r for r, _ in rows), key=lambda r: warmth.relevance(r["role"]))
                certain = any(certainly_on(span, self.today) for _, span in rows)
                verified = max(date.fromisoformat(r["verified_on"]) for r, _ in rows)
                factor = warmth.verified_factor((self.today - verified).days)
                for user in users or list(self.ties):
                    for path in self._to(user, reached, {c for c, r in present.items() if r}, certain=certain):
                        score = path.score * factor
                        ranked = Found(path.kind, score, path.people, path.certain)
                        found.append((score * warmth.relevance(row["role"]), ranked))
        found.sort(key=lambda pair: (-pair[0], pair[1].people))
        return [path for _, path in found]

    def _to(self, user: str, reached: str, inside: set[str], *, certain: bool) -> list[Found]:
        known = self.ties[user]
        paths = [Found("direct", known[reached], (user, reached), certain)] if reached in known else []
        for last in self._former_colleagues(reached):
            if last in inside:
                continue
            near, near_certain = self.colleagues(last, reached)
            if last in known:
                score = math.prod((known[last], near, 0.85))
                paths.append(Found("former_colleague", score, (user, last, reached), near_certain))
            for first in self._former_colleagues(last):
                if first in known and first not in inside and first != reached:
                    far, far_certain = self.colleagues(first, last)
                    score = math.prod((known[first], far, near, 0.85**2))
                    certain_path = near_certain and far_certain
                    paths.append(Found("chain", score, (user, first, last, reached), certain_path))
        return [path for path in paths if path.score > 0]

    def _former_colleagues(self, contact: str) -> list[str]:
        others = dict.fromkeys(c for account in self.stints[contact] for c in self.people_at[account] if c != contact)
        return [c for c in others if self.colleagues(c, contact)[0] > 0]


def instant(text: str) -> datetime:
    """A moment as a bundle writes it; a day is its first moment, UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _sizes(interactions: list[Row]) -> Counter[str]:
    """How many took part in each interaction, as its rows tell."""
    columns = ("user_id", "contact_id", "lead_id")
    took_part = {(row["interaction_id"], column, row[column]) for row in interactions for column in columns}
    return Counter(interaction for interaction, _, uid in took_part if uid)
