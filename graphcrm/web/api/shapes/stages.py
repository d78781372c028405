"""The stages of opportunities."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from graphcrm.nodes.opportunities import STATUSES
from graphcrm.queries.opportunities.stages import Stage
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.shapes.base import Shape


class StageBody(Shape):
    """A stage."""

    key: str = Field(description="what opportunities have it by; it stays when its name changes")
    name: str | None = Field(description="what it is called; null for one that is called as it was shipped")
    status: str = Field(description="open, won or lost: what an opportunity in it is")
    probability: int = Field(description="how likely it is that what is in it is won, in percent")
    position: int = Field(description="its place, 1 for the first")
    retired: bool = Field(description="whether nothing more comes to it")
    rev: int = Field(description="one more with each change of it; If-Match takes it")


class StageList(Shape):
    """The stages in their order, those retired too."""

    items: list[StageBody]


class StageFields(Body):
    """What is to be different of a stage; what is left out stays."""

    name: str | None = Field(default=None, max_length=100, description="What it is called; null: as it was shipped.")
    probability: int | None = Field(default=None, ge=0, le=100, description="In percent.")
    position: int | None = Field(default=None, ge=1, le=1_000, description="Its place; the others make room.")
    retired: bool | None = Field(default=None, description="Whether nothing more comes to it.")


class NewStage(Body):
    """A new stage."""

    name: str = Field(min_length=1, max_length=100, description="What it is called.")
    status: str = Field(
        default="open", description="What is in it is open, won or lost.", json_schema_extra={"enum": list(STATUSES)}
    )
    probability: int | None = Field(default=None, ge=0, le=100, description="In percent; left out: 50.")
    position: int | None = Field(default=None, ge=1, le=1_000, description="Its place; left out: behind its like.")


def stage_list(found: Iterable[Stage]) -> StageList:
    """Stages, in the order given."""
    return StageList(items=[stage_body(one) for one in found])


def stage_body(stage: Stage) -> StageBody:
    """A stage."""
    return StageBody.model_validate({name: getattr(stage, name) for name in StageBody.model_fields})
