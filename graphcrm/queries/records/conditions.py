"""What a segment may ask of each kind of record: the enumerated fragments that segment.py composes, and nothing else.

Every fragment speaks of `n`, the record, as of the day `on`, and is true or false, never null. `{name}` stands for a
parameter: a value that the condition takes, or what follows from one (segment.py). A placeholder is no company that
anybody works at or has left, and of what is not seen no condition tells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import fields

Type = Literal["choices", "texts", "text", "number", "percent", "days", "span", "who", "user", "account", "tag"]
SPANS = ("within", "over", "this_week", "this_month", "last_month", "this_quarter", "this_year")
WHO = ("me", "anyone")
LATELY = 180  # days in which few leave: in the bench's world one in twenty


@dataclass(frozen=True, slots=True)
class Takes:
    """A value that a condition takes; one that is `optional` may be left out. A `span` of days takes `days` too."""

    name: str
    type: Type
    choices: tuple[str, ...] = ()
    optional: bool = False


def _always(_values: Mapping[str, Any]) -> bool:
    return True


def _mine(values: Mapping[str, Any]) -> bool:
    return values.get("who") == "me"


def _lately(values: Mapping[str, Any]) -> bool:
    """Of longer spans so many have left that a walk along the list fills a page sooner."""
    return values.get("span") == "within" and values["days"] <= LATELY


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition: its fragment, the values it takes, and the fields (kind and name) that it tells of.

    `reach` finds those that may fulfil it from one node or by an index (`{label}` is theirs), and `few` says of its
    values whether they are few. So it is asked of these alone.
    """

    cypher: str
    takes: tuple[Takes, ...] = ()
    tells: tuple[tuple[str, str], ...] = ()
    reach: str | None = None
    few: Callable[[Mapping[str, Any]], bool] = _always


_DAYS = Takes("days", "days")
_SPAN = (Takes("span", "span", SPANS), Takes("days", "days", optional=True))
_LEFT = (Takes("span", "span", ("within", "over")), _DAYS)
_WHO = Takes("who", "who", WHO)
_SEES = "($see.%s IS NULL OR coalesce(%s.owner, '') IN $see.%s)"
_ACCOUNT = "NOT coalesce(a.placeholder, false) AND " + _SEES % ("Account", "a", "Account")
_PERSON = _SEES % ("Contact", "c", "Contact")
_NOW = "w.start_min <= $on AND $on < w.end_max"
_HELD = "coalesce(o.start <= $on, true) AND coalesce($on < o.end, true)"
_BY = "({who} IS NULL OR u.uid = {who})"
_STRENGTH = """{model}.one_sided * (1 - exp(-(coalesce(2.0 ^ (k.heat_out - {age}), 0.0)
    + coalesce(2.0 ^ (k.heat_in - {age}), 0.0)) / {model}.tie_scale)) + {model}.mutual * (1 - exp(-2
    * CASE WHEN coalesce(k.heat_out, -9999.0) < coalesce(k.heat_in, -9999.0)
      THEN coalesce(2.0 ^ (k.heat_out - {age}), 0.0) ELSE coalesce(2.0 ^ (k.heat_in - {age}), 0.0) END
    / {model}.tie_scale))"""
_AT = "EXISTS { (n)-[w:WORKS_AT]->(a) WHERE " + _NOW + " AND " + _ACCOUNT + " AND %s }"
_STAFF = "EXISTS { (n)<-[w:WORKS_AT]-(c) WHERE NOT coalesce(n.placeholder, false) AND %s AND " + _PERSON + " }"
_OWN = "w.carried_from IS NULL"  # whose company became another's has neither left nor begun
# Whoever is back, or was promoted, does not count as gone; of an end that is not known to the day the last that it may
# be. As on the page of an account (accounts/turns.cypher): of jobs that follow each other the last ends.
_NO_MORE = """NOT EXISTS { (%s)-[v:WORKS_AT]->(%s) WHERE v.carried_from IS NULL AND v.start_min <= $on
    AND ($on < v.end_max
      OR (v.start_min <= w.end_max AND (v.end_max > w.end_max OR (v.end_max = w.end_max AND v.uid > w.uid)))) }"""
_GONE = ("EXISTS { (n)-[w:WORKS_AT]->(a) WHERE " + _OWN + " AND w.end_max <= $on AND {since} <= w.end_max AND "
         "w.end_max < {until}\n    AND %s AND " + _NO_MORE % ("n", "a") + " }")  # fmt: skip
# Of a start that is not known to the day the last that it may be, and none where nothing is known of it; whoever was
# there before is promoted.
_BEGAN = "CASE WHEN w.start_max > $on THEN $on ELSE w.start_max END"
_NEW = (
    _OWN
    + " AND "
    + _NOW
    + " AND w.start IS NOT NULL AND {since} <= "
    + _BEGAN
    + """
    AND NOT EXISTS { (%s)-[v:WORKS_AT]->(%s) WHERE v.carried_from IS NULL AND v.end_max >= w.start_min
      AND (v.start_min < w.start_min OR (v.start_min = w.start_min AND v.uid < w.uid)) }"""
)
# An index of two properties, both of which are named: no other question falls into it (docs/cypher.md).
_OF_THOSE_GONE = """MATCH (n:Contact)-[w:WORKS_AT]->()
USING INDEX w:WORKS_AT(end_max, kind)
WHERE w.end_max >= {since} AND w.end_max <= $on AND w.kind IS NOT NULL
WITH DISTINCT n"""

_OF_OWNER = "MATCH (u:User {uid: {value}})<-[o:ASSIGNED_TO]-(n:{label})\nWHERE " + _HELD + "\nWITH DISTINCT n"
_OF_TAG = "MATCH (g:Tag {uid: {value}})<-[:TAGGED]-(n:{label})\nWHERE g.removed_at IS NULL\nWITH DISTINCT n"
_OF_ACCOUNT = "MATCH (a:Account {uid: {value}})<-[:WORKS_AT]-(n:Contact)\nWITH DISTINCT n"
_OF_MINE = "MATCH (u:User {uid: {who}})-[:KNOWS]->(n:Contact)\nWITH DISTINCT n"
_OF_KNOWN = "MATCH (u:User {uid: {who}})-[:KNOWS|RATES]->(n:Contact)\nWITH DISTINCT n"


def _choices(label: str, name: str) -> tuple[str, ...]:
    found: Any = fields({**NODES, **EDGES}[label])[name]
    return tuple(found.choices)


def _field(kind: str, name: str, *, choices: bool = False) -> Condition:
    """A field of the record is one of some values."""
    takes = Takes("value", "choices", _choices(kind.title(), name)) if choices else Takes("value", "texts")
    return Condition("coalesce(n." + name + " IN {value}, false)", (takes,), ((kind, name),))


def _at(name: str, *, other: bool = False, choices: bool = False) -> Condition:
    """They work now at an account whose field is one of some values, or none of them."""
    takes = Takes("value", "choices", _choices("Account", name)) if choices else Takes("value", "texts")
    told = "coalesce(a." + name + " IN {value}, false)"
    return Condition(_AT % (f"NOT {told}" if other else told), (takes,), (("account", name),))


def _job(name: str) -> Condition:
    """A text of a job that they hold has some words in it."""
    told = "coalesce(toLower(w." + name + ") CONTAINS toLower({value}), false)"
    return Condition("EXISTS { (n)-[w:WORKS_AT]->(a) WHERE " + _NOW + " AND " + _SEES % ("Account", "a", "Account")
                     + " AND " + told + " }", (Takes("value", "text"),))  # fmt: skip


_EVERY: Mapping[str, Condition] = {
    "owner": Condition("EXISTS { (n)-[o:ASSIGNED_TO]->(u) WHERE u.uid = {value} AND " + _HELD + " }",
                       (Takes("value", "user"),), reach=_OF_OWNER),
    "owned": Condition("EXISTS { (n)-[o:ASSIGNED_TO]->() WHERE " + _HELD + " }"),
    "tag": Condition("EXISTS { (n)-[:TAGGED]->(g) WHERE g.uid = {value} AND g.removed_at IS NULL }",
                     (Takes("value", "tag"),), reach=_OF_TAG),
    "added": Condition("datetime({date: {since}}) <= n.created_at AND n.created_at < datetime({date: {until}})", _SPAN,
                       (("*", "created_at"),)),
    "open_task": Condition("EXISTS { (n)<-[:ABOUT]-(t) WHERE t.status = 'open' AND "
                           + _SEES % ("Task", "t", "Task") + " }"),
}  # fmt: skip
_OF_CONTACTS: Mapping[str, Condition] = {
    "at_lifecycle": _at("lifecycle", choices=True),
    "at_lifecycle_other": _at("lifecycle", other=True, choices=True),
    "at_industry": _at("industry"),
    "at_industry_other": _at("industry", other=True),
    "at_country": _at("country"),
    "at_country_other": _at("country", other=True),
    "at": Condition(_AT % "a.uid = {value}", (Takes("value", "account"),), reach=_OF_ACCOUNT),
    "left": Condition(_GONE % (_ACCOUNT + " AND ({value} IS NULL OR coalesce(a.lifecycle IN {value}, false))"),
                      (*_LEFT, Takes("value", "choices", _choices("Account", "lifecycle"), optional=True)),
                      (("account", "lifecycle"),), _OF_THOSE_GONE, _lately),
    "left_account": Condition(_GONE % (_ACCOUNT + " AND a.uid = {value}"), (Takes("value", "account"), *_LEFT),
                              reach=_OF_ACCOUNT),
    "role": Condition("EXISTS { (n)-[w:WORKS_AT]->(a) WHERE w.role IN {value} AND " + _NOW + " AND "
                      + _SEES % ("Account", "a", "Account") + " }",
                      (Takes("value", "choices", _choices("WORKS_AT", "role")),)),
    "title": _job("title"),
    "department": _job("department"),
    "started": Condition("EXISTS { (n)-[w:WORKS_AT]->(a) WHERE " + _NEW % ("n", "a") + " AND " + _BEGAN + " < {until}"
                         " AND " + _ACCOUNT + " }", _LEFT),
    "silent": Condition("NOT EXISTS { (n)<-[k:KNOWS]-(u) WHERE k.last_at >= datetime({date: {silent}}) AND " + _BY
                        + " }", (_WHO, _DAYS)),
    "met": Condition("EXISTS { (n)<-[k:KNOWS]-(u) WHERE k.last_at >= datetime({date: {since}}) AND " + _BY + " }",
                     (_WHO, _DAYS), reach=_OF_MINE, few=_mine),
    "known": Condition("EXISTS { (n)<-[k:KNOWS|RATES]-(u) WHERE " + _BY + " }", (_WHO,), reach=_OF_KNOWN,
                       few=_mine),
    "tie": Condition("EXISTS { (n)<-[k:KNOWS]-(u) WHERE " + _BY + " AND " + _STRENGTH + " >= {value} }",
                     (_WHO, Takes("value", "percent")), reach=_OF_MINE, few=_mine),
    "lifecycle": _field("contact", "lifecycle", choices=True),
    "do_not_contact": Condition("coalesce(n.do_not_contact, false)", tells=(("contact", "do_not_contact"),)),
    **_EVERY,
}  # fmt: skip
_OF_ACCOUNTS: Mapping[str, Condition] = {
    "lifecycle": _field("account", "lifecycle", choices=True),
    "kind": _field("account", "kind", choices=True),
    **{name: _field("account", name) for name in ("industry", "country", "region", "city", "size_band", "value_band")},
    "employees_from": Condition("coalesce(n.employee_count >= {value}, false)", (Takes("value", "number"),),
                                (("account", "employee_count"),)),
    "employees_to": Condition("coalesce(n.employee_count <= {value}, false)", (Takes("value", "number"),),
                              (("account", "employee_count"),)),
    "placeholder": Condition("coalesce(n.placeholder, false)", tells=(("account", "placeholder"),)),
    "staff_left": Condition(_STAFF % (_OWN + " AND w.end_max <= $on AND {since} <= w.end_max AND "
                                      + _NO_MORE % ("c", "n")), (_DAYS,)),
    "staff_started": Condition(_STAFF % (_NEW % ("c", "n")), (_DAYS,)),
    "staff_role": Condition(_STAFF % (_NOW + " AND w.role IN {value}"),
                            (Takes("value", "choices", _choices("WORKS_AT", "role")),)),
    "silent": Condition("NOT " + _STAFF % (_NOW + " AND EXISTS { (c)<-[k:KNOWS]-(u) WHERE k.last_at >= "
                                           "datetime({date: {silent}}) AND " + _BY + " }"), (_WHO, _DAYS)),
    "known": Condition(_STAFF % (_NOW + " AND EXISTS { (c)<-[k:KNOWS|RATES]-(u) WHERE " + _BY + " }"), (_WHO,)),
    **_EVERY,
}  # fmt: skip
_OF_LEADS: Mapping[str, Condition] = {
    "status": _field("lead", "status", choices=True),
    "source_channel": _field("lead", "source_channel"),
    "silent": Condition("NOT EXISTS { (n)<-[i:INTERACTED_WITH]-(u) WHERE i.at >= datetime({date: {silent}}) AND " + _BY
                        + " }", (_WHO, _DAYS)),
    "met": Condition("EXISTS { (n)<-[i:INTERACTED_WITH]-(u) WHERE i.at >= datetime({date: {since}}) AND " + _BY + " }",
                     (_WHO, _DAYS)),
    **_EVERY,
}  # fmt: skip
CONDITIONS: Mapping[str, Mapping[str, Condition]] = {
    "contact": _OF_CONTACTS, "account": _OF_ACCOUNTS, "lead": _OF_LEADS,
}  # fmt: skip
