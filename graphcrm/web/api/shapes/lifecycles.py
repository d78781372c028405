"""How far accounts and contacts should be with us, by what is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import Field

from graphcrm.services.lifecycles import Suggested
from graphcrm.web.api.shapes.base import Page, Ref, Shape


class FactsBody(Shape):
    """What is known that says how far a record is, as far as you may see it."""

    wins: int = Field(description="opportunities that were won since it was last lost, on days that are known")
    first_won: date | None
    last_won: date | None
    open: int = Field(description="opportunities that are open")
    opened_on: date | None = Field(description="the last day on which one that is open came to its stage")
    converted_on: date | None = Field(description="when a lead became it")
    last_on: date | None = Field(description="the last day on which any of us had to do with them")
    answered_on: date | None = Field(description="the same of those who ever answered, or met us")
    added_on: date | None = Field(description="when it was added")
    lost_on: date | None = Field(description="since when it was last lost")


class ProposalItem(Shape):
    """What is proposed for a record, and why."""

    record: Ref
    lifecycle: str | None = Field(description="what it is now")
    lifecycle_since: date | None
    proposed: Literal["prospect", "customer", "loyal", "lost"]
    since: date = Field(description="since when it is that, if you accept it")
    rule: Literal["won", "loyal", "open", "converted", "answered", "silent"] = Field(description="docs/lifecycle.md")
    days: int | None = Field(description="for how many days nothing was heard, of what is silent")
    facts: FactsBody


class ProposalList(Page[ProposalItem]):
    """What is proposed, by that and by name; a page may have few where you may see few."""


def proposal_list(found: Iterable[Suggested], cursor: str | None) -> ProposalList:
    """What is proposed."""
    return ProposalList(items=[_item(one) for one in found], next_cursor=cursor)


def _item(one: Suggested) -> ProposalItem:
    facts = {name: getattr(one.known.facts, name) for name in FactsBody.model_fields}
    proposal = one.proposal
    return ProposalItem.model_validate({
        "record": {"uid": one.known.uid, "name": one.known.name},
        "lifecycle": one.known.lifecycle, "lifecycle_since": one.known.since,
        "proposed": proposal.state, "since": proposal.since, "rule": proposal.rule, "days": proposal.days,
        "facts": facts,
    })  # fmt: skip
