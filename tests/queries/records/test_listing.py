from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from worlds import build
from worlds.build import NOW, TODAY
from worlds.counted import Counted

from graphcrm.graph import Graph
from graphcrm.queries.records.entry import Entry
from graphcrm.queries.records.kinds import KINDS
from graphcrm.queries.records.listing import listing

WRITE = {"account": build.account, "contact": build.contact, "lead": build.lead, "user": build.user}
KIND_NAMES = list(WRITE)


def uids(graph: Any, kind: str, **asked: Any) -> list[str]:
    return [entry.uid for entry in listing(graph, kind=kind, on=asked.pop("on", TODAY), **asked)]


def pages(graph: Graph, size: int, **asked: Any) -> Iterator[list[Entry]]:
    after = None
    while True:
        page = listing(graph, on=TODAY, limit=size, after=after, **asked)
        yield page
        if len(page) < size:
            return
        after = page[-1].key, page[-1].tie


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_an_empty_graph_has_an_empty_list(graph: Graph, kind: str) -> None:
    assert uids(graph, kind) == []
    assert uids(graph, kind, search="a") == []
    assert uids(graph, kind, search="***") == []


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_records_of_the_kind_are_listed_by_name_then_by_uid(graph: Graph, kind: str) -> None:
    for uid, name in (("3", "Beta"), ("2", "Acme"), ("1", "Acme"), ("4", "Ünal"), ("5", "阿里"), ("6", "张三丰")):
        WRITE[kind](graph, uid, name)
    WRITE["lead" if kind == "user" else "user"](graph, "x", "Acme")
    assert uids(graph, kind) == ["1", "2", "3", "4", "6", "5"]
    assert uids(graph, kind, sort="name") == uids(graph, kind)
    assert uids(graph, kind, sort="-name") == uids(graph, kind)[::-1]
    assert uids(graph, kind, limit=2) == ["1", "2"]


@pytest.fixture
def alike(graph: Graph) -> dict[str, list[dict[str, Any]]]:
    """Eighteen records of each kind that share names, times and numbers, so that every order is full of ties."""
    rows = []
    for n, (name, hour) in enumerate(product(("Acme", "张三", "Zoë"), (0, 0, 1, 2, 2, 2))):
        rows.append({
            "uid": f"r{(n * 7) % 18:02}", "name": name, "created_at": NOW - timedelta(hours=hour),
            "updated_at": NOW + timedelta(microseconds=hour), "employee_count": None if hour == 1 else hour,
            "company_name": None if hour == 1 else f"公司 {hour}", "email": None if hour == 1 else f"{hour}@us.test",
            "value_band": None if hour == 1 else "CBA"[hour],
        })  # fmt: skip
    graph.transaction(lambda tx: [WRITE[kind](tx, **row) for kind in KIND_NAMES for row in rows])
    graph.read("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", tuple)
    return dict.fromkeys(KIND_NAMES, rows)


@pytest.mark.parametrize("kind", KIND_NAMES)
@pytest.mark.parametrize("search", [None, "张三"])
def test_pages_in_every_order_are_the_whole_list_each_record_once(
    graph: Graph, alike: dict[str, list[dict[str, Any]]], kind: str, search: str | None
) -> None:
    rows = [row for row in alike[kind] if search in {None, row["name"]}]
    least = {"employee_count": -1, "company_name": "", "email": "", "value_band": "~"}
    for sort in KINDS[kind].sorts:
        up = [r["uid"] for r in sorted(rows, key=lambda r: (least.get(sort) if r[sort] is None else r[sort], r["uid"]))]
        for order, wanted in ((sort, up), (f"-{sort}", up[::-1])):
            assert uids(graph, kind, sort=order, search=search) == wanted, order
            for size in (1, 4):
                walked = [e.uid for page in pages(graph, size, kind=kind, sort=order, search=search) for e in page]
                assert walked == wanted, (order, size)


def test_pages_of_a_search_come_best_first_and_each_record_once(graph: Graph, alike: object) -> None:
    for kind in (*KIND_NAMES, "record"):
        whole = listing(graph, kind=kind, on=TODAY, search="acme")
        assert len(whole) == (24 if kind == "record" else 6)
        for size in (1, 5):
            walked = [(e.type, e.uid) for page in pages(graph, size, kind=kind, search="acme") for e in page]
            assert walked == [(e.type, e.uid) for e in whole]


def test_what_comes_in_between_is_neither_skipped_nor_repeated(graph: Graph) -> None:
    for uid in "bdf":
        build.contact(graph, uid, "Ann")
    (first,) = listing(graph, kind="contact", on=TODAY, limit=1)
    for uid in "ac":
        build.contact(graph, uid, "Ann")
    graph.write("MATCH (n {uid: 'b'}) DETACH DELETE n")
    assert uids(graph, "contact", after=(first.key, first.tie)) == ["c", "d", "f"]


FILTERS: dict[str, dict[str, tuple[object, object]]] = {
    "account": {
        "kind": ("partner", "other"), "industry": ("Steel", "steel"), "country": ("中国", "China"),
        "region": ("Oslo", "Os"), "city": ("北京", "京"), "lifecycle": ("customer", "lost"),
        "size_band": ("51-200", "51"), "value_band": ("A", "B"), "placeholder": (True, False), "external_id": ("A/1", "A"),
    },
    "contact": {"lifecycle": ("loyal", "lead"), "preferred_channel": ("phone", "email"), "do_not_contact": (True, False), "external_id": ("A/1", "A")},
    "lead": {"status": ("new", "ignored"), "source_channel": ("展会", "会"), "external_id": ("A/1", "A")},
    "user": {"role": ("rep", "admin"), "active": (False, True), "external_id": ("A/1", "A")},
}  # fmt: skip


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in FILTERS.items() for name in names])
@pytest.mark.parametrize("search", [None, "acme"])
def test_a_filter_leaves_those_of_its_value(graph: Graph, kind: str, name: str, search: str | None) -> None:
    value, other = FILTERS[kind][name]
    WRITE[kind](graph, "has", "Acme", **{name: value})
    WRITE[kind](graph, "not", "Acme")
    wanted = {"has": uids(graph, kind, search=search, filters={name: value})}
    wanted["not"] = uids(graph, kind, search=search, filters={name: other})
    assert wanted == {"has": ["has"], "not": ["not"] if isinstance(value, bool) else []}
    assert set(uids(graph, kind, search=search)) == {"has", "not"}


LATELY, LONG = date(2024, 5, 1), date(2020, 1, 1)


@pytest.mark.parametrize("kind", ["account", "contact"])
@pytest.mark.parametrize("search", [None, "acme"])
def test_who_became_a_customer_since_or_by_a_day_is_found(graph: Graph, kind: str, search: str | None) -> None:
    WRITE[kind](graph, "new", "Acme", customer_since=LATELY), WRITE[kind](graph, "old", "Acme", customer_since=LONG)
    WRITE[kind](graph, "no", "Acme")

    def found(**filters: date) -> list[str]:
        return uids(graph, kind, search=search, filters=filters)

    assert (found(customer_from=LATELY), found(customer_to=LONG)) == (["new"], ["old"])
    assert found(customer_from=LONG, customer_to=LATELY - timedelta(days=1)) == ["old"]
    assert found(customer_from=LATELY + timedelta(days=1)) == found(customer_to=LONG - timedelta(days=1)) == []
    assert found(customer_from=LONG) == ["new", "old"]


@pytest.mark.parametrize("kind", ["account", "contact"])
@pytest.mark.parametrize(
    ("day", "state", "became"),
    [
        ("2019-12-31", None, None), ("2020-01-01", "lead", None), ("2020-04-30", "lead", None),
        ("2020-05-01", "customer", "2020-05-01"), ("2021-12-31", "loyal", "2020-05-01"),
        ("2022-06-01", "lost", "2020-05-01"), ("2023-02-02", None, "2020-05-01"), ("2023-02-03", "customer", "2023-02-03"),
    ],
)  # fmt: skip
def test_of_a_past_day_a_list_asks_how_far_it_was_then(
    graph: Graph, kind: str, day: str, state: str | None, became: str | None
) -> None:
    trail = ["lead 2020", "customer 2020-05", "loyal 2021", "lost 2022-06", "none 2023", "customer 2023-02-03"]
    WRITE[kind](graph, "x", "Acme", lifecycle="customer", lifecycle_trail=trail, customer_since=date(2023, 2, 3))
    WRITE[kind](graph, "y", "Acme", lifecycle="prospect")  # since when, nobody knows
    asked = {"on": date.fromisoformat(day), "past": True}
    for one in ("lead", "customer", "loyal", "lost"):
        assert uids(graph, kind, filters={"lifecycle": one}, **asked) == (["x"] if one == state else [])
    assert uids(graph, kind, filters={"lifecycle": "prospect"}, **asked) == ["y"]
    assert uids(graph, kind, filters={"lifecycle_known": True}, **asked) == (["x", "y"] if state else ["y"])
    assert uids(graph, kind, filters={"lifecycle_not": "lead"}, **asked) == (["y"] if state == "lead" else ["x", "y"])
    (row, _) = listing(graph, kind=kind, **asked)
    assert row.fields["lifecycle"] == state
    if became:
        since = date.fromisoformat(became)
        assert uids(graph, kind, filters={"customer_from": since}, **asked) == ["x"]
        assert uids(graph, kind, filters={"customer_to": since}, **asked) == ["x"]
        assert uids(graph, kind, filters={"customer_from": since + timedelta(days=1)}, **asked) == []
    else:
        assert uids(graph, kind, filters={"customer_from": date(1900, 1, 1)}, **asked) == []


def test_what_few_say_is_asked_for_by_whether_they_do(graph: Graph) -> None:
    build.account(graph, "full", website="https://a.test", branch_addresses=["1 Main St"]), build.account(graph, "none")
    build.contact(graph, "born", birthday=LONG), build.contact(graph, "other")
    for name in ("website_known", "branch_addresses_known"):
        assert (uids(graph, "account", filters={name: True}), uids(graph, "account", filters={name: False})) == (
            ["full"],
            ["none"],
        )
    assert uids(graph, "contact", filters={"birthday_known": True}) == ["born"]


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_all_filters_at_once_leave_those_that_pass_each(graph: Graph, kind: str) -> None:
    values = {name: value for name, (value, _) in FILTERS[kind].items()}
    WRITE[kind](graph, "all", "Acme", **values)
    for name in values:
        WRITE[kind](graph, f"no-{name}", "Acme", **{key: value for key, value in values.items() if key != name})
    for search in (None, "acme"):
        assert uids(graph, kind, filters=values, search=search) == ["all"]
        assert uids(graph, kind, filters=values, search=search, sort="-created_at") == ["all"]


def test_every_filter_has_a_case() -> None:
    # Some are tried above, or by tests/web/pages/lists; the turned ones are made from the others' fields.
    bought = {"customer_from", "customer_to"}
    ours = {"owner", "owned", "uids", "tag", "added_since", "added_before"}
    elsewhere = {
        "account": {"employees_from", "employees_to", "group", *bought, *ours},
        "contact": {"account", "worked_at", "role", "group", "campaign", *bought, *ours},
        "lead": {"campaign", *ours}, "user": {"team"},
    }  # fmt: skip
    for kind, names in FILTERS.items():
        straight = {name for name in KINDS[kind].filters if name.removesuffix("_not").removesuffix("_known") == name}
        assert {*names, *elsewhere[kind]} == straight


@pytest.mark.parametrize("kind", ["account", "contact", "lead"])
@pytest.mark.parametrize("search", [None, "acme"])
def test_records_are_filtered_by_tags(graph: Graph, kind: str, search: str | None) -> None:
    for uid in ("a", "b", "c"):
        WRITE[kind](graph, uid, "Acme")
    for uid, name, gone in (("v", "VIP", None), ("f", "Fair", None), ("o", "Old", NOW)):
        graph.write("CREATE (:Tag {uid: $uid, key: $uid, name: $name, colour: 'red', removed_at: $gone})",
                    uid=uid, name=name, gone=gone)  # fmt: skip
    for uid, tag in (("a", "v"), ("a", "f"), ("b", "v"), ("c", "o")):
        graph.write("MATCH (n {uid: $uid}), (t:Tag {uid: $tag}) CREATE (n)-[:TAGGED]->(t)", uid=uid, tag=tag)
    for given, found in (
        ({"tag": "v"}, {"a", "b"}), ({"tag": "o"}, set()), ({"tag": "v", "tag_not": "f"}, {"b"}),
        ({"tag_not": "v"}, {"c"}), ({"tag_not": "o"}, {"a", "b", "c"}), ({"tag_known": True}, {"a", "b"}),
        ({"tag_known": False}, {"c"}),
    ):  # fmt: skip
        assert set(uids(graph, kind, filters=given, search=search)) == found
    (first, *_) = listing(graph, kind=kind, on=TODAY)
    assert first.fields["tags"] == [
        {"uid": "f", "name": "Fair", "colour": "red"}, {"uid": "v", "name": "VIP", "colour": "red"},
    ]  # fmt: skip


@pytest.mark.parametrize("search", [None, "ann"])
def test_contacts_are_filtered_by_where_they_may_work_on_the_day(graph: Graph, search: str | None) -> None:
    for uid in ("acme", "beta"):
        build.account(graph, uid, uid.title())
    for uid in ("a", "b", "c", "d"):
        build.contact(graph, uid, "Ann")
    build.job(graph, "a", "acme", start="2015-01-01", end="2020-01-01")
    build.job(graph, "b", "acme", start="2020-01-01")
    build.job(graph, "b", "acme", start="2021-01-01", title="Advisor")
    build.job(graph, "c", "acme", start="2010", end="2098")
    build.job(graph, "d", "beta", start="2010")

    def at(account: str, on: date, **asked: Any) -> list[str]:
        return uids(graph, "contact", filters={"account": account}, on=on, search=search, **asked)

    assert sorted(at("acme", TODAY)) == ["b", "c"]
    assert at("acme", TODAY, sort="-name") == ["c", "b"]
    assert sorted(at("acme", date(2019, 12, 31))) == ["a", "c"]
    assert sorted(at("acme", date(2020, 1, 1))) == ["b", "c"]
    assert at("acme", date(2009, 12, 31)) == []
    assert at("beta", TODAY) == ["d"]
    assert at("nowhere", TODAY) == []
    assert at("d", TODAY) == [], "a contact's uid is no account's"


@pytest.mark.parametrize("search", [None, "ann"])
def test_users_are_filtered_by_the_name_or_uid_of_their_team(graph: Graph, search: str | None) -> None:
    build.user(graph, "a", "Ann", team="North")
    build.user(graph, "b", "Ann", team="South")
    build.user(graph, "c", "Ann")
    graph.write("MATCH (t:Team {uid: 'South'}) SET t.name = '南方'")
    found = {
        team: uids(graph, "user", filters={"team": team}, search=search) for team in ("North", "南方", "South", "x")
    }
    assert found == {"North": ["a"], "南方": ["b"], "South": ["b"], "x": []}


def test_a_filter_looks_among_more_matches_than_are_listed(graph: Graph) -> None:
    graph.write("UNWIND range(1, 700) AS n CREATE (:Contact {uid: 'c' + n, name: 'Ann ' + n})")
    build.contact(graph, "z", "Bo Cy Dee Ann", lifecycle="loyal")
    assert uids(graph, "contact", search="ann", filters={"lifecycle": "loyal"}) == ["z"]
    assert len(uids(graph, "contact", search="ann", limit=1_000)) == 500


def test_what_is_sent_is_only_ever_compared(graph: Graph) -> None:
    build.account(graph, "a", "Acme", industry="Steel")
    for text in ("' OR true //", "n.industry", "}) MATCH (n) DETACH DELETE n //", "\x00", "$kind", "x" * 10_000):
        assert uids(graph, "account", filters={"industry": text, "city": text}) == []
        assert uids(graph, "account", search=text, filters={"industry": text}) == []
        assert uids(graph, "account", after=(text, text)) in ([], ["a"])
    assert uids(graph, "account") == ["a"]


def details(graph: Graph, kind: str, **asked: Any) -> dict[str, str | None]:
    return {entry.uid: entry.detail for entry in listing(graph, kind=kind, on=TODAY, **asked)}


def test_a_contact_comes_with_the_main_employer_of_the_day(graph: Graph) -> None:
    for uid in ("acme", "beta", "gamma", "old", "next"):
        build.account(graph, uid, uid.title())
    for uid in ("ann", "bo", "cy", "di"):
        build.contact(graph, uid)
    build.job(graph, "ann", "old", start="2000", end="2010")
    build.job(graph, "ann", "beta", start="2015", primary=True)
    build.job(graph, "ann", "acme", start="2012")
    build.job(graph, "bo", "acme", start="2012")
    build.job(graph, "bo", "gamma", start="2016")
    build.job(graph, "bo", "next", start="2098")
    build.job(graph, "cy", "old", start="2000", end="2010")
    build.job(graph, "di", "acme", start="2015", end="2098")
    assert details(graph, "contact") == {"ann": "Beta", "bo": "Gamma", "cy": None, "di": "Acme"}
    assert details(graph, "contact", search="bo") == {"bo": "Gamma"}


def test_a_search_over_everything_tells_records_of_one_name_apart(graph: Graph) -> None:
    for uid in ("acme", "beta", "later"):
        build.account(graph, uid, uid.title(), city="Oslo")
    for uid in ("a1", "a2", "a3", "a4"):
        build.contact(graph, uid, "Ann Lee")
    build.job(graph, "a1", "acme", start="2015", title="Buyer")
    build.job(graph, "a2", "beta", start="2015", primary=True)
    build.job(graph, "a2", "acme", start="2018", title="Advisor")
    build.job(graph, "a3", "acme", start="2015", end="2018")
    build.job(graph, "a4", "later", start="2098")
    build.lead(graph, "lead", "Ann Lee", company_name="Acme Holding")
    build.user(graph, "user", "Ann Lee", email="ann@us.test")
    assert details(graph, "record", search="ann lee") == {
        "a1": "Acme · Buyer", "a2": "Beta", "a3": None, "a4": None, "lead": "Acme Holding", "user": "ann@us.test",
    }  # fmt: skip
    assert details(graph, "record", search="beta") == {"beta": "Oslo"}


def test_two_records_with_one_uid_are_both_found(graph: Graph) -> None:
    build.account(graph, "1", "Acme")
    build.contact(graph, "1", "Acme")
    walked = [(e.type, e.uid) for page in pages(graph, 1, kind="record", search="acme") for e in page]
    assert walked == [("account", "1"), ("contact", "1")]
    assert [e.type for e in listing(graph, kind="contact", on=TODAY, search="acme")] == ["contact"]


def test_a_record_comes_with_its_revision_its_times_and_the_fields_of_its_kind(graph: Graph) -> None:
    late = datetime(2024, 6, 2, 1, 2, 3, 456789, tzinfo=UTC)
    build.account(graph, "a", "Acme", industry="Steel", rev=3, external_id="A/1", updated_at=late, placeholder=None)
    build.lead(graph, "l", "Lee", company_name="Acme", status="new", rev=None)
    build.user(graph, "u", "Uma", email="uma@us.test", role="rep", team="North", active=None)
    (account,) = listing(graph, kind="account", on=TODAY)
    assert (account.detail, account.rev, account.external_id, account.created_at, account.updated_at) == (
        "Steel", 3, "A/1", NOW, late,
    )  # fmt: skip
    assert account.fields == {
        "kind": None, "industry": "Steel", "size_band": None, "employee_count": None, "country": None, "region": None,
        "city": None, "value_band": None, "lifecycle": None, "placeholder": False, "tags": [],
    }  # fmt: skip
    (lead,) = listing(graph, kind="lead", on=TODAY)
    assert (lead.detail, lead.rev, lead.fields["status"]) == ("Acme", 1, "new")
    (user,) = listing(graph, kind="user", on=TODAY)
    assert user.fields == {"email": "uma@us.test", "role": "rep", "active": True, "team": "North"}


def test_every_list_is_one_query(graph: Graph) -> None:
    build.contact(graph, "a", "Ann")
    for asked in ({}, {"search": "ann"}, {"filters": {"account": "x"}}, {"sort": "-created_at", "after": (NOW, "b")}):
        counted = Counted(graph)
        uids(counted, "contact", **asked)
        assert counted.reads == 1


def test_the_employer_of_a_contact_is_where_their_job_was_entered_and_they_are_found_at_both(graph: Graph) -> None:
    for uid in ("acme", "beta"):
        build.account(graph, uid, uid.title())
    build.contact(graph, "ann")
    build.job(graph, "ann", "acme", start="2010", uid="w")
    build.job(graph, "ann", "beta", start="2015", carried_from="w")
    for where in ("acme", "beta"):
        (found,) = listing(graph, kind="contact", on=TODAY, filters={"account": where}, limit=10)
        assert (found.uid, found.detail) == ("ann", "Acme")
