"""Warm paths, hop by hop."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from graphcrm.queries.accounts.workplaces_of_staff import NotSearched
from graphcrm.queries.paths import Path, WarmPaths
from graphcrm.queries.paths.models import Hop
from graphcrm.queries.ties.tie import Tie
from graphcrm.warmth import MODEL_VERSION
from graphcrm.web.api.shapes.base import AsOfPage, Ref, Shape
from graphcrm.web.api.shapes.people import Certainty, SharedBody, TieEvidence, shared_body

Kind = Literal["direct", "former_colleague", "chain"]


class PersonEnd(Shape):
    """One end of a hop."""

    uid: str
    name: str
    type: Literal["user", "contact"]
    do_not_contact: bool = Field(default=False, description="whether they asked us not to contact them")


class KnowsEvidence(TieEvidence):
    """What "knows" rests on."""

    moved_from: Ref | None = Field(description="where the contact was when they last met, if not at the target")


class SharedEvidence(Shape):
    """What "worked together" rests on."""

    shared: list[SharedBody]


class HopBody(Shape):
    """One step between two people."""

    kind: Literal["knows", "worked_together"]
    from_: PersonEnd = Field(serialization_alias="from")
    to: PersonEnd
    strength: float = Field(description="0 to 1")
    evidence: KnowsEvidence | SharedEvidence


class TargetContact(Shape):
    """The person reached."""

    uid: str
    name: str
    title: str | None
    role: str | None
    do_not_contact: bool = Field(default=False, description="whether they asked us not to contact them")


class PathItem(Shape):
    """One way from a user to a person at the account; of a `masked` one only how good it is.

    It leads by a record that you may not see: a colleague of yours knows the way.
    """

    masked: bool = Field(default=False, description="whether it leads by what you may not see")
    kind: Kind
    score: float = Field(description="0 to 1: the strengths of the hops, less with each further person asked")
    band: Literal["strong", "good", "possible", "weak"]
    certainty: Certainty
    weakest_hop: int | None = Field(description="the index of the weakest hop, 0 for the first; null of a masked one")
    target_contact: TargetContact | None = Field(description="null of a masked one")
    hops: list[HopBody] = Field(description="none of a masked one")


class NotSearchedItem(Shape):
    """A shared workplace too large to search."""

    account: Ref
    people: int | None = Field(description="stints known there; null where you may not see all people")


class PathList(AsOfPage[PathItem]):
    """Warm paths, best first."""

    model_version: str = Field(description="of the formulas behind scores")
    account_warmth: float = Field(description="0 to 1: how open the account is to those asked for")
    not_searched: list[NotSearchedItem] = Field(description="shared workplaces left out: raise max_unit to search them")
    partial: list[Kind] = Field(description="kinds not searched to the end: of these, better paths may be missing")


def path_list(answer: WarmPaths, cursor: str | None) -> PathList:
    """One page of warm paths."""
    return PathList.model_validate(
        {
            "items": [path_item(path, answer.asked_not) for path in answer.paths],
            "next_cursor": cursor,
            "as_of": answer.as_of,
            "model_version": MODEL_VERSION,
            "account_warmth": answer.account_warmth,
            "not_searched": [_not_searched(place) for place in answer.not_searched],
            "partial": answer.partial,
        }
    )


def path_item(path: Path, asked_not: frozenset[str] = frozenset()) -> PathItem:
    """One path; `asked_not` are those who asked us not to contact them."""
    return PathItem.model_validate(
        {
            "kind": path.kind,
            "score": path.score,
            "band": path.band,
            "certainty": "certain" if path.certain else "possible",
            "masked": path.masked,
            "weakest_hop": None if path.masked else path.weakest_hop,
            "target_contact": None if path.masked else _target(path, asked_not),
            "hops": [] if path.masked else [_hop(hop, path, asked_not) for hop in path.hops],
        }
    )


def _target(path: Path, asked_not: frozenset[str]) -> TargetContact:
    job = path.job
    return TargetContact(
        uid=job.contact, name=job.name, title=job.title, role=job.role, do_not_contact=job.contact in asked_not
    )


def _hop(hop: Hop, path: Path, asked_not: frozenset[str]) -> HopBody:
    evidence = hop.evidence

    def contact(uid: str, name: str) -> PersonEnd:
        return PersonEnd(uid=uid, name=name, type="contact", do_not_contact=uid in asked_not)

    if isinstance(evidence, Tie):
        return HopBody(
            kind="knows",
            from_=PersonEnd(uid=evidence.user, name=evidence.user_name, type="user"),
            to=contact(evidence.contact, evidence.contact_name),
            strength=evidence.strength,
            evidence=_knows(evidence, path.moved_from),
        )
    return HopBody(
        kind="worked_together",
        from_=contact(evidence.contact, evidence.contact_name),
        to=contact(evidence.colleague, evidence.colleague_name),
        strength=evidence.strength,
        evidence=SharedEvidence(shared=[shared_body(part) for part in evidence.shared]),
    )


def _knows(tie: Tie, moved_from: tuple[str, str] | None) -> KnowsEvidence:
    return KnowsEvidence(
        interactions=tie.count,
        first_at=tie.first_at,
        last_at=tie.last_at,
        channels=tie.channels,
        rating=tie.rating,
        moved_from=Ref(uid=moved_from[0], name=moved_from[1]) if moved_from else None,
    )


def _not_searched(place: NotSearched) -> NotSearchedItem:
    return NotSearchedItem(account=Ref(uid=place.account, name=place.name), people=place.people)
