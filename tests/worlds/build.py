"""Write a tiny world, one thing at a time: `account(graph, "A", "Acme")`, `job(graph, "P", "A", start="2019")`.

Every function answers with the uid; names are the uid where none is given. Bounds come from graphcrm.dates, KNOWS
from graphcrm.warmth, as an import would leave them. A large world is written faster through one transaction.
"""

from __future__ import annotations

import math
import uuid
from datetime import UTC, date, datetime
from typing import Any

from graphcrm import warmth
from graphcrm.access import label_of
from graphcrm.dates import bounds
from graphcrm.graph import Runner
from graphcrm.queries.involved.put_involved import put_involved
from graphcrm.queries.opportunities.keep_lanes import keep_lanes
from graphcrm.services import kept

TODAY = date(2024, 6, 1)
NOW = datetime(2024, 6, 1, tzinfo=UTC)
_SHARES = {"out": (1.0, 0.0), "in": (0.0, 1.0), "both": (0.5, 0.5)}
_NO_EVIDENCE = '{"score": 0.5, "band": "strong", "certain": true, "as_of": "2024-06-01", "hops": [{"kind": "knows", "strength": 0.5, "from": "", "to": "", "interactions": 3, "rating": null, "first_on": "2024-01-01", "last_on": "2024-02-01"}]}'


def account(graph: Runner, uid: str, name: str | None = None, *, domains: tuple[str, ...] = (), **props: object) -> str:
    """An account; `domains` become handles."""
    _record(graph, "Account", uid, name, props)
    for domain in domains:
        handle(graph, uid, "domain", domain)
    return uid


def contact(graph: Runner, uid: str, name: str | None = None, *, email: str | None = None, **props: object) -> str:
    """A contact; `email` becomes a handle."""
    _record(graph, "Contact", uid, name, props)
    if email:
        handle(graph, uid, "email", email)
    return uid


def lead(graph: Runner, uid: str, name: str | None = None, **props: object) -> str:
    """A lead."""
    return _record(graph, "Lead", uid, name, props)


def task(graph: Runner, uid: str, name: str | None = None, *about: str, **props: object) -> str:
    """A task about some accounts, contacts and leads, open unless said otherwise."""
    _record(graph, "Task", uid, name, {"status": "open", "due": str(props.get("due_on") or "~"), **props})
    graph.write(
        "MATCH (t:Task {uid: $uid}) MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest) WHERE n.uid IN $about CREATE (t)-[:ABOUT]->(n)",
        uid=uid, about=about,
    )  # fmt: skip
    return uid


def opportunity(
    graph: Runner, uid: str, account: str | None = None, *people: str, owner: str | None = None, **props: object
) -> str:
    """An opportunity in its first stage, offered to an account, in which some contacts have a part, of an owner."""
    _record(graph, "Opportunity", uid, None, {"stage": "first_contact", "status": "open", **props})
    graph.write(
        "MATCH (o:Opportunity {uid: $uid}) MATCH (n:Account {uid: $account}) CREATE (o)-[:OFFERED_TO]->(n)",
        uid=uid, account=account,
    )  # fmt: skip
    graph.write(
        "MATCH (o:Opportunity {uid: $uid}) MATCH (n:Contact) WHERE n.uid IN $people CREATE (o)-[:INVOLVES]->(n)",
        uid=uid, people=people,
    )  # fmt: skip
    if owner:
        owned(graph, uid, owner)
    keep_lanes(graph, rows=[{"uid": uid}])
    return uid


def contract(graph: Runner, uid: str, account: str | None = None, *people: str, **props: object) -> str:
    """A contract, active unless said otherwise, of an account; `owner` and `opportunity` are uids."""
    return _tied(graph, "contract", uid, account, people, {"status": "active", **props})


def order(graph: Runner, uid: str, account: str | None = None, *people: str, **props: object) -> str:
    """An order, placed unless said otherwise, of an account; `owner` and `opportunity` are uids."""
    return _tied(graph, "order", uid, account, people, {"status": "placed", **props})


def service_request(graph: Runner, uid: str, account: str | None = None, *people: str, **props: object) -> str:
    """A service request, new unless said otherwise, of an account; `owner` is a uid."""
    return _tied(graph, "service_request", uid, account, people, {"status": "new", "priority": "normal", **props})


def _tied(
    graph: Runner, kind: str, uid: str, account: str | None, people: tuple[str, ...], props: dict[str, object]
) -> str:
    ends = {name: props.pop(name, None) for name in ("owner", "opportunity")}
    _record(graph, label_of(kind), uid, None, {**props, **kept.of(kind, props)})
    rows = [{"label": "Contact", "record": one} for one in people]
    rows += [{"label": "Account", "record": account}, {"label": "Opportunity", "record": ends["opportunity"]}]
    put_involved(graph, rows=[{"of": label_of(kind), "uid": uid, "role": None, **row} for row in rows if row["record"]])
    if ends["owner"]:
        owned(graph, uid, str(ends["owner"]))
    return uid


def campaign(graph: Runner, uid: str, name: str | None = None, **props: object) -> str:
    """A campaign of the first of May 2024, unless another day is said."""
    return _record(graph, "Campaign", uid, name, {"start_on": date(2024, 5, 1), **props})


def attendance(graph: Runner, campaign: str, person: str, status: str = "attended", *, on: str = "2024-05-01") -> str:
    """How far the attendance of a contact or a lead is, since a day."""
    uid = f"{campaign} {person}"
    graph.write(
        "MATCH (g:Campaign {uid: $campaign}), (p:Contact|Lead {uid: $person}) "
        "CREATE (p)-[:ATTENDS {uid: $uid, rev: 1, status: $status, on: $on}]->(g)",
        campaign=campaign, person=person, uid=uid, status=status, on=date.fromisoformat(on),
    )  # fmt: skip
    return uid


def user(
    graph: Runner,
    uid: str,
    name: str | None = None,
    *,
    own: str | None = None,
    team: str | None = None,
    **props: object,
) -> str:
    """A user, active unless said otherwise; `own` is the uid of their own contact record, `team` a team's name."""
    _record(graph, "User", uid, name, {"active": True, **props})
    if own:
        graph.write("MATCH (u:User {uid: $uid}), (c:Contact {uid: $own}) CREATE (u)-[:IS]->(c)", uid=uid, own=own)
    if team:
        graph.write(
            "MATCH (u:User {uid: $uid}) MERGE (t:Team {uid: $team}) SET t.name = $team CREATE (u)-[:MEMBER_OF]->(t)",
            uid=uid,
            team=team,
        )
    return uid


def _record(graph: Runner, label: str, uid: str, name: str | None, props: dict[str, object]) -> str:
    props = {"uid": uid, "name": name or uid, "rev": 1, "created_at": NOW, "updated_at": NOW, **props}
    graph.write(f"CREATE (n:{label}) SET n = $props", props=props)
    return uid


def handle(graph: Runner, of: str, kind: str, value: str, *, primary: bool = False) -> str:
    """A handle of an account, contact, lead or user; the same value is one node."""
    uid = f"{kind}:{value}"
    graph.write(
        "MATCH (n:Account|Contact|Lead|User {uid: $of}) MERGE (h:Handle {uid: $uid}) "
        "SET h.kind = $kind, h.value = $value MERGE (n)-[r:HAS_HANDLE]->(h) SET r.primary = $primary",
        of=of, uid=uid, kind=kind, value=value, primary=primary,
    )  # fmt: skip
    return uid


def _dated(start: str | None, end: str | None, verified_on: date, *, ended: bool) -> dict[str, object]:
    """What is entered of a stint or a link, and the bounds that follow."""
    status = "ended" if end or ended else "ongoing"
    entered = {"start": start, "end": end, "end_status": status, "verified_on": verified_on}
    return {**entered, **bounds(start, end, status, verified_on, today=TODAY)._asdict()}


def job(
    graph: Runner,
    contact: str,
    account: str,
    *,
    start: str | None = None,
    end: str | None = None,
    ended: bool = False,
    verified_on: date = TODAY,
    uid: str | None = None,
    **props: object,
) -> str:
    """A stint with its dates as entered; `ended` for one whose end nobody knows."""
    uid = uid or str(uuid.uuid4())
    props = {
        "uid": uid,
        "rev": 1,
        "kind": "employee",
        "primary": False,
        **_dated(start, end, verified_on, ended=ended),
        **props,
    }
    graph.write(
        "MATCH (c:Contact {uid: $contact}), (a:Account {uid: $account}) CREATE (c)-[w:WORKS_AT]->(a) SET w = $props",
        contact=contact, account=account, props=props,
    )  # fmt: skip
    return uid


def assignment(
    graph: Runner, record: str, to: str, *, start: str | None = None, end: str | None = None, uid: str | None = None
) -> str:
    """An assignment of an account, a contact, a lead or a task to a user, its days to the day."""
    uid = uid or str(uuid.uuid4())
    graph.write(
        "MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task {uid: $record}), (u:User {uid: $to}) "
        "CREATE (n)-[:ASSIGNED_TO {uid: $uid, rev: 1, start: date($start), end: date($end)}]->(u)",
        record=record, to=to, uid=uid, start=start, end=end,
    )  # fmt: skip
    return uid


def owned(graph: Runner, record: str, by: str) -> str:
    """Give an account, a contact, a lead or a task to a user for ever, as the program keeps it."""
    uid = assignment(graph, record, by, start="2020-01-01")
    graph.write(
        "MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task {uid: $record}) SET n.owner = $by "
        "FOREACH (o IN CASE WHEN n:Opportunity THEN [n] ELSE [] END | SET o.whose = $by)",
        record=record,
        by=by,
    )
    return uid


def link(
    graph: Runner,
    kind: str,
    start_at: str,
    end_at: str,
    *,
    start: str | None = None,
    end: str | None = None,
    ended: bool = False,
    verified_on: date = TODAY,
    uid: str | None = None,
    **props: object,
) -> str:
    """A link of two accounts or two contacts (`kind` is its type); what it carries over is not written."""
    uid = uid or str(uuid.uuid4())
    graph.write(
        "MATCH (a:Account|Contact {uid: $from}), (b:Account|Contact {uid: $to}) WHERE labels(a) = labels(b) "
        f"CREATE (a)-[e:{kind}]->(b) SET e = $props",
        **{"from": start_at, "to": end_at}, props={"uid": uid, "rev": 1, **_dated(start, end, verified_on, ended=ended), **props},
    )  # fmt: skip
    return uid


def interaction(
    graph: Runner,
    user: str,
    contact: str,
    at: datetime | str,
    *,
    channel: str = "meeting",
    direction: str = "both",
    participants: int = 2,
    uid: str | None = None,
    **props: object,
) -> str:
    """An interaction with a contact or a lead; KNOWS follows."""
    uid = uid or str(uuid.uuid4())
    at = datetime.fromisoformat(at) if isinstance(at, str) else at
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    what = {"at": at, "channel": channel, "direction": direction, "participants": participants}
    rows = graph.write(
        "MATCH (u:User {uid: $user}), (p:Contact|Lead {uid: $contact}) "
        "CREATE (u)-[i:INTERACTED_WITH]->(p) SET i = $props "
        "WITH u, p MATCH (u)-[i:INTERACTED_WITH]->(p:Contact) RETURN i.at, i.channel, i.direction, i.participants",
        user=user, contact=contact, props={"uid": uid, "event": uid, **what, **props},
    )  # fmt: skip
    if rows:
        _knows(graph, user, contact, rows)
    return uid


def _knows(graph: Runner, user: str, contact: str, rows: list[tuple[Any, ...]]) -> None:
    out = into = 0.0
    for at, channel, direction, participants in rows:
        weight = warmth.interaction_weight(channel, participants)
        weight *= 2.0 ** (warmth.days_since_epoch(at) / warmth.TIE_HALF_LIFE_DAYS)
        out, into = out + weight * _SHARES[direction][0], into + weight * _SHARES[direction][1]
    times = [at for at, *_ in rows]
    props = {
        "count": len(rows), "first_at": min(times), "last_at": max(times),
        "heat": _log2(out + into), "heat_out": _log2(out), "heat_in": _log2(into),
    }  # fmt: skip
    graph.write(
        "MATCH (u:User {uid: $user}), (c:Contact {uid: $contact}) MERGE (u)-[k:KNOWS]->(c) SET k = $props",
        user=user, contact=contact, props=props,
    )  # fmt: skip


def _log2(total: float) -> float | None:
    return math.log2(total) if total > 0 else None


def rating(graph: Runner, user: str, contact: str, value: int, at: datetime | str = NOW) -> str:
    """The user's own word on how well they know a contact."""
    at = datetime.fromisoformat(at) if isinstance(at, str) else at
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    uid = str(uuid.uuid4())
    graph.write(
        "MATCH (u:User {uid: $user}), (c:Contact {uid: $contact}) CREATE (u)-[:RATES {uid: $uid, value: $value, at: $at}]->(c)",
        user=user, contact=contact, uid=uid, value=value, at=at,
    )  # fmt: skip
    return uid


def introduction(
    graph: Runner, uid: str, asker: str, people: list[str], account: str, *, knower: str | None = None, **props: object
) -> str:
    """An introduction that a user asked for, along a path that begins with them unless another one is named."""
    stored = {
        "rev": 1, "state": "asked", "language": "en", "asked_on": TODAY, "way": ",".join([knower or asker, *people]),
        "hops": len(people), "created_at": NOW, "updated_at": NOW, "evidence": _NO_EVIDENCE, **props,
    }  # fmt: skip
    graph.write(
        "MATCH (u:User {uid: $asker}) MATCH (k:User {uid: $knower}) MATCH (a:Account {uid: $account}) "
        "CREATE (u)-[:ASKED]->(i:Introduction {uid: $uid})-[:INTO]->(a), (i)-[:KNOWN_TO]->(k) SET i += $props "
        "WITH i UNWIND range(0, size($people) - 1) AS place MATCH (c:Contact {uid: $people[place]}) "
        "CREATE (i)-[:THROUGH {place: place}]->(c)",
        uid=uid, asker=asker, knower=knower or asker, account=account, people=people, props=stored,
    )  # fmt: skip
    return uid


def view(graph: Runner, uid: str, user: str, name: str | None = None, **props: object) -> str:
    """A saved view of a user: of accounts, unless said otherwise."""
    stored = {"name": name or uid, "of": "accounts", "parameters": "", "shared": False, **props}
    graph.write(
        "MATCH (u:User {uid: $user}) CREATE (u)-[:SAVED]->(v:SavedView {uid: $uid, rev: 1}) "
        "SET v += $props, v.created_at = $at, v.updated_at = $at",
        uid=uid, user=user, props=stored, at=NOW,
    )  # fmt: skip
    return uid
