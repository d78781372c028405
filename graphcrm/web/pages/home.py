"""The front page: whom to reach, and what there is to do today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from flask import Blueprint, render_template

from graphcrm.dates import Moment, moment
from graphcrm.queries.leads.to_work import LeadToWork, to_work
from graphcrm.queries.moves.feed import Feed, Question, feed
from graphcrm.queries.tasks.due import Due, due
from graphcrm.queries.ties.cooling import CoolingTie, cooling
from graphcrm.web.context import graph, my_day, my_uid
from graphcrm.web.pages.shell.layout import can

routes = Blueprint("home", __name__)

_SHOWN = 5  # of each: what fits a morning; of tasks one more, which says that there are others
_LATELY, _LONGER = timedelta(days=90), timedelta(days=365)


@dataclass(frozen=True, slots=True)
class _Moves:
    """The most promising moves of people the user knows, since a day."""

    feed: Feed
    since: date


@routes.get("/")
def home() -> str:
    """Show what is due, who moved, which ties go cold and which leads wait, of the user's own."""
    when = moment(None)
    return render_template(
        "home/home.html", tasks=_tasks(), moves=_moves(when), ties=_cooling(when), leads=_leads(when)
    )


def _tasks() -> list[Due] | None:
    return due(graph(), user=my_uid(), until=my_day(), limit=_SHOWN + 1) if can("tasks.task") else None


def _moves(when: Moment) -> _Moves | None:
    """Those of a quarter, or where nobody moved in it, of a year; None for who may not see moves."""
    if not can("feed.moves"):
        return None
    for back in (_LATELY, _LONGER):
        asked = Question(since=when.on - back, moment=when, user=my_uid(), ranked=True, limit=_SHOWN)
        found = _Moves(feed(graph(), asked), asked.since)
        if found.feed.items:
            break
    return found


def _cooling(when: Moment) -> list[CoolingTie] | None:
    if not can("contacts.contact"):
        return None
    return cooling(graph(), user=my_uid(), on=when.on, before=when.before, limit=_SHOWN)


def _leads(when: Moment) -> list[LeadToWork] | None:
    if not can("leads.lead"):
        return None
    return to_work(graph(), user=my_uid(), on=when.on, before=when.before, limit=_SHOWN)
