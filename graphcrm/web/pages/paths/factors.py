"""A score, opened: each factor with the number it brings and what it rests on. The formulas are those of warmth.py,
asked with one thing at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from flask_babel import gettext as _
from flask_babel import ngettext

from graphcrm import warmth
from graphcrm.queries.colleagues.acquaintance import Acquaintance, Shared
from graphcrm.queries.paths import Path, WarmPaths
from graphcrm.queries.ties.tie import Tie
from graphcrm.web.pages.words import day, score, several, spoken, strength

_TIMES = "×"


@dataclass(frozen=True, slots=True)
class Factor:
    """One line of a sum or a product."""

    sign: str
    number: str
    what: str


def path_factors(path: Path, answer: WarmPaths) -> list[Factor]:
    """What a path's score is the product of."""
    job, asked = path.job, len(path.hops) - 1
    hops = enumerate(path.hops)
    factors = [Factor(_TIMES if n else "", strength(hop.strength), claim(hop.evidence)) for n, hop in hops]
    if asked:
        what = ngettext("%(num)d more person to ask", "%(num)d more people to ask", asked)
        factors.append(Factor(_TIMES, f"{warmth.HOP_FACTOR**asked:.2f}", what))
    verified = warmth.verified_factor((answer.as_of - job.verified_on).days)
    when = _("the job was last verified on %(day)s", day=day(job.verified_on))
    role = spoken(job.role) if job.role else _("role not known")
    matters = _("relevance of the person reached (%(role)s): the rank", role=role)
    return [
        *factors,
        Factor(_TIMES, f"{verified:.2f}", when),
        Factor("=", score(path.score), _("score")),
        Factor(_TIMES, f"{warmth.relevance(job.role):.1f}", matters),
    ]


def claim(evidence: Tie | Acquaintance) -> str:
    """What a hop says."""
    if isinstance(evidence, Tie):
        return _("%(user)s knows %(contact)s", user=evidence.user_name, contact=evidence.contact_name)
    return _("%(contact)s worked with %(colleague)s", contact=evidence.contact_name, colleague=evidence.colleague_name)


def tie_factors(tie: Tie) -> list[Factor]:
    """What a tie's strength is the sum of, or the rating that is more than this sum."""
    volume = warmth.tie_strength(tie.out + tie.into, 0)
    whole = warmth.tie_strength(tie.out, tie.into)
    much = _("how much: %(points)s points, which halve every year", points=f"{tie.out + tie.into:.1f}")
    mutual = _("how mutual: %(ours)s from us, %(theirs)s from them", ours=f"{tie.out:.1f}", theirs=f"{tie.into:.1f}")
    factors = [Factor("", strength(volume), much), Factor("+", strength(whole - volume), mutual)]
    if tie.rating is not None:
        word = _("at least, by %(user)s's own word: %(rating)d of 5", user=tie.user_name, rating=tie.rating)
        factors.append(Factor(_("or"), strength(tie.floor), word))
    return factors


def colleague_factors(acquaintance: Acquaintance, on: date) -> list[Factor]:
    """What the strength of a shared past is the product of, at the account that says most."""
    by_account = groupby(sorted(acquaintance.shared, key=lambda part: part.account), key=lambda part: part.account)
    parts = max((list(parts) for _account, parts in by_account), key=lambda parts: _strength(parts, on))
    months = warmth.overlap_months(part.stretch for part in parts)
    together = warmth.colleague_strength(months, 1, 0, same_department=True)
    if not together:
        return [Factor("", strength(0), _("less than a month together counts nothing"))]
    years = warmth.years_apart([part.stretch for part in parts], on)
    size = warmth.colleague_strength(months, parts[0].people, 0, same_department=True) / together
    faded = warmth.colleague_strength(months, 1, years, same_department=True) / together
    known = parts[0].same_department
    account, long = parts[0].account_name, round(months)
    where = ngettext(
        "%(num)d month together at %(account)s", "%(num)d months together at %(account)s", long, account=account
    )
    ago = _("%(years)s years ago", years=f"{years:.1f}") if years else _("and still there")
    same = _("the same department") if known else _("not known to be the same department")
    return [
        Factor("", strength(together), where),
        Factor(_TIMES, strength(size), among(parts[0].people)),
        Factor(_TIMES, strength(faded), ago),
        Factor(_TIMES, strength(1.0 if known else warmth.OTHER_DEPARTMENT), same),
    ]


def among(people: float) -> str:
    """In a unit of how many."""
    return ngettext("among %(number)s person", "among %(number)s people", round(people), number=several(people))


def _strength(parts: list[Shared], on: date) -> float:
    stretches = [part.stretch for part in parts]
    months, years = warmth.overlap_months(stretches), warmth.years_apart(stretches, on)
    return warmth.colleague_strength(months, parts[0].people, years, same_department=parts[0].same_department)
