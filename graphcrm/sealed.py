"""Texts that are kept sealed: without the key, what the store holds of them says nothing (docs/secrets.md)."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from graphcrm.errors import InvalidInputError, SealedError

_PURPOSE = "sealing"
_BYTES = 32


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
