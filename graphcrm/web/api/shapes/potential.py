"""What an account may be worth to us, for the API."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Literal

from pydantic import Field

from graphcrm.potential import MODEL_VERSION
from graphcrm.web.api.shapes.base import Shape
from graphcrm.web.asking.potential import Weighed


class FactorBody(Shape):
    """One factor."""

    name: Literal["ties", "open", "won", "industry", "contracts", "size", "contact"]
    value: float = Field(description="how much speaks for the account, 0 to 1")
    points: float
    most: int = Field(description="the most points that it could have")


class EvidenceBody(Shape):
    """What is known of an account; null: you may not see it, so it does not count."""

    employees: float | None = Field(description="0: nobody knows")
    industry: list[int] | None = Field(description="won and lost opportunities of others in its industry")
    ties: list[float] | None = Field(description="how well we know the five there whom we know best")
    open: int | None = Field(description="open opportunities")
    won: int | None = Field(description="won opportunities")
    contracts: int | None = Field(description="contracts that run")
    last_at: datetime | None = Field(description="the last contact with somebody who is there; null: none")


class PotentialBody(Shape):
    """What an account may be worth to us."""

    model_version: str
    score: float = Field(description="0 to 100: what the factors have of the most that they could have")
    factors: list[FactorBody]
    evidence: EvidenceBody


def potential_body(found: Weighed) -> PotentialBody:
    """The potential of an account."""
    factors = [
        {"name": one.name, "value": one.value, "points": one.points, "most": one.most}
        for one in found.potential.factors
    ]
    known = {name: value for name, value in asdict(found.known).items() if name != "met"}
    return PotentialBody.model_validate(
        {"model_version": MODEL_VERSION, "score": found.potential.score, "factors": factors, "evidence": known}
    )
