"""What an account may be worth to us, factor by factor, in words."""

from __future__ import annotations

from collections.abc import Callable

from flask_babel import gettext as _
from flask_babel import ngettext

from graphcrm.potential import Factor as Weight
from graphcrm.web.asking.potential import Weighed
from graphcrm.web.pages.paths.factors import Factor
from graphcrm.web.pages.words import day, several


def lines(found: Weighed) -> list[Factor]:
    """Each factor with its points, what is known, and the sum."""
    told = [Factor("+", f"{one.points:.1f}", f"{_said(one, found)} ({_of(one)})") for one in found.potential.factors]
    most = sum(one.most for one in found.potential.factors)
    points = sum(one.points for one in found.potential.factors)
    return [*told, Factor("=", f"{points:.1f}", _("of %(most)s points, so %(score)s of 100",
                                                  most=most, score=f"{found.potential.score:.0f}"))]  # fmt: skip


def _of(one: Weight) -> str:
    return _("of %(most)s at most", most=one.most)


def _said(one: Weight, found: Weighed) -> str:
    """What is known of a factor."""
    known = found.known
    counts: dict[str, Callable[[], str]] = {
        "ties": lambda: _ties(len(known.ties or ())),
        "open": lambda: ngettext("%(num)d open opportunity", "%(num)d open opportunities", known.open or 0),
        "won": lambda: ngettext("%(num)d opportunity won", "%(num)d opportunities won", known.won or 0),
        "industry": lambda: _industry(found),
        "contracts": lambda: ngettext("%(num)d contract runs", "%(num)d contracts run", known.contracts or 0),
        "contact": lambda: (
            _("last contact on %(day)s", day=day(known.last_at)) if known.last_at else _("no contact yet")
        ),
        "size": lambda: _size(known.employees),
    }
    return counts[one.name]()


def _ties(number: int) -> str:
    return ngettext("how well we know %(num)d person there", "how well we know %(num)d people there", number)


def _industry(found: Weighed) -> str:
    won, lost = found.known.industry or (0, 0)
    if not found.industry:
        return _("no industry is known")
    return _("of others in %(industry)s %(won)s won and %(lost)s lost", industry=found.industry, won=won, lost=lost)


def _size(employees: float | None) -> str:
    if not employees:
        return _("nobody knows how large it is")
    return _("about %(number)s employees", number=several(employees))
