"""The lists of automations, for the API, the pages and the program that runs them: what may be asked, who is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from graphcrm.access import many
from graphcrm.errors import InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.queries.automations.automations import Automation
from graphcrm.queries.automations.runs import Run
from graphcrm.queries.automations.runs import runs as runs_of
from graphcrm.queries.records.names import names
from graphcrm.services import automations as service
from graphcrm.services.automations import STANDING_MOST
from graphcrm.services.changes import Change
from graphcrm.services.views import written
from graphcrm.web.asking import cursors, listings, views
from graphcrm.web.asking.listings import Listing, cut
from graphcrm.web.asking.parameters import ListParameters, PlainPageParameters

_PAGE = 1_000
_FIRST = 20  # names of a preview
_ORDER = frozenset({"sort", "columns", "as_of", "limit", "cursor", "back"})  # who is in a list does not hang on it


def parameters(kind: str, text: str) -> str:
    """The filters of a list as they are kept, from its address; raises InvalidInputError for what is no filter."""
    pairs = [(name, value) for name, value in parse_qsl(text) if name not in _ORDER]
    if any(name == "q" for name, _value in pairs):
        message = said("A search has no end: who is found hangs on how many are. Choose filters instead.")
        raise InvalidInputError(message, field="parameters")
    return views.parameters(many(kind), written(pairs), strict=True)


def matching(runner: Runner, automation: Automation) -> list[str]:
    """The uids of all that is in the list of an automation today, as its author sees it.

    Raises InvalidInputError where that are more than STANDING_MOST, or the list may not be asked that any more.
    """
    found: list[str] = []
    cursor: str | None = None
    while not found or cursor:
        page = listings.records(runner, automation.of, _asked(automation, _PAGE, cursor), user=automation.author)
        found += [entry.uid for entry in page.rows]
        cursor = page.cursor
        if len(found) > STANDING_MOST:
            message = said(
                "More than %(most)s records are in the list; choose a narrower one.", most=f"{STANDING_MOST:,}"
            )
            raise InvalidInputError(message, field="parameters")
        if not page.rows:
            break
    return found


def put(change: Change, user: str, values: Mapping[str, Any], uid: str | None = None, *, standing_too: bool) -> str:
    """Write an automation, and begin it where it is started or its list is another; answers its uid.

    Raises as services.automations.put, and InvalidInputError and ForbiddenError for a list that may not be asked.
    """
    uid = service.put(change, user, values, uid, standing_too=standing_too)
    made = service.one(change.tx, user, uid)
    if made.active and made.looked_at is None:
        service.begin(change, made, matching(change.tx, made))
    return uid


@dataclass(frozen=True, slots=True)
class Preview:
    """A dry run: how many are in the list, with how many of them something would be done, and the first of these.

    Of each its uid, its name, and why it would be sent no mail, where it would not.
    """

    standing: int
    number: int
    first: list[tuple[str, str, str | None]]


def preview(runner: Runner, automation: Automation) -> Preview:
    """What an automation would do something with if it looked now, as who asks sees it; nothing where it is stopped.

    Raises InvalidInputError, ForbiddenError.
    """
    found = matching(runner, automation)
    came = service.came_to(runner, automation, found) if automation.active else []
    called = {one.uid: one.name for one in names(runner, uids=came[:_FIRST])}
    unsent = service.unsent(runner, automation, list(called))
    first = [(uid, called[uid], unsent.get(uid)) for uid in came[:_FIRST] if uid in called]
    return Preview(len(found), len(came), first)


def runs(runner: Runner, uid: str, asked: PlainPageParameters) -> Listing[Run]:
    """One page of what an automation did, the latest first."""
    of = cursors.question("automation", uid)
    after = cursors.read(asked.cursor, cursors.AfterUid, of)
    rows = runs_of(runner, uid=uid, after=after.uid if after else None, limit=asked.limit + 1)
    return cut(rows, asked.limit, lambda last: cursors.AfterUid(of=of, uid=last.uid))


def _asked(automation: Automation, limit: int, cursor: str | None) -> ListParameters:
    given: ListParameters = views.asked(many(automation.of), automation.parameters)
    owner = automation.author if getattr(given, "owner", None) == "me" else getattr(given, "owner", None)
    return given.model_copy(update={"owner": owner, "limit": limit, "cursor": cursor})
