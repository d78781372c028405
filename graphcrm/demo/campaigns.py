"""Campaigns: an exhibition, trainings and dinners of the year, whom users asked to them, and who came."""

from __future__ import annotations

from datetime import date, timedelta

from graphcrm.demo.bundle import Bundle
from graphcrm.demo.dating import WORLD_DATE
from graphcrm.demo.dice import Dice
from graphcrm.demo.ties import Tie

# campaign, name, kind, days before the world's day, days that it lasts, place, cost, currency, whose, whom it asks
_CAMPAIGNS = (
    ("camp-expo", "Robotics Expo", "exhibition", 70, 4, "Chicago", 42_000, "USD", "alice", "north"),
    ("camp-training", "Service training", "training", 160, 2, "Lisbon", 6_500, "EUR", "bob", "south"),
    ("camp-suzhou", "苏州技术交流会", "meeting", 45, 1, "苏州", 88_000, "CNY", "zhou.zimo", "east"),
    ("camp-dinner", "Winter dinner", "meeting", -25, 1, "Chicago", "", "", "alice", "north"),
)
_ASKED = 60  # of each
_ENDS = {"attended": 45, "no_show": 20, "registered": 10, "invited": 25}


def add_campaigns(bundle: Bundle, dice: Dice, ties: list[Tie]) -> None:
    """Write the campaigns, each with those of its territory whom somebody of us knows."""
    for uid, name, kind, before, lasts, place, cost, currency, user, territory in _CAMPAIGNS:
        start = WORLD_DATE - timedelta(days=before)
        bundle.add(
            "campaigns", campaign_id=uid, name=name, kind=kind, start_on=start, place=place, cost=cost,
            currency=currency, end_on=start + timedelta(days=lasts - 1) if lasts > 1 else "",
        )  # fmt: skip
        bundle.add(
            "assigned_to", record_kind="campaign", record_id=uid, user_id=user, start_date=start - timedelta(days=60)
        )
        there = [tie.person.uid for tie in ties if tie.account.place.territory == territory]
        for person in dice.some(sorted(set(there)), _ASKED):
            _add(bundle, dice, uid, person, start)


def _add(bundle: Bundle, dice: Dice, campaign: str, person: str, start: date) -> None:
    """Somebody is asked; what is to come nobody has come to."""
    status = dice.weighted(_ENDS)
    if start > WORLD_DATE:
        status = "registered" if status == "attended" else "invited"
    on = start if status in {"attended", "no_show"} else start - timedelta(days=dice.between(35, 55))
    bundle.add("attendance", campaign_id=campaign, contact_id=person, status=status, on=on)
