"""One-time links, as commands show them."""

from __future__ import annotations

from urllib.parse import urlencode

from graphcrm.config import Settings
from graphcrm.web.addresses import LINK

_HERE = "http://127.0.0.1:8000"  # where `graphcrm serve` listens unless it is told otherwise


def address(secret: str, here: str = _HERE) -> str:
    """The link of a secret, where people reach the web app."""
    return f"{(Settings.from_env().url or here).rstrip('/')}{LINK}?{urlencode({'key': secret})}"
