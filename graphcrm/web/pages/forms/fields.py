"""Fields of a form: what each is called and how it is entered, from the classes of nodes/, and what stands in it.

What stands in a field is text, as it is typed: a list has one part a line. It is compared with what was stored when the
form was made, and only what somebody changed is sent on: what a form cannot show exactly stays as it is.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from graphcrm.nodes.base import fields as of_schema
from graphcrm.nodes.properties import TEXT_MOST
from graphcrm.web.pages.words import spoken

Typed = MultiDict[str, str]

_INPUTS = {"BOOLEAN": "flag", "LIST<STRING NOT NULL>": "list", "POINT": "place"}
_PARTS = re.compile(r"[;\n]")
_LABELS = {
    "at": "When",
    "company_name": "Company",
    "concurrent": "Held beside other jobs",
    "end_on": "Last day",
    "end_status": "Has it ended",
    "hq_address": "Head office",
    "lifecycle_since": "Since",
    "main_contact": "Our main contact there",
    "primary": "Main job",
    "source_channel": "Came from",
    "start_on": "First day",
}
_HELP = {
    "at": "A day, or a time; without an offset it is in UTC.",
    "channel": "How you were in touch.",
    "lifecycle_since": "The first day of it. Left as it is, another lifecycle begins today.",
}
_EXAMPLES = {"DATE": "2019-05-17", "POINT": "48.14,11.58", "ZONED DATETIME": "2019-05-17T09:30:00+02:00"}


@dataclass(slots=True)
class Field:
    """A field: `content` is what stands in it, `stored` what stood in it when the form was made."""

    name: str
    label: str
    help: str = ""
    input: str = "text"  # or long, list, choice, flag, place, scalar, day, hidden, ticks
    choices: Sequence[tuple[str, str]] = ()
    required: bool = False
    also: Sequence[str] = ()  # other names by which it is refused
    example: str = ""  # shown where nothing is entered
    suggest: str = ""  # the address that says what a few letters may mean
    content: Any = ""
    stored: Any = ""
    error: str | None = None

    @property
    def is_custom(self) -> bool:
        """Whether it is none of the schema's."""
        return self.name.startswith("x_")

    def of(self, value: Any) -> Any:  # noqa: ANN401  (whatever a property holds)
        """What stands for a stored value."""
        if isinstance(value, Mapping):
            value = [value["latitude"], value["longitude"]]
        if isinstance(value, list | tuple):
            return ("," if self.input == "place" else "\n").join(map(str, value))
        if isinstance(value, date):  # an instant is one too
            return value.isoformat()
        if isinstance(value, bool):
            return str(value).lower() if value or self.input != "flag" else ""
        return "" if value is None else _plain(str(value))

    def put(self, value: Any) -> Self:  # noqa: ANN401
        """Show a stored value."""
        self.content = self.stored = self.of(value)
        if self.input == "text" and "\n" in self.content:
            self.input = "long"
        return self

    def fill(self, typed: Typed) -> None:
        """Take what was typed."""
        self.content = _plain(typed.get(self.name, ""))

    def same(self, one: Any, other: Any) -> bool:  # noqa: ANN401
        """Whether two contents mean the same."""
        return bool(one == other)

    def answers_to(self, name: str | None) -> bool:
        """Whether a refusal that names a field means this one."""
        return name in {self.name, *self.also}

    def meant(self) -> Any:  # noqa: ANN401
        """The value to store; None empties it, but what is not ticked is false."""
        if self.input == "flag":
            return self.content or False
        if self.input == "scalar":
            return _scalar(self.content)
        if self.input == "list":
            return [part.strip() for part in _PARTS.split(self.content) if part.strip()] or None
        return self.content or None

    def said(self, content: Any) -> str:  # noqa: ANN401
        """Some content in words, for who compares two."""
        return (
            dict(self.choices).get(content, content)
            if self.input != "flag"
            else (gettext("yes") if content else gettext("no"))
        )


def of_class(cls: Any, *names: str, without: Sequence[str] = ()) -> list[Field]:  # noqa: ANN401  (nodes/ has its own types)
    """A field for each property that a class of the schema has, or for these."""
    known = of_schema(cls)
    return [_of_property(name, known[name]) for name in names or known if name not in without]


def custom(name: str, value: Any) -> Field:  # noqa: ANN401
    """A field for a custom field that a record has."""
    kinds = [(list, "list"), (bool | int | float, "scalar")]
    entered = next((entered for kind, entered in kinds if isinstance(value, kind)), "text")
    return Field(name, name.removeprefix("x_").replace("_", " ").capitalize(), input=entered).put(value)


def words_of(name: str, prop: Any) -> tuple[str, str]:  # noqa: ANN401
    """What a property is called, and the sentence that explains it, in English; none where that says no more."""
    label = _LABELS.get(name) or name.replace("_", " ").capitalize()
    said = _HELP.get(name) or _sentence(prop.help_text or "")
    return label, said if said != f"The {label.lower()}." else ""


def _of_property(name: str, prop: Any) -> Field:  # noqa: ANN401
    choices = [(code, spoken(code)) for code in getattr(prop, "choices", ())]
    most = getattr(prop, "most", TEXT_MOST) if prop.type_name == "STRING" else TEXT_MOST
    plain = "choice" if choices else "long" if most > TEXT_MOST else "text"
    label, said = words_of(name, prop)
    entered = _INPUTS.get(prop.type_name, plain)
    said = gettext(said) if said else ""
    if entered == "list":
        said = gettext("%(help)s One a line.", help=said) if said else gettext("One a line.")
    return Field(
        name=name,
        label=gettext(label),
        help=said,
        input=entered,
        choices=choices,
        required=bool(prop.required),
        example=_EXAMPLES.get(prop.type_name, ""),
    )


def _scalar(text: str) -> Any:  # noqa: ANN401
    """A number or a truth where it is one, else text; None for nothing."""
    with suppress(ValueError):
        value = json.loads(text)
        if isinstance(value, bool | int) or (isinstance(value, float) and math.isfinite(value)):
            return value
    return text or None


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _plain(text: str) -> str:
    """Text as it is compared: a browser ends lines its own way."""
    return text.replace("\r\n", "\n").strip()
