"""A skewed world for benchmarks, written as a bundle: the same bytes for the same arguments.

    python bench/world.py FOLDER --contacts 100000 --largest 20000

Per contact: 0.1 accounts, 2.5 jobs, 3 interactions in one tie, 0.001 users (at least 10). Account sizes follow a
power law, because companies do; the largest one is given.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import random
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

TODAY = date(2026, 11, 1)
SKEW = 0.8  # exponent of the power law: with 100,000 accounts the 500 largest hold about a quarter of the jobs
CHANNELS = ("meeting", "video", "call", "email", "email", "email", "message", "event")
TITLES = ("Engineer", "Manager", "VP Sales", "Buyer", "Director", "Analyst", "采购经理", "工程师")
ROLES = ("decision_maker", "influencer", "buyer", "", "", "", "", "")
FAMILY = ("Abel", "Brandt", "Chen", "Diaz", "Evans", "Fontana", "Grant", "Huber", "Ito", "Jensen", "王", "李")
GIVEN = ("Ada", "Bo", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hana", "Ivo", "Jo", "伟", "芳")


def write(folder: Path, contacts: int, largest: int, seed: int = 1) -> None:
    """Write users, accounts, contacts, works_at and interactions."""
    rng = random.Random(seed)  # noqa: S311  (a world, not a secret)
    accounts, users = max(10, contacts // 10), max(10, contacts // 1000)
    folder.mkdir(parents=True, exist_ok=True)
    _csv(
        folder,
        "users",
        "user_id,name,email,role",
        ((f"U{i}", f"User {i}", f"u{i}@us.example", "rep") for i in range(users)),
    )
    _csv(
        folder,
        "accounts",
        "account_id,name,domains",
        ((f"A{i}", f"Account {i}", f"a{i}.example") for i in range(accounts)),
    )
    _csv(folder, "contacts", "contact_id,given_name,family_name,email", _people(rng, contacts))
    _csv(
        folder,
        "works_at",
        "contact_id,account_id,title,role,start_date,end_date,verified_on",
        _jobs(rng, contacts, accounts, largest),
    )
    columns = "interaction_id,user_id,contact_id,occurred_at,channel,direction,participants"
    _csv(folder, "interactions", columns, _interactions(rng, contacts, users))


def _csv(folder: Path, name: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
    with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns.split(","))
        writer.writerows(rows)


def _people(rng: random.Random, contacts: int) -> Iterator[tuple[object, ...]]:
    for i in range(contacts):
        yield f"C{i}", rng.choice(GIVEN), rng.choice(FAMILY), f"c{i}@people.example"


def _jobs(rng: random.Random, contacts: int, accounts: int, largest: int) -> Iterator[tuple[object, ...]]:
    weights = list(itertools.accumulate((i + 10) ** -SKEW for i in range(1, accounts)))
    share = largest / (contacts * 2.5)
    for i in range(contacts):
        start = date(2000, 1, 1) + timedelta(days=rng.randrange(9000))
        for job in range(jobs := rng.choice((1, 2, 2, 3, 3, 4))):
            account = 0 if rng.random() < share else rng.choices(range(1, accounts), cum_weights=weights)[0]
            end = start + timedelta(days=rng.randrange(200, 2200))
            open_end = job == jobs - 1 or end >= TODAY
            yield (f"C{i}", f"A{account}", rng.choice(TITLES), rng.choice(ROLES), start.isoformat(),
                   "" if open_end else end.isoformat(), "2026-10-01")  # fmt: skip
            if open_end:
                break
            start = end


def _interactions(rng: random.Random, contacts: int, users: int) -> Iterator[tuple[object, ...]]:
    number = itertools.count()
    now = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)
    for i in range(contacts):
        user = rng.randrange(users)
        for _ in range(rng.choice((1, 1, 2, 3, 4, 7))):
            at = now - timedelta(days=rng.expovariate(1 / 400), hours=1)
            direction = rng.choice(("both", "both", "in", "out"))
            yield (f"I{next(number)}", f"U{user}", f"C{i}", at.isoformat(timespec="seconds"),
                   rng.choice(CHANNELS), direction, rng.choice((2, 2, 2, 3, 12)))  # fmt: skip


def main() -> None:
    """Read the arguments and write the world."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--largest", type=int, default=20_000, help="stints of the largest account")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    write(args.folder, args.contacts, args.largest, args.seed)


if __name__ == "__main__":
    main()
