"""Opportunities: what users hope to sell to those they deal with, how far that came, and what it came to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from graphcrm.demo.bundle import Bundle
from graphcrm.demo.dating import WORLD_DATE
from graphcrm.demo.dice import Dice
from graphcrm.demo.ties import Tie
from graphcrm.demo.words.talk import LOST_REASONS, LOST_REASONS_ZH, OFFERS, OFFERS_ZH, WON_REASONS, WON_REASONS_ZH

OPPORTUNITIES = 120
ENDS = {"first_contact": 12, "needs": 13, "proposal": 12, "quote": 9, "negotiation": 7, "won": 27, "lost": 20}
ROLES = {"decision_maker": 35, "influencer": 20, "buyer": 30, "user": 10, "": 5}
_OPEN = ("first_contact", "needs", "proposal", "quote", "negotiation")  # as stages are shipped


class Way(NamedTuple):
    """The stages that an opportunity came to, each with its day."""

    days: list[tuple[str, date]]

    @property
    def trail(self) -> str:
        """As a bundle has it."""
        return ";".join(f"{key} {moment(day)}" for key, day in self.days)


def moment(day: date) -> str:
    """When on a day somebody moved it."""
    return datetime.combine(day, time(9, 30), UTC).isoformat()


def way_to(dice: Dice, stage: str, last: date) -> Way:
    """A way to a stage that ends on a day: through the stages before it, with weeks between them."""
    passed = _OPEN[: _OPEN.index(stage) + 1] if stage in _OPEN else [*_OPEN[: dice.between(2, 5)], stage]
    days = [last]
    for _ in passed[1:]:
        days.insert(0, days[0] - timedelta(days=dice.between(5, 45)))
    return Way(list(zip(passed, days, strict=True)))


def add_opportunities(bundle: Bundle, dice: Dice, ties: list[Tie]) -> None:
    """Write a pipeline: some of it won and lost over the year, the rest on its way, a few of it late."""
    for n, tie in enumerate(dice.some(ties, OPPORTUNITIES)):
        stage = dice.weighted(ENDS)
        closed = stage in {"won", "lost"}
        chinese = tie.account.chinese
        last = dice.day(WORLD_DATE - timedelta(days=300 if closed else 90), WORLD_DATE - timedelta(days=1))
        way = way_to(dice, stage, last)
        offer = dice.pick(OFFERS_ZH if chinese else OFFERS)
        others = [other.person.uid for other in ties if other.account is tie.account and other.person is not tie.person]
        people = [tie.person.uid, *dict.fromkeys(dice.some(others, min(len(others), dice.between(0, 2))))]
        parts = [f"{uid} ({role})" if (role := dice.weighted(ROLES)) else uid for uid in people]
        uid = f"o{n + 1:03}"
        bundle.add(
            "opportunities", opportunity_id=uid, name=f"{offer}{'：' if chinese else ': '}{tie.account.name}",
            account_id=tie.account.uid, contacts=";".join(parts), stage=stage,
            amount=dice.between(8, 400) * (5_000 if chinese else 500), currency=_currency(tie),
            probability=dice.pick((5, 30, 50, 75, 90)) if not closed and dice.chance(20) else "",
            expected_close=last if closed else dice.day(last, last + timedelta(days=170)),
            won_reason=dice.pick(WON_REASONS_ZH if chinese else WON_REASONS) if stage == "won" else "",
            lost_reason=dice.pick(LOST_REASONS_ZH if chinese else LOST_REASONS) if stage == "lost" else "",
            stage_since=moment(last), closed_at=moment(last) if closed else "", trail=way.trail,
        )  # fmt: skip
        bundle.add("assigned_to", record_kind="opportunity", record_id=uid, user_id=tie.user, start_date=way.days[0][1])


def _currency(tie: Tie) -> str:
    return {"east": "CNY", "south": "EUR"}.get(tie.account.place.territory, "USD")
