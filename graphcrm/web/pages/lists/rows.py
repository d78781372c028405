"""The rows of a list: the records of one page, and what is told of all of them by one more question or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.lists.account_rows import AccountRow, account_rows
from graphcrm.queries.lists.contact_rows import ContactRow, contact_rows
from graphcrm.queries.lists.lead_rows import LeadRow, lead_rows
from graphcrm.queries.lists.named import Last
from graphcrm.queries.records.entry import Entry
from graphcrm.queries.ties.best_ties import best_ties

More = AccountRow | ContactRow | LeadRow


@dataclass(frozen=True, slots=True)
class Row:
    """One record; `strength` is that of a user's tie with a contact, None where there is none or nobody asked."""

    entry: Entry
    more: More | None
    strength: float | None = None

    @property
    def uid(self) -> str:
        """The record's uid."""
        return self.entry.uid

    @property
    def owner(self) -> tuple[str, str] | None:
        """Whose it is: a uid and a name."""
        return self.more.owner if self.more else None

    @property
    def last(self) -> Last | None:
        """Who had to do with them last, and when."""
        return getattr(self.more, "last", None)

    def told(self, name: str) -> Any:  # noqa: ANN401  (whatever a question answers)
        """What the second question says."""
        return getattr(self.more, name, None)

    def job(self, name: str) -> Any:  # noqa: ANN401
        """A part of a contact's job."""
        job = self.told("job")
        return getattr(job, name) if job else None


def rows(runner: Runner, kind: str, entries: Sequence[Entry], as_of: date | None, tie_of: str | None) -> list[Row]:
    """The rows of some records; `tie_of` is the user whose ties are told."""
    if not entries:
        return []
    when, uids = moment(as_of), [entry.uid for entry in entries]
    found = {one.uid: one for one in _more(runner, kind, uids, as_of)}
    ties: dict[str, float] = {}
    if tie_of and kind == "contact":
        known = best_ties(runner, contacts=uids, user=tie_of, before=when.before, limit=len(uids))
        ties = {one.contact: one.strength for one in known}
    return [Row(entry, found.get(entry.uid), ties.get(entry.uid)) for entry in entries]


def _more(runner: Runner, kind: str, uids: list[str], as_of: date | None) -> Sequence[More]:
    when, limit = moment(as_of), len(uids)
    if kind == "account":
        return account_rows(runner, accounts=uids, on=when.on, before=when.before, limit=limit)
    if kind == "contact":
        return contact_rows(runner, contacts=uids, on=when.on, before=when.before, limit=limit)
    return lead_rows(runner, leads=uids, on=when.on, before=when.before, limit=limit)
