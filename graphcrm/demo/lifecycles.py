"""How far companies and people were with us, and since when: some of it to the day, some to the month or the year."""

from __future__ import annotations

from datetime import date, timedelta

from graphcrm.demo.dating import WORLD_DATE, earliest, written
from graphcrm.demo.dice import Dice

_WAYS = {
    "lead": ("lead",),
    "prospect": ("lead", "prospect"),
    "customer": ("prospect", "customer"),
    "loyal": ("prospect", "customer", "loyal"),
    "lost": ("prospect", "customer", "lost"),
}


def trail(uid: str, lifecycle: str) -> str:
    """The states that a record came to, as a file has them; of some records nobody knows since when."""
    dice = Dice(0, f"lifecycle of {uid}")  # its own: the rest of the world does not hang on it
    if not lifecycle or dice.chance(20):
        return ""
    day, found = _ago(dice, 30, 500), list[str]()
    for state in reversed(_WAYS[lifecycle]):
        since = written(dice, day)
        if found and earliest(since) >= earliest(found[-1].partition(" ")[2]):
            since = day.isoformat()
        found.append(f"{state} {since}")
        day -= timedelta(days=370 + dice.below(500))  # more than a year, so that no year is said of two
    return ";".join(reversed(found))


def _ago(dice: Dice, least: int, most: int) -> date:
    return WORLD_DATE - timedelta(days=least + dice.below(most))
