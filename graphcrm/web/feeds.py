"""Tasks as an iCalendar file (RFC 5545), which calendar programs fetch again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from graphcrm.dates import zone_of
from graphcrm.services.calendar import Entry

TYPE = "text/calendar; charset=utf-8"
_LASTS = timedelta(minutes=30)  # of a task with a time: calendars draw what takes no time as a line
_WORDS_MOST = 2_000  # characters of a description: the whole is a click away
_AGAIN_AFTER = timedelta(minutes=15)  # when a program is to ask next; most of them heed it, and some ask once a day


def of_tasks(
    entries: Iterable[Entry], *, called: str, zone: str | None, address: Callable[[str], str], now: datetime
) -> bytes:
    """The file: one event for each day of a task; `called` is the calendar's name, `address` where a task is shown."""
    calendar = Calendar()
    calendar.add("prodid", "-//graphcrm//tasks//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", called)
    calendar.add("refresh-interval", _AGAIN_AFTER, {"value": "DURATION"})
    there = zone_of(zone)
    for entry in entries:
        calendar.add_component(_event(entry, there, address(entry.task.uid), now))
    return bytes(calendar.to_ical())


def _event(entry: Entry, zone: ZoneInfo, address: str, now: datetime) -> Event:
    task, event = entry.task, Event()
    event.add("uid", f"{entry.key[0]}-{entry.day}@graphcrm" if task.repeats else f"{task.uid}@graphcrm")
    event.add("dtstamp", now)
    event.add("summary", task.name)
    if task.due_time:
        start = datetime.combine(entry.day, time.fromisoformat(task.due_time), tzinfo=zone).astimezone(UTC)
        event.add("dtstart", start)
        event.add("dtend", start + _LASTS)
    else:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))  # the day behind the last
        event.add("transp", "TRANSPARENT")  # a day with a task is no day that is taken
    about = ", ".join(name for _, _, name, _ in task.about)
    known = (task.description or "")[:_WORDS_MOST] if not entry.again else ""
    event.add("description", "\n".join(filter(None, [known, about, address])))
    event.add("url", address)
    event.add("priority", {"high": 1, "normal": 5, "low": 9}.get(task.priority or "", 0))
    if task.updated_at:
        event.add("last-modified", task.updated_at)
    return event
