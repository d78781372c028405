"""How many accounts there are of each class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import Field

from graphcrm.queries.accounts.classes import FIELDS, Class
from graphcrm.web.api.shapes.base import Shape


class ClassBody(Shape):
    """One class."""

    value: str | None = Field(description="what the accounts say; null: nothing")
    number: int = Field(description="how many of those that you may see")


class ClassesBody(Shape):
    """The classes of accounts, those that most have first; null for a field that you may not see."""

    value_band: list[ClassBody] | None
    size_band: list[ClassBody] | None
    industry: list[ClassBody] | None
    region: list[ClassBody] | None


def classes_body(found: Mapping[str, Sequence[Class]]) -> ClassesBody:
    """The classes."""
    named = {field: [one._asdict() for one in found[field]] if field in found else None for field in FIELDS}
    return ClassesBody.model_validate(named)
