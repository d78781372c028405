"""The form of a segment: conditions one below the other, each joined to the one before by `and` or `or`.

It works without scripts: adding a condition, taking one away and the preview send the whole form, which comes back with
everything that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from werkzeug.datastructures import MultiDict

from graphcrm.errors import GraphcrmError, StaleError
from graphcrm.graph import Runner
from graphcrm.queries.records.conditions import CONDITIONS, Takes
from graphcrm.queries.records.names import names
from graphcrm.queries.records.segment import Groups, One
from graphcrm.services import conditions, tags
from graphcrm.services.tagging import standing
from graphcrm.web.languages import in_words
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.saving import refusal, whole
from graphcrm.web.pages.segments.words import WHO

AND, OR = "and", "or"
_PARTS = re.compile(r"[;；\n]")
# What people ask for first: offered on an empty form.
EXAMPLES: Mapping[str, Groups] = {
    "left": [
        [One("left", values={"span": "within", "days": 90, "value": ["customer", "loyal"]})],
        [One("at_lifecycle_other", values={"value": ["customer", "loyal"]})],
    ],
    "silent": [
        [One("role", values={"value": ["decision_maker"]})],
        [One("silent", values={"who": "anyone", "days": 60})],
    ],
}


@dataclass(slots=True)
class Entry:
    """A condition as it is typed: `typed` are the texts of each value, `errors` what is wrong with it."""

    by: str
    joined: str = AND
    negated: bool = False
    typed: dict[str, list[str]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What stands in a field."""
        return "; ".join(self.typed.get(name, ()))


@dataclass(slots=True)
class Form:
    """A form of a kind of segment: `errors` are what is wrong beside the conditions."""

    kind: str
    name: str = ""
    shared: bool = False
    rev: int | None = None
    entries: list[Entry] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)

    def takes(self, entry: Entry) -> Sequence[Takes]:
        """The values that a condition takes."""
        return CONDITIONS[self.kind][entry.by].takes

    @property
    def broken(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.errors) or any(entry.errors for entry in self.entries)

    def groups(self, runner: Runner) -> list[list[dict[str, Any]]]:
        """The conditions as the service takes them; what names nothing is said beside it."""
        found: list[list[dict[str, Any]]] = []
        for entry in self.entries:
            if entry.joined == AND or not found:
                found.append([])
            found[-1].append({"by": entry.by, "not": entry.negated, **self._values(runner, entry)})
        return found

    def checked(self, runner: Runner) -> Groups | None:
        """The conditions, None where something is wrong with them, which is said beside it."""
        sent = self.groups(runner)
        if self.broken:
            return None
        try:
            return conditions.checked(runner, self.kind, sent)
        except GraphcrmError as error:
            self.refuse(error)
            return None

    def refuse(self, error: GraphcrmError) -> None:
        """Say what is wrong at the condition and the value that it names."""
        where = (error.field or "").split(".")
        said, entry = refusal(error), self._entry_at(where)
        if isinstance(error, StaleError):  # whoever reads that knows of what there is now
            self.rev = error.current["rev"]
        if entry:
            entry.errors[where[3]] = said
        else:
            self.errors[where[0]] = said

    def _entry_at(self, where: Sequence[str]) -> Entry | None:
        if len(where) != 4:  # noqa: PLR2004  (conditions.0.1.days)
            return None
        group = int(where[1])
        begins = [n for n, entry in enumerate(self.entries) if entry.joined == AND or n == 0]
        return self.entries[begins[group] + int(where[2])]

    def _values(self, runner: Runner, entry: Entry) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for takes in self.takes(entry):
            try:
                values[takes.name] = _meant(runner, takes, entry.typed.get(takes.name, []))
            except GraphcrmError as error:  # there is none, or several fit
                entry.errors[takes.name] = in_words(error.detail)
        return values


def read(kind: str, sent: MultiDict[str, str]) -> Form:
    """The form as it was sent, with one condition more or less where that was asked for."""
    form = Form(kind, sent.get("name", "").strip(), sent.get("shared") == "true")
    do = sent.get("do", "")
    count = min(whole(sent.get("count")) or 0, conditions.MOST + 1)
    for n in range(count):
        by = sent.get(f"c{n}-by", "")
        if by in CONDITIONS[kind] and do != f"drop-{n}":
            form.entries.append(_entry(kind, by, f"c{n}-", sent))
    if do == "add" and sent.get("add") in CONDITIONS[kind]:
        form.entries.append(Entry(sent["add"], joined=OR if sent.get("joined") == OR else AND))
    return form


def of(runner: Runner, kind: str, groups: Groups) -> list[Entry]:
    """Conditions that are kept, as they are typed."""
    found = []
    for group in groups:
        for n, one in enumerate(group):
            typed = {takes.name: _typed(runner, takes, one.values[takes.name])
                     for takes in CONDITIONS[kind][one.by].takes if takes.name in one.values}  # fmt: skip
            found.append(Entry(one.by, OR if n else AND, one.negated, typed))
    return found


def _entry(kind: str, by: str, prefix: str, sent: MultiDict[str, str]) -> Entry:
    typed = {takes.name: [text.strip() for text in sent.getlist(prefix + takes.name) if text.strip()]
             for takes in CONDITIONS[kind][by].takes}  # fmt: skip
    joined = OR if sent.get(f"{prefix}joined") == OR else AND
    return Entry(by, joined, sent.get(f"{prefix}not") == "true", typed)


def _meant(runner: Runner, takes: Takes, typed: Sequence[str]) -> Any:  # noqa: ANN401
    """The value that was meant; raises NotFoundError, AmbiguousError."""
    text = typed[0] if typed else ""
    if takes.type == "choices":
        return list(typed)
    if takes.type == "texts":
        return [part.strip() for one in typed for part in _PARTS.split(one) if part.strip()]
    if not text:
        return None
    if takes.type == "user" and text in {"me", str(WHO["me"])}:
        return "me"
    if takes.type in {"user", "account"}:
        named = Named(takes.name, "", label_of=takes.type.title())
        named.content = text
        return named.uid_or_none(runner)
    return tags.meant(runner, text).uid if takes.type == "tag" else text


def _typed(runner: Runner, takes: Takes, value: Any) -> list[str]:  # noqa: ANN401
    """A value as it stands in its field."""
    if isinstance(value, list):
        return value
    if takes.type not in {"user", "account", "tag"} or value == "me":
        return [str(value)]
    if takes.type == "tag":
        stands = standing(runner, [value]).get(value)
        return [stands.name if stands else value]
    called = next((one.name for one in names(runner, uids=[value]) if one.type == takes.type), None)
    return [f"{called} ({value})" if called else value]
