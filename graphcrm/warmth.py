"""Warmth: how strong a tie, a shared past and a path are. Pure functions; every constant stands here with its reason.

Strengths and scores run from 0 to 1. Nothing is learnt and nothing is hidden: the pages show each factor.
Sources: half-life sums, Roth et al., "Suggesting Friends Using the Implicit Social Graph", KDD 2010; recency and
reciprocity as the strongest signals of a tie, Gilbert & Karahalios, "Predicting Tie Strength With Social Media",
CHI 2009.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from graphcrm.dates import Stretch

MODEL_VERSION = "1"  # returned with every answer; raised with any change of a number or a formula below

# What one interaction is worth, by channel: meeting costs both sides the most, an event may be a nod across a hall.
CHANNEL_WEIGHTS = {"meeting": 4.0, "video": 3.0, "call": 2.0, "email": 1.0, "message": 1.0, "event": 0.5, "other": 0.5}
CROWD = 10  # from ten people on, being in the same room says nothing about two of them

TIE_HALF_LIFE_DAYS = 365.0  # last year's mails count half: people change jobs and forget
TIE_SCALE = 10.0  # about three meetings this month make 0.7 of what a tie can be
TIE_ONE_SIDED = 0.35  # the share that volume alone can earn ...
TIE_MUTUAL = 0.65  # ... and the share that takes both sides: unanswered mails are no tie
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # of the forward-decayed sums ("heat"); any fixed instant would do

RATING_FLOORS = {1: 0.1, 2: 0.25, 3: 0.45, 4: 0.65, 5: 0.85}  # the user's own word; 5 is "would do me a favour today"
RATING_HALF_LIFE_DAYS = 730.0  # said once and true for longer than a mail, but not for ever

COLLEAGUES_MOST = 0.7  # the most that a shared past is worth: nobody has said that they liked each other
OVERLAP_SCALE_MONTHS = 18.0  # a year and a half makes 63 % of it
OVERLAP_LEAST_MONTHS = 1.0  # less may be two people's notice periods
OVERLAP_UNKNOWN_MOST_MONTHS = 12.0  # what an overlap of unknown start may count
UNIT_SIZE_FULL = 50.0  # up to 50 people everybody knows everybody; above, the chance falls with the root
UNIT_SIZE_UNKNOWN = 500  # what a company of unknown size is taken for, at least
COLLEAGUES_HALF_LIFE_YEARS = 5.0  # how a shared past fades
OTHER_DEPARTMENT = 0.7  # the same company, but not known to be the same department

HOP_FACTOR = 0.85  # each further person asked may say no
VERIFIED_STALE = ((730.5, 0.7), (365.25, 0.9))  # days since the job was last known to hold: people move on
RELEVANCE = {"decision_maker": 1.0, "buyer": 1.0, "influencer": 0.8}  # of the person reached; see RELEVANCE_OTHER
RELEVANCE_OTHER = 0.6
BANDS = ((0.30, "strong"), (0.10, "good"), (0.01, "possible"))  # below the last: weak, folded, never called warm
CONNECTORS_COUNTED = 5  # in an account's warmth: a sixth introduction adds no new door

_NUMBERS = re.compile(r"(\d+)\s*([kK千万]?)")  # of a size band: 11-50, 1k-5k, 1万以上
_UNITS = {"": 1, "k": 1_000, "千": 1_000, "万": 10_000}
_DIGITS_MOST = 9  # nobody employs more
DAYS_PER_MONTH = 365.25 / 12
DAYS_PER_YEAR = 365.25
_SECONDS_PER_DAY = 86_400.0
_MOST_DOUBLINGS = 1000.0  # seen from a long past, an interaction of the year 9999 is more than a float can hold


def group_factor(participants: int) -> float:
    """What is left of an interaction's weight for one pair out of `participants` people."""
    if participants >= CROWD:
        return 0.0
    return 1.0 / max(1, participants - 1)


def interaction_weight(channel: str, participants: int) -> float:
    """The undecayed weight of one interaction for one pair."""
    return CHANNEL_WEIGHTS.get(channel, CHANNEL_WEIGHTS["other"]) * group_factor(participants)


def days_since_epoch(moment: datetime) -> float:
    """Days (24 h) from EPOCH to a moment."""
    return (moment - EPOCH).total_seconds() / _SECONDS_PER_DAY


def half_lives(moment: datetime) -> float:
    """Half-lives of a tie from EPOCH to a moment: what queries take from a heat to have the sum at the moment."""
    return days_since_epoch(moment) / TIE_HALF_LIFE_DAYS


def decayed(heat: float | None, moment: datetime) -> float:
    """The decayed sum at a moment, from a forward-decayed one: `heat` = log2 Σ w · 2^(t / 365 d), None for no sum."""
    if heat is None:
        return 0.0
    return float(2.0 ** min(_MOST_DOUBLINGS, heat - half_lives(moment)))


def fading(at: datetime, moment: datetime) -> float:
    """What is left of an interaction's weight at a moment."""
    return float(0.5 ** ((moment - at).total_seconds() / _SECONDS_PER_DAY / TIE_HALF_LIFE_DAYS))


def tie_strength(out: float, into: float) -> float:
    """The strength of a tie from its decayed sums: what the user sent, and what came back."""
    volume = 1 - math.exp(-(out + into) / TIE_SCALE)
    mutual = 1 - math.exp(-2 * min(out, into) / TIE_SCALE)
    return TIE_ONE_SIDED * volume + TIE_MUTUAL * mutual


def most_tie_strength(heat: float, moment: datetime) -> float:
    """The most a tie of this total heat can be, whatever its directions: the bound that ends a search early."""
    return 1 - math.exp(-decayed(heat, moment) / TIE_SCALE)


def rating_floor(value: int, age_days: float) -> float:
    """The least a tie is, by the user's own word (1 to 5) of that age."""
    return float(RATING_FLOORS[value] * 0.5 ** (age_days / RATING_HALF_LIFE_DAYS))


def overlap_months(stretches: Iterable[Stretch]) -> float:
    """Months worked together at one account: the mean of certain and possible, stretches added."""
    return sum(_stretch_months(stretch) for stretch in stretches)


def _stretch_months(stretch: Stretch) -> float:
    months = (stretch.certain_days + stretch.days_at_most) / 2 / DAYS_PER_MONTH
    return months if stretch.start is not None else min(months, OVERLAP_UNKNOWN_MOST_MONTHS)


def years_apart(stretches: Sequence[Stretch], day: date) -> float:
    """Years since two people last worked at that account together, 0 while both are there."""
    ends = [stretch.end for stretch in stretches]
    return 0.0 if None in ends else max(0, (day - max(end for end in ends if end)).days) / DAYS_PER_YEAR


def colleague_strength(months: float, people: float, years: float, *, same_department: bool) -> float:
    """The strength of a shared past: `months` together, in a unit of `people`, `years` ago."""
    if months < OVERLAP_LEAST_MONTHS:
        return 0.0
    together = COLLEAGUES_MOST * (1 - math.exp(-months / OVERLAP_SCALE_MONTHS))
    size = min(1.0, math.sqrt(UNIT_SIZE_FULL / people))
    fading = 0.5 ** (years / COLLEAGUES_HALF_LIFE_YEARS)
    return float(together * size * fading * (1.0 if same_department else OTHER_DEPARTMENT))


def unit_size(employees: int | None, size_band: str | None, known: int) -> float:
    """How many people two colleagues were among: the account's, of which `known` are on record.

    No department's size is known (those on record are the few that somebody noted), so a shared one counts by
    OTHER_DEPARTMENT alone.
    """
    return employees or band_middle(size_band) or max(UNIT_SIZE_UNKNOWN, known)


def band_middle(size_band: str | None) -> float | None:
    """The middle of a size band: 30.5 for "11-50"; an open one ("10001+") is taken for twice its lower end."""
    found = _NUMBERS.findall(re.sub(r"(?<=\d)[,.' ](?=\d{3}(\D|$))", "", size_band or ""))
    numbers = [int(number[:_DIGITS_MOST]) * _UNITS[unit.lower()] for number, unit in found]
    if not numbers or numbers[-1] == 0:
        return None
    return sum(numbers[:2]) / 2 if len(numbers) > 1 else numbers[0] * 2.0


def path_score(strengths: Sequence[float], verified_factor: float) -> float:
    """The score of a path from the strengths of its person-to-person hops."""
    return float(math.prod(strengths) * HOP_FACTOR ** (len(strengths) - 1) * verified_factor)


def verified_factor(age_days: int) -> float:
    """What is left of a path when the job it ends in was last known to hold so many days ago."""
    return next((factor for days, factor in VERIFIED_STALE if age_days > days), 1.0)


def relevance(role: str | None) -> float:
    """How much the person reached matters for a sale."""
    return RELEVANCE.get(role or "", RELEVANCE_OTHER)


def band(score: float, *, certain: bool) -> str:
    """The word for a score; never above "possible" without certain evidence."""
    word = next((word for least, word in BANDS if score >= least), "weak")
    return word if certain or word == "weak" else "possible"


def account_warmth(best_by_connector: Iterable[float]) -> float:
    """How open an account is to us: 1 − Π(1 − best path per distinct connector), five connectors at most."""
    best = sorted(best_by_connector, reverse=True)[:CONNECTORS_COUNTED]
    return 1 - math.prod(1 - score for score in best)


# Bands that everybody writes alike, for the queries, which cannot read text; any other may be of few people for them.
_USUAL_BANDS = (
    "1-10", "2-10", "11-50", "51-200", "201-500", "501-1000", "501-1,000", "1001-5000", "1,001-5,000", "5001-10000",
    "5,001-10,000", "10001+", "10,001+",
)  # fmt: skip

# What the path queries need to sort candidates by a bound that no rank exceeds (docs/warmth.md). Where two people
# shared one stint each at an account of known size, the bound is the rank itself.
MODEL: dict[str, object] = {
    "half_life_ms": TIE_HALF_LIFE_DAYS * _SECONDS_PER_DAY * 1000,
    "epoch_ms": int(EPOCH.timestamp() * 1000),
    "weights": CHANNEL_WEIGHTS,
    "crowd": CROWD,
    "tie_scale": TIE_SCALE,
    "one_sided": TIE_ONE_SIDED,
    "mutual": TIE_MUTUAL,
    "floors": [RATING_FLOORS[value] for value in sorted(RATING_FLOORS)],
    "rating_half_life_s": RATING_HALF_LIFE_DAYS * _SECONDS_PER_DAY,
    "colleagues_most": COLLEAGUES_MOST,
    "overlap_scale_days": OVERLAP_SCALE_MONTHS * DAYS_PER_MONTH,
    "overlap_least_days": OVERLAP_LEAST_MONTHS * DAYS_PER_MONTH,
    "overlap_unknown_days": OVERLAP_UNKNOWN_MOST_MONTHS * DAYS_PER_MONTH,
    "size_full": UNIT_SIZE_FULL,
    "size_unknown": UNIT_SIZE_UNKNOWN,
    "bands": {text: band_middle(text) for text in _USUAL_BANDS},
    "colleagues_half_life_days": COLLEAGUES_HALF_LIFE_YEARS * DAYS_PER_YEAR,
    "other_department": OTHER_DEPARTMENT,
    "hop": HOP_FACTOR,
    "stale": [{"days": days, "factor": factor} for days, factor in VERIFIED_STALE],
    "relevance": RELEVANCE,
    "relevance_other": RELEVANCE_OTHER,
}
