"""How numbers, dates and names are written on pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from flask import Flask
from markupsafe import Markup, escape

from graphcrm.dates import parse_date
from graphcrm.warmth import DAYS_PER_MONTH

_LEAST = 0.0005  # a score below would be written as 0, which it is not
_MONTHS = 12
_CHANNELS = {
    "meeting": ("meeting", "meetings"),
    "video": ("video call", "video calls"),
    "call": ("call", "calls"),
    "email": ("e-mail", "e-mails"),
    "message": ("message", "messages"),
    "event": ("event", "events"),
    "other": ("other", "others"),
}


def install(app: Flask) -> None:
    """Give them to the templates, as filters."""
    for words in (
        entered,
        day,
        month,
        span,
        count,
        several,
        score,
        strength,
        duration,
        initials,
        spoken,
        coded,
        channels,
        meter,
    ):
        app.add_template_filter(words)


def entered(text: str) -> str:
    """A date with the precision it was entered with: 2019, May 2019, 17 May 2019."""
    first, after = parse_date(text, "date")
    if after - first == timedelta(days=1):
        return day(first)
    return month(first) if text.count("-") else f"{first.year}"


def day(when: date | datetime) -> str:
    """A day: 3 May 2026."""
    return f"{when.day} {when:%b} {when.year}"


def month(when: date | datetime) -> str:
    """A month: May 2026."""
    return f"{when:%b} {when.year}"


def span(first: date | None, end: date | None) -> str:
    """A stretch of time in months; no end is no end yet."""
    if end is None:
        return f"since {month(first)}" if first else "start not known"
    return f"{month(first)} to {month(end)}" if first else f"until {month(end)}, start not known"


def count(number: float, one: str, more: str | None = None) -> str:
    """A number of things: 1 account, 2,000 accounts."""
    return f"{number:,.0f} {one if number == 1 else more or f'{one}s'}"


def several(number: float) -> str:
    """A number: 2,000."""
    return f"{number:,.0f}"


def score(number: float) -> str:
    """A score with three digits; what is nearly nothing is not written as nothing."""
    return "< 0.001" if 0 < number < _LEAST else f"{number:.3f}"


def strength(number: float) -> str:
    """A strength with two digits."""
    return "< 0.01" if 0 < number < _LEAST * 10 else f"{number:.2f}"


def duration(days: float) -> str:
    """How long: 12 days, 7 months, 2 years, 2 years 3 months."""
    months = round(days / DAYS_PER_MONTH)
    if months == 0:
        return count(days, "day")
    years, rest = divmod(months, _MONTHS)
    parts = [count(years, "year")] * bool(years) + [count(rest, "month")] * bool(rest)
    return " ".join(parts)


def initials(name: str) -> str:
    """Two letters for a name: those of its first and last word, or the end of a Chinese one."""
    words = name.split()
    if not name.isascii() and len(words) == 1 and name.casefold() == name.upper():
        return name[-2:]
    letters = [word[0] for word in (words[0], words[-1])] if len(words) > 1 else [name[:2]]
    return "".join(letters)


def spoken(code: str) -> str:
    """A code as words: decision maker."""
    return code.replace("_", " ")


def coded(text: str) -> Markup:
    """Text with what stands between backticks as code."""
    parts = [escape(part) for part in text.split("`")]
    return Markup("").join(Markup("<code>{}</code>").format(p) if n % 2 else p for n, p in enumerate(parts))


def channels(counts: Mapping[str, int]) -> str:
    """How often on which way: 11 e-mails, 3 meetings."""
    return ", ".join(count(number, *_CHANNELS.get(channel, (channel,))) for channel, number in counts.items())


def meter(number: float) -> int:
    """How many of four bars a strength fills."""
    return sum(number >= least for least in (0.005, 0.1, 0.3, 0.6))
