"""Property types of the schema: what a value may be, and what Neo4j stores for it.

neomodel's own date types store a string and a float (comparing either with a DATE gives null, silently no rows);
these store native DATE and ZONED DATETIME. `deflate` takes what a form, a CSV cell or JSON holds and raises
InvalidInputError with the property's name and the value.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from neo4j.spatial import WGS84Point
from neomodel.properties import Property

from graphcrm.dates import parse_date
from graphcrm.errors import InvalidInputError, said

TEXT_MOST = 1_000  # characters of a name, a title, an address
LONG_TEXT_MOST = 100_000  # characters of notes and descriptions: a long mail, not a file
LIST_SEPARATOR = ";"
AMOUNT_MOST = 1_000_000_000_000
_YES = {"true", "1", "yes", "y"}
_NO = {"false", "0", "no", "n"}


class Stored(Property):  # type: ignore[type-arg]  # neomodel's generic says nothing to Cypher
    """The base of our types: stored as deflated, read as stored."""

    type_name = "STRING"

    def deflate(self, value: Any, rethrow: bool = True) -> Any:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The value to store; raises InvalidInputError."""
        return value

    def inflate(self, value: Any, rethrow: bool = True) -> Any:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The value as read."""
        return value

    def refuse(self, value: object, reason: str) -> NoReturn:
        """Say which property, which value and why."""
        shown = str(value) if len(str(value)) <= 60 else f"{str(value)[:60]}…"  # noqa: PLR2004  (a line's width)
        message = said("%(name)s is %(shown)r; %(reason)s.", name=self.name, shown=shown, reason=reason)
        raise InvalidInputError(message, field=self.name)


class Text(Stored):
    """A string of at most `most` characters."""

    def __init__(self, help_text: str, *, most: int = TEXT_MOST, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text=help_text, **kwargs)
        self.most = most

    def deflate(self, value: Any, rethrow: bool = True) -> str:  # noqa: ANN401, ARG002, FBT001, FBT002
        """Strip it, and refuse what is too long."""
        text = str(value).strip()
        if len(text) > self.most:
            self.refuse(
                text,
                said(
                    "it has %(text)s characters, and at most %(most)s are kept",
                    text=f"{len(text):,}",
                    most=f"{self.most:,}",
                ),
            )
        if "\0" in text:
            self.refuse(text.replace("\0", "␀"), said("it has a NUL character"))
        return text


class Label(Text):
    """A few words that stand in parentheses behind something else (nodes/handles.py)."""

    def deflate(self, value: Any, rethrow: bool = True) -> str:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The words; without one of `;()`, and with a letter."""
        text = super().deflate(value)
        if text and (not any(map(str.isalpha, text)) or any(c in text for c in ";()")):
            self.refuse(text, said("it takes words, without ; ( and )"))
        return text


class LongText(Text):
    """Notes and descriptions."""

    def __init__(self, help_text: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text, most=LONG_TEXT_MOST, **kwargs)


class Choice(Stored):
    """One of a few words."""

    def __init__(self, help_text: str, choices: Iterable[str], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text=help_text, **kwargs)
        self.choices = tuple(choices)

    def deflate(self, value: Any, rethrow: bool = True) -> str:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The word in lower case; spaces and hyphens count as underscores."""
        word = str(value).strip().lower().replace(" ", "_").replace("-", "_")
        if word not in self.choices:
            self.refuse(value, said("it takes one of %(choices)s", choices=", ".join(self.choices)))
        return word


class WholeNumber(Stored):
    """An integer from `least` to `most`."""

    type_name = "INTEGER"

    def __init__(self, help_text: str, *, least: int = 0, most: int = 2**53, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text=help_text, **kwargs)
        self.least, self.most = least, most

    def deflate(self, value: Any, rethrow: bool = True) -> int:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The number."""
        try:
            number = int(str(value).strip().replace("_", "?"))  # 1_000 is a number in Python only
        except ValueError:
            self.refuse(value, said("it takes a whole number"))
        if not self.least <= number <= self.most:
            self.refuse(value, said("it takes %(least)s to %(most)s", least=self.least, most=self.most))
        return number


class Amount(Stored):
    """An amount of money, with two decimals at most; as far as `MOST` a FLOAT keeps each of them."""

    type_name = "FLOAT"

    def __init__(self, help_text: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text=help_text, **kwargs)

    def deflate(self, value: Any, rethrow: bool = True) -> float:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The amount, written as 12500 or 12500.50."""
        try:
            amount = Decimal(str(value).strip().replace("_", "?"))
        except InvalidOperation:
            self.refuse(value, said("it takes an amount such as 12500.50"))
        if not amount.is_finite() or not 0 <= amount <= AMOUNT_MOST:
            self.refuse(value, said("it takes %(least)s to %(most)s", least=0, most=f"{AMOUNT_MOST:,}"))
        if amount != round(amount, 2):
            self.refuse(value, said("it takes two decimals at most"))
        return float(amount)


class Currency(Stored):
    """A currency by the three letters of ISO 4217."""

    def __init__(self, help_text: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text=help_text, **kwargs)

    def deflate(self, value: Any, rethrow: bool = True) -> str:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The letters, large."""
        code = str(value).strip().upper()
        if len(code) != 3 or not (code.isascii() and code.isalpha()):  # noqa: PLR2004  (letters)
            self.refuse(value, said("it takes three letters such as EUR"))
        return code


class Flag(Stored):
    """True or false."""

    type_name = "BOOLEAN"

    def __init__(self, help_text: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text=help_text, **kwargs)

    def deflate(self, value: Any, rethrow: bool = True) -> bool:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The truth of true/false, yes/no, 1/0."""
        word = str(value).strip().lower()
        if word not in _YES | _NO:
            self.refuse(value, said("it takes true or false"))
        return word in _YES


class Day(Stored):
    """A day, stored as a native DATE."""

    type_name = "DATE"

    def __init__(self, help_text: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text=help_text, **kwargs)

    def deflate(self, value: Any, rethrow: bool = True) -> date:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The day of an ISO date."""
        if type(value) is date:  # an instant is a date to Python, and none to Neo4j
            return value
        first, after = parse_date(str(value).strip(), self.name or "date")
        if (after - first).days != 1:
            self.refuse(value, said("it takes a whole date, such as 2019-05-17"))
        return first


class PartialDate(Text):
    """A date as it was entered: 2019, 2019-05 or 2019-05-17, kept as text (docs/time.md)."""

    def deflate(self, value: Any, rethrow: bool = True) -> str:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The text, once it is a date."""
        text = str(value).strip()
        parse_date(text, self.name or "date")
        return text


class Instant(Stored):
    """A moment, stored as a native ZONED DATETIME in UTC, always `Z` (docs/cypher.md)."""

    type_name = "ZONED DATETIME"

    def __init__(self, help_text: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text=help_text, **kwargs)

    def deflate(self, value: Any, rethrow: bool = True) -> datetime:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The moment of ISO 8601 text with an offset, or of a date; without an offset it is taken as UTC."""
        try:
            moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value).strip())
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        except (ValueError, OverflowError):
            self.refuse(value, said("it takes a date, or a time such as 2019-05-17T09:30:00+02:00"))


class TextList(Stored):
    """Several strings; in one cell they are separated by `;`. In some lists a string `repeats`."""

    type_name = "LIST<STRING NOT NULL>"

    def __init__(self, help_text: str, *, repeats: bool = False, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text=help_text, **kwargs)
        self.repeats = repeats

    def deflate(self, value: Any, rethrow: bool = True) -> list[str]:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The parts, stripped, without empty ones and, unless they mean something, repeats, in their order."""
        parts = value if isinstance(value, list) else str(value).split(LIST_SEPARATOR)
        found = [part.strip() for part in parts if part.strip()]
        if self.repeats and parts and not found:
            self.refuse(value, said("nothing is in it; leave it out, or send null to empty it"))
        found = found if self.repeats else list(dict.fromkeys(found))
        for part in found:
            if LIST_SEPARATOR in part or "\0" in part:
                self.refuse(
                    part.replace("\0", "␀"),
                    said(
                        "a part cannot have a %(list_separator)s or a NUL character in it",
                        list_separator=LIST_SEPARATOR,
                    ),
                )
            if len(part) > TEXT_MOST:
                self.refuse(
                    part,
                    said(
                        "a part has %(part)s characters, and at most %(text_most)s are kept",
                        part=f"{len(part):,}",
                        text_most=f"{TEXT_MOST:,}",
                    ),
                )
        if sum(map(len, found)) > LONG_TEXT_MOST:
            self.refuse(
                value, said("it has more than %(long_text_most)s characters", long_text_most=f"{LONG_TEXT_MOST:,}")
            )
        return found


class Location(Stored):
    """A place on the globe, stored as a WGS-84 POINT; written "latitude,longitude" in degrees."""

    type_name = "POINT"

    def __init__(self, help_text: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(help_text=help_text, **kwargs)

    def deflate(self, value: Any, rethrow: bool = True) -> WGS84Point:  # noqa: ANN401, ARG002, FBT001, FBT002
        """The point."""
        try:
            latitude, longitude = (float(part) for part in str(value).split(","))
        except ValueError:
            self.refuse(value, said("it takes latitude,longitude in degrees, such as 48.14,11.58"))
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # noqa: PLR2004  (the globe)
            self.refuse(value, said("there is no such place on the globe"))
        return WGS84Point((longitude, latitude))


class Json(Stored):
    """A map of values as JSON text: what differs is looked at as a whole, and no query searches in it."""

    def __init__(self, help_text: str) -> None:
        super().__init__(help_text=help_text)
