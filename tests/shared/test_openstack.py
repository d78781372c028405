from __future__ import annotations

import csv
import dataclasses
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import empty
from flask.testing import FlaskClient

from graphcrm.config import Settings
from graphcrm.dates import moment
from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.importers.report import Report
from graphcrm.nodes import schema
from graphcrm.queries.paths import Question, warm_paths
from graphcrm.queries.paths.models import Key
from graphcrm.services.users import create_token
from graphcrm.web import create_app
from graphcrm.web.asking.answers import Answers


@pytest.fixture(scope="module")
def imported(database: Graph, openstack: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    empty(database)
    schema.install(database)
    refused = tmp_path_factory.mktemp("openstack") / "refused.csv"
    return import_bundle(database, [openstack], refused_path=refused)


@pytest.fixture(scope="module")
def api(database: Graph, imported: Report) -> Iterator[FlaskClient]:
    assert imported.refused
    client = create_app(Settings(secret_key="of this test", requests_a_minute=0), database).test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {create_token(database, user='U000')}"
    return client


def pages(api: FlaskClient, url: str) -> Iterator[dict[str, Any]]:
    cursor = ""
    while True:
        answer = api.get(f"{url}&limit=500" + (f"&cursor={cursor}" if cursor else ""))
        assert answer.status_code == 200, answer.text
        assert answer.json is not None
        yield from answer.json["items"]
        cursor = answer.json["next_cursor"]
        if not cursor:
            return


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_it_loads_but_for_the_five_jobs_that_end_before_they_begin(imported: Report, database: Graph) -> None:
    assert {row.file for row in imported.refused} == {"works_at.csv"}
    assert len(imported.refused) == 5
    counted = dict(database.read("MATCH (n) UNWIND labels(n) AS label RETURN label, count(*)", lambda *row: row))
    assert (counted["User"], counted["Contact"], counted["Account"]) == (20, 2588, 401)
    edges = dict(database.read("MATCH ()-[r]->() RETURN type(r), count(*)", lambda *row: row))
    assert (edges["WORKS_AT"], edges["INTERACTED_WITH"]) == (3590 - 5, 5471)


def test_direct_and_former_colleague_paths_equal_the_truth(api: FlaskClient, openstack: Path) -> None:
    questions = rows(openstack, "truth_questions.csv")
    asked: dict[str, list[str]] = {}
    for question in questions:
        asked.setdefault(question["kind"], []).append(question["value"])
    direct: set[tuple[str, ...]] = set()
    former: set[tuple[str, ...]] = set()
    for user in asked["user"]:
        for target in asked["target"]:
            url = f"/api/v1/accounts/{target}/warm-paths?user={user}&as_of={asked['as_of'][0]}"
            for item in pages(api, f"{url}&kinds=direct,former_colleague&max_unit=0&min_score=0"):
                collect(item, user, target, direct, former)
    assert direct == {
        (row["user_id"], row["target_account_id"], row["contact_id"], row["interactions"])
        for row in rows(openstack, "truth_direct.csv")
    }
    assert former == {
        (
            row["user_id"], row["target_account_id"], row["connector_contact_id"], row["via_account_id"],
            row["target_contact_id"], row["certain"],
        )
        for row in rows(openstack, "truth_former_colleague.csv")
    }  # fmt: skip
    assert (len(direct), len(former)) == (532, 12_212)
    assert sum(row[-1] == "true" for row in former) == 1_623


def collect(
    item: dict[str, Any], user: str, target: str, direct: set[tuple[str, ...]], former: set[tuple[str, ...]]
) -> None:
    first = item["hops"][0]
    reached = item["target_contact"]["uid"]
    if item["kind"] == "direct":
        direct.add((user, target, reached, str(first["evidence"]["interactions"])))
        return
    certain: Counter[str] = Counter()
    for shared in item["hops"][1]["evidence"]["shared"]:
        certain[shared["account"]["uid"]] += shared["certain_days"]
    for account, days in certain.items():
        former.add((user, target, first["to"]["uid"], account, reached, str(days > 0).lower()))


@pytest.mark.parametrize(("user", "target"), [("U018", "A0144"), ("U002", "A0212"), ("U018", "A0174"), (None, "A0092")])
def test_pages_of_any_size_are_the_whole_list(database: Graph, imported: Report, user: str | None, target: str) -> None:
    assert imported.refused
    asked = Question(target=target, user=user, moment=moment(date(2016, 6, 1)))
    every = warm_paths(database, dataclasses.replace(asked, min_score=0, limit=10**6))
    whole = [path.key for path in every.paths if path.score > 0]
    assert len(whole) > 300
    for limit in (7, 50):
        page = warm_paths(database, dataclasses.replace(asked, limit=limit))
        assert ([path.key for path in page.paths], page.partial) == (whole[:limit], ())
        assert page.account_warmth == pytest.approx(every.account_warmth, rel=1e-9)
    answers, page, found = Answers(), None, list[Key]()
    while page is None or page.more:
        after = found[-1] if found else None
        page = answers.page(database, dataclasses.replace(asked, limit=150, after=after, seen=len(found)))
        found += [path.key for path in page.paths]
    assert found == whole


def test_colleagues_with_both_starts_known_equal_the_truth(api: FlaskClient, openstack: Path) -> None:
    found: set[tuple[str, ...]] = set()
    for contact in rows(openstack, "contacts.csv"):
        uid = contact["contact_id"]
        for item in pages(api, f"/api/v1/contacts/{uid}/colleagues?max_unit=0"):
            first, second = sorted((uid, item["contact"]["uid"]))
            for shared in item["shared"]:
                if shared["from"]:
                    found.add((first, second, shared["account"]["name"], shared["from"], shared["to"] or ""))
    assert found == {
        (row["contact_a"], row["contact_b"], row["company"], row["overlap_start"], row["overlap_end"])
        for row in rows(openstack, "truth_coworker_overlap.csv")
    }
    assert len(found) == 25_914
