"""Take contacts and leads who fit an account into it: each gets a job there, and a lead becomes a contact.

A lead that may be a contact already is left to its conversion, which asks who it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphcrm.dates import moment
from graphcrm.errors import ConflictError, InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.leads.alike import alike
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

    Raises NotFoundError, InvalidInputError, and ConflictError for a lead that was converted already, or whose e-mail
    address a contact has.
    """
    if not taken or len(taken) > MOST:
        raise InvalidInputError(said("Choose 1 to %(most)s people.", most=MOST), field="people")
    change.lock(("Account", account))
    return [_take(change, account, one) for one in taken]


def _take(change: Change, account: str, one: Taken) -> str:
    given = {name: value for name, value in one.job.items() if value}
    if one.kind == "lead":
        _nobody_yet(change, one.uid)
        return conversion.convert(change, one.uid, conversion.Asked(account=account, job=given)).contact
    jobs.employ(change, one.uid, account, given)
    return one.uid


def _nobody_yet(change: Change, uid: str) -> None:
    """Raise ConflictError where a contact whom who asks sees has the e-mail address of a lead."""
    lead = change.lock(("Lead", uid))["Lead", uid].props
    if lead.get("status") == "converted":
        return
    found = alike(change.tx, lead=uid, name=lead["name"], company=None, on=change.today)
    same = next((who for who in found if who.label == "Contact" and any(by == "email" for by, _ in who.reasons)), None)
    if same:
        message = said(
            "%(contact)s has the e-mail address of the lead %(lead)s, so nobody was taken; convert the lead by itself,"
            " and say whether it is them.", contact=same.name, lead=lead["name"],
        )  # fmt: skip
        raise ConflictError(message, field="people", other={"uid": uid, "contact": same.uid})


def offered(runner: Runner, account: str) -> list[Fitting]:
    """Who fits an account, as far as who asks sees them; raises NotFoundError, InTrashError."""
    found = one_account(runner, uid=account)
    on = moment(None).on
    return fitting(runner, account=account, names=[found.name, *found.aliases], on=on, limit=MOST)
