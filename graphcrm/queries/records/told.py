"""What the pages' lists tell of each record beside its own fields: fragments for listing.py, and what they answer.

As those of kinds.py they speak of `n`, as of the day `on`; interactions count that were `before` the moment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from graphcrm.access import Sight
from graphcrm.dates import instant, maybe_instant

COUNTED = 1_000  # jobs at one account, up to which its people are counted
ASKED = 100  # people of one campaign, up to which they are counted: its page counts all

_OWNER = """CALL (n) {
  MATCH (n)-[o:ASSIGNED_TO]->(u) WHERE coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)
  WITH o, u ORDER BY o.start DESC, o.uid
  RETURN collect([u.uid, u.name])[0] AS owner
}
"""
_OF_ACCOUNT = """CALL (n) {
  MATCH (n)<-[w:WORKS_AT]-(c) WHERE w.start_min <= $on AND $on < w.end_max
    AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  WITH w, c LIMIT $counted  // of a giant a part tells enough
  OPTIONAL MATCH (c)<-[k:KNOWS|RATES]-(u) WHERE coalesce(k.first_at, k.at) < $before
  CALL (c, u, k) {  // what KNOWS says last may lie behind the moment
    MATCH (u)-[i:INTERACTED_WITH]->(c) WHERE k.last_at >= $before AND i.at < $before
    RETURN max(i.at) AS by_then
  }
  WITH c, w, CASE WHEN k.last_at < $before THEN k.last_at ELSE by_then END AS at,
    u IS NOT NULL AND coalesce(u.active, true) AND NOT EXISTS { (u)-[:IS]->(me) WHERE me = c } AS knows
  RETURN count(DISTINCT c) AS people, count(DISTINCT CASE WHEN knows THEN c END) AS known,
    max(CASE WHEN w.start_min <= date(at) THEN at END) AS last_at
}
WITH *, n.industry AS detail"""
_OF_CONTACT = """CALL (n) {
  MATCH (n)-[w:WORKS_AT]->(a) WHERE w.start_min <= $on AND $on < w.end_max AND w.carried_from IS NULL
    AND ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  WITH w, a ORDER BY coalesce(w.primary, false) DESC, w.start_min DESC, w.uid
  RETURN collect([w.uid, w.title, w.role, w.start, a.uid, a.name, a.city]) AS held
}
CALL (n) {
  MATCH (n)<-[k:KNOWS]-(u) WHERE k.first_at < $before
  CALL (n, u, k) {  // what KNOWS says last may lie behind the moment
    MATCH (u)-[i:INTERACTED_WITH]->(n) WHERE k.last_at >= $before AND i.at < $before
    RETURN max(i.at) AS by_then
  }
  WITH u, CASE WHEN k.last_at < $before THEN k.last_at ELSE by_then END AS at ORDER BY at DESC, u.uid
  RETURN collect([toString(at), u.uid, u.name])[0] AS last
}
WITH *, held[0][5] AS detail"""
_OF_LEAD = """CALL (n) {
  MATCH (n)<-[i:INTERACTED_WITH]-(u) WHERE i.at < $before
  WITH i.at AS at, u ORDER BY at DESC, u.uid
  RETURN collect([toString(at), u.uid, u.name])[0] AS last
}
WITH *, n.company_name AS detail"""
_OF_OPPORTUNITY = """CALL (n) {
  MATCH (n)-[:OFFERED_TO]->(a) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN collect([a.uid, a.name])[0] AS offered
}
WITH *, offered[1] AS detail"""
_OF_AGREED = """CALL (n) {
  MATCH (n)-[:OF_ACCOUNT]->(a) WHERE ($see.Account IS NULL OR coalesce(a.owner, '') IN $see.Account)
  RETURN collect([a.uid, a.name])[0] AS of_account
}
WITH *, of_account[1] AS detail"""
_OF_CAMPAIGN = """CALL (n) {
  MATCH (n)<-[t:ATTENDS]-(p) WHERE ($see[labels(p)[0]] IS NULL OR coalesce(p.owner, '') IN $see[labels(p)[0]])
  WITH t, p LIMIT $counted  // of a giant a part tells enough
  OPTIONAL MATCH (p)-[v:CONVERTED_TO]->(c:Contact)
    WHERE p:Lead AND ($see.Contact IS NULL OR coalesce(c.owner, '') IN $see.Contact)
  WITH t, p, c, v ORDER BY v.at, v.uid
  WITH t, p, collect(c)[0] AS c  // a lead and the contact that it became are one
  WITH coalesce(c, p) AS who, count(t) AS looked, max(t.status = 'attended') AS came
  RETURN count(*) AS asked, count(CASE WHEN came THEN 1 END) AS came, sum(looked) = $counted AS more
}
WITH *, n.place AS detail"""
_OF_TASK = """CALL (n) {
  MATCH (n)-[:ABOUT]->(r) WHERE ($see[labels(r)[0]] IS NULL OR coalesce(r.owner, '') IN $see[labels(r)[0]])
  WITH r ORDER BY labels(r)[0], r.name, r.uid
  RETURN collect([CASE WHEN r:ServiceRequest THEN 'service_request' ELSE toLower(labels(r)[0]) END, r.uid, r.name,
    coalesce(r.do_not_contact, false)]) AS about
}
WITH *, toString(n.due_on) AS detail"""


class Last(NamedTuple):
    """The last interaction: when, and the user's uid and name."""

    at: datetime
    user: str
    user_name: str


class Held(NamedTuple):
    """A job, as a list tells it; `since` is the start as entered."""

    uid: str
    title: str | None
    role: str | None
    since: str | None
    account: str
    account_name: str
    city: str | None


@dataclass(frozen=True, slots=True)
class OfAccount:
    """The people who may be there, those of them whom an active user knows, and anybody's last interaction with
    somebody while they were there, of those who still are; `owner` a uid and a name."""

    owner: tuple[str, str] | None
    people: int
    known: int
    last_at: datetime | None

    @property
    def more(self) -> bool:
        """Whether there may be more people than were counted."""
        return self.people >= COUNTED


@dataclass(frozen=True, slots=True)
class OfContact:
    """The main job, and how many jobs they hold on the day; `owner` a uid and a name."""

    owner: tuple[str, str] | None
    job: Held | None
    jobs: int
    last: Last | None


@dataclass(frozen=True, slots=True)
class OfLead:
    """Whose it is, a uid and a name, and who had to do with them last."""

    owner: tuple[str, str] | None
    last: Last | None


@dataclass(frozen=True, slots=True)
class OfOpportunity:
    """Whose it is, and the account that it is offered to, or that it is of, each a uid and a name."""

    owner: tuple[str, str] | None
    account: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class OfCampaign:
    """Whose it is, a uid and a name; how many are asked to it, and how many of them came.

    `more` says that there may be more people than were counted.
    """

    owner: tuple[str, str] | None
    asked: int
    came: int
    more: bool


@dataclass(frozen=True, slots=True)
class OfTask:
    """Whose it is, a uid and a name; what it is about: kind, uid, name, whether they asked not to be contacted."""

    owner: tuple[str, str] | None
    about: list[tuple[str, str, str, bool]]


@dataclass(frozen=True, slots=True)
class Telling:
    """How a kind's records are told of: clauses that end with `detail`, a list of what they found, what it becomes."""

    clauses: str
    found: str
    row: Callable[[list[Any], Sight], OfAccount | OfContact | OfLead | OfOpportunity | OfCampaign | OfTask]


def _of_account(found: list[Any], _sight: Sight) -> OfAccount:
    owner, people, known, last_at = found
    return OfAccount(_pair(owner), people, known, maybe_instant(last_at))


def _of_contact(found: list[Any], sight: Sight) -> OfContact:
    owner, job, jobs, met = found
    held = Held(*job) if job else None
    shown = held._replace(city=None) if held and "city" in sight.hides("account") else held
    return OfContact(_pair(owner), shown, jobs, _last(met))


def _of_lead(found: list[Any], _sight: Sight) -> OfLead:
    owner, met = found
    return OfLead(_pair(owner), _last(met))


def _of_opportunity(found: list[Any], _sight: Sight) -> OfOpportunity:
    owner, account = found
    return OfOpportunity(_pair(owner), _pair(account))


def _of_campaign(found: list[Any], _sight: Sight) -> OfCampaign:
    owner, asked, came, more = found
    return OfCampaign(_pair(owner), asked, came, more)


def _of_task(found: list[Any], _sight: Sight) -> OfTask:
    owner, about = found
    return OfTask(_pair(owner), about)


def _pair(found: list[str] | None) -> tuple[str, str] | None:
    return (found[0], found[1]) if found else None


def _last(found: list[str] | None) -> Last | None:
    return Last(instant(found[0]), found[1], found[2]) if found else None


ACCOUNT = Telling(_OWNER + _OF_ACCOUNT, "[owner, people, known, toString(last_at)]", _of_account)
CONTACT = Telling(_OWNER + _OF_CONTACT, "[owner, held[0], size(held), last]", _of_contact)
LEAD = Telling(_OWNER + _OF_LEAD, "[owner, last]", _of_lead)
OPPORTUNITY = Telling(_OWNER + _OF_OPPORTUNITY, "[owner, offered]", _of_opportunity)
AGREED = Telling(_OWNER + _OF_AGREED, "[owner, of_account]", _of_opportunity)
CAMPAIGN = Telling(_OWNER + _OF_CAMPAIGN, "[owner, asked, came, more]", _of_campaign)
TASK = Telling(_OWNER + _OF_TASK, "[owner, about]", _of_task)
