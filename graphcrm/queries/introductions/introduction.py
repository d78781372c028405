"""An introduction that was asked for, as every question about some answers with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Introduction:
    """Who asked (uid and name), who of us knows the first contact, the account, and the people along the path.

    Of each of these: uid, name, and whether they asked not to be contacted. The last is the one reached.
    """

    props: dict[str, Any]
    asker: tuple[str, str]
    knower: tuple[str, str]
    account: tuple[str, str]
    people: list[tuple[str, str, bool]]

    def __post_init__(self) -> None:
        """Take pairs as pairs: Neo4j has lists alone."""
        for name in ("asker", "knower", "account"):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        object.__setattr__(self, "people", [tuple(person) for person in self.people])

    @property
    def uid(self) -> str:
        """Its uid."""
        return str(self.props["uid"])

    @property
    def rev(self) -> int:
        """Its revision."""
        return int(self.props["rev"])

    @property
    def state(self) -> str:
        """How far it is: one of nodes.introductions.STATES."""
        return str(self.props["state"])

    @property
    def target(self) -> tuple[str, str, bool]:
        """The person reached."""
        return self.people[-1]

    @property
    def connector(self) -> tuple[str, str, bool] | None:
        """The contact who is asked to introduce; None where the one reached is known to one of us."""
        return self.people[0] if len(self.people) > 1 else None
