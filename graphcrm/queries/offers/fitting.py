"""Contacts and leads who may be at an account, each with the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.search.matches import lucene

_CYPHER = cypher(__file__)
_NOBODY = "-*"  # what full text finds nothing by
_NAMES_MOST = 20  # of one account: its own, and the first of its aliases
_LOOKED_AT = 5_000  # whose words match: the best, among which the names are compared
_MOST = 200  # for each reason


@dataclass(frozen=True, slots=True)
class Fitting:
    """A contact or a lead (`label`), whose it is (a uid), and what a lead says they are.

    A reason is what fits and its value: an `email` address at one of the account's domains, the `placeholder` of its
    name at which they work, or the `company` of a lead. `same` are the contacts (uid and name) who have an e-mail
    address of a lead: it may be one of them already.
    """

    label: str
    uid: str
    name: str
    owner: str | None
    asked_not: bool
    title: str | None
    reasons: list[tuple[str, str]]
    same: list[tuple[str, str]]


def fitting(runner: Runner, *, account: str, names: Sequence[str], on: date, limit: int = 50) -> list[Fitting]:
    """At most `limit` of those who do not work there on the day; `names` are those of the account, its own first.

    By addresses only those are found whose addresses, and the account's, who asks may see.
    """
    hides = runner.sight.hides
    called = names[:_NAMES_MOST]
    found = runner.read(
        _CYPHER,
        Fitting,
        account=account,
        names=[name.lower() for name in called],
        words=" OR ".join(f"({words})" for name in called if (words := lucene(name))) or _NOBODY,
        on=on,
        looked=_LOOKED_AT,
        most=_MOST,
        limit=limit,
    )
    hidden = {
        label for label in ("Contact", "Lead") if "handles" in hides(label.lower()) or "handles" in hides("account")
    }
    told = [_told(one, hidden, hides("lead")) for one in found]
    return [one for one in told if one.reasons]


def _told(one: Fitting, without_handles: set[str], hidden: frozenset[str]) -> Fitting:
    """Somebody, with what may be told of them."""
    untold = {"email"} if one.label in without_handles else set[str]()
    untold |= {"company"} if "company_name" in hidden else set()
    title = None if "title" in hidden else one.title
    same = [] if without_handles else one.same
    return replace(one, title=title, same=same, reasons=[reason for reason in one.reasons if reason[0] not in untold])
