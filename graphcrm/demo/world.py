"""Puts the world together: companies, people and careers first, then what our users have to do with them."""

from __future__ import annotations

from graphcrm.demo.accounts import Account, add_account, make_accounts, placeholders
from graphcrm.demo.agreements import add_agreements, add_requests, add_services
from graphcrm.demo.bundle import Bundle
from graphcrm.demo.campaigns import add_campaigns
from graphcrm.demo.careers import Market, make_stays
from graphcrm.demo.deals import add_opportunities
from graphcrm.demo.dice import Dice
from graphcrm.demo.doubles import double_accounts, double_people
from graphcrm.demo.jobs import Job, add_job, make_jobs
from graphcrm.demo.marks import add_marks
from graphcrm.demo.meetings import add_events, gatherings, make_events
from graphcrm.demo.people import Person, Registry, abroad, add_person, reach
from graphcrm.demo.planting import plant
from graphcrm.demo.records import add_assignments, add_leads, add_ratings, add_tasks
from graphcrm.demo.ties import Tie, make_ties

PEOPLE = 2_920


def build(seed: int) -> Bundle:
    """The whole world of a seed."""
    bundle = Bundle()
    events = plant(bundle)
    accounts = make_accounts(Dice(seed, "accounts"))
    registry = Registry(Dice(seed, "names"), bundle.column("contacts", "name"))
    nowhere = placeholders()
    jobs = _careers(seed, registry, accounts, nowhere)
    accounts += double_accounts(Dice(seed, "double accounts"), accounts, by_account(jobs), len(accounts) - 1)
    jobs += double_people(Dice(seed, "double people"), jobs, PEOPLE + 1)
    ties = make_ties(Dice(seed, "ties"), accounts, by_account(jobs))
    _write_companies_and_people(bundle, seed, accounts + nowhere, jobs, ties)
    events += make_events(Dice(seed, "meetings"), ties)
    events += gatherings(Dice(seed, "gatherings"), ties)
    events += add_leads(bundle, Dice(seed, "leads"), registry, accounts)
    add_events(bundle, events)
    add_ratings(bundle, Dice(seed, "ratings"), ties)
    add_tasks(bundle, Dice(seed, "tasks"), ties)
    add_opportunities(bundle, Dice(seed, "opportunities"), ties)
    add_agreements(bundle, Dice(seed, "agreements"))
    add_services(bundle, Dice(seed, "services"), accounts)
    add_requests(bundle, Dice(seed, "service requests"), ties)
    add_campaigns(bundle, Dice(seed, "campaigns"), ties)
    add_assignments(bundle, Dice(seed, "assignments"), accounts, ties)
    add_marks(bundle, Dice(seed, "marks"), ties)
    return bundle


def by_account(jobs: list[Job]) -> dict[str, list[Job]]:
    """The main jobs at each account."""
    staff: dict[str, list[Job]] = {}
    for job in jobs:
        if job.main:
            staff.setdefault(job.account.uid, []).append(job)
    return staff


def _careers(seed: int, registry: Registry, accounts: list[Account], nowhere: list[Account]) -> list[Job]:
    dice = Dice(seed, "careers")
    market = Market(dice, accounts)
    contact_dice = Dice(seed, "addresses")
    jobs: list[Job] = []
    for n in range(PEOPLE):
        latest = market.first()
        person = registry.person(f"c{n + 1:04}", chinese=dice.chance(96 if latest.chinese else 3))
        if person.chinese and not latest.chinese:
            person = abroad(person)
        stays = make_stays(dice, market, person, latest)
        if dice.chance(2):
            stays[-1].account = nowhere[0]
        elif len(stays) > 1 and dice.chance(3):
            stays[0].account = nowhere[1]
        reach(contact_dice, registry, person, [stay.account for stay in stays])
        jobs += make_jobs(dice, market, person, stays)
    return jobs


def _write_companies_and_people(
    bundle: Bundle, seed: int, accounts: list[Account], jobs: list[Job], ties: list[Tie]
) -> None:
    known: dict[str, set[str]] = {account.uid: set() for account in accounts}
    people: dict[str, Person] = {}
    for job in jobs:
        known[job.account.uid].add(job.person.uid)
        people[job.person.uid] = job.person
    for tie in ties:
        tie.person.lifecycle = tie.account.lifecycle
    dice = Dice(seed, "records")
    for account in accounts:
        add_account(bundle, dice, account, len(known[account.uid]))
    for person in people.values():
        add_person(bundle, dice, person)
    for n, job in enumerate(jobs):
        add_job(bundle, f"j{n + 1:04}", job)
