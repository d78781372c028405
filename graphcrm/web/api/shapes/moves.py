"""Moves, and what they open to us."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from graphcrm.queries.accounts.known_there import KnownPerson
from graphcrm.queries.accounts.standings import Standing
from graphcrm.queries.moves.champions import Champion
from graphcrm.queries.moves.feed import Item
from graphcrm.queries.moves.moves_since import Move
from graphcrm.warmth import MODEL_VERSION
from graphcrm.web.api.shapes.base import AsOfPage, Page, PersonRef, Ref, Shape
from graphcrm.web.api.shapes.people import KnownByItem, known_by_item
from graphcrm.web.asking.listings import Listing
from graphcrm.web.asking.moves import Page as MovesPage


class StandingBody(Shape):
    """How an account stands with us on the day."""

    lifecycle: str | None = Field(description="how far it is with us; not dated")
    owner: Ref | None = Field(description="the active user who owns it")
    met: bool = Field(description="whether an active user had to do with somebody while they were there")


class MovedFrom(Shape):
    """What a move left."""

    account: Ref
    title: str | None
    role: str | None = Field(description="their part in a sale there")
    end: str | None = Field(description="as entered")
    ours: StandingBody | None = Field(description="why the account is one of ours; null when it is not")


class KnownPersonBody(Shape):
    """Somebody whom one of us knows."""

    contact: PersonRef
    title: str | None = Field(description="of their main job there")
    user: Ref = Field(description="who of us knows them best")
    strength: float = Field(description="of that tie, 0 to 1")


class KnownBody(Shape):
    """Whom else we know at the new account."""

    people: int = Field(description="how many of those who may be there on the day, without who moved")
    best: list[KnownPersonBody] = Field(description="the best known three, the strongest tie first")


class MovedTo(Shape):
    """What a move led to."""

    account: Ref
    title: str | None
    start: str = Field(description="as entered")


class Joined(MovedTo):
    """What a move led to, and what it opens to us."""

    role: str | None = Field(description="their part in a sale there")
    current: bool = Field(description="whether they may still be there on the day")
    standing: StandingBody
    known: KnownBody


class MoveItem(Shape):
    """A move: a job ends, another begins."""

    uid: str = Field(description="of the job that began")
    contact: PersonRef
    moved_on: date = Field(description="the earliest day that the start may mean")
    from_: MovedFrom = Field(serialization_alias="from")
    to: Joined
    tie: KnownByItem | None = Field(
        description="our best tie with who moved; null where none of those asked for has one"
    )
    role: str | None = Field(description="their part in a sale: in the job that began, else in the one left")
    relevance: float = Field(description="what the role counts")
    rank: float = Field(description="the strength of the tie times the relevance; 0 without a tie")


class MoveList(AsOfPage[MoveItem]):
    """Moves, the latest or the most promising first."""

    model_version: str = Field(description="of the formulas behind strengths and relevance")
    partial: date | None = Field(
        description="by rank only: moves of this day and before were not all ranked; null where all were"
    )


class ChampionItem(Shape):
    """A move that you were told of."""

    uid: str = Field(description="of the job that began")
    contact: PersonRef
    moved_on: date = Field(description="the earliest day that the start may mean")
    from_account: Ref
    to: MovedTo
    role: str | None = Field(description="their part in a sale in the new job")
    why: list[str] = Field(
        description="why you were told: the contact is yours (owner), you starred one of the three (starred), "
        "the account that was left (left) or joined (joined) is your team's"
    )
    state: str = Field(description="new, acknowledged or dismissed")
    done_at: datetime | None = Field(description="when you acknowledged or dismissed it")
    ours: bool = Field(description="whether the account that was joined is one of ours already")
    opportunities: list[Ref] = Field(
        description="what is open at the account that was left, of which they are a decision maker; five at most"
    )


class ChampionList(Page[ChampionItem]):
    """Moves that you were told of, the latest first."""


def champion_list(page: Listing[Champion]) -> ChampionList:
    """Moves that somebody was told of."""
    return ChampionList(items=[_champion(one) for one in page.rows], next_cursor=page.cursor)


def _champion(one: Champion) -> ChampionItem:
    return ChampionItem(
        uid=one.uid,
        contact=PersonRef(uid=one.contact, name=one.name, do_not_contact=one.asked_not),
        moved_on=one.moved_on,
        from_account=Ref(uid=one.from_account, name=one.from_name),
        to=MovedTo(account=Ref(uid=one.to_account, name=one.to_name), title=one.title, start=one.start),
        role=one.role,
        why=one.why,
        state=one.state,
        done_at=one.done_at,
        ours=one.ours,
        opportunities=[Ref(uid=uid, name=name) for uid, name in one.deals],
    )


def move_list(page: MovesPage) -> MoveList:
    """Moves."""
    return MoveList(
        items=[_item(item) for item in page.feed.items],
        next_cursor=page.cursor,
        as_of=page.on,
        model_version=MODEL_VERSION,
        partial=page.feed.partial,
    )


def _item(item: Item) -> MoveItem:
    move = item.move
    return MoveItem(
        uid=move.uid,
        contact=PersonRef(uid=move.contact, name=move.name, do_not_contact=move.asked_not),
        moved_on=move.moved_on,
        from_=_from(move, item.left),
        to=_to(item),
        tie=known_by_item(item.tie) if item.tie else None,
        role=move.role,
        relevance=item.relevance,
        rank=item.rank,
    )


def _from(move: Move, standing: Standing) -> MovedFrom:
    return MovedFrom(
        account=Ref(uid=move.from_account, name=move.from_name),
        title=move.from_title,
        role=move.from_role,
        end=move.from_end,
        ours=_standing(standing) if standing.ours else None,
    )


def _to(item: Item) -> Joined:
    move = item.move
    return Joined(
        account=Ref(uid=move.to_account, name=move.to_name),
        title=move.to_title,
        role=move.to_role,
        start=move.start,
        current=move.there,
        standing=_standing(item.joined),
        known=KnownBody(people=item.people, best=[_known(person) for person in item.best]),
    )


def _standing(standing: Standing) -> StandingBody:
    owner = Ref(uid=standing.owner[0], name=standing.owner[1]) if standing.owner else None
    return StandingBody(lifecycle=standing.lifecycle, owner=owner, met=standing.met)


def _known(person: KnownPerson) -> KnownPersonBody:
    return KnownPersonBody(
        contact=PersonRef(uid=person.contact, name=person.name, do_not_contact=person.asked_not),
        title=person.title,
        user=Ref(uid=person.user, name=person.user_name),
        strength=person.strength,
    )
