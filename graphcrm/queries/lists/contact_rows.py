"""What lists tell of some contacts on a day: the main job, whose they are, and who had to do with them last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.lists.named import Last, last, owner

_CYPHER = cypher(__file__)


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
class ContactRow:
    """One contact; `jobs` is how many jobs they hold on the day, `owner` a uid and a name."""

    uid: str
    job: Held | None
    jobs: int
    owner: tuple[str, str] | None
    last: Last | None


def contact_rows(
    runner: Runner, *, contacts: Sequence[str], on: date, before: datetime, limit: int
) -> list[ContactRow]:
    """What is told of some contacts; interactions count that were `before` the moment."""
    city_hidden = "city" in runner.sight.hides("account")

    def row(uid: str, job: list[Any] | None, jobs: int, owned: list[str] | None, met: list[Any] | None) -> ContactRow:
        held = Held(*job) if job else None
        shown = held._replace(city=None) if held and city_hidden else held
        return ContactRow(uid, shown, jobs, owner(owned), last(met))

    return runner.read(_CYPHER, row, contacts=contacts, on=on, before=before, limit=limit)
