"""Conditions of segments as they are sent and kept: groups of `{"by": …, "not": …}` with the values that each takes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphcrm.errors import InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.queries.records.conditions import CONDITIONS, Condition, Takes
from graphcrm.queries.records.names import names
from graphcrm.queries.records.segment import Groups, One
from graphcrm.services import tagging

MOST = 20  # conditions of one segment
VALUES_MOST, TEXT_MOST = 50, 200  # of one condition, and characters of each
DAYS_MOST, NUMBER_MOST = 3_660, 10_000_000
NAMED = ("user", "account", "tag")  # types of values that name a record, of the kind that they are called by
_COUNTS = {"number": (0, NUMBER_MOST), "percent": (1, 100), "days": (1, DAYS_MOST)}


def checked(runner: Runner | None, kind: str, sent: Sequence[Sequence[Any]]) -> Groups:
    """What was sent, each a One or a mapping; raises InvalidInputError for `conditions.0.1.days`, what is wrong.

    Groups without a condition are left out. Without a runner nobody looks whether the records that are named are there.
    """
    if kind not in CONDITIONS:
        message = said("There are no segments of %(of)r; there are of %(kinds)s.", of=kind, kinds=", ".join(CONDITIONS))
        raise InvalidInputError(message, field="kind")
    if sum(map(len, sent)) > MOST:
        raise InvalidInputError(said("A segment has %(most)d conditions at most.", most=MOST), field="conditions")
    groups = [
        [one_of(runner, kind, one, f"conditions.{place}.{number}") for number, one in enumerate(group)]
        for place, group in enumerate(sent)
    ]
    groups = [group for group in groups if group]
    if not groups:
        raise InvalidInputError(said("A segment asks something; add a condition."), field="conditions")
    return groups


def one_of(runner: Runner | None, kind: str, sent: One | Mapping[str, Any], where: str) -> One:
    """One condition; raises InvalidInputError, which names what of it is wrong."""
    if not isinstance(sent, One):
        given = {
            name: value for name, value in sent.items() if name not in {"by", "not"} and value not in (None, "", [])
        }
        if not isinstance(negated := sent.get("not", False), bool):
            raise InvalidInputError(said("It is true or false."), field=f"{where}.not")
        sent = One(str(sent.get("by", "")), negated, given)
    asked = CONDITIONS[kind].get(sent.by)
    if asked is None:
        message = said("There is no condition %(by)r of %(kind)ss.", by=sent.by[:60], kind=kind)
        raise InvalidInputError(message, field=f"{where}.by")
    known = {takes.name for takes in asked.takes}
    for name in sent.values.keys() - known:
        raise InvalidInputError(said("The condition %(by)s takes no %(name)s.", by=sent.by, name=name[:60]),
                                field=f"{where}.{name[:60]}")  # fmt: skip
    values = {takes.name: _value(runner, takes, sent.values.get(takes.name), where) for takes in asked.takes}
    _check_span(asked, values, where)
    return One(sent.by, sent.negated, {name: value for name, value in values.items() if value is not None})


def written(groups: Groups) -> str:
    """Conditions as they are kept."""
    listed = [
        [{"by": one.by, **({"not": True} if one.negated else {}), **one.values} for one in group] for group in groups
    ]
    return json.dumps(listed, ensure_ascii=False)


def read(text: str) -> Groups:
    """Conditions as they are asked, of what is kept."""
    return [[One(one.pop("by"), one.pop("not", False), one) for one in group] for group in json.loads(text)]


def named(kind: str, groups: Groups) -> set[tuple[str, str]]:
    """The records (kind and uid) that conditions name, but for who asks."""
    return {
        (takes.type, one.values[takes.name])
        for group in groups
        for one in group
        for takes in CONDITIONS[kind][one.by].takes
        if takes.type in NAMED and one.values.get(takes.name, "me") != "me"
    }


def by_standing_tags(runner: Runner, kind: str, groups: Groups) -> tuple[Groups, set[str]]:
    """The same, asked by the tags that stand for those that were merged; and the uids of tags that were deleted."""
    uids = {uid for of, uid in named(kind, groups) if of == "tag"}
    stands = tagging.standing(runner, uids)

    def asked(one: One) -> One:
        tags = [takes.name for takes in CONDITIONS[kind][one.by].takes if takes.type == "tag"]
        found = {name: stands[one.values[name]].uid for name in tags if one.values[name] in stands}
        return replace(one, values={**one.values, **found})

    return [[asked(one) for one in group] for group in groups], uids - stands.keys()


def _check_span(asked: Condition, values: Mapping[str, Any], where: str) -> None:
    """Raise InvalidInputError for a span of days of which nobody says how many."""
    spans = any(takes.type == "span" for takes in asked.takes)
    if spans and values.get("span") in {"within", "over"} and not values.get("days"):
        raise InvalidInputError(said("Say how many days."), field=f"{where}.days")


def _value(runner: Runner | None, takes: Takes, value: Any, where: str) -> Any:  # noqa: ANN401  (whatever a client sends)
    """A value as it is kept, None for none; raises InvalidInputError."""
    field = f"{where}.{takes.name}"
    if value in (None, "", []):
        if takes.optional:
            return None
        raise InvalidInputError(said("It is empty; say what is asked for."), field=field)
    if takes.type in _COUNTS:
        return _number(value, *_COUNTS[takes.type], field)
    if takes.type in {"choices", "texts"}:
        return _several(takes, value, field)
    text = _text(value, field)
    if takes.choices and text not in takes.choices:
        raise _no_choice(takes, text, field)
    if takes.type in NAMED and runner and (takes.type, text) != ("user", "me"):
        return _there(runner, takes.type, text, field)
    return text


def _several(takes: Takes, value: Any, field: str) -> list[str]:  # noqa: ANN401
    found = list(dict.fromkeys(_text(one, field) for one in (value if isinstance(value, list) else [value])))
    for text in found:
        if takes.choices and text not in takes.choices:
            raise _no_choice(takes, text, field)
    if len(found) > VALUES_MOST:
        raise InvalidInputError(said("These are more than %(most)d values.", most=VALUES_MOST), field=field)
    return found


def _number(value: Any, least: int, most: int, field: str) -> int:  # noqa: ANN401
    try:
        number = int(value) if not isinstance(value, bool | float) else -1
    except (TypeError, ValueError):
        number = -1
    if not least <= number <= most:
        message = said("It is a whole number from %(least)s to %(most)s.", least=least, most=f"{most:,}")
        raise InvalidInputError(message, field=field)
    return number


def _text(value: Any, field: str) -> str:  # noqa: ANN401
    text = value.strip() if isinstance(value, str) else ""
    if not text or len(text) > TEXT_MOST or "\0" in text:
        message = said("It is a text of %(most)d characters at most.", most=TEXT_MOST)
        raise InvalidInputError(message, field=field)
    return text


def _no_choice(takes: Takes, text: str, field: str) -> InvalidInputError:
    message = said("%(value)r is none of %(choices)s.", value=text[:60], choices=", ".join(takes.choices))
    return InvalidInputError(message, field=field)


def _there(runner: Runner, kind: str, uid: str, field: str) -> str:
    """The uid of what a value names; raises InvalidInputError for what is not there to be seen."""
    if kind == "tag" and (stands := tagging.standing(runner, [uid]).get(uid)):
        return stands.uid
    if kind == "tag" or not any(one.type == kind for one in names(runner, uids=[uid])):
        raise InvalidInputError(said("There is no %(kind)s %(uid)r.", kind=kind, uid=uid), field=field)
    return uid
