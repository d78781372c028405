"""Contracts, orders and service requests: what came of opportunities that were won, and what customers ask of us."""

from __future__ import annotations

from datetime import date, timedelta

from graphcrm.demo.accounts import Account
from graphcrm.demo.bundle import Bundle
from graphcrm.demo.dating import WORLD_DATE
from graphcrm.demo.deals import moment
from graphcrm.demo.dice import Dice
from graphcrm.demo.ties import Tie
from graphcrm.demo.words.talk import ASKED, ASKED_ZH, SAID, SAID_ZH

REQUESTS = 90
TERMS = ("30 days net", "14 days net", "half in advance")
TERMS_ZH = ("货到30天付款", "预付一半")
CURRENCIES = {True: "CNY", False: "EUR"}  # by whether the account is Chinese
_BUYING = ("customer", "loyal")
STATUSES = {"new": 15, "open": 25, "waiting": 15, "solved": 25, "closed": 20}
PRIORITIES = {"urgent": 10, "high": 25, "normal": 50, "low": 15}


def add_agreements(bundle: Bundle, dice: Dice) -> None:
    """Write what came of each opportunity that was won: of most a contract, of the others an order."""
    columns = ("opportunity_id", "name", "stage", "amount", "currency", "account_id", "contacts", "closed_at")
    owners = dict(zip(bundle.column("assigned_to", "record_id"), bundle.column("assigned_to", "user_id"), strict=True))
    rows = zip(*(bundle.column("opportunities", name) for name in columns), strict=True)
    for n, (deal, name, stage, amount, currency, account, people, closed) in enumerate(rows):
        if stage != "won":
            continue
        day = date.fromisoformat(closed[:10])
        chinese = not name.isascii()
        shared = {
            "name": name, "account_id": account, "contacts": people, "opportunity_id": deal, "amount": amount,
            "currency": currency, "payment_terms": dice.pick(TERMS_ZH if chinese else TERMS),
        }  # fmt: skip
        if dice.chance(60):
            _contract(bundle, dice, f"n{n + 1:03}", owners[deal], day, shared)
        else:
            _order(bundle, dice, f"r{n + 1:03}", owners[deal], day, shared)


def add_services(bundle: Bundle, dice: Dice, accounts: list[Account]) -> None:
    """Write what runs with each customer by itself, year by year: some of it is to be agreed anew soon."""
    for account in accounts:
        if account.lifecycle not in _BUYING or account.owner == "":
            continue
        end = WORLD_DATE + timedelta(days=dice.between(20, 420))
        start = end.replace(day=1, year=end.year - dice.between(2, 4))
        name = f"服务合同：{account.name}" if account.chinese else f"Service: {account.name}"
        uid = f"s-{account.uid}"
        bundle.add(
            "contracts", contract_id=uid, number=f"S-{start.year}-{len(bundle.rows['contracts']) + 1:03}", name=name,
            status="active", account_id=account.uid, amount=dice.between(4, 60) * 1_000,
            currency=CURRENCIES[account.chinese], payment_terms=dice.pick(TERMS_ZH if account.chinese else TERMS),
            start_date=start, end_date=end, signed_on=start - timedelta(days=dice.between(3, 30)),
            renewal=dice.pick(("automatic", "by_agreement")), notice_on=end - timedelta(days=dice.pick((30, 60, 90))),
        )  # fmt: skip
        bundle.add("assigned_to", record_kind="contract", record_id=uid, user_id=account.owner, start_date=start)


def _contract(bundle: Bundle, dice: Dice, uid: str, user: str, day: date, shared: dict[str, str]) -> None:
    """A contract that begins with the next month, and ends some months later: a few are due soon."""
    start = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    end = start + timedelta(days=dice.pick((90, 180, 365, 730)))
    over = end <= WORLD_DATE
    bundle.add(
        "contracts", contract_id=uid, number=f"C-{day.year}-{uid[1:]}", status="ended" if over else "active",
        start_date=start, end_date=end, signed_on=day, renewal=dice.pick(("automatic", "by_agreement", "none")),
        notice_on="" if over else end - timedelta(days=dice.pick((30, 60))), **shared,
    )  # fmt: skip
    bundle.add("assigned_to", record_kind="contract", record_id=uid, user_id=user, start_date=day)


def _order(bundle: Bundle, dice: Dice, uid: str, user: str, day: date, shared: dict[str, str]) -> None:
    deliver = day + timedelta(days=dice.between(10, 90))
    status = "placed" if deliver > WORLD_DATE or dice.chance(15) else dice.pick(("delivered", "paid", "paid"))
    bundle.add(
        "orders", order_id=uid, number=f"O-{day.year}-{uid[1:]}", status=status, ordered_on=day, deliver_by=deliver,
        **shared,
    )  # fmt: skip
    bundle.add("assigned_to", record_kind="order", record_id=uid, user_id=user, start_date=day)


def add_requests(bundle: Bundle, dice: Dice, ties: list[Tie]) -> None:
    """Write what those who deal with us ask: some of it waits, some is late, the rest is solved."""
    for n, tie in enumerate(dice.some(ties, REQUESTS)):
        status, chinese, uid = dice.weighted(STATUSES), tie.account.chinese, f"q{n + 1:03}"
        done = status in {"solved", "closed"}
        asked = dice.day(WORLD_DATE - timedelta(days=200 if done else 12), WORLD_DATE - timedelta(days=1))
        solved = min(asked + timedelta(days=dice.between(0, 9)), WORLD_DATE - timedelta(days=1))
        content = dice.between(1, 5) if done and dice.chance(70) else ""
        bundle.add(
            "service_requests", service_request_id=uid, name=dice.pick(ASKED_ZH if chinese else ASKED), status=status,
            priority=dice.weighted(PRIORITIES), asked_at=moment(asked), account_id=tie.account.uid,
            contacts=tie.person.uid, answered_at="" if status == "new" else moment(asked),
            solved_at=moment(solved) if done else "", waiting_since=moment(asked) if status == "waiting" else "",
            satisfaction=content,
            satisfaction_comment=dice.pick(SAID_ZH if chinese else SAID) if content and dice.chance(40) else "",
        )  # fmt: skip
        bundle.add("assigned_to", record_kind="service_request", record_id=uid, user_id=tie.user, start_date=asked)
