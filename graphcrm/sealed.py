"""Texts that are kept sealed: without the key, what the store holds of them says nothing (docs/secrets.md)."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from graphcrm.access import kind_of
from graphcrm.errors import InvalidInputError, SealedError

_PURPOSE = "sealing"
_BYTES = 32
MARK = "\0sealed:"  # how a sealed value begins in the store; no text that anybody gives has a NUL in it


def derived(secret: str, purpose: str) -> str:
    """The key of a secret for one purpose, 32 bytes in URL-safe base64: who has one of them has none of the others."""
    key = HKDF(SHA256(), length=_BYTES, salt=None, info=f"graphcrm {purpose}".encode()).derive(secret.encode())
    return base64.urlsafe_b64encode(key).decode()


class Sealer:
    """Seals with the first of some secrets, and opens what was sealed with any of them."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Take the secrets, newest first; raises InvalidInputError where there are none."""
        if not keys:
            raise InvalidInputError("Sealing takes a key, and there is none; set GRAPHCRM_SECRET_KEY.")
        fernets = [Fernet(derived(key, _PURPOSE)) for key in keys]
        self._newest, self._any = fernets[0], MultiFernet(fernets)

    def seal(self, text: str) -> str:
        """The text, sealed: ASCII, about 4/3 of its bytes and 100 more; never the same twice."""
        return self._any.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """The text that was sealed; raises SealedError where none of the keys opens it."""
        try:
            return self._any.decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise SealedError(
                "A sealed value cannot be opened: it was sealed with a key that is not here, or was changed in the "
                "store. Put the key back, last in the file secret_key or in GRAPHCRM_SECRET_KEY."
            ) from None

    def anew(self, sealed: str) -> str | None:
        """The same text, sealed with the newest key; None where it is already. Raises SealedError."""
        try:
            self._newest.decrypt(sealed.encode())
        except InvalidToken:
            return self.seal(self.open(sealed))
        return None


class Sealing:
    """What a graph seals of what it writes, and opens of what it reads.

    `keys` answers what seals now; `fields` are the names of the fields that are kept sealed, by kind of thing.
    """

    def __init__(self, keys: Callable[[], Sealer], fields: Mapping[str, Collection[str]]) -> None:
        self._keys, self._fields = keys, fields

    @property
    def any(self) -> bool:
        """Whether anything is to be sealed."""
        return bool(self._fields)

    def of(self, kind: str) -> Collection[str]:
        """The fields of a kind that are kept sealed."""
        return self._fields.get(kind, ())

    def rows(self, rows: Sequence[Mapping[str, Any]], kind: str | None = None) -> Sequence[Mapping[str, Any]]:
        """Rows for a query that writes `props`, as they are stored; without a kind it is that of each row's label."""
        if not self.any:
            return rows
        return [{**row, "props": self._props(kind or kind_of(row["label"]), row["props"])} for row in rows]

    def _props(self, kind: str, props: Mapping[str, Any]) -> dict[str, Any]:
        names = self.of(kind)
        return {
            name: self.seal(value) if name in names and value is not None else value for name, value in props.items()
        }

    def said(self, kind: str, text: str | None) -> str | None:
        """A text that says something of what fields of a kind hold, as it is stored."""
        return self.seal(text) if text and kind in self._fields else text

    def seal(self, value: object) -> str:
        """A value that JSON can have, as it is stored."""
        return MARK + self._keys().seal(json.dumps(value, ensure_ascii=False))

    def open(self, stored: str) -> Any:  # noqa: ANN401  (whatever was sealed)
        """What a text in the store is; raises SealedError where none of the keys opens it."""
        return json.loads(self._keys().open(stored.removeprefix(MARK))) if stored.startswith(MARK) else stored

    def anew(self, stored: Any, *, sealed: bool) -> Any:  # noqa: ANN401
        """What is to stand in the place of a value: sealed by the newest key, or not sealed; None where it does."""
        if not (isinstance(stored, str) and stored.startswith(MARK)):
            return self.seal(stored) if sealed else None
        if not sealed:
            return self.open(stored)
        again = self._keys().anew(stored.removeprefix(MARK))
        return again and MARK + again


class Raw(Sealing):
    """Nothing is sealed, and what is sealed stays so: for who works on the store itself."""

    def __init__(self) -> None:
        super().__init__(lambda: Sealer([]), {})

    def open(self, stored: str) -> str:
        """The text as it stands."""
        return stored


RAW = Raw()
