"""Passwords: which are taken, and how they are kept and compared."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from graphcrm.errors import InvalidInputError, said

LEAST = 12  # characters: beyond what can be guessed where ten attempts lock, and short enough to be remembered
MOST = 128  # room for a sentence; a hash takes the same time for all of them
_OWN_LEAST = 4  # characters of a name that count as such: "Al" is in half of all words
_BEYOND_OWN = 8  # letters and digits that a password has beside its user's name
_TYPED_MOST = 1_000  # characters that are looked at: beyond them, no password begins that was taken
_FEW = 5  # different characters: fewer are a pattern
_HASHER = PasswordHasher()  # argon2id with the library's own parameters, which follow what is thought today
# A hash takes 64 MiB and some 50 ms of all cores. Two at once keep both cores busy; eight would take half a GiB.
_AT_ONCE = threading.BoundedSemaphore(2)


def checked(text: str, *, name: str, email: str | None) -> str:
    """The password of a user of this name and address, in its normal form; raises InvalidInputError.

    There are no rules of what it is to be composed of: they make passwords that are hard to remember, not to guess.
    """
    password = normal(text)
    if not LEAST <= len(password) <= MOST:
        _refuse(
            said(
                "it has %(password)s characters, and %(least)s to %(most)s are taken",
                password=f"{len(password):,}",
                least=LEAST,
                most=MOST,
            )
        )
    plain = _plain(password)
    if len(set(password)) < _FEW or password.casefold() in _common() or plain in _common():
        _refuse(said("it is one of those that are tried first"))
    address = email or ""
    for own in sorted({_plain(part) for part in (name, address, address.partition("@")[0])}, key=len, reverse=True):
        if len(own) >= _OWN_LEAST and own in plain and len(plain) - len(own) < _BEYOND_OWN:
            _refuse(said("it is little more than the name or the e-mail address of its user"))
    return password


def normal(text: str) -> str:
    """A password as it is hashed: what looks the same on two keyboards is the same (NFKC)."""
    return unicodedata.normalize("NFKC", text[:_TYPED_MOST])


def hashed(password: str) -> str:
    """What is kept of a password."""
    with _AT_ONCE:
        return _HASHER.hash(_bytes(password))


def matches(kept: str | None, text: str) -> bool:
    """Whether a text is the password that was kept. Without one it is compared all the same, and takes as long."""
    password, nobodys = _bytes(normal(text)), _nobodys()  # made by the first who asks, whoever that is
    try:
        with _AT_ONCE:
            _HASHER.verify(kept or nobodys, password)
    except (Argon2Error, InvalidHashError):
        return False
    return bool(kept)


def outdated(kept: str) -> bool:
    """Whether a hash was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(kept)


def _refuse(reason: str) -> None:
    message = said(
        "This password is not taken: %(reason)s. Choose another; a few words that are no saying make a good one.",
        reason=reason,
    )
    raise InvalidInputError(message, field="password")


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _bytes(password: str) -> bytes:
    return password.encode(errors="surrogatepass")


@cache
def _nobodys() -> str:
    """The hash of a password that nobody has, with today's parameters."""
    return _HASHER.hash(b"nobody's")


@cache
def _common() -> frozenset[str]:
    """The commonest passwords of LEAST characters and more, in lower case."""
    return frozenset(Path(__file__).with_name("common.txt").read_text(encoding="utf-8").split())
