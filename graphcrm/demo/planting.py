"""Plants the stories in a bundle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone

from graphcrm.demo import stories
from graphcrm.demo.accounts import where
from graphcrm.demo.bundle import Bundle
from graphcrm.demo.dating import earliest, latest
from graphcrm.demo.deals import moment, way_to
from graphcrm.demo.dice import Dice
from graphcrm.demo.lifecycles import trail
from graphcrm.demo.meetings import OFFSETS, Event
from graphcrm.demo.spelling import folded
from graphcrm.demo.words.places import PLACES
from graphcrm.demo.words.talk import TOPICS, TOPICS_ZH

OWN_DOMAIN = "larkenfield.example"
TERRITORIES = {"North": "north", "South": "south", "华东": "east"}
DEEDS = {
    "M": ("meeting", "both"),
    "V": ("video", "both"),
    "C": ("call", "both"),
    "O": ("email", "out"),
    "I": ("email", "in"),
    "o": ("message", "out"),
    "i": ("message", "in"),
}
OWNED_SINCE = date(2021, 3, 1)

Jobs = dict[str, list[list[str]]]


def plant(bundle: Bundle) -> list[Event]:
    """Write the stories' rows and give back their interactions, which are numbered together with all others."""
    for uid, name, role, team, contact in _rows(stories.USERS):
        bundle.add("users", user_id=uid, name=name, email=f"{uid}@{OWN_DOMAIN}", role=role, team=team,
                   contact_id=contact)  # fmt: skip
    jobs = _jobs()
    people = [*_rows(stories.PEOPLE), *_group_people()]
    _plant_accounts(bundle)
    for n, row in enumerate(people):
        _plant_person(bundle, n, row, jobs[row[0]])
    for rows in jobs.values():
        _plant_jobs(bundle, rows)
    for user, contact, value, day in _rows(stories.RATINGS):
        bundle.add("ratings", user_id=user, contact_id=contact, value=value, at=f"{day}T16:30:00+00:00")
    for contact, boss, start, verified in _rows(stories.LINES):
        bundle.add("contact_links", from_contact_id=contact, to_contact_id=boss, kind="reports_to", start_date=start,
                   verified_on=verified)  # fmt: skip
    _plant_leads(bundle)
    _plant_tasks(bundle)
    _plant_opportunities(bundle)
    return list(_events({row[0]: row[1] for row in people}))


def _rows(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]


def _plant_accounts(bundle: Bundle) -> None:
    dice = Dice(0, "addresses of the stories")  # the same for every seed
    cities = {place.city: place for place in PLACES}
    for uid, name, aliases, industry, city, employees, lifecycle, owner, description in _rows(stories.ACCOUNTS):
        bundle.add(
            "accounts", account_id=uid, name=name, aliases=aliases, domains=f"{uid}.example", industry=industry,
            kind="other" if uid == "larkenfield" else "company", employee_count=employees, lifecycle=lifecycle,
            website=f"https://{uid}.example", description=description, value_band="A" if owner else "",
            lifecycle_trail=trail(uid, lifecycle),
            **where(dice, cities[city]),
        )  # fmt: skip
        if owner:
            bundle.add("assigned_to", record_kind="account", record_id=uid, user_id=owner, start_date=OWNED_SINCE,
                       reason="territory")  # fmt: skip


def _jobs() -> Jobs:
    """All jobs of the stories by contact, in the columns of stories.JOBS."""
    jobs: Jobs = {}
    for row in _rows(stories.JOBS):
        jobs.setdefault(row[0], []).append(row)
    for (old, new), table in stories.GROUPS.items():
        for name, title, department, role, start, moved, new_title in _rows(table):
            kind = "founder" if title.startswith("Founder") else ""
            end, known = ("", "2026-09-30") if moved == "-" else (moved, "2025-10-15" if moved == "?" else moved)
            jobs[folded(name)] = [[folded(name), old, title, department, role, kind, start, end, known]]
            if new_title:
                jobs[folded(name)].append([folded(name), new, new_title, department, role, "", moved, "", "2026-09-30"])
    return jobs


def _group_people() -> Iterator[list[str]]:
    for table in stories.GROUPS.values():
        for row in _rows(table):
            yield [folded(row[0]), row[0], *row[0].split(" ", 1), ""]


def _plant_person(bundle: Bundle, n: int, row: list[str], jobs: list[list[str]]) -> None:
    uid, name, given, family, other_names = row
    employer = next((job[1] for job in reversed(jobs) if not job[7] and job[5] not in {"board", "advisor"}), "")
    domain = "mailbox.example" if employer in {"", "freelance"} else f"{employer}.example"
    bundle.add(
        "contacts", contact_id=uid, name=name, given_name=given, family_name=family, other_names=other_names,
        email=f"{uid.removeprefix('contact-').replace('-', '.')}@{domain}",
        phone=_phone(n, name) if n % 3 else "",
    )  # fmt: skip


def _is_latin(name: str) -> bool:
    return name[0].isascii()  # Tomás is, 沈若岚 is not


def _phone(n: int, name: str) -> str:
    """A number that rings nowhere (words/places.py), of an area or a block that nobody random is given."""
    return f"+1 857 555 01{n:02}" if _is_latin(name) else f"+86 512 0000 00{n:02}"


def _plant_jobs(bundle: Bundle, rows: list[list[str]]) -> None:
    before = "9999-99-99"
    for n, row in reversed(list(enumerate(rows))):
        uid, account, title, department, role, kind, start, end, verified = row
        end, ended = end.removeprefix("?"), bool(end)
        main = kind not in {"board", "advisor"}
        primary = main and latest(end, date.fromisoformat(verified), ended=ended) <= before
        before = earliest(start) if primary else before
        bundle.add(
            "works_at", job_id=f"{uid}.{n + 1}", contact_id=uid, account_id=account, title=title, role=role,
            department=department, kind=kind or "employee", primary=primary, start_date=start, end_date=end,
            end_status="ended" if ended else "ongoing", verified_on=verified,
        )  # fmt: skip


def _plant_leads(bundle: Bundle) -> None:
    for uid, name, company, title, source, status, description in _rows(stories.LEADS):
        bundle.add(
            "leads", lead_id=uid, name=name, company_name=company, title=title, source_channel=source, status=status,
            email=f"{uid}@example.com", description=description,
        )  # fmt: skip
    for lead, contact, account, by, day in _rows(stories.CONVERSIONS):
        for record in ({"contact_id": contact}, {"account_id": account}):
            bundle.add("conversions", lead_id=lead, **record, at=f"{day}T09:15:00+00:00", by=by)


def _plant_tasks(bundle: Bundle) -> None:
    for uid, user, name, kind, priority, about, due, every, status, outcome in _rows(stories.TASKS):
        of: dict[str, list[str]] = {"account": [], "contact": [], "lead": []}
        for record in about.split(";"):
            label, one = record.split()
            of[label].append(one)
        bundle.add(
            "tasks", task_id=uid, name=name, kind=kind, priority=priority, due_on=due, status=status, outcome=outcome,
            repeats="month" if every else "", every=every, done_at=f"{due}T09:15:00+00:00" if status == "done" else "",
            **{f"about_{label}s": ";".join(uids) for label, uids in of.items()},
        )  # fmt: skip
        bundle.add("assigned_to", record_kind="task", record_id=uid, user_id=user, start_date=OWNED_SINCE)


def _plant_opportunities(bundle: Bundle) -> None:
    dice = Dice(0, "opportunities of the stories")  # the same for every seed
    for uid, user, name, account, people, stage, amount, currency, since, close, reason in _rows(stories.OPPORTUNITIES):
        last = date.fromisoformat(since)
        way = way_to(dice, stage, last)
        bundle.add(
            "opportunities", opportunity_id=uid, name=name, stage=stage, amount=amount, currency=currency,
            expected_close=close, account_id=account, contacts=people, stage_since=moment(last), trail=way.trail,
            closed_at=moment(last) if stage in {"won", "lost"} else "",
            **({f"{stage}_reason": reason} if reason else {}),
        )  # fmt: skip
        bundle.add("assigned_to", record_kind="opportunity", record_id=uid, user_id=user, start_date=OWNED_SINCE)


def _events(names: dict[str, str]) -> Iterator[Event]:
    teams = {row[0]: TERRITORIES[row[3]] for row in _rows(stories.USERS)}
    for user, contact, first, last, every, deeds in _rows(stories.TIES):
        zone = timezone(timedelta(hours=OFFSETS[teams[user]]))
        topics = TOPICS if _is_latin(names[contact]) else TOPICS_ZH
        days = range(0, (date.fromisoformat(last) - date.fromisoformat(first)).days + 1, int(every))
        for n, days_back in enumerate(days):
            # Counted from the last day, because the day of the last contact is part of the story.
            day = date.fromisoformat(last) - timedelta(days=days_back)
            day -= timedelta(days=max(0, day.weekday() - 4))
            channel, direction = DEEDS[deeds[n % len(deeds)]]
            topic, subjects = topics[n % len(topics)]
            at = datetime.combine(day, time(10, 5 * (n % 12), tzinfo=zone))
            yield Event(at, [user], [contact], channel, direction, subjects[n % len(subjects)], topic, participants=2)
