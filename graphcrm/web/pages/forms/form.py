"""A form: its fields, what was typed into them, and what came of sending it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from graphcrm.errors import (
    AmbiguousError,
    ConflictError,
    GraphcrmError,
    InTrashError,
    KeyReusedError,
    NotFoundError,
    StaleError,
)
from graphcrm.nodes.ids import new_uid
from graphcrm.web.languages import in_words
from graphcrm.web.pages.forms.fields import Field, Typed

_UNFIT = 422
_AGAIN = lazy_gettext(
    "This form was sent already, with other words in it. If it is to be saved once more, send it again."
)


class Version(NamedTuple):
    """A field in two versions."""

    label: str
    yours: str
    theirs: str
    differs: bool


@dataclass(slots=True)
class Form:
    """A form for something at a revision, None for something new; `key` makes sending it twice one thing."""

    fields: Sequence[Field]
    rev: int | None = None
    key: str = field(default_factory=new_uid)
    status: int = 200
    problem: str | None = None
    versions: list[Version] = field(default_factory=list)
    conflict: tuple[str | None, str] | None = None  # the field, and the uid of what it cannot stand beside
    why: Field = field(default_factory=lambda: Field("why", _("Why"), _("Kept in the history, in your words.")))

    def __getitem__(self, name: str) -> Field:
        return next(entry for entry in self.fields if entry.name == name)

    def fill(self, typed: Typed) -> Self:
        """Take what was typed."""
        for entry in (*self.fields, self.why):
            entry.fill(typed)
        return self

    def changed(self) -> dict[str, Any]:
        """The values that somebody changed."""
        return {entry.name: entry.meant() for entry in self.fields if entry.content != entry.stored}

    @property
    def refusals(self) -> list[Field]:
        """The fields in which something is wrong."""
        return [entry for entry in (*self.fields, self.why) if entry.error]

    def refuse(self, error: GraphcrmError) -> Self:
        """Say what is wrong, beside the field it names; what was typed stays.

        Raises InTrashError: its page offers to restore the record first.
        """
        self.status = _UNFIT if isinstance(error, NotFoundError) else error.status
        if isinstance(error, StaleError):
            self._compare(error)
            return self
        if isinstance(error, InTrashError):
            raise error
        said = str(_AGAIN) if isinstance(error, KeyReusedError) else in_words(error.detail)
        named = self.say(said, error.field)
        if isinstance(error, ConflictError) and error.other:
            self.conflict = error.field, error.other["uid"]
        if isinstance(error, AmbiguousError) and named and named.input != "list":
            named.error = _("Several fit; choose one.")
            if named.input == "text":
                named.input, named.choices = "choice", [(uid, f"{name} ({uid})") for uid, name in error.candidates]
        return self

    def say(self, problem: str, name: str | None) -> Field | None:
        """Say that something is wrong with the field of a name; answers the field, if there is one."""
        named = next((entry for entry in (*self.fields, self.why) if entry.answers_to(name)), None)
        if named is None:
            self.problem = problem
        else:
            named.error = problem
        return named

    def _compare(self, error: StaleError) -> None:
        """Put what was typed upon the version that somebody else has made since, and show both."""
        for entry in self.fields:
            mine, before = entry.content, entry.of(error.base.get(entry.name))
            now = entry.put(error.current.get(entry.name)).stored
            if mine or now:
                differs = not entry.same(mine, now)
                self.versions.append(Version(entry.label, entry.said(mine), entry.said(now), differs))
            if not entry.same(mine, before):
                entry.content = mine
        self.rev = error.current["rev"]
