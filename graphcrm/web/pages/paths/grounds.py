"""What a hop of a path rests on, in words: in short for its pills, in full where a card unfolds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from flask_babel import gettext as _
from flask_babel import ngettext

from graphcrm.queries.colleagues.acquaintance import Acquaintance, Shared
from graphcrm.queries.ties.tie import Tie
from graphcrm.web.pages.paths.factors import among
from graphcrm.web.pages.words import channels, day, duration, month, several, span

_PARTIAL_DAYS = 31  # what a date without its day leaves open


@dataclass(frozen=True, slots=True)
class Pill:
    """One piece of evidence in short: a fact, one that the dates leave open, or one that has grown old."""

    says: str
    sort: Literal["fact", "open", "old"] = "fact"
    weakest: bool = False


def pills_of(hop: Tie | Acquaintance, then: tuple[str, str] | None, *, weakest: bool) -> list[Pill]:
    """What a hop rests on, in short; `then` is as for `tie_grounds`."""
    if isinstance(hop, Tie):
        return [Pill(says, weakest=weakest and not n) for n, says in enumerate(_of_tie(hop, then))]
    return [
        Pill(_in_short(part), "fact" if part.stretch.certain_days else "open", weakest=weakest and not n)
        for n, part in enumerate(hop.shared)
    ]


def tie_grounds(tie: Tie, then: tuple[str, str] | None) -> list[str]:
    """What a tie rests on; `then` is (uid, name) of where they were on the last day, where that is worth saying."""
    return _met(tie) + _beside(tie, then)


def together(part: Shared) -> str:
    """A stretch of time that two people had together."""
    when = span(part.stretch.start, part.stretch.end)
    said = {"account": part.account_name, "when": when, "days": _days(part), "unit": among(part.people)}
    if part.same_department:
        return _("%(account)s, %(when)s: %(days)s, the same department, %(unit)s", **said)
    return _("%(account)s, %(when)s: %(days)s, %(unit)s", **said)


def _met(tie: Tie) -> list[str]:
    if not (tie.count and tie.first_at and tie.last_at):
        return []
    often = channels(tie.channels)
    if tie.first_at.date() == tie.last_at.date():
        return [_("%(often)s, on %(day)s", often=often, day=day(tie.last_at))]
    return [_("%(often)s, from %(month)s to %(day)s", often=often, month=month(tie.first_at), day=day(tie.last_at))]


def _beside(tie: Tie, then: tuple[str, str] | None) -> list[str]:
    grounds = []
    if then:
        grounds.append(_("%(contact)s was at %(account)s then", contact=tie.contact_name, account=then[1]))
    if tie.rating is not None:
        grounds.append(_("rated %(rating)d of 5 by %(user)s", rating=tie.rating, user=tie.user_name))
    return grounds


def _of_tie(tie: Tie, then: tuple[str, str] | None) -> list[str]:
    short = []
    if tie.count and tie.last_at:
        often, last = several(tie.count), day(tie.last_at)
        short = [
            ngettext(
                "%(often)s interaction, on %(day)s", "%(often)s interactions, last on %(day)s", tie.count,
                often=often, day=last,
            )
        ]  # fmt: skip
    return short + _beside(tie, then)


def _in_short(part: Shared) -> str:
    said = {"account": part.account_name, "when": span(part.stretch.start, part.stretch.end)}
    if not part.stretch.certain_days:
        return _("Possibly together at %(account)s, %(when)s", **said)
    if part.same_department:
        return _("Same department at %(account)s, %(when)s", **said)
    return _("Together at %(account)s, %(when)s", **said)


def _days(part: Shared) -> str:
    certain, possible = part.stretch.certain_days, part.stretch.possible_days
    if not certain:
        return _("possibly up to %(long)s", long=duration(possible)) if possible is not None else _("possibly together")
    if possible is None or possible - certain < _PARTIAL_DAYS:
        return duration(certain)
    return _("%(certain)s for certain, %(possible)s possibly", certain=duration(certain), possible=duration(possible))
