"""What followed a campaign: of who came, whom we met after it, who was converted, what was opened and won."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
PEOPLE_MOST = 20_000  # of one campaign that are looked at

Deal = tuple[str | None, float | None]  # the currency and the amount of an opportunity


@dataclass(frozen=True, slots=True)
class Sum:
    """Opportunities whose amounts are of one currency, None for those without; `amount` None where it is hidden."""

    currency: str | None
    deals: int
    amount: float | None


@dataclass(frozen=True, slots=True)
class Effect:
    """What followed a campaign.

    `people` came; `met` are those of them with whom we had to do in the days after, `newly` those with whom we had not
    in as many days before it; `converted` are leads that became contacts since it began; `opened` and `won` the
    opportunities that contacts of them have a part in, since then too: currency and amount of each.
    """

    people: int
    met: int
    newly: int
    converted: int
    opened: list[Deal]
    won: list[Deal]


def effect(runner: Runner, *, campaign: str, days: int, limit: int = 1, most: int = PEOPLE_MOST) -> Effect | None:
    """What followed within so many days, None where nobody said when the campaign is.

    Who may not see who has a part in opportunities is told of none, who may not see what they are worth how many alone.
    """
    hidden = runner.sight.hides("opportunity")
    found = next(iter(runner.read(_CYPHER, Effect, campaign=campaign, days=days, most=most, limit=limit)), None)
    if found is None or not hidden & {"contacts", "amount"}:
        return found
    if "contacts" in hidden:
        return replace(found, opened=[], won=[])
    bare: list[list[Deal]] = [[(currency, None) for currency, _amount in deals] for deals in (found.opened, found.won)]
    return replace(found, opened=bare[0], won=bare[1])


def sums(deals: Iterable[Deal]) -> list[Sum]:
    """By currency, those without one last; amounts of two currencies are never added."""
    ordered = sorted(deals, key=lambda deal: (deal[0] is None, deal[0] or ""))
    found = []
    for currency, some in groupby(ordered, key=lambda deal: deal[0]):
        amounts = [amount for _currency, amount in some]
        known = [amount for amount in amounts if amount is not None]
        found.append(Sum(currency, len(amounts), sum(known) if known else None))
    return found
