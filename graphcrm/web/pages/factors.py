"""A score, opened: each factor with the number it brings and what it rests on. The formulas are those of warmth.py,
asked with one thing at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from graphcrm import warmth
from graphcrm.queries.colleagues.acquaintance import Acquaintance, Shared
from graphcrm.queries.paths import Path, WarmPaths
from graphcrm.queries.ties.tie import Tie
from graphcrm.web.pages.words import count, day, score, spoken, strength

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
    factors = [
        Factor(_TIMES if n else "", strength(hop.strength), _hop(hop.evidence)) for n, hop in enumerate(path.hops)
    ]
    if asked:
        factors.append(
            Factor(_TIMES, f"{warmth.HOP_FACTOR**asked:.2f}", f"{count(asked, 'more person', 'more people')} to ask")
        )
    verified = warmth.verified_factor((answer.as_of - job.verified_on).days)
    factors.append(Factor(_TIMES, f"{verified:.2f}", f"the job was last verified on {day(job.verified_on)}"))
    factors.append(Factor("=", score(path.score), "score"))
    role = spoken(job.role) if job.role else "role not known"
    factors.append(
        Factor(_TIMES, f"{warmth.relevance(job.role):.1f}", f"relevance of the person reached ({role}): the rank")
    )
    return factors


def _hop(evidence: Tie | Acquaintance) -> str:
    if isinstance(evidence, Tie):
        return f"{evidence.user_name} knows {evidence.contact_name}"
    return f"{evidence.contact_name} worked with {evidence.colleague_name}"


def tie_factors(tie: Tie) -> list[Factor]:
    """What a tie's strength is the sum of, or the rating that is more than this sum."""
    volume = warmth.tie_strength(tie.out + tie.into, 0)
    whole = warmth.tie_strength(tie.out, tie.into)
    factors = [
        Factor("", strength(volume), f"how much: {tie.out + tie.into:.1f} points, which halve every year"),
        Factor("+", strength(whole - volume), f"how mutual: {tie.out:.1f} from us, {tie.into:.1f} from them"),
    ]
    if tie.rating is not None:
        factors.append(Factor("or", strength(tie.floor), f"at least, by {tie.user_name}'s own word: {tie.rating} of 5"))
    return factors


def colleague_factors(acquaintance: Acquaintance, on: date) -> list[Factor]:
    """What the strength of a shared past is the product of, at the account that says most."""
    by_account = groupby(sorted(acquaintance.shared, key=lambda part: part.account), key=lambda part: part.account)
    parts = max((list(parts) for _, parts in by_account), key=lambda parts: _strength(parts, on))
    months = warmth.overlap_months(part.stretch for part in parts)
    together = warmth.colleague_strength(months, 1, 0, same_department=True)
    if not together:
        return [Factor("", strength(0), "less than a month together counts nothing")]
    years = warmth.years_apart([part.stretch for part in parts], on)
    size = warmth.colleague_strength(months, parts[0].people, 0, same_department=True) / together
    faded = warmth.colleague_strength(months, 1, years, same_department=True) / together
    known = parts[0].same_department
    department = 1.0 if known else warmth.OTHER_DEPARTMENT
    return [
        Factor("", strength(together), f"{months:.0f} months together at {parts[0].account_name}"),
        Factor(_TIMES, strength(size), f"among {count(parts[0].people, 'person', 'people')}"),
        Factor(_TIMES, strength(faded), f"{years:.1f} years ago" if years else "and still there"),
        Factor(_TIMES, strength(department), "the same department" if known else "not known to be the same department"),
    ]


def _strength(parts: list[Shared], on: date) -> float:
    stretches = [part.stretch for part in parts]
    months, years = warmth.overlap_months(stretches), warmth.years_apart(stretches, on)
    return warmth.colleague_strength(months, parts[0].people, years, same_department=parts[0].same_department)
