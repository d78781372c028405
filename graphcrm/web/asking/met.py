"""What we had to do with somebody, or at an account: what may be asked of it, and a page of what is left.

Who, how and when is asked of the graph. Words are asked of what it answers, for they may be sealed there
(docs/secrets.md): of the latest parts that LOOKED says, and of those before by the page that follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from itertools import chain, groupby
from operator import attrgetter
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from graphcrm.dates import Moment, moment, start_of_day
from graphcrm.graph import Runner
from graphcrm.queries.accounts.interactions import Interaction as OfAccount
from graphcrm.queries.contacts.interactions import Interaction as OfPerson
from graphcrm.queries.contacts.interactions import interactions as with_contact
from graphcrm.queries.leads.interactions import interactions as with_lead
from graphcrm.web.asking.cursors import AfterInstant, Cursor, question, read, written
from graphcrm.web.asking.listings import Listing
from graphcrm.web.asking.parameters import Day, PageParameters, Text, Uid

LOOKED = 1_000  # parts in which words are looked for at once
Channel = Literal["meeting", "video", "call", "email", "message", "event", "other"]
Direction = Literal["out", "in", "both"]


class MetParameters(PageParameters):
    """Of interactions."""

    channel: Annotated[Channel | None, Field(description="Only by this channel.")] = None
    direction: Annotated[Direction | None, Field(description="Only who turned to whom: out is ours to theirs.")] = None
    user: Annotated[Uid | None, Field(description="Only those of this user of ours.")] = None
    topic: Annotated[Text | None, Field(description="Only with these letters in a topic.")] = None
    outcome: Annotated[Text | None, Field(description="Only with these letters in the outcome.")] = None
    q: Annotated[
        Text | None, Field(description="Only with each of these words in the subject, topics, notes or outcome.")
    ] = None
    since: Annotated[Day, Field(description="Only from this day on (UTC).")] = None
    until: Annotated[Day, Field(description="Only up to this day, which counts too (UTC).")] = None

    @property
    def asks_words(self) -> bool:
        """Whether words are asked for."""
        return bool(self.topic or self.outcome or self.q)

    @property
    def asks_parts(self) -> bool:
        """Whether something is asked that only interactions have."""
        return self.asks_words or bool(self.channel or self.direction or self.user)

    @property
    def asks(self) -> bool:
        """Whether anything is asked but the page and the day."""
        return self.asks_parts or bool(self.since or self.until)

    @property
    def when(self) -> Moment:
        """The moment before which all of it lies, and the day."""
        asked = moment(self.as_of)
        if self.until is None:
            return asked
        return Moment(min(asked.on, self.until), min(asked.before, start_of_day(self.until) + timedelta(days=1)))

    @property
    def of_parts(self) -> dict[str, Any]:
        """What the queries of interactions take."""
        since: datetime | None = start_of_day(self.since) if self.since else None
        return {
            "before": self.when.before, "since": since, "channel": self.channel, "direction": self.direction,
            "user": self.user, "noted": self.asks_words, "limit": (LOOKED if self.asks_words else self.limit) + 1,
        }  # fmt: skip

    @property
    def kept(self) -> dict[str, Any]:
        """What the address of the page that follows says too."""
        return self.model_dump(mode="json", exclude_defaults=True, exclude={"cursor"})

    @property
    def of(self) -> tuple[object, ...]:
        """What is the same on every page of one answer."""
        return tuple(value for name, value in self if name not in {"cursor", "limit"})


Part = TypeVar("Part", OfPerson, OfAccount)
By = Literal["event", "uid"]  # what is not cut in two by the end of a page: what happened, or each part of it


def page(
    rows: list[Part],
    asked: MetParameters,
    beyond: Callable[[Part], list[Part]],
    cursor: Callable[[Part], Cursor],
    by: By,
) -> Listing[Part]:
    """The page of what the graph answered, which words are asked of; another may follow where not all was looked at.

    `beyond` asks for what comes after a part, LOOKED of it.
    """
    looked, follows = whole(rows, LOOKED if asked.asks_words else asked.limit, beyond, by)
    fit = [row for row in looked if fits(row, asked)] if asked.asks_words else looked
    shown, more = whole(fit, asked.limit, _nothing, by)
    last = shown[-1] if more else looked[-1] if follows else None
    return Listing(shown, written(cursor(last)) if last else None)


def whole(rows: list[Part], most: int, beyond: Callable[[Part], list[Part]], by: By) -> tuple[list[Part], bool]:
    """The first rows, so many and what else belongs to the last of them, and whether others follow."""
    if len(rows) <= most:
        return rows, False
    last = getattr(rows[most - 1], by)
    more: list[Part] = beyond(rows[-1]) if getattr(rows[-1], by) == last else []
    every = list(chain(rows, more))
    end = next((n for n in range(most, len(every)) if getattr(every[n], by) != last), len(every))
    return every[:end], end < len(every) or len(more) == LOOKED


def _nothing(_last: Part) -> list[Part]:
    """What follows where all is at hand."""
    return []


def of_contact(runner: Runner, contact: str, asked: MetParameters) -> Listing[OfPerson]:
    """One page of the interactions with a contact, the latest first."""
    return _of_person(partial(with_contact, runner, contact=contact), "interactions", contact, asked, "uid")


def of_lead(runner: Runner, lead: str, asked: MetParameters) -> Listing[OfPerson]:
    """One page of the interactions with a lead, the latest first."""
    return _of_person(partial(with_lead, runner, lead=lead), "lead-interactions", lead, asked, "uid")


def events_of_contact(runner: Runner, contact: str, asked: MetParameters) -> Listing[list[OfPerson]]:
    """One page of what happened with a contact, each with all of us who took part, the latest first."""
    return _events(_of_person(partial(with_contact, runner, contact=contact), "interactions", contact, asked, "event"))


def events_of_lead(runner: Runner, lead: str, asked: MetParameters) -> Listing[list[OfPerson]]:
    """One page of what happened with a lead, each with all of us who took part, the latest first."""
    return _events(_of_person(partial(with_lead, runner, lead=lead), "lead-interactions", lead, asked, "event"))


def _of_person(
    ask: Callable[..., list[OfPerson]], kind: str, uid: str, asked: MetParameters, by: By
) -> Listing[OfPerson]:
    of = question(kind, uid, asked.of)
    after = read(asked.cursor, AfterInstant, of)

    def beyond(last: OfPerson) -> list[OfPerson]:
        return ask(**{**asked.of_parts, "limit": LOOKED}, after=(last.at, last.key))

    rows = ask(**asked.of_parts, after=(after.key, after.uid) if after else None)
    return page(rows, asked, beyond, lambda last: AfterInstant(of=of, key=last.at, uid=last.key), by)


def _events(found: Listing[OfPerson]) -> Listing[list[OfPerson]]:
    return Listing([list(parts) for _event, parts in groupby(found.rows, attrgetter("event"))], found.cursor)


def fits(part: OfPerson | OfAccount, asked: MetParameters) -> bool:
    """Whether a part has the words that are asked for; what is private tells nobody whether it does."""
    said = (part.subject, part.outcome, part.notes, *part.topics)
    return not part.private and all(
        (
            _in(asked.topic, part.topics),
            _in(asked.outcome, [part.outcome]),
            all(_in(word, said) for word in (asked.q or "").split()),
        )
    )


def _in(word: str | None, texts: Iterable[str | None]) -> bool:
    """Whether letters are in one of some texts, whatever their case; none always are."""
    return not word or any(word.strip().casefold() in text.casefold() for text in texts if text)
