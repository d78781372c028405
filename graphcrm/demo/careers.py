"""Who was where, and when: stays at companies, built from today backwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from graphcrm.demo.accounts import Account
from graphcrm.demo.dating import WORLD_DATE
from graphcrm.demo.dice import Dice
from graphcrm.demo.people import Person

EMPLOYERS = {1: 42, 2: 28, 3: 17, 4: 9, 5: 4}  # of most people we know the present job only
LAYOFF = ("halverin", date(2024, 1, 16), 80)  # account, day, percent of the people there
_YEAR = timedelta(days=366)  # so that a return never falls into the year of leaving, however coarse the dates


@dataclass(slots=True, eq=False)
class Stay:
    """One unbroken time at one company, [start, end)."""

    account: Account
    start: date
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether it holds on that day."""
        return self.start < day and (self.end is None or day < self.end)


class Market:
    """Where people go: mostly within their industry and region, more of them to where many are."""

    def __init__(self, dice: Dice, accounts: list[Account]) -> None:
        self._dice = dice
        self._everywhere = {a.uid: a.pull for a in accounts}
        self._by_uid = {a.uid: a for a in accounts}
        self._clusters: dict[tuple[str, str], list[Account]] = {}
        for a in accounts:
            for key in ((a.place.territory, a.industry), (a.place.territory, ""), ("", a.industry)):
                self._clusters.setdefault(key, []).append(a)

    def first(self) -> Account:
        """The company that somebody is at."""
        return self._by_uid[self._dice.weighted(self._everywhere)]

    def another(self, near: Account, been: list[Account]) -> Account | None:
        """A company that somebody from `near` may come from, or go to, and has not been at."""
        place = near.place.territory
        key = self._dice.weighted({(place, near.industry): 82, ("", near.industry): 6, (place, ""): 12})
        weights = {a.uid: a.pull for a in self._clusters[key] if a not in been}
        return self._by_uid[self._dice.weighted(weights)] if weights else None


def make_stays(dice: Dice, market: Market, person: Person, latest: Account) -> list[Stay]:
    """A career that ends at `latest`, the earliest stay first."""
    left = WORLD_DATE - timedelta(days=dice.small(20, 900))
    end = left if dice.chance(6) and left > person.of_age + _YEAR else None
    account: Account | None = latest
    stays: list[Stay] = []
    for _ in range(dice.weighted(EMPLOYERS)):
        start = (end or WORLD_DATE) - timedelta(days=dice.small(90, 4200))
        if account is None or (stays and start < person.of_age):
            break
        stays.append(Stay(account, max(start, person.of_age), end))
        end = start - timedelta(days=dice.weighted({0: 5, 1: 2, 30: 3, 75: 1, 200: 1}))
        account = market.another(account, [stay.account for stay in stays])
    stays.reverse()
    _return(dice, stays)
    return _laid_off(dice, market, stays)


def _return(dice: Dice, stays: list[Stay]) -> None:
    """Some go back to an old employer."""
    for before, between, after in zip(stays, stays[1:], stays[2:], strict=False):
        away = before.end is not None and after.start - before.end > _YEAR
        if away and before.account is not between.account and dice.chance(16):
            before.account = after.account


def _laid_off(dice: Dice, market: Market, stays: list[Stay]) -> list[Stay]:
    """One bad day at one company: most people there leave at once, and find something else months later."""
    uid, day, percent = LAYOFF
    for stay in stays:
        if stay.account.uid != uid or not stay.covers(day) or not dice.chance(percent):
            continue
        was_last, stay.end = stay is stays[-1], day
        if was_last and dice.chance(85) and (new := market.another(stay.account, [s.account for s in stays])):
            return [*stays, Stay(new, day + timedelta(days=dice.between(30, 240)), None)]
    return stays
