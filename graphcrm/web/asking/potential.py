"""What an account may be worth to us: the question of its page and of the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm import warmth
from graphcrm.access import Kind, Reader, Scope
from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.potential import Evidence, Potential, best, potential
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.accounts.coverage import coverage
from graphcrm.queries.accounts.potential import Standing
from graphcrm.queries.accounts.potential import potential as standing_of
from graphcrm.web.needs import NEEDS

_ASKED: tuple[Kind, ...] = ("opportunity", "contract", "contact")  # kinds that a role may not see at all
_PEOPLE = 5  # as many as account_warmth counts


@dataclass(frozen=True, slots=True)
class Weighed:
    """The potential of an account, and what is known of it."""

    potential: Potential
    known: Evidence
    industry: str | None


def weigh(runner: Runner, uid: str, reader: Reader | None, at: datetime | None = None) -> Weighed:
    """The potential of an account, of what who asks may see; raises NotFoundError, InTrashError."""
    when = moment(None, now=at)
    one_account(runner, uid=uid, on=when.on)
    found = standing_of(runner, uid=uid, on=when.on, before=when.before)
    ties = None
    if reader is None or (NEEDS["accounts.coverage"].met(reader.role) and _reads(reader, "contact")):
        known = coverage(runner, account=uid, on=when.on, before=when.before, limit=_PEOPLE)
        ties = best([strength for _, _, strength, _ in one.ties] for one in known)
    evidence = _evidence(runner, found, reader, ties) if found else Evidence()
    hidden = "industry" in runner.sight.hides("account")
    return Weighed(potential(evidence, when.before), evidence, None if hidden or not found else found.industry)


def _evidence(runner: Runner, found: Standing, reader: Reader | None, ties: list[float] | None) -> Evidence:
    """What counts: nothing of what is hidden from who asks, and of kinds that their role does not see."""
    hidden = runner.sight.hides("account")
    sees = {kind: reader is None or _reads(reader, kind) for kind in _ASKED}
    size = found.employee_count or warmth.band_middle(found.size_band) or 0.0
    return Evidence(
        employees=None if hidden & {"employee_count", "size_band"} else size,
        industry=(found.others_won, found.others_lost) if sees["opportunity"] and "industry" not in hidden else None,
        ties=ties,
        open=found.open if sees["opportunity"] else None,
        won=found.won if sees["opportunity"] else None,
        contracts=found.contracts if sees["contract"] else None,
        last_at=found.last_at,
        met=sees["contact"],
    )


def _reads(reader: Reader, kind: Kind) -> bool:
    """Whether somebody's role sees any of a kind of record."""
    return reader.role.scope("read", kind) is not Scope.NONE
