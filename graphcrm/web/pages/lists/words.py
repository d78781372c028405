"""How long ago, shortly: a column of days tells little at a glance."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel.dates import format_timedelta
from flask_babel import get_locale
from flask_babel import gettext as _

from graphcrm.dates import moment

_WEEKS_FROM = timedelta(days=14)


def ago(when: datetime, as_of: date | None = None) -> str:
    """How long before the moment of a page something was: 5 days, 3 wks, 2 mths."""
    past = moment(as_of).before - when
    if past < timedelta(days=1):
        return str(_("today"))
    threshold = 0.85 if past < _WEEKS_FROM else 1.2
    said: str = format_timedelta(
        past, granularity="day", threshold=threshold, format="short", locale=get_locale() or "en"
    )
    return said
