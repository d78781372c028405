"""The tags of a record as lines of a form: what stood there means its tag, whatever that is called by now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphcrm.graph import Runner
from graphcrm.nodes.tags import key_of
from graphcrm.services.tagging import standing
from graphcrm.web.pages.forms.fields import Field, Typed


@dataclass(slots=True)
class Tags(Field):
    """Tags by their names, one a line; `shown` are the uids of those that stood there, by name.

    A tag may be renamed, merged or deleted while a form is open, and the record stays at its revision.
    """

    input: str = "list"
    shown: dict[str, str] = field(default_factory=dict)

    def show(self, tags: Iterable[Mapping[str, Any]]) -> list[str]:
        """Take the tags that a record has; answers their names."""
        self.shown = {tag["name"]: tag["uid"] for tag in tags}
        return list(self.shown)

    def fill(self, typed: Typed) -> None:
        """Take what was typed, and what stood there before."""
        Field.fill(self, typed)
        for sent in typed.getlist("tags-shown"):
            uid, _space, name = sent.partition(" ")
            if name:
                self.shown[name] = uid

    def names(self, runner: Runner) -> list[str] | None:
        """The names by which the tags that are meant are known now; one that was deleted meanwhile is no more."""
        shown = {key_of(name): uid for name, uid in self.shown.items()}
        meant = {name: shown.get(key_of(" ".join(name.split()))) for name in self.meant() or ()}
        stands = standing(runner, {uid for uid in meant.values() if uid})
        return [stands[uid].name if uid else name for name, uid in meant.items() if not uid or uid in stands] or None
