"""Who of us knows whom at an account, as a table, and what to be warned of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from graphcrm.queries.accounts.coverage import Known

SHOWN = 8  # people
_COLUMNS = 5  # users
_COUNTS = 0.01  # the least strength that carries a path at all: graphcrm.warmth, "possible"


@dataclass(frozen=True, slots=True)
class Column:
    """One of us, and how many people there they know."""

    user: str
    name: str
    people: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A tie: how strong, and when they last had to do with each other."""

    strength: float
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody there, and their tie with each of the columns' users; `more` are ties with others of us."""

    known: Known
    cells: list[Cell | None]
    more: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The table: of the best known `people`, and of the `users` with the best ties. `warning` says what it hangs on."""

    columns: list[Column]
    lines: list[Line]
    people: int
    users: int
    warning: str | None


def coverage_of(known: Sequence[Known]) -> Coverage:
    """The table of the people we know best."""
    users = known[0].users if known else []
    best: dict[str, float] = {}
    for user, _name, strength, _last_at in (tie for one in known for tie in one.ties):
        best[user] = max(strength, best.get(user, 0.0))
    shown = sorted((user for user in users if user[0] in best), key=lambda user: (-best[user[0]], user[0]))[:_COLUMNS]
    columns = [Column(uid, name, people) for uid, name, people, _best in shown]
    lines = [_line(one, columns) for one in known]
    return Coverage(columns, lines, known[0].people if known else 0, len(users), _warning(known))


def _line(known: Known, columns: Sequence[Column]) -> Line:
    ties = {user: Cell(strength, last_at) for user, _name, strength, last_at in known.ties}
    cells = [ties.get(column.user) for column in columns]
    return Line(known, cells, len(ties) - sum(cell is not None for cell in cells))


def _warning(known: Sequence[Known]) -> str | None:
    """What would be lost with one of us, or with one of them; ties that have gone cold hold nothing."""
    users = [user for user in known[0].users if user[3] >= _COUNTS] if known else []
    people = [one for one in known if one.ties[0][2] >= _COUNTS]
    warning: str | None = None
    if not known:
        warning = _("None of us knows anybody here yet.")
    elif not users:
        warning = _("What ties we have here have gone cold: none of them carries any more.")
    elif len(users) == 1 and len(people) == 1:
        words = {"user": users[0][1], "contact": people[0].name}
        warning = _("Everything here hangs on one tie: that of %(user)s with %(contact)s.", **words)
    elif len(users) == 1:
        warning = _(
            "All of our ties here are those of %(user)s: without %(user)s there is no way in.", user=users[0][1]
        )
    elif len(people) == 1:
        words = {"contact": people[0].name}
        warning = _("All of our ties here are with %(contact)s: should they leave, there is no way in.", **words)
    return warning
