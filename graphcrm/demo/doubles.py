"""What every address book has: people and companies that were entered twice, spelled a little differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from graphcrm.demo.accounts import Account
from graphcrm.demo.dating import WORLD_DATE
from graphcrm.demo.dice import Dice
from graphcrm.demo.jobs import Job
from graphcrm.demo.people import Person

PEOPLE = 25
ACCOUNTS = 8
STAFF = 3  # people who stand under the second entry of a company


def double_accounts(
    dice: Dice, accounts: list[Account], staff: dict[str, list[Job]], first_number: int
) -> Iterator[Account]:
    """Second entries of some companies; the latest to join stand under them."""
    known = [a for a in accounts if len(staff.get(a.uid, [])) >= 3 * STAFF and a.uid.startswith("a")]
    for n, account in enumerate(dice.some(known, ACCOUNTS)):
        legal_name = account.aliases[0]
        double = replace(
            account, uid=f"a{first_number + n:03}", name=_misspelt(dice, legal_name) if n % 2 else legal_name,
            aliases=[], domain=account.domain if n % 3 else "", lifecycle="lead", owner="",
        )  # fmt: skip
        account.aliases = account.aliases[1:]
        people = [job.person for job in sorted(staff[account.uid], key=_joined)[-STAFF:]]
        for job in staff[account.uid]:
            if job.person in people:
                job.account = double
        yield double


def _joined(job: Job) -> tuple[date, str]:
    return job.start, job.person.uid


def double_people(dice: Dice, jobs: list[Job], first_number: int) -> Iterator[Job]:
    """Second entries of some people, each with the job they are in now, known less exactly."""
    now = [job for job in jobs if job.end is None and job.main and job.person.email and not job.account.placeholder]
    for n, job in enumerate(dice.some(now, PEOPLE)):
        person = replace(job.person, uid=f"c{first_number + n:04}", name=_respelt(dice, job.person), other_names=[])
        person.email, person.other_emails = _other_address(dice, person)
        person.phone = person.phone if dice.chance(70) else ""
        person.given, person.family = "", ""  # such entries come from a card or a mail: one line of name
        if job.start < date(WORLD_DATE.year, 1, 1):
            yield replace(job, person=person, start_text=str(job.start.year), department="", primary=True)
        else:
            yield replace(job, person=person, start_text="", department="", primary=True)


def _respelt(dice: Dice, person: Person) -> str:
    given, family = (part.title() for part in person.latin)
    if person.chinese:
        return dice.pick((f"{given} {family}", f"{family} {given}", f"{person.family} {person.given}"))
    ways = (f"{given[0]}. {person.family}", f"{given} {family}", f"{person.family}, {person.given}")
    spelling = dice.pick(ways)
    return spelling if spelling != person.name else _misspelt(dice, person.name)


def _misspelt(dice: Dice, text: str) -> str:
    """The text without one letter from inside a word; with one too many where its words are too short for that."""
    inside = [n for n in range(1, len(text) - 1) if text[n - 1 : n + 2].isalpha()]
    if not inside:
        return text + text[-1]
    n = dice.pick(inside)
    return text[:n] + text[n + 1 :]


def _other_address(dice: Dice, person: Person) -> tuple[str, list[str]]:
    """The same address, a private one, or none: what is left to find a double by."""
    private = f"{''.join(person.latin).replace('-', '')}@mailbox.example"
    return dice.weighted({(person.email, private): 1, (private, ""): 2, ("", ""): 1})[0], []
