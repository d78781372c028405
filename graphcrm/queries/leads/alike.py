"""Contacts and accounts that a lead may be already, each with the reasons: where both are reached, or the name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.search.matches import lucene

_CYPHER = cypher(__file__)
_NOBODY = "-*"  # what full text finds nothing by
_MOST = 100  # looked at, of those that share one address or are found by name: a switchboard's number has hundreds
_NAMES = frozenset({"name", "like"})


@dataclass(frozen=True, slots=True)
class Alike:
    """A contact or an account (`label`); a reason is what is the same (email, phone, …, domain, name) or `like` it
    (a name), and its value.

    `works_at` are the accounts at which a contact may work on the day, uid and name, the main one first.
    """

    label: str
    uid: str
    name: str
    reasons: list[tuple[str, str]]
    works_at: list[tuple[str, str]]


def alike(runner: Runner, *, lead: str, name: str, company: str | None, on: date, limit: int = 5) -> list[Alike]:
    """At most `limit` contacts, then as many accounts, the likeliest first; `name` and `company` are the lead's.

    By addresses only those are found whose addresses, and the lead's, who asks may see.
    """
    hidden = {kind for kind in ("lead", "contact", "account") if "handles" in runner.sight.hides(kind)}
    found = runner.read(
        _CYPHER,
        Alike,
        lead=lead,
        name=name,
        company=company,
        person_words=lucene(name) or _NOBODY,
        company_words=lucene(company or "") or _NOBODY,
        on=on,
        most=_MOST,
        limit=limit,
    )
    return [told for one in found if (told := _told(one, hidden)).reasons]


def _told(one: Alike, hidden: set[str]) -> Alike:
    """A record with the reasons that may be told."""
    if hidden.isdisjoint({"lead", one.label.lower()}):
        return one
    return replace(one, reasons=[reason for reason in one.reasons if reason[0] in _NAMES])
