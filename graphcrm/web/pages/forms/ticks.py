"""Fields of which some of what is offered is ticked."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphcrm.web.pages.forms.fields import Field, Typed


@dataclass(slots=True)
class Ticks(Field):
    """What is ticked of `choices`, by their codes; `notes` say more of some of them."""

    input: str = "ticks"
    content: list[str] = field(default_factory=list)
    stored: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)

    def fill(self, typed: Typed) -> None:
        """Take what was ticked, and offer it again where it is offered no more: what was meant is not lost."""
        self.content = typed.getlist(self.name)
        known = dict(self.choices)
        self.choices = [*self.choices, *((code, code) for code in self.content if code not in known)]

    def meant(self) -> list[str]:
        """What is ticked."""
        return self.content
