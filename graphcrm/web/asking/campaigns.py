"""Campaigns: who is asked and comes, page by page; whom a group or a segment has; and what followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from graphcrm.errors import InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.queries.campaigns.attendees import Attendee, attendees
from graphcrm.services import attendance, groups, segments
from graphcrm.services.changes import Record
from graphcrm.services.records import LABELS
from graphcrm.web.asking import cursors, listings
from graphcrm.web.asking.filters import ContactsParameters, LeadsParameters
from graphcrm.web.asking.listings import Listing, cut
from graphcrm.web.asking.parameters import LIMIT_MOST, Parameters, PlainPageParameters

_DAYS, _DAYS_MOST = 30, 365
Status = Literal["invited", "registered", "attended", "no_show"]
Days = Annotated[int, Field(ge=1, le=_DAYS_MOST, description="How many days after it, and before it, are looked at.")]


class AttendanceParameters(PlainPageParameters):
    """Of who is asked to a campaign."""

    status: Annotated[Status | None, Field(description="Only those of whom it is as far.")] = None


class EffectParameters(Parameters):
    """Of what followed a campaign."""

    days: Days = _DAYS


class CampaignParameters(AttendanceParameters, EffectParameters):
    """Of the page of a campaign."""

    @property
    def kept(self) -> dict[str, Any]:
        """What the address of the same page says."""
        return self.model_dump(mode="json", exclude_defaults=True)


def attending(runner: Runner, campaign: str, asked: AttendanceParameters) -> Listing[Attendee]:
    """One page of who is asked to a campaign, by name."""
    of = cursors.question("attendance", campaign, asked.status)
    after = cursors.read(asked.cursor, cursors.AfterText, of)
    rows = attendees(
        runner,
        campaign=campaign,
        status=asked.status,
        after=(after.key, after.uid) if after else None,
        limit=asked.limit + 1,
    )
    return cut(rows, asked.limit, lambda last: cursors.AfterText(of=of, key=last.name, uid=last.key))


def of_group(runner: Runner, user: str, uid: str) -> list[Record]:
    """The contacts that who asks sees in a group; raises InvalidInputError, also where they are too many."""
    try:
        groups.one(runner, user, uid)
    except NotFoundError as error:
        raise InvalidInputError(error.detail, field="group") from error
    return _some(runner, "contact", ContactsParameters(group=uid, limit=LIMIT_MOST), user, "group")


def of_segment(runner: Runner, user: str, uid: str) -> list[Record]:
    """Those in a segment of contacts or leads; raises NotFoundError, InvalidInputError."""
    kind = segments.one(runner, user, uid).kind
    if kind == "account":
        raise InvalidInputError(said("The segment has accounts in it; people come to a campaign."), field="segment")
    asked = ContactsParameters if kind == "contact" else LeadsParameters
    return _some(runner, kind, asked(segment=uid, limit=LIMIT_MOST), user, "segment")


def _some(
    runner: Runner, kind: str, asked: ContactsParameters | LeadsParameters, user: str, field: str
) -> list[Record]:
    found: list[Record] = []
    for uid in _all(runner, kind, asked, user):
        found.append((LABELS[kind], uid))
        if len(found) > attendance.MOST:
            message = said(
                "There are more than %(most)s in it, and as many are put down at once; nothing was changed.",
                most=f"{attendance.MOST:,}",
            )
            raise InvalidInputError(message, field=field)
    return found


def _all(runner: Runner, kind: str, asked: ContactsParameters | LeadsParameters, user: str) -> Iterator[str]:
    """The uids of all pages of a list."""
    cursor: str | None = None
    while True:
        page = listings.records(runner, kind, asked.model_copy(update={"cursor": cursor}), user=user)
        yield from (row.uid for row in page.rows)
        cursor = page.cursor
        if not cursor:
            return
