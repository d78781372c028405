"""Handles: addresses in the one spelling in which they are stored and found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from graphcrm.errors import InvalidInputError

MOST = 1_000  # characters of an address, as of any other short text
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://")
_SEPARATOR = ";"


class Handle(NamedTuple):
    """One address: its kind and its normalised value."""

    kind: str
    value: str

    @property
    def uid(self) -> str:
        """What makes it one node for everybody who has it."""
        return f"{self.kind}:{self.value}"


def email(text: str) -> str:
    """An e-mail address in lower case."""
    value = unicodedata.normalize("NFKC", text).strip().removeprefix("mailto:").lower()
    name, at, host = value.rpartition("@")
    if not (name and at and host) or value.split() != [value]:  # white space in it
        _refuse("email", text, "an e-mail address is written name@example.com")
    return value


def phone(text: str) -> str:
    """The digits of a phone number, with the leading + where there is one."""
    plain = unicodedata.normalize("NFKC", text).strip()
    digits = "".join(c for c in plain if c in "0123456789")
    if not digits:
        _refuse("phone", text, "a phone number has digits")
    return f"+{digits}" if plain.removeprefix("(").startswith("+") else digits


def domain(text: str) -> str:
    """A domain in lower case, without scheme, www., port and path."""
    host = _without_scheme(text).partition("/")[0].partition("?")[0].partition(":")[0].strip(".")
    if not host or "@" in host or any(c.isspace() for c in host):
        _refuse("domain", text, "a domain is written example.com")
    return host


def wechat(text: str) -> str:
    """A WeChat id in lower case: WeChat does not tell them apart by case."""
    return unicodedata.normalize("NFKC", text).strip().lower()


def linkedin(text: str) -> str:
    """A LinkedIn address in lower case, without scheme, www., query and last slash."""
    return _without_scheme(text).partition("?")[0].rstrip("/")


def _without_scheme(text: str) -> str:
    value = unicodedata.normalize("NFKC", text).strip().lower()
    return _SCHEME.sub("", value).removeprefix("www.")


def listed(kind: str, normal: Callable[[str], str]) -> Callable[[str], list[Handle]]:
    """A converter of a cell that holds several of them."""

    def convert(cell: str) -> list[Handle]:
        found = [Handle(kind, normal(part)) for part in cell.split(_SEPARATOR) if part.strip()]
        for handle in found:
            if not 0 < len(handle.value) <= MOST:
                _refuse(kind, handle.value, f"an address has 1 to {MOST:,} characters")
        return list(dict.fromkeys(found))

    return convert


def _refuse(kind: str, text: str, reason: str) -> None:
    shown = text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004  (a line's width)
    message = f"{kind} is {shown!r}; {reason}."
    raise InvalidInputError(message, field=kind)


EMAILS = listed("email", email)
PHONES = listed("phone", phone)
DOMAINS = listed("domain", domain)
WECHATS = listed("wechat", wechat)
LINKEDINS = listed("linkedin", linkedin)
