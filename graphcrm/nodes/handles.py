"""Handles: addresses in the one spelling in which they are stored and found."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple, NoReturn

from graphcrm.errors import InvalidInputError, said

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://")
_COUNTRY_HOST = re.compile(r"^[a-z]{2}\.(?=linkedin\.com(/|$))")
_TRUNK = re.compile(r"\(\s*0\s*\)")  # +49 (0)89: the 0 that is dialled only within the country
_LIKE_PHONE = re.compile(r"(?:tel:)?[\s\d()+./\u2010-\u2015\u2212-]+", re.ASCII)
# A letter is in it, or nothing: 089 (123) is a number, and `li (wei) ()` an id without a label.
_LABEL = re.compile(r"\(([^()]*[^\W\d_][^()]*|)\)\Z")
_PHONE_LEAST = 4  # digits: fewer begin every second number, and are a house number or a year to whom types them


class Handle(NamedTuple):
    """One address: its kind and its normalised value."""

    kind: str
    value: str

    @property
    def uid(self) -> str:
        """What makes it one node for everybody who has it."""
        return f"{self.kind}:{self.value}"


def labelled(value: str, label: str | None) -> str:
    """An address and its label in one text: `+4989123 (work)`."""
    return f"{value} ({label or ''})" if label or value.endswith(")") else value


def unlabelled(text: str) -> tuple[str, str | None]:
    """The address and the label in a text that may have one."""
    found = _LABEL.search(text) if text.endswith(")") else None
    return (text[: found.start()], found[1].strip() or None) if found else (text, None)


def email(text: str) -> str:
    """An e-mail address in lower case."""
    value = _plain(text).removeprefix("mailto:")
    name, at, host = value.rpartition("@")
    if not (name and at and host) or value.split() != [value]:  # white space in it
        refuse("email", text, said("an e-mail address is written name@example.com"))
    return value


def phone(text: str) -> str:
    """The digits of a phone number, with the leading + where there is one, and then without a (0)."""
    plain = _plain(text).removeprefix("tel:").strip()
    abroad = plain.removeprefix("(").startswith("+")
    digits = "".join(c for c in (_TRUNK.sub("", plain) if abroad else plain) if c in "0123456789")
    if not digits:
        refuse("phone", text, said("a phone number has digits"))
    return f"+{digits}" if abroad else digits


def domain(text: str) -> str:
    """A domain in lower case, without scheme, www., port and path."""
    host = re.split(r"[/?#:]", _without_scheme(text), maxsplit=1)[0].strip(".")
    if not host or "@" in host or any(c.isspace() for c in host):
        refuse("domain", text, said("a domain is written example.com"))
    return host


def wechat(text: str) -> str:
    """A WeChat id in lower case: WeChat does not tell them apart by case."""
    return _plain(text)


def linkedin(text: str) -> str:
    """A LinkedIn address in lower case, without scheme, www. or a country's host, query and last slash."""
    address = re.split(r"[?#]", _without_scheme(text), maxsplit=1)[0]
    return _COUNTRY_HOST.sub("", address).rstrip("/")


def typed(text: str) -> list[str]:
    """The values under which the address that somebody typed may be stored, or with which they may begin.

    What is stored is normalised, so what is typed has to be: a number with spaces, a page's whole address.
    """
    plain = _plain(text)
    found = [plain]
    if _LIKE_PHONE.fullmatch(plain):
        found += _numbers(plain)
    elif "." in plain and not any(c.isspace() for c in plain):
        found += _addresses(plain)
    return [value for value in dict.fromkeys(found) if any(map(str.isalnum, value))]


def _numbers(plain: str) -> list[str]:
    """A number with the + that people leave out, and with the 00 that they dial for it."""
    number = phone(plain) if any(c.isdigit() for c in plain) else ""
    bare = number.removeprefix("+").removeprefix("00")
    return [number, f"+{bare}", bare, f"00{bare}"] if len(bare) >= _PHONE_LEAST else []


def _addresses(plain: str) -> list[str]:
    if "@" in plain:
        return [plain.removeprefix("mailto:")]
    page = linkedin(plain)
    host = _host(plain)
    return [page] if page.startswith("linkedin.com/") or not host else [host, page]


def _host(plain: str) -> str | None:
    try:
        return domain(plain)
    except InvalidInputError:
        return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()


def _without_scheme(text: str) -> str:
    return _SCHEME.sub("", _plain(text)).removeprefix("www.")


def refuse(kind: str, text: str, reason: str) -> NoReturn:
    """Say which kind of address, which value and why."""
    shown = text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004  (a line's width)
    message = said("%(kind)s is %(shown)r; %(reason)s.", kind=kind, shown=shown, reason=reason)
    raise InvalidInputError(message, field=kind)
