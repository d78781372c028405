"""How often somebody may ask: so many requests a minute, by user, and by address where nobody is signed in.

What one process counts, it counts alone: several workers let through as many times more, which is no less of a limit.
"""

from __future__ import annotations

import time
from math import ceil

from flask import Flask, current_app, request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from graphcrm.config import Settings
from graphcrm.errors import TooManyRequestsError, said

_KEY = "graphcrm.rates"
_STRANGERS_SHARE = 10  # whoever is not signed in has no lists to walk: a tenth is plenty


class Rates:
    """Counts requests; safe to share between threads. `most` is what a user may ask in a minute, 0 for any number."""

    def __init__(self, most: int) -> None:
        """Begin to count."""
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        self._of_user = RateLimitItemPerMinute(most) if most else None
        self._of_stranger = RateLimitItemPerMinute(max(1, most // _STRANGERS_SHARE)) if most else None

    def count(self, user: str | None, address: str) -> None:
        """Count a request of a user, None for nobody, from an address; raises TooManyRequestsError."""
        item, key = (self._of_user, f"user {user}") if user else (self._of_stranger, f"address {address}")
        if item is None or self._limiter.hit(item, key):
            return
        wait = max(1, ceil(self._limiter.get_window_stats(item, key).reset_time - time.time()))
        message = said(
            "More than %(amount)s requests in a minute; nothing was done. Ask again in %(wait)s seconds.",
            amount=f"{item.amount:,}",
            wait=wait,
        )
        raise TooManyRequestsError(message, retry_after_s=wait)


def install(app: Flask, settings: Settings) -> None:
    """Have the requests of an app counted."""
    app.extensions[_KEY] = Rates(settings.requests_a_minute)


def count(user: str | None) -> None:
    """Count the request at hand, which is a user's, None for nobody's; raises TooManyRequestsError."""
    rates: Rates = current_app.extensions[_KEY]
    rates.count(user, request.remote_addr or "")
