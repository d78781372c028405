"""Names into what a domain or an e-mail address can hold."""

from __future__ import annotations

import unicodedata

_BEYOND_FOLDING = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "đ": "d"})


def folded(text: str) -> str:
    """The text in plain lower-case ASCII letters and digits; other characters become hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_BEYOND_FOLDING)).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain.replace("'", "")).split())
