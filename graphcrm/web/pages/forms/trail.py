"""The field of a form that has how far a record was with us: a row for each state, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from flask_babel import gettext

from graphcrm.lifecycle import NONE, STATES
from graphcrm.web.pages.forms.fields import Field, Typed
from graphcrm.web.pages.words import spoken

_EMPTY = 2  # rows that wait for a state


class Came(NamedTuple):
    """One row: a state and, as it is entered, since when."""

    state: str
    since: str


@dataclass(slots=True)
class Trail(Field):
    """All states that a record came to, the first first."""

    input: str = "trail"

    def of(self, value: Any) -> Any:  # noqa: ANN401  (as a state has them)
        """The rows of states."""
        return [Came(*one.partition(" ")[::2]) for one in value or ()]

    def fill(self, typed: Typed) -> None:
        """Take the rows that say something; a day without a state is refused as it stands."""
        columns = [typed.getlist(f"{self.name}.{name}") for name in ("state", "since")]
        self.content = [Came(state, since.strip()) for state, since in zip(*columns, strict=False)]
        self.content = [row for row in self.content if any(row)]

    def meant(self) -> Any:  # noqa: ANN401
        """The trail; None for none."""
        return [" ".join(filter(None, one)) for one in self.content] or None

    def said(self, content: Any) -> str:  # noqa: ANN401
        """The rows in words."""
        return "\n".join(" ".join(filter(None, [self.called(one.state), one.since])) for one in content)

    def called(self, state: str) -> str:
        """A state in words."""
        return gettext("nothing said") if state == NONE else spoken(state) if state else "–"

    @property
    def states(self) -> tuple[str, ...]:
        """What may be said."""
        return (*STATES, NONE)

    @property
    def rows(self) -> list[Came]:
        """The rows to show, and empty ones."""
        return [*self.content, *[Came("", "")] * _EMPTY]
