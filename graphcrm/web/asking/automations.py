"""The lists of automations, for the API, the pages and the program that runs them: what may be asked, who is in."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from graphcrm.access import many
from graphcrm.errors import InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.queries.automations.automations import Automation
from graphcrm.queries.automations.runs import Run
from graphcrm.queries.automations.runs import runs as runs_of
from graphcrm.queries.automations.standing import standing
from graphcrm.queries.records.names import names
from graphcrm.services.automations import STANDING_MOST
from graphcrm.services.views import written
from graphcrm.web.asking import cursors, listings, views
from graphcrm.web.asking.listings import Listing, cut
from graphcrm.web.asking.parameters import ListParameters, PlainPageParameters

_PAGE = 1_000
_FIRST = 20  # names of a preview
_ORDER = frozenset({"sort", "columns", "as_of", "limit", "cursor", "back"})  # who is in a list does not hang on it


def parameters(kind: str, text: str) -> str:
    """The filters of a list as they are kept, from its address; raises InvalidInputError where there are none."""
    pairs = [(name, value) for name, value in parse_qsl(text) if name not in _ORDER]
    kept = views.parameters(many(kind), written(pairs), strict=True)
    if not kept:
        message = said("The list has no filter, so everything would be in it; choose some.")
        raise InvalidInputError(message, field="parameters")
    return kept


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


@dataclass(frozen=True, slots=True)
class Preview:
    """A dry run: how many are in the list, and the records of the next round, the first of them by name."""

    standing: int
    number: int
    first: list[tuple[str, str]]


def preview(runner: Runner, automation: Automation) -> Preview:
    """What the next round of an automation would do something with, as its author sees it; raises InvalidInputError.

    Of one that has not looked yet, or does not run, that is what would be done if all in the list came now.
    """
    found = matching(runner, automation)
    before = standing(runner, uid=automation.uid, limit=2 * STANDING_MOST)
    came = [uid for uid in found if uid not in before]
    called = {one.uid: one.name for one in names(runner, uids=came[:_FIRST])}
    return Preview(len(found), len(came), [(uid, called[uid]) for uid in came[:_FIRST] if uid in called])


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
