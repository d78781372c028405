"""Tags, groups and segments: what our users mark, put together and ask again and again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from graphcrm.demo.accounts import Account
from graphcrm.demo.bundle import Bundle
from graphcrm.demo.dice import Dice
from graphcrm.demo.ties import Tie

# By name: the id and the colour, the same for every seed.
TAGS = {
    "VIP": ("tag-vip", "purple"),
    "Board": ("tag-board", "red"),
    "Speaker": ("tag-speaker", "blue"),
    "Newsletter": ("tag-newsletter", "grey"),
    "Trade fair 2026": ("tag-fair", "orange"),
    "Key account": ("tag-key", "green"),
    "Pilot": ("tag-pilot", "teal"),
    "重点客户": ("tag-key-zh", "green"),
    "展会 2026": ("tag-fair-zh", "orange"),
    "Weekly": ("tag-weekly", "yellow"),
}
# What the people of the stories are tagged with, whatever the dice say.
_PLANTED = {
    "contacts": {"maya-lindqvist": ["VIP", "Speaker"], "tomas-reyes": ["VIP"], "ingrid-solberg": ["Board"]},
    "accounts": {"polaris-robotics": ["Key account"], "qiming": ["重点客户"]},
    "leads": {"lead-polaris": ["Trade fair 2026"], "lead-qiming": ["展会 2026"]},
    "tasks": {"task-globex": ["Weekly"]},
}
_OURS = ["customer", "loyal"]
# Their ids, whose they are, whether shared, the names, the kinds of their records, and what they ask.
SEGMENTS = (
    ("segment-moved", "alice", True, "Champions who moved on", "contact", [
        [{"by": "left", "span": "within", "days": 730, "value": _OURS}],
        [{"by": "at_lifecycle_other", "value": _OURS}],
        [{"by": "known", "who": "anyone"}],
    ]),
    ("segment-silent", "alice", False, "Decision makers gone quiet", "contact", [
        [{"by": "role", "value": ["decision_maker"]}],
        [{"by": "silent", "who": "anyone", "days": 60}],
        [{"by": "known", "who": "anyone"}],
    ]),
    ("segment-neglected", "dana", True, "Customers without a word for a quarter", "account", [
        [{"by": "lifecycle", "value": _OURS}],
        [{"by": "silent", "who": "anyone", "days": 90}],
    ]),
    ("segment-fair", "alice", True, "Leads of the fair that nobody has", "lead", [
        [{"by": "tag", "value": "tag-fair"}],
        [{"by": "owned", "not": True}],
    ]),
    ("segment-key", "zhou.zimo", True, "该跟进的决策者", "contact", [
        [{"by": "role", "value": ["decision_maker", "buyer"]}],
        [{"by": "tie", "who": "me", "value": 20}, {"by": "tag", "value": "tag-fair-zh"}],
    ]),
)  # fmt: skip


def add_marks(bundle: Bundle, dice: Dice, ties: list[Tie]) -> None:
    """Write the tags, what has them, and the groups and segments of our users."""
    for name, (uid, colour) in TAGS.items():
        bundle.add("tags", tag_id=uid, name=name, colour=colour)
    people = {tie.person.uid: tie.person.chinese for tie in ties}
    _fill(bundle, "contacts", {uid: _of_person(dice, chinese=chinese) for uid, chinese in people.items()})
    companies = {tie.account.uid: tie.account for tie in ties if tie.account.lifecycle in _OURS}
    _fill(bundle, "accounts", {uid: _of_company(dice, company) for uid, company in companies.items()})
    fairs = {
        uid: ["展会 2026" if not name.isascii() else "Trade fair 2026"]
        for uid, name, source in zip(
            *(bundle.column("leads", column) for column in ("lead_id", "name", "source_channel")), strict=True
        )
        if source == "trade fair"
    }
    _fill(bundle, "leads", fairs)
    _fill(bundle, "tasks", {uid: ["Weekly"] for uid in bundle.column("tasks", "task_id") if dice.chance(8)})
    _add_groups(bundle, dice, ties)
    for uid, user, shared, name, kind, conditions in SEGMENTS:
        asked = json.dumps(conditions, ensure_ascii=False)
        bundle.add("segments", segment_id=uid, user_id=user, name=name, kind=kind, conditions=asked, shared=shared)


def _of_person(dice: Dice, *, chinese: bool) -> list[str]:
    """What somebody whom we deal with is tagged with: most with nothing."""
    fair = "展会 2026" if chinese else "Trade fair 2026"
    chances = {"VIP": 6, "Board": 3, "Speaker": 3, "Newsletter": 18, fair: 8}
    return [name for name, percent in chances.items() if dice.chance(percent)]


def _of_company(dice: Dice, company: Account) -> list[str]:
    """What a customer is tagged with: those who stay, and a few with whom something new is tried."""
    key = ["重点客户" if company.chinese else "Key account"] if company.lifecycle == "loyal" else []
    return [*key, "Pilot"] if dice.chance(6) else key


def _fill(bundle: Bundle, table: str, tags: Mapping[str, Iterable[str]]) -> None:
    cells = {**tags, **_PLANTED[table]}
    bundle.fill(table, "tags", {uid: ";".join(names) for uid, names in cells.items()})


def _add_groups(bundle: Bundle, dice: Dice, ties: list[Tie]) -> None:
    """The guests of two dinners, and the accounts of a pilot, of those that their users deal with."""
    for uid, user, name, shared, planted in (
        ("group-dinner", "alice", "Guests of the spring dinner", True, ["maya-lindqvist", "hanna-vogel"]),
        ("group-banquet", "lin.xiaolan", "春季答谢晚宴", True, []),
    ):
        known = list(dict.fromkeys(tie.person.uid for tie in ties if tie.user == user))
        guests = ";".join([*planted, *dice.some(known, 14)])
        bundle.add("groups", group_id=uid, user_id=user, name=name, shared=shared, contacts=guests)
    customers = list(dict.fromkeys(tie.account.uid for tie in ties if tie.account.lifecycle in _OURS))
    pilot = ";".join(["polaris-robotics", *dice.some(customers, 9)])
    bundle.add("groups", group_id="group-pilot", user_id="dana", name="Pilot accounts", shared=True, accounts=pilot)
