"""Segments, for the API and the pages alike: who sees them page by page, and the first records of a question."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.records.entry import Entry
from graphcrm.queries.records.listing import listing
from graphcrm.queries.records.segment import Groups
from graphcrm.queries.segments.segments import Segment
from graphcrm.queries.segments.segments import segments as segments_of
from graphcrm.services.segments import asked as question
from graphcrm.web.asking import cursors
from graphcrm.web.asking.listings import Listing
from graphcrm.web.asking.parameters import PlainPageParameters

Kind = Literal["contact", "account", "lead"]
FIRST = 10  # records that a preview shows


class SegmentsParameters(PlainPageParameters):
    """Of the segments."""

    kind: Annotated[Kind | None, Field(description="Only those of such records.")] = None


def segments(runner: Runner, user: str, asked: SegmentsParameters) -> Listing[Segment]:
    """One page of the segments that a user sees, the oldest first."""
    of = cursors.question("segments", user, asked.kind)
    after = cursors.read(asked.cursor, cursors.AfterUid, of)
    rows = segments_of(runner, user=user, kind=asked.kind, after=after.uid if after else "", limit=asked.limit + 1)
    page = rows[: asked.limit]
    more = len(rows) > asked.limit
    return Listing(page, cursors.written(cursors.AfterUid(of=of, uid=page[-1].uid)) if more else None)


def first(runner: Runner, kind: str, groups: Groups, user: str) -> list[Entry]:
    """The first records of a question, by name; raises ForbiddenError."""
    on = moment(None).on
    return listing(runner, kind=kind, on=on, segment=question(runner, kind, groups, user, on), limit=FIRST)
