"""Fields that hold records, as people name them: "Maya Lind", an address, or "Maya Lind (uid)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from graphcrm.errors import AmbiguousError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.queries.search.resolve import resolve
from graphcrm.web.pages.forms.fields import Field

_MARKED = re.compile(r"\(([^()\s]+)\)$")


@dataclass(slots=True)
class Named(Field):
    """One record of a label, or several, one a line; `called` are the names of those that stand in it."""

    label_of: str = "Account"
    called: Mapping[str, str] = field(default_factory=dict)

    def of(self, value: Any) -> str:  # noqa: ANN401  (uids, as a state has them)
        """Uids, or one, as lines."""
        value = [value] if isinstance(value, str) else value
        return "\n".join(f"{self.called[uid]} ({uid})" if uid in self.called else uid for uid in value or ())

    def same(self, one: Any, other: Any) -> bool:  # noqa: ANN401
        """Whether two contents name the same: "Acme (acme)" and "acme" do."""
        return sorted(map(marked, one.splitlines())) == sorted(map(marked, other.splitlines()))

    def uids(self, runner: Runner) -> list[str]:
        """The records that were meant; raises NotFoundError, AmbiguousError."""
        lines = [line.strip() for line in self.content.splitlines() if line.strip()]
        return [meant(runner, self.label_of, line) for line in lines]

    def uid_or_none(self, runner: Runner) -> str | None:
        """The one that was meant, None for none; raises NotFoundError, AmbiguousError."""
        return next(iter(self.uids(runner)), None)

    def uid(self, runner: Runner) -> str:
        """The one that was meant; raises InvalidInputError for none, NotFoundError, AmbiguousError."""
        found = self.uid_or_none(runner)
        if not found:
            raise InvalidInputError(said("%(field)s is empty; say which.", field=self.label), field=self.name)
        return found


def marked(line: str) -> str:
    """What a line is compared by: the uid at its end, or all of it."""
    found = _MARKED.search(line.strip())
    return found[1] if found else line.strip()


def meant(runner: Runner, label: str, line: str) -> str:
    """The uid of what a line names; raises NotFoundError, AmbiguousError."""
    marked = _MARKED.search(line)
    if marked:
        with suppress(NotFoundError, AmbiguousError):  # it may be part of the name
            found = resolve(runner, label=label, text=marked[1])
            if found.exact:
                return found.uid
    return resolve(runner, label=label, text=line).uid
