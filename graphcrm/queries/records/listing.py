"""Lists of records: filtered, sorted, searched, page by page, each page one query.

This is the one place that composes Cypher of fragments, those of kinds.py chosen by name. What somebody sent becomes a
parameter, and no text of it is ever part of a query: there are as many texts as there are ways to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from graphcrm import warmth
from graphcrm.access import EVERYTHING, Sight
from graphcrm.dates import maybe_instant
from graphcrm.errors import ForbiddenError, said
from graphcrm.graph import Runner
from graphcrm.queries import catalogue
from graphcrm.queries.records.entry import Entry, Key
from graphcrm.queries.records.fragments import Kind, Sort
from graphcrm.queries.records.kinds import BEST, KINDS
from graphcrm.queries.records.lifecycles import STATE, STATE_THEN
from graphcrm.queries.records.segment import Part
from graphcrm.queries.records.told import ASKED, COUNTED
from graphcrm.queries.search import matches
from graphcrm.queries.search.matches import Typed
from graphcrm.queries.ties import best_ties

FOUND_MOST = 500  # of a search: who reads on that far types one word more
SIFTED_MOST = 5_000  # ... and the best matches among which filters, rights and another order look for theirs

_TOLD_IN_DETAIL = frozenset({"industry", "company_name", "city", "email", "place"})  # that a list tells beside a name

_UP = ("{key} = $after AND {tie} > $after_tie", "{key} > $after", "{key}, {tie}")
_DOWN = ("{key} = $after AND {tie} < $after_tie", "{key} < $after", "{key} DESC, {tie} DESC")
_EITHER = "CASE WHEN {level} THEN true ELSE {beyond} END"  # of an OR the planner makes two searches
_NOT_IN_TRASH = "n.deleted_at IS NULL"
_TYPE = "CASE WHEN n:ServiceRequest THEN 'service_request' ELSE toLower(labels(n)[0]) END"
_THE_FOUND = f"n.uid = uid AND {_TYPE} = type"
_SEARCHED = "CALL () {\n{matches}\n}"
_WALK = "{source}\nRETURN n ORDER BY {order} LIMIT $page"
# Each half walks along an index. One condition for both would read all records of the same key again on every page.
_WALKS = "CALL () {\n{level}\nUNION ALL\n{beyond}\n}"
_PAGE = "WITH n, {matched} AS matched, {score} AS score ORDER BY {order} LIMIT $page"
_WHOLE = "{found}\n{page}\n{told}\n{answer}"
# The same question as for many, asked for each: a list of one row or none, the strength its last column.
_TIE = catalogue.part(best_ties.__file__, "best", "n", contacts="[n.uid]", user="$tie_of", limit="1")
_ANSWER = """RETURN {type} AS type, n.uid AS uid, n.name AS name, detail, matched,
  coalesce(n.rev, 1) AS rev, n.external_id AS external_id, toString(n.created_at) AS created_at,
  toString(n.updated_at) AS updated_at, {fields} AS fields, {key} AS key, {tie} AS tie, {more} AS more,
  {strength} AS strength
ORDER BY {order}"""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to ask a kind of list, but for the values.

    `sort` is a name of the kind's sorts, with `-` before it for down; None is by name, and the best match first in a
    search. `after` says that a page has gone before; `back` that the one before it is meant, which is walked backwards.
    `told` asks for what the pages show beside, `tied` for the strength of a user's tie with each contact. `segment` is
    that in which the records are (segment.py), None for none.
    """

    kind: Kind
    filters: tuple[str, ...] = ()
    sort: str | None = None
    search: bool = False
    after: bool = False
    back: bool = False
    told: bool = False
    tied: bool = False
    segment: Part | None = None
    past: bool = False

    @property
    def filtered(self) -> Mapping[str, str]:
        """What the filters ask."""
        return {**self.kind.filters, **self.kind.then} if self.past else self.kind.filters

    @property
    def by(self) -> Sort:
        """The order."""
        if self.sort is None and self.search:
            return BEST
        return self.kind.sorts[self._named]

    @property
    def _named(self) -> str:
        """The name of the order."""
        return (self.sort or "name").removeprefix("-")

    @property
    def places(self) -> list[str]:
        """In this order: what is level with the last one seen, what is beyond it, and the order itself."""
        down = bool(self.sort and self.sort.startswith("-"))
        turned = down != self.back
        level, beyond, order = (
            _filled(part, key=self.by.key, tie=self.kind.tie) for part in (_DOWN if turned else _UP)
        )
        if self.led:  # the whole order of the index, or the planner would sort
            order = f"n.{self.led}{' DESC' if turned else ''}, {order}"
        return [level, beyond, order]

    @property
    def led(self) -> str | None:
        """The filter whose index the list goes along, None for none."""
        return None if self.source else self._lead

    @property
    def _lead(self) -> str | None:
        """The filter that has an index with the key of the order."""
        if self.search:
            return None
        names = self.kind.leads.get(self._named, ())
        return next((name for name in names if name in self.filters and not self._then(name)), None)

    @property
    def walk(self) -> str | None:
        """The condition that lets the planner go along the index of the order."""
        return f"{self.by.walk} AND n.uid IS NOT NULL" if self.led else self.by.walk

    @property
    def narrow(self) -> str | None:
        """The filter from which the records are reached, None for none."""
        if self.search:
            return None
        names = (name for name in self.kind.narrow if name in self.filters and not self._then(name))
        return next((name for name in names if not (self._lead and name in self.kind.wide)), None)

    def _then(self, name: str) -> bool:
        """Whether a filter asks of the past, of which no index knows."""
        return self.past and name in self.kind.then

    @property
    def source(self) -> str | None:
        """Where the records are reached from, by a filter or by the segment, None where all are looked at."""
        if self.narrow:
            return self.kind.narrow[self.narrow]
        return self.segment.reach if self.segment and not self.search else None


def listing(
    runner: Runner,
    *,
    kind: str,
    on: date,
    filters: Mapping[str, object] | None = None,
    sort: str | None = None,
    search: str | None = None,
    after: tuple[Key, str] | None = None,
    back: bool = False,
    before: datetime | None = None,
    tie_of: str | None = None,
    segment: Part | None = None,
    past: bool = False,
    limit: int = 50,
) -> list[Entry]:
    """One page of the records of a kind, as of a day; `after` is the key and the tie of the last one seen.

    `back` asks for the page that ends before it, and answers it from its end. `before` is the moment up to which
    interactions count, and asks for what the pages tell beside (`more`); `tie_of` is a user whose ties they tell too.
    `segment` leaves those that are in it. `past` says that the day is: what has days of its own is asked as of it.
    """
    typed = Typed.of(search) if search is not None else None
    if search is not None and typed is None:
        return []
    given = dict(filters or {})
    told = [KINDS[kind].tells.get(name, name) for name in given]
    _refuse_hidden(runner, kind, [*told, (sort or "").removeprefix("-")])
    way = Way(
        KINDS[kind],
        tuple(sorted(given)),
        sort,
        search=typed is not None,
        after=after is not None,
        back=back,
        told=before is not None,
        tied=before is not None and tie_of is not None and kind == "contact",
        segment=segment,
        past=past,
    )
    text = composed(way)
    values = {
        **given,
        **(segment.params if segment else {}),
        **_searched(way, typed, runner.sight),
        **_told(way, before, tie_of),
        "on": on,
        "page": limit,
    }
    if after:
        values |= {"after": after[0], "after_tie": after[1]}
    return [_without_hidden(entry, runner.sight) for entry in runner.read(text, _reader(way, runner.sight), **values)]


_COUNT = "{source}\nWITH n LIMIT $most\nRETURN count(n) AS number"


def counted(runner: Runner, *, kind: str, on: date, segment: Part, most: int) -> int:
    """How many records of a kind that are seen are in a segment, `most` at most."""
    text = _filled(_COUNT, source=_source(Way(KINDS[kind], segment=segment)))
    (number,) = runner.read(text, int, **segment.params, on=on, most=most)
    return number


def _reader(way: Way, sight: Sight) -> Callable[..., Entry]:
    """What makes an entry of a row."""
    telling = way.kind.telling

    def entry(*row: Any) -> Entry:  # noqa: ANN401  (whatever a record holds)
        found = Entry(*row)
        more = telling.row(row[-2], sight) if telling and row[-2] else None
        return replace(found, created_at=maybe_instant(row[7]), updated_at=maybe_instant(row[8]), more=more)

    return entry


def _refuse_hidden(runner: Runner, kind: str, named: Iterable[str]) -> None:
    """Refuse what would tell, by what is left or by the order, what a field holds that is not shown."""
    for name in runner.sight.hides(kind).intersection(named):
        message = said(
            "You may not see the %(name)s of any %(kind)s, so you cannot ask by it; leave it out.", name=name, kind=kind
        )
        raise ForbiddenError(message, field=name)


def _without_hidden(entry: Entry, sight: Sight) -> Entry:
    hidden = sight.hides(entry.type)
    if not hidden:
        return entry
    fields = {name: value for name, value in entry.fields.items() if name not in hidden}
    left = dict.fromkeys(hidden.intersection(entry.fields))
    detail = None if hidden.intersection(_TOLD_IN_DETAIL) else entry.detail
    return replace(entry, fields=fields | left, detail=detail, matched=None)


def composed(way: Way) -> str:
    """The query for a way to ask."""
    level, beyond, order = way.places
    if way.after and way.walk and not (way.search or way.source):
        found = _filled(_WALKS, level=_walk(way, order, level), beyond=_walk(way, order, way.walk, beyond))
    else:
        found = _source(way, way.walk, _filled(_EITHER, level=level, beyond=beyond) if way.after else None)
    carried = {"matched": "matched", "score": "score"} if way.search else {"matched": "null", "score": "null"}
    page = _filled(_PAGE, **carried, order=order)
    telling = way.kind.telling if way.told else None
    told = [telling.clauses if telling else way.kind.detail]
    if way.tied:
        told.append(_TIE)
    answer = _filled(
        _ANSWER,
        type=_TYPE,
        fields=_filled(way.kind.fields, lifecycle=STATE_THEN if way.past else STATE),
        key=way.by.key,
        tie=way.kind.tie,
        order=order,
        more=telling.found if telling else "null",
        strength="best[0][3]" if way.tied else "null",
    )
    return _filled(_WHOLE, found=found, page=page, told="\n".join(told), answer=answer)


def _walk(way: Way, order: str, *places: str) -> str:
    return _filled(_WALK, source=_source(way, *places), order=order)


def _source(way: Way, *places: str | None) -> str:
    """Where the records come from, and the conditions: the filters, and the places in the order."""
    conditions = [way.filtered[name] for name in way.filters if name != way.narrow] + [_NOT_IN_TRASH, way.kind.seen]
    conditions += way.segment.conditions if way.segment else ()
    conditions += [place for place in places if place]
    parts = [way.source or way.kind.match]
    if way.search:
        parts.insert(0, _filled(_SEARCHED, matches=matches.CYPHER))
        conditions.insert(0, _THE_FOUND)
    return "\n".join([*parts, "WHERE", " AND ".join(conditions)])


def _filled(fragment: str, **parts: str) -> str:
    """A fragment with other fragments in its places; braces that name none are Cypher's."""
    for name, part in parts.items():
        fragment = fragment.replace("{" + name + "}", part)
    return fragment


def _searched(way: Way, typed: Typed | None, sight: Sight) -> dict[str, object]:
    if typed is None:
        return {}
    sifted = way.filters or way.segment or way.sort or sight != EVERYTHING
    shown: dict[str, object] = {"handles": []} if any(name.endswith(".handles") for name in sight.hidden) else {}
    return {**typed.params(), **shown, "labels": way.kind.labels, "limit": SIFTED_MOST if sifted else FOUND_MOST}


def _told(way: Way, before: datetime | None, tie_of: str | None) -> dict[str, object]:
    told: dict[str, object] = {}
    if way.told:
        told = {"before": before}
    if way.told and way.kind is KINDS["account"]:
        told["counted"] = COUNTED
    if way.told and way.kind is KINDS["campaign"]:
        told["counted"] = ASKED
    if way.tied and before:
        told |= {"tie_of": tie_of, "age": warmth.half_lives(before), "model": warmth.MODEL}
    return told
