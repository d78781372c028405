"""What an account may be worth to us, factor by factor, in words."""

from __future__ import annotations

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


def _said(one: Weight, found: Weighed) -> str:  # noqa: PLR0911  (a sentence for each factor)
    known = found.known
    match one.name:
        case "ties":
            number = len(known.ties or ())
            return ngettext("we know %(num)d person there", "we know %(num)d people there best", number)
        case "open":
            return ngettext("%(num)d open opportunity", "%(num)d open opportunities", known.open or 0)
        case "won":
            return ngettext("%(num)d opportunity won", "%(num)d opportunities won", known.won or 0)
        case "industry":
            won, lost = known.industry or (0, 0)
            if not found.industry:
                return _("no industry is known")
            return _("of others in %(industry)s %(won)s won and %(lost)s lost",
                     industry=found.industry, won=won, lost=lost)  # fmt: skip
        case "contracts":
            return ngettext("%(num)d contract runs", "%(num)d contracts run", known.contracts or 0)
        case "contact":
            return _("last contact on %(day)s", day=day(known.last_at)) if known.last_at else _("no contact yet")
        case "size":
            return (
                _("about %(number)s employees", number=several(known.employees))
                if known.employees
                else _("nobody knows how large it is")
            )
