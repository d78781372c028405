"""What we had to do with somebody, or at an account: what may be asked of it, and a page of what is left.

Who, how and when is asked of the graph. Words are asked of what it answers, for they may be sealed there
(docs/secrets.md): of the latest parts that LOOKED says, and of those before by the page that follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from graphcrm.dates import Moment, moment, start_of_day
from graphcrm.graph import Runner
from graphcrm.queries.accounts.interactions import Interaction as OfAccount
from graphcrm.queries.contacts.interactions import Interaction as OfPerson
from graphcrm.queries.contacts.interactions import interactions as with_contact
from graphcrm.queries.leads.interactions import interactions as with_lead
from graphcrm.web.asking.cursors import AfterInteraction, Cursor, question, read, written
from graphcrm.web.asking.listings import Listing, cut
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


def page(rows: list[Part], asked: MetParameters, cursor: Callable[[Part], Cursor]) -> Listing[Part]:
    """The page of what the graph answered, which words are asked of; another may follow where not all was looked at."""
    if not asked.asks_words:
        return cut(rows, asked.limit, cursor)
    fit = [row for row in rows[:LOOKED] if fits(row, asked)]
    if len(fit) <= asked.limit and len(rows) > LOOKED:
        return Listing(fit, written(cursor(rows[LOOKED - 1])))
    return cut(fit, asked.limit, cursor)


def of_contact(runner: Runner, contact: str, asked: MetParameters) -> Listing[OfPerson]:
    """One page of the interactions with a contact, the latest first."""
    return _of_person(partial(with_contact, runner, contact=contact), "interactions", contact, asked)


def of_lead(runner: Runner, lead: str, asked: MetParameters) -> Listing[OfPerson]:
    """One page of the interactions with a lead, the latest first."""
    return _of_person(partial(with_lead, runner, lead=lead), "lead-interactions", lead, asked)


def _of_person(ask: Callable[..., list[OfPerson]], kind: str, uid: str, asked: MetParameters) -> Listing[OfPerson]:
    of = question(kind, uid, asked.of)
    after = read(asked.cursor, AfterInteraction, of)
    place = {"after_at": after.at, "after_uid": after.uid} if after else {}
    rows = ask(**asked.of_parts, **place)
    return page(rows, asked, lambda last: AfterInteraction(of=of, at=last.at, uid=last.uid))


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
