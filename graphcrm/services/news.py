"""The news of moves: who is told of one, once, and the task that it opens (docs/moves.md, "Champions moved").

A move is what the feed of moves says (queries/moves/moves_since.cypher). One that is recorded is told of in its own
change, so that its undo takes back what followed; what an import, a correction or the passing of time has made a move
is found by `look`, every hour.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from graphcrm.access import Module, Reader
from graphcrm.dates import moment
from graphcrm.errors import ConflictError, NotFoundError, said
from graphcrm.graph import Graph, Runner
from graphcrm.nodes.ids import new_uid
from graphcrm.queries.moves.audience import Concerned, audience
from graphcrm.queries.moves.forget_misplaced import forget_misplaced
from graphcrm.queries.moves.forget_news import forget_news
from graphcrm.queries.moves.mark_news import mark_news
from graphcrm.queries.moves.move_of_job import move_of_job
from graphcrm.queries.moves.moves_since import Move, moves_since
from graphcrm.queries.moves.put_news import put_news
from graphcrm.queries.moves.untold import untold
from graphcrm.services import assignments, policy, records
from graphcrm.services.assignments import Assignment
from graphcrm.services.changes import Author, Change, change

# A job that began longer ago is history that somebody entered, and no news: the quarter is that of the front page, and
# that after which notifications are forgotten. Of a start that is not known to the day the first day it may mean
# counts: "2026" is news until the end of March, and "2026-11" until the end of January.
LATELY = timedelta(days=90)
# Whom more than these concern at one look, as after an import, is told of all of them at once, and given no tasks: ten
# are what somebody can see to, and the list has the others, too.
ONE_BY_ONE = 10
DUE_IN = timedelta(days=7)  # of the task: congratulations are still in time, and the first days there are over
_KEPT = LATELY + timedelta(days=1)  # what is forgotten before its job is older would be told again
_AT_ONCE = 200  # moves of one transaction
_PAGE = 1_000  # moves of one question
_MOST = 10_000  # moves of one look; the others are for the next
_BY_ITSELF = Author(why="somebody moved")
_ALREADY = {
    "acknowledged": said("You have acknowledged this move already; take that back first."),
    "dismissed": said("You have dismissed this move already; take that back first."),
}

Some = TypeVar("Some")


@dataclass(frozen=True, slots=True)
class _News:
    """A move, who is told of it, and whose the contact is, where they may see it and have tasks."""

    move: Move
    told: list[Concerned]
    owner: str | None
    task: str

    def opens(self, many: frozenset[str]) -> bool:
        """Whether it opens a task: `many` are those who are concerned by too many."""
        return self.owner is not None and self.owner not in many


def follow(made: Change, job: str) -> None:
    """Tell of the move that a job began, where it is news, and open a task for whose contact it is.

    What was told of it before it was said where from, and was not from there, is told anew; its task is there by then.
    """
    with made.following():
        if found := _move_of(made, job):
            again = forget_misplaced(made.tx, job=job, left=found[0].from_account)
            _tell(made, _concerning(made.tx, found), frozenset(), opening=not again)


def again(made: Change, job: str) -> None:
    """Have a move that was taken back, and is recorded again, in the lists it was in; the task comes back by itself."""
    with made.following():
        if found := _move_of(made, job):
            _put(made, _concerning(made.tx, found))


def look(graph: Graph, now: datetime) -> int:
    """Tell of the moves of the last quarter of which nobody was told, and forget what is old; answers how many."""
    while forget_news(graph, before=now - _KEPT, limit=_PAGE):
        pass
    found = _untold(graph, now)
    waiting = [one for part in _parts(found) for one in _concerning(graph, part)]
    moves_of = Counter(user for one in waiting for user in {one.owner, *(concerned.user for concerned in one.told)})
    many = frozenset(user for user, moves in moves_of.items() if user and moves > ONE_BY_ONE)
    number, left = 0, many
    for part in _changes(waiting, many):
        told, at_once = change(
            graph,
            _BY_ITSELF,
            lambda made, part=part, left=left: _tell(made, part, many, left),  # type: ignore[misc]
        )
        number, left = number + told, left - at_once
    return number


def mark(made: Change, user: str, uid: str, state: str) -> None:
    """Say what a user does with the news of a move: `acknowledged`, `dismissed`, or `new` again.

    Raises NotFoundError where they were not told of it, ConflictError where they have said the other already.
    """
    was = mark_news(made.tx, user=user, uid=uid, state=state, at=made.at)
    if was is None:
        raise NotFoundError(said("You were told of no move %(uid)r.", uid=uid), field="move")
    if "new" not in {was, state} and was != state:
        raise ConflictError(_ALREADY[was], field="state")


def _move_of(made: Change, job: str) -> list[Move]:
    when = moment(None, now=made.at)
    found = move_of_job(made.tx, job=job, since=when.on - LATELY, on=when.on, before=when.before)
    return [found] if found else []


def _untold(graph: Graph, now: datetime) -> list[Move]:
    """The moves of which nobody was told, the latest first."""
    when, found = moment(None, now=now), list[Move]()
    after: tuple[date, str] | tuple[None, None] = (None, None)
    while len(found) < _MOST:
        page = moves_since(
            graph, since=when.on - LATELY, on=when.on, before=when.before, after_on=after[0], after_uid=after[1],
            limit=_PAGE,
        )  # fmt: skip
        found += untold(graph, moves=page)
        if len(page) < _PAGE:
            break
        after = page[-1].moved_on, page[-1].uid
    return found


def _changes(waiting: Sequence[_News], many: frozenset[str]) -> Iterator[Sequence[_News]]:
    """What is done in one change: a task alone, so that who undoes it undoes no other; of the rest many."""
    yield from ([one] for one in waiting if one.opens(many))
    yield from _parts([one for one in waiting if not one.opens(many)])


def _parts(found: Sequence[Some]) -> Iterator[Sequence[Some]]:
    return (found[first : first + _AT_ONCE] for first in range(0, len(found), _AT_ONCE))


def _concerning(runner: Runner, moves: Sequence[Move]) -> list[_News]:
    """Moves, with those whom they concern and who may see them."""
    rows = audience(runner, moves=moves)
    readers = policy.readers(runner, {row.user: row.role for row in rows})
    of = defaultdict[str, list[Concerned]](list)
    for row in rows:
        of[row.move].append(row)
    return [_news(move, of[move.uid], readers) for move in moves]


def _news(move: Move, concerned: Sequence[Concerned], readers: Mapping[str, Reader]) -> _News:
    there = [one for one in concerned if one.user in readers]  # whom nobody has erased meanwhile
    told = [one for one in there if _sees(readers[one.user], one)]
    owner = next((one for one in there if "owner" in one.why), None)
    reader = readers[owner.user] if owner else None
    if owner is None or reader is None or move.asked_not or not reader.may("read", "task", owner.user):
        return _News(move, told, None, "")
    seen = [reader.may("read", "account", of) for of in owner.owners[1:]]
    left, joined = (name if may else "…" for name, may in zip((move.from_name, move.to_name), seen, strict=True))
    return _News(move, told, owner.user, f"{move.name[:100]}: {left[:45]} → {joined[:45]}")


def _sees(reader: Reader, one: Concerned) -> bool:
    """Whether somebody may see a move: who moved, and both accounts, as in the feed of all moves."""
    contact, *accounts = one.owners
    return (
        Module.MOVES in reader.role.modules
        and reader.may("read", "contact", contact)
        and all(reader.may("read", "account", owner) for owner in accounts)
    )


def _tell(
    made: Change,
    found: Sequence[_News],
    many: frozenset[str],
    left: frozenset[str] = frozenset(),
    *,
    opening: bool = True,
) -> tuple[int, frozenset[str]]:
    """Tell of moves and, where `opening`, open their tasks; answers how many were news, and which of `left` it told.

    `many` are concerned by too many to be told of each, of whom those that are `left` are still to be told so.
    """
    written, told = _put(made, found), set[str]()
    for one in found:
        if one.move.uid not in written:
            continue
        record = ("Contact", one.move.contact)
        for user in (concerned.user for concerned in one.told):
            if user not in many:
                made.notify(user, "moved", record)
            elif user in left and user not in told:
                made.notify(user, "moves", record)
                told.add(user)
        if opening and one.owner and one.opens(many):
            _open_task(made, one, one.owner)
    return len(written), frozenset(told)


def _put(made: Change, found: Sequence[_News]) -> set[str]:
    rows = [
        {
            "uid": one.move.uid, "contact": one.move.contact, "left": one.move.from_account,
            "joined": one.move.to_account, "moved_on": one.move.moved_on,
            "users": [{"user": concerned.user, "why": concerned.why} for concerned in one.told],
        }
        for one in found
    ]  # fmt: skip
    return put_news(made.tx, rows=rows, at=made.at)


def _open_task(made: Change, one: _News, owner: str) -> None:
    """What is to be done about a move, of whose contact it is: they are told of the move, and not of the task too."""
    values = {"name": one.task, "contacts": [one.move.contact], "accounts": [one.move.to_account]}
    uid = records.create(made, "task", {**values, "due_on": made.today + DUE_IN, "status": "open"})
    record = ("Task", uid)
    assignments.require_active(made, record, owner)
    assignments.create(made, Assignment(new_uid(), record, owner, {}).having(start=made.today))
