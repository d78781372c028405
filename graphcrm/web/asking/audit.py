"""The audit log page by page, for the API and the pages alike, and what an export of it takes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Literal

from pydantic import Field

from graphcrm.dates import start_of_day
from graphcrm.errors import InvalidDateError, said
from graphcrm.graph import Runner
from graphcrm.queries.audit.entries import END, Asked, entries
from graphcrm.queries.audit.entry import Entry
from graphcrm.queries.audit.entry_range import entry_range
from graphcrm.web.asking import cursors
from graphcrm.web.asking.listings import Listing
from graphcrm.web.asking.parameters import Day, Parameters, PlainPageParameters, Uid

_DAY, _EVER = timedelta(days=1), datetime.max.replace(tzinfo=UTC)
Action = Literal[
    "write", "import", "repair", "shell", "export", "permission", "sign_in", "sign_in_failed", "sign_out",
    "session_ended", "credential", "locked", "token_made", "token_used", "token_revoked", "refused",
]  # fmt: skip


class AuditFileParameters(Parameters):
    """Of the audit log, whole."""

    user: Annotated[Uid | None, Field(description="Only what this user did (a uid).")] = None
    action: Annotated[Action | None, Field(description="Only what was done in this way.")] = None
    record: Annotated[
        Uid | None,
        Field(description="Only what was done to this: the uid of a record, also one that is gone, or of a token."),
    ] = None
    since: Annotated[Day, Field(description="Only what was done on this day (UTC) or later.")] = None
    until: Annotated[Day, Field(description="Only what was done on this day (UTC) or before.")] = None


class AuditParameters(AuditFileParameters, PlainPageParameters):
    """Of the audit log, page by page."""


def audit(runner: Runner, asked: AuditParameters) -> Listing[Entry]:
    """One page of the audit log, the latest entries first; raises InvalidDateError."""
    of = cursors.question("audit", asked.user, asked.action, asked.record, asked.since, asked.until)
    after = cursors.read(asked.cursor, cursors.AfterNumbered, of)
    want = wanted(runner, asked)
    want["before"] = min(want["before"], after.seq if after else END)
    rows = entries(runner, **want, limit=asked.limit + 1)
    page, is_last = rows[: asked.limit], len(rows) <= asked.limit
    return Listing(page, None if is_last else cursors.written(cursors.AfterNumbered(of=of, seq=page[-1].seq)))


def wanted(runner: Runner, asked: AuditFileParameters) -> Asked:
    """Which entries are asked for, the days as numbers; raises InvalidDateError where none could be."""
    if asked.since and asked.until and asked.since > asked.until:
        message = said(
            "since is %(since)s; it cannot be after until, which is %(until)s.", since=asked.since, until=asked.until
        )
        raise InvalidDateError(message, field="since")
    since = start_of_day(asked.since or date.min)
    until = start_of_day(asked.until + _DAY) if asked.until else _EVER
    first, before = entry_range(runner, since=since, until=until) if asked.since or asked.until else (1, END)
    return {"user": asked.user, "action": asked.action, "record": asked.record, "first": first, "before": before}
