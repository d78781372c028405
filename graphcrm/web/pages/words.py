"""How numbers, dates, codes and lists are written on pages, in the language of the request at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from babel.dates import format_date, format_skeleton, get_day_names
from babel.numbers import format_decimal
from flask import Flask
from flask_babel import get_locale, gettext, lazy_gettext, ngettext, pgettext
from markupsafe import Markup, escape

from graphcrm.access import kind_of, many
from graphcrm.dates import parse_date
from graphcrm.warmth import DAYS_PER_MONTH
from graphcrm.web.languages import CODE

_LEAST = 0.0005  # a score below would be written as 0, which it is not
_MONTHS = 12
_ENGLISH = {"yMMMd": "d MMM y", "yMMM": "MMM y", "y": "y"}  # day first, for who reads English anywhere


def pair(one: str, more: str) -> tuple[str, str]:
    """A text for one thing and for more, to be gathered for translation."""
    return one, more


_CHANNELS = {
    "meeting": pair("%(number)s meeting", "%(number)s meetings"),
    "video": pair("%(number)s video call", "%(number)s video calls"),
    "call": pair("%(number)s call", "%(number)s calls"),
    "email": pair("%(number)s e-mail", "%(number)s e-mails"),
    "message": pair("%(number)s message", "%(number)s messages"),
    "event": pair("%(number)s event", "%(number)s events"),
    "other": pair("%(number)s other", "%(number)s others"),
}


_REACHED = {
    "email": lazy_gettext("e-mail"),
    "wechat": lazy_gettext("WeChat"),
    "linkedin": lazy_gettext("LinkedIn"),
}


def install(app: Flask) -> None:
    """Give them to the templates, as filters."""
    for words in (
        entered,
        day,
        month,
        span,
        several,
        score,
        strength,
        duration,
        initials,
        spoken,
        audited,
        coded,
        channels,
        weekday,
        listed,
        sentences,
        held,
        from_day,
        reached_by,
        meter,
        many,
        kind_of,
    ):
        app.add_template_filter(words)


def entered(text: str) -> str:
    """A date with the precision it was entered with: 2019, May 2019, 17 May 2019."""
    first, after = parse_date(text, "date")
    if after - first == timedelta(days=1):
        return day(first)
    return month(first) if text.count("-") else _written(first, "y")


def day(when: date | datetime) -> str:
    """A day: 3 May 2026, 2026年5月3日."""
    return _written(when, "yMMMd")


def month(when: date | datetime) -> str:
    """A month: May 2026, 2026年5月."""
    return _written(when, "yMMM")


def _written(when: date | datetime, parts: str) -> str:
    locale = get_locale() or "en"
    if str(locale) == "en":
        return format_date(when, _ENGLISH[parts], locale)
    return format_skeleton(parts, when, locale=locale)


def span(first: date | None, end: date | None) -> str:
    """A stretch of time in months; no end is no end yet."""
    if end is None:
        return gettext("since %(start)s", start=month(first)) if first else gettext("start not known")
    if first is None:
        return gettext("until %(end)s, start not known", end=month(end))
    return gettext("%(first)s to %(end)s", first=month(first), end=month(end))


def held(start: str | None, end: str | None) -> str:
    """From when to when something holds, as it was entered; no end is no end yet."""
    if start and end:
        return gettext("since %(start)s, until %(end)s", start=entered(start), end=entered(end))
    if start:
        return gettext("since %(start)s", start=entered(start))
    return gettext("until %(end)s, start not known", end=entered(end)) if end else gettext("start not known")


def from_day(start: date | None, end: date | None) -> str:
    """From which day to which."""
    if start and end:
        return gettext("from %(start)s to %(end)s", start=day(start), end=day(end))
    if start:
        return gettext("from %(start)s", start=day(start))
    return gettext("start not known, to %(end)s", end=day(end)) if end else gettext("start not known")


def several(number: float) -> str:
    """A number: 2,000."""
    return format_decimal(number, "#,##0", locale=get_locale() or "en")


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
        return many_of(pair("%(number)s day", "%(number)s days"), days)
    years, rest = divmod(months, _MONTHS)
    in_years = many_of(pair("%(number)s year", "%(number)s years"), years)
    in_months = many_of(pair("%(number)s month", "%(number)s months"), rest)
    if years and rest:
        return gettext("%(years)s %(months)s", years=in_years, months=in_months)
    return in_years if years else in_months


def brief(days: float) -> str:
    """How long, where there is little room: 12d, 7m, 2y, 2y 3m."""
    months = round(days / DAYS_PER_MONTH)
    if months == 0:
        return gettext("%(days)sd", days=round(days))
    years, rest = divmod(months, _MONTHS)
    if years and rest:
        return gettext("%(years)sy %(months)sm", years=years, months=rest)
    return gettext("%(years)sy", years=years) if years else gettext("%(months)sm", months=rest)


def many_of(texts: tuple[str, str], number: float) -> str:
    """A number of things."""
    return ngettext(*texts, round(number), number=several(number))


def initials(name: str) -> str:
    """Two letters for a name: those of its first and last word, or the end of a Chinese one."""
    words = name.split()
    if not name.isascii() and len(words) == 1 and name.casefold() == name.upper():
        return name[-2:]
    letters = [word[0] for word in (words[0], words[-1])] if len(words) > 1 else [name[:2]]
    return "".join(letters)


def spoken(code: str | None) -> str:
    """A code as words: decision maker."""
    return pgettext(CODE, code.replace("_", " ")) if code else ""


def audited(text: str) -> str:
    """What an entry of the audit log says, in words: create contact 1."""
    whole = spoken(text)
    return " ".join(map(spoken, text.split())) if whole == text.replace("_", " ") else whole


def coded(text: str) -> Markup:
    """Text with what stands between backticks as code."""
    parts = [escape(part) for part in text.split("`")]
    return Markup("").join(Markup("<code>{}</code>").format(p) if n % 2 else p for n, p in enumerate(parts))


def weekday(number: int) -> str:
    """The name of a weekday, of which 0 is Monday."""
    return str(get_day_names(locale=get_locale())[number])


def channels(counts: Mapping[str, int]) -> str:
    """How often on which way: 11 e-mails, 3 meetings."""
    texts = {channel: _CHANNELS.get(channel, (f"%(number)s {channel}", f"%(number)s {channel}s")) for channel in counts}
    return listed(many_of(texts[channel], number) for channel, number in counts.items())


def sentences(parts: Iterable[str]) -> str:
    """Several things that are said, in one line."""
    return pgettext("between sentences in one line", "; ").join(parts)


def reached_by(kind: str) -> str:
    """What sort of address it is: e-mail, WeChat."""
    return str(_REACHED[kind]) if kind in _REACHED else spoken(kind)


def listed(parts: Iterable[str]) -> str:
    """Things one after the other: an account, a contact."""
    return pgettext("between the things of a list", ", ").join(parts)


def meter(number: float) -> int:
    """How many of four bars a strength fills."""
    return sum(number >= least for least in (0.005, 0.1, 0.3, 0.6))
