"""Ids: new ones, and those of an import, which are kept where they are fit to be a uid; else one is derived."""

from __future__ import annotations

import hashlib
import re
import secrets
import time
import uuid

from graphcrm.errors import InvalidInputError
from graphcrm.nodes.base import UID_PATTERN

# Never to be changed: every uid ever derived, in every database, follows from it.
_NAMESPACE = uuid.UUID("6f2a1c52-9d0b-5b7e-8a37-0c1f6a4e9b21")
_FIT = re.compile(UID_PATTERN, re.ASCII).fullmatch
_PART_END = "\0"  # cannot stand in a cell, so no two lists of parts make one text
_MOST = 1_000  # characters of an id that is kept as external_id


def derived(kind: str, *parts: str) -> str:
    """The uid that follows from these parts: a UUID of version 5, made here because uuid.uuid5 takes twice as long."""
    digest = hashlib.sha1(_NAMESPACE.bytes + _PART_END.join((kind, *parts)).encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digest[16], 16) & 3]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"


def uid_of(kind: str, text: str) -> str:
    """The uid of the record of that kind whose id in the import is `text`; raises InvalidInputError."""
    if _FIT(text):
        return text
    if len(text) > _MOST:
        message = f"the id {text[:60]!r}… has {len(text):,} characters; at most {_MOST:,} are kept."
        raise InvalidInputError(message, field=kind)
    return derived(kind, text)


def external_id(text: str) -> str | None:
    """What is kept beside the uid: the id as it came, where it is not fit to be one."""
    return None if _FIT(text) else text


def new_uid() -> str:
    """A UUID of version 7 (RFC 9562, method 3): sorted uids are in the order of time, to a quarter of a microsecond.

    Python has its own from 3.14 on.
    """
    ms, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    return str(uuid.UUID(int=ms << 80 | 7 << 76 | fraction << 64 | 2 << 62 | secrets.randbits(62)))
