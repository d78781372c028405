"""Take contacts and leads who fit an account into it: each gets a job there, and a lead becomes a contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphcrm.dates import moment
from graphcrm.errors import InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.offers.fitting import Fitting, fitting
from graphcrm.services import conversion, jobs
from graphcrm.services.changes import Change

MOST = 50  # taken at once


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody who is taken: a contact, or a lead that becomes one; `job` are fields of their job."""

    kind: str
    uid: str
    job: Mapping[str, Any] = field(default_factory=dict)


def take(change: Change, account: str, taken: Sequence[Taken]) -> list[str]:
    """Have them work at an account, all of them or none; answers the uids of the contacts.

    Raises NotFoundError, InvalidInputError, and ConflictError for a lead that was converted already.
    """
    if not taken or len(taken) > MOST:
        raise InvalidInputError(said("Choose 1 to %(most)s people.", most=MOST), field="people")
    change.lock(("Account", account))
    return [_take(change, account, one) for one in taken]


def _take(change: Change, account: str, one: Taken) -> str:
    given = {name: value for name, value in one.job.items() if value}
    if one.kind == "lead":
        return conversion.convert(change, one.uid, conversion.Asked(account=account, job=given)).contact
    jobs.employ(change, one.uid, account, given)
    return one.uid


def offered(runner: Runner, account: str) -> list[Fitting]:
    """Who fits an account, as far as who asks sees them; raises NotFoundError, InTrashError."""
    found = one_account(runner, uid=account)
    on = moment(None).on
    return fitting(runner, account=account, names=[found.name, *found.aliases], on=on, limit=MOST)
