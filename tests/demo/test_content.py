"""What is in the demo world: careers, companies, conversations, addresses."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

from graphcrm.dates import start_of_day
from graphcrm.demo import WORLD_DATE

from .brute_force import World, instant

RESERVED = re.compile(r"(^|[@.])([a-z0-9-]+\.(example|test)|example\.(com|net|org))$")
FICTION = re.compile(
    r"\+1 \d{3} 555 01\d\d|\+44 20 7946 0\d{3}|\+44 1[36]1 496 0\d{3}|\+46 8 465 004 \d\d|\+49 (30 23125|40 66969|"
    r"89 99998|221 4710) \d{3}|\+33 (1 99 00|4 65 71) \d\d \d\d|\+61 [23] 7010 \d{4}|\+86 \d{2,3} 0\d{3} \d{4}"
)


def chinese(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", text))


def test_dates_are_known_to_the_day_the_month_the_year_or_not_at_all(world: World) -> None:
    lengths = Counter(len(row["start_date"]) for row, _ in world.jobs)
    share = {length: count / lengths.total() for length, count in lengths.items()}
    assert 0.20 < share[7] < 0.30
    assert 0.07 < share[4] < 0.13
    assert 0.003 < share[0] < 0.03
    assert 20 < sum(row["end_status"] == "ended" and not row["end_date"] for row, _ in world.jobs) < 200


def test_no_two_jobs_of_one_person_contradict_each_other(world: World) -> None:
    jobs = defaultdict(list)
    for row, span in world.jobs:
        jobs[row["contact_id"]].append((row, span))
    for rows in jobs.values():
        for n, (one, a) in enumerate(rows):
            for other, b in rows[n + 1 :]:
                if max(a.start_min, b.start_min) < min(a.end_max, b.end_max):
                    assert not one["primary"] == other["primary"] == "true", (one, other)
                    assert (one["account_id"], one["kind"]) != (other["account_id"], other["kind"]), (one, other)


def test_careers_have_every_shape(world: World) -> None:
    kinds = Counter(row["kind"] for row, _ in world.jobs)
    assert min(kinds[kind] for kind in ("employee", "board", "advisor", "contractor", "founder")) > 20
    returned, promoted = set(), set()
    for uid, accounts in world.stints.items():
        stays = sorted((s.start_min, s.end_max, account) for account, rows in accounts.items() for _, s in rows)
        for n, (_, left, account) in enumerate(stays):
            later = [start for start, _, other in stays[n + 1 :] if other == account]
            returned |= {uid for start in later if start > left + timedelta(days=180)}
            promoted |= {uid for start in later if start == left}
    assert len(returned) > 60
    assert len(promoted) > 400


def test_sizes_of_companies_are_skewed(world: World) -> None:
    known = sorted(len(people) for people in world.people_at.values())
    assert 100 <= known[-1] <= 150
    assert sum(3 <= n <= 20 for n in known) > len(known) * 0.55
    for uid, people in world.people_at.items():
        assert int(world.accounts[uid]["employee_count"] or 10**6) >= len(people), uid


def test_a_layoff_ends_many_jobs_on_one_day(world: World) -> None:
    ends = [row["end_date"] for row, _ in world.jobs if row["account_id"] == "halverin"]
    assert sum(end in {"2024-01-16", "2024-01", "2024"} for end in ends) >= 20


def test_people_keep_to_an_industry(world: World) -> None:
    moves = same = 0
    for accounts in world.stints.values():
        industries = [world.accounts[account]["industry"] for account in accounts]
        moves += len(industries) - 1
        same += sum(a == b for a, b in pairwise(industries))
    assert same / moves > 0.7


def test_placeholders_are_marked(world: World) -> None:
    marked = {uid for uid, row in world.accounts.items() if row["placeholder"] == "true"}
    assert marked == {"freelance", "unknown"}
    at = Counter(row["account_id"] for row, _ in world.jobs)
    assert all(at[uid] > 10 for uid in marked)


def test_some_people_and_companies_are_there_twice(world: World) -> None:
    originals = [row for row in world.contacts.values() if row["given_name"]]
    doubles = [row for row in world.contacts.values() if not row["given_name"]]
    assert len(doubles) == 25
    emails = {mail for row in originals for mail in (row["email"], row["emails"]) if mail}
    phones = {row["phone"] for row in originals if row["phone"]}
    assert sum(row["email"] in emails or row["phone"] in phones for row in doubles) >= 8
    names = {row["name"] for row in originals}
    assert sum(row["name"] in names for row in doubles) <= 2
    domains = Counter(row["domains"] for row in world.accounts.values() if row["domains"])
    assert sum(n == 2 for n in domains.values()) == 5  # and three more without a domain


def test_about_a_third_is_chinese_and_spoken_to_in_chinese(world: World) -> None:
    assert 0.25 < sum(chinese(row["name"]) for row in world.accounts.values()) / len(world.accounts) < 0.40
    assert 0.25 < sum(chinese(row["name"]) for row in world.contacts.values()) / len(world.contacts) < 0.40
    for row in world.tables["interactions"]:
        if row["contact_id"] and row["participants"] in {"", "2"} and row["channel"] != "event":
            spoken = chinese(world.contacts[row["contact_id"]]["name"])
            alone = sum(chinese(row[column]) != spoken for column in ("subject", "topics"))
            assert alone == 0, row


def test_interactions_lie_in_the_past_and_agree_with_themselves(world: World) -> None:
    said: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in world.tables["interactions"]:
        assert instant(row["occurred_at"]) < start_of_day(WORLD_DATE)
        said[row["interaction_id"]].add(tuple(v for k, v in row.items() if k not in {"user_id", "contact_id"}))
    assert max(len(versions) for versions in said.values()) == 1
    latest = max(instant(row["occurred_at"]) for row in world.tables["interactions"])
    assert latest > start_of_day(WORLD_DATE - timedelta(days=4))


def test_meetings_have_several_users_several_contacts_and_sometimes_a_crowd(world: World) -> None:
    users, contacts, crowds = defaultdict(set), defaultdict(set), set()
    for row in world.tables["interactions"]:
        users[row["interaction_id"]].add(row["user_id"])
        contacts[row["interaction_id"]].add(row["contact_id"])
        crowds |= {row["interaction_id"]} if int(row["participants"] or 0) > 10 else set()
    both = [uid for uid in users if len(users[uid]) > 1 and 1 < len(contacts[uid]) < 9]
    assert len(both) > 50
    assert len(crowds) > 20


def test_customers_hear_most_of_us_and_some_go_cold(world: World) -> None:
    now = [row for row, _ in world.jobs if row["primary"] == "true" and row["end_status"] == "ongoing"]
    employer = {row["contact_id"]: row["account_id"] for row in now}
    last: dict[str, date] = {}
    rows = Counter[str]()
    for row in world.tables["interactions"]:
        account = employer.get(row["contact_id"])
        if account:
            last[account] = max(last.get(account, date.min), instant(row["occurred_at"]).date())
            rows[world.accounts[account]["lifecycle"]] += 1
    assert rows["customer"] + rows["loyal"] > 0.5 * rows.total()
    kept = [uid for uid, row in world.accounts.items() if row["lifecycle"] in {"customer", "loyal"} and uid in last]
    assert 6 <= sum(last[uid] < WORLD_DATE - timedelta(days=200) for uid in kept) <= 20


def test_users_stay_in_touch_with_people_who_moved(world: World) -> None:
    now = {row["contact_id"]: row["account_id"] for row, s in world.jobs if s.end_max > WORLD_DATE and s.start_min}
    champions = set()
    for row in world.tables["interactions"]:
        day = instant(row["occurred_at"]).date()
        for account, rows in world.stints[row["contact_id"]].items() if row["contact_id"] in now else ():
            if account != now[row["contact_id"]] and any(s.start_max <= day < s.end_min for _, s in rows):
                champions.add((row["user_id"], row["contact_id"]))
    assert len(champions) > 100


def test_addresses_and_numbers_reach_nobody(world: World) -> None:
    for table in ("users", "contacts", "leads", "accounts"):
        for row in world.tables[table]:
            cells = [row.get(column, "") for column in ("email", "emails", "domains", "website")]
            for address in (part for cell in cells for part in cell.split(";") if part):
                assert RESERVED.search(address.removeprefix("https://")), row
                assert address.isascii(), row
            assert not row.get("phone") or FICTION.fullmatch(row["phone"]), row


def test_assignments_have_one_open_owner_and_dates_in_order(world: World) -> None:
    rows = world.tables["assigned_to"]
    still_open = Counter((row["record_kind"], row["record_id"]) for row in rows if not row["end_date"])
    assert max(still_open.values()) == 1
    assert {kind for kind, _ in still_open} == {
        "lead",
        "account",
        "contact",
        "opportunity",
        "contract",
        "order",
        "service_request",
        "campaign",
        "task",
    }
    assert all(row["start_date"] < (row["end_date"] or WORLD_DATE.isoformat()) for row in rows)
    owned = {uid for kind, uid in still_open if kind == "lead"}
    assert 80 < sum(row["lead_id"] not in owned for row in world.tables["leads"]) < 180  # the pool


def test_users_are_the_cast_in_three_teams(world: World) -> None:
    users = {row["user_id"]: row for row in world.tables["users"]}
    assert Counter(row["team"] for row in users.values()) == {"North": 4, "South": 4, "华东": 4}
    assert {row["role"] for row in users.values()} == {"rep", "manager", "analyst", "admin"}
    assert users["alice"]["team"] == users["bob"]["team"] != users["charlie"]["team"]
    assert (users["dana"]["role"], users["erin"]["role"], users["frank"]["role"]) == ("manager", "analyst", "admin")
    assert sum(bool(row["contact_id"]) for row in users.values()) == 5
