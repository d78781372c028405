"""The network without scripts: a record with its neighbours, the way between two, the file."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient
from worlds.build import contact, job

from graphcrm.graph import Graph
from graphcrm.queries.explore import ways
from tests.web.forms import links, text

DAY = "as_of=2024-06-01"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a search for ways take its time, however busy the machine is."""
    monkeypatch.setattr(ways, "_BUDGET_S", 600.0)


def shown(browser: FlaskClient, address: str) -> str:
    answer = browser.get(f"/network?{address}")
    assert answer.status_code == 200, answer.text
    return text(answer)


def lines(browser: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = browser.get(f"/network.csv?{address}")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_it_begins_with_a_name_and_offers_the_records_that_may_be_meant(browser: FlaskClient) -> None:
    assert "Start from a record" in shown(browser, "")
    found = browser.get("/network?q=o")
    assert "Several records may be meant" in text(found)
    assert {"/network?id=contact:olga", "/network?id=contact:gil"} <= set(links(found))
    assert "Nothing you may see is called that" in shown(browser, "q=nobodyatall")


def test_a_name_that_one_record_has_shows_it_with_its_neighbours(browser: FlaskClient) -> None:
    page = shown(browser, f"q=Tomás+Reyes&{DAY}")
    assert "Tomás Reyes CTO · Acme" in page
    for part in ("Jobs 2", "CTO since Jun 2022", "Lead Jan 2018 to Jun 2022", "May have worked with", "Maya Lind"):
        assert part in page, part


def test_every_neighbour_leads_on_and_keeps_the_day(browser: FlaskClient) -> None:
    found = links(browser.get(f"/network?id=contact:maya&{DAY}"))
    assert f"/network?id=account:globex&{DAY}" in found
    assert f"/network?id=user:alice&{DAY}" in found
    assert "12 interactions last on 10 Dec 2023" in shown(browser, f"id=contact:maya&{DAY}")


def test_many_neighbours_come_page_by_page(browser: FlaskClient, cast: Graph) -> None:
    for number in range(60):
        job(cast, contact(cast, f"N{number:02}", f"Number {number:02}"), "bytes", start="2020")
    first = browser.get(f"/network?id=account:bytes&{DAY}")
    (all_,) = [link for link in links(first) if "kind=job" in link]
    page = browser.get(all_)
    (following,) = [link for link in links(page) if "cursor=" in link]
    assert text(browser.get(following)).count("Number ") + text(page).count("Number ") == 60
    cast.write("MATCH (c:Contact) WHERE c.name STARTS WITH 'Number ' DETACH DELETE c")


def test_the_way_between_two_is_told_hop_by_hop_with_its_dates(browser: FlaskClient) -> None:
    page = shown(browser, f"from=user:alice&to_q=Tomás+Reyes&{DAY}")
    told = ["Alice", "12 interactions, last on 10 Dec 2023", "Maya Lind", "Engineer, Mar 2018 to Mar 2022", "Globex",
            "Lead, Jan 2018 to Jun 2022", "Tomás Reyes"]  # fmt: skip
    places = [page.index(part, page.index("Find the way")) for part in told]
    assert places == sorted(places)
    assert "No way of six steps or fewer" in shown(browser, f"from=user:alice&to=contact:tomas&kinds=tie&{DAY}")


def test_the_file_has_what_the_table_shows(browser: FlaskClient) -> None:
    neighbours = lines(browser, f"id=contact:tomas&{DAY}")
    assert {(row["kind"], row["to_uid"], row["label"]) for row in neighbours if row["kind"] == "job"} == {
        ("job", "acme", "CTO"), ("job", "globex", "Lead"),
    }  # fmt: skip
    (lead,) = [row for row in neighbours if row["label"] == "Lead"]
    assert (lead["start_min"], lead["start_max"], lead["end_min"], lead["path"]) == (
        "2018-01-01",
        "2018-01-31",
        "2022-06-01",
        "",
    )
    way = lines(browser, f"from=user:alice&to=contact:tomas&{DAY}")
    assert [(row["path"], row["hop"], row["from_uid"], row["to_uid"]) for row in way] == [
        ("1", "1", "alice", "maya"), ("1", "2", "maya", "globex"), ("1", "3", "globex", "tomas"),
    ]  # fmt: skip
    assert lines(browser, "") == []


@pytest.mark.parametrize("address", ["id=contact:nobody", "from=contact:maya&to=contact:nobody"])
def test_what_is_not_there_is_not_found(browser: FlaskClient, address: str) -> None:
    assert browser.get(f"/network?{address}").status_code == 404


def test_the_page_speaks_chinese(browser: FlaskClient) -> None:
    assert browser.get("/network?id=contact:maya", headers={"Accept-Language": "zh-CN"}).status_code == 200
