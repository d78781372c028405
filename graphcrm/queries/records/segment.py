"""A segment as a part of a list's query: fragments of conditions.py, chosen by name, with every value a parameter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from graphcrm import warmth
from graphcrm.queries.records.conditions import CONDITIONS, Condition

_EVER = date.min, date.max
_EITHER = "CASE {whens} ELSE false END"  # of an OR the planner makes two searches
_WHEN = "WHEN {condition} THEN true"


@dataclass(frozen=True, slots=True)
class One:
    """One condition as it is asked: its name, whether it must not be so, and its values."""

    by: str
    negated: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)


Groups = Sequence[Sequence[One]]  # all of them, and of each group one at least


@dataclass(frozen=True, slots=True)
class Part:
    """What a segment adds to a list's query: conditions, where the records come from (None: of all), and parameters."""

    conditions: tuple[str, ...]
    reach: str | None
    params: dict[str, Any]


def part(kind: str, groups: Groups, *, on: date, me: str) -> Part:
    """The part of a segment of a kind, as of a day, for a user; its conditions were checked (services/segments.py)."""
    params: dict[str, Any] = {}
    conditions, reaches = [], []
    for place, group in enumerate(groups):
        texts = []
        for number, one in enumerate(group):
            asked, name = CONDITIONS[kind][one.by], f"seg{place}_{number}"
            given = _values(asked, one.values, on, me)
            params |= {f"{name}_{key}": value for key, value in given.items()}
            texts.append(_one(asked, one, name, given))
            if asked.reach and not one.negated and len(group) == 1 and asked.few(one.values):
                reaches.append(_named(asked.reach, name, given).replace("{label}", kind.title()))
        conditions.append(texts[0] if len(texts) == 1 else _any(texts))
    used = next(iter(reaches), None)
    return Part(tuple(conditions), used, params)


def tells(kind: str, groups: Groups) -> set[tuple[str, str]]:
    """The fields (kind and name) that a segment tells of, by who is in it."""
    found = {told for group in groups for one in group for told in CONDITIONS[kind][one.by].tells}
    return {(kind if of == "*" else of, name) for of, name in found}


def _one(asked: Condition, one: One, name: str, given: Iterable[str]) -> str:
    text = _named(asked.cypher, name, given)
    return f"NOT ({text})" if one.negated else f"({text})"


def _any(texts: Iterable[str]) -> str:
    whens = " ".join(_WHEN.replace("{condition}", text) for text in texts)
    return _EITHER.replace("{whens}", whens)


def _named(text: str, name: str, given: Iterable[str]) -> str:
    """A fragment with parameters of its own in its places; braces that name none are Cypher's."""
    for key in given:
        text = text.replace("{" + key + "}", f"${name}_{key}")
    return text


def _values(asked: Condition, given: Mapping[str, Any], on: date, me: str) -> dict[str, Any]:
    """The parameters of a condition: its values, and what follows from them on a day, for a user."""
    found: dict[str, Any] = {}
    for takes in asked.takes:
        value: Any = given.get(takes.name)
        if takes.type == "who":
            found["who"] = me if value == "me" else None
        elif takes.type == "user":
            found[takes.name] = me if value == "me" else value
        elif takes.type == "percent":
            found[takes.name] = value / 100
        elif takes.type == "span":
            found["since"], found["until"] = span(value, given.get("days"), on)
        elif takes.type == "days":
            found.setdefault("since", on - timedelta(days=value or 0))
            found["silent"] = on - timedelta(days=(value or 1) - 1)  # so many days are over since
        else:
            found[takes.name] = value
    if any(takes.type == "percent" for takes in asked.takes):
        moment = datetime.combine(on, time(), UTC)
        found |= {"age": warmth.half_lives(moment), "model": warmth.MODEL}
    return found


def span(name: str, days: int | None, on: date) -> tuple[date, date]:
    """The first day of a span of days, and the first behind it, as of a day."""
    first, last = _EVER
    if name == "within":
        return on - timedelta(days=days or 0), last
    if name == "over":
        return first, on - timedelta(days=days or 0)
    month = on.replace(day=1)
    if name == "last_month":
        return (month - timedelta(days=1)).replace(day=1), month
    begins = {
        "this_week": on - timedelta(days=on.weekday()),
        "this_month": month,
        "this_quarter": date(on.year, on.month - (on.month - 1) % 3, 1),
        "this_year": date(on.year, 1, 1),
    }
    return begins[name], last
