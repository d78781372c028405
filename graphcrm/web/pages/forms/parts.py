"""Who has a part in an opportunity, as rows of a form: a contact, as people name them, and what their part is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from graphcrm.errors import AmbiguousError, InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.nodes import EDGES
from graphcrm.nodes.base import fields
from graphcrm.web.pages.forms.fields import Typed
from graphcrm.web.pages.forms.named import Named, marked, meant
from graphcrm.web.pages.words import spoken

ROLES: tuple[str, ...] = fields(EDGES["INVOLVES"])["role"].choices  # type: ignore[attr-defined]
_EMPTY = 2  # rows that wait for somebody


class Part(NamedTuple):
    """One row."""

    named: str
    role: str
    choices: tuple[tuple[str, str], ...] = ()  # whom it may mean, where several have that name


@dataclass(slots=True)
class Parts(Named):
    """All who have a part."""

    input: str = "parts"
    label_of: str = "Contact"

    def of(self, value: Any) -> Any:  # noqa: ANN401  (as a state has them)
        """The rows of contacts and roles."""
        return [Part(super(Parts, self).of(one["contact"]), one.get("role") or "") for one in value or ()]

    def fill(self, typed: Typed) -> None:
        """Take the rows that name somebody."""
        columns = [typed.getlist(f"{self.name}.{name}") for name in ("named", "role")]
        self.content = [Part(named.strip(), role) for named, role in zip(*columns, strict=False) if named.strip()]

    def parts(self, runner: Runner) -> list[dict[str, str | None]]:
        """Who was meant, and their roles; raises NotFoundError, AmbiguousError, and InvalidInputError for one twice."""
        found: dict[str, str | None] = {}
        for number, row in enumerate(self.content):
            uid = self._meant(runner, number, row)
            if uid in found:
                message = said("%(named)s is named twice; one person has one part.", named=row.named)
                raise InvalidInputError(message, field=self.name)
            found[uid] = row.role or None
        return [{"contact": uid, "role": role} for uid, role in found.items()]

    def _meant(self, runner: Runner, number: int, row: Part) -> str:
        """Whom a row names; where that may be several, the row offers them."""
        try:
            return meant(runner, self.label_of, row.named)
        except AmbiguousError as error:
            choices = tuple((uid, f"{name} ({uid})") for uid, name in error.candidates)
            self.content = [*self.content[:number], row._replace(choices=choices), *self.content[number + 1 :]]
            raise

    def same(self, one: Any, other: Any) -> bool:  # noqa: ANN401
        """Whether the same people are named, with the same parts."""
        return {(marked(row.named), row.role) for row in one} == {(marked(row.named), row.role) for row in other}

    def said(self, content: Any) -> str:  # noqa: ANN401
        """The rows in words."""
        return "\n".join(" ".join(filter(None, [row.named, spoken(row.role)])) for row in content)

    @property
    def roles(self) -> tuple[str, ...]:
        """What a part may be."""
        return ROLES

    @property
    def rows(self) -> list[Part]:
        """The rows to show, and empty ones."""
        return [*self.content, *[Part("", "")] * _EMPTY]
