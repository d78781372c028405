"""The organisation chart: rings, several bosses and long lines have one place each."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from graphcrm.graph import Graph
from graphcrm.queries.accounts.lines import Seat
from graphcrm.web.addresses import V1
from graphcrm.web.asking.chart import drawn
from tests.web.forms import text
from tests.worlds.build import contact, job, link

NAMES = "abcdefgh"


def seats(bosses: dict[str, list[str]]) -> list[Seat]:
    return [Seat(uid, uid, False, None, None, None, False, True, above, len(bosses)) for uid, above in bosses.items()]


def told(bosses: dict[str, list[str]]) -> list[str]:
    return [f"{'-' * place.level}{place.seat.contact}" for place in drawn(seats(bosses)).places]


@pytest.mark.parametrize(
    ("bosses", "chart"),
    [
        ({}, []),
        ({"a": []}, []),
        ({"a": ["b"], "b": [], "c": ["b"], "d": []}, ["b", "-a", "-c"]),
        ({"a": ["b"], "b": ["a"]}, ["a", "-b"]),  # a ring
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ["b", "-a", "-c"]),
        ({"a": ["b", "c"], "b": [], "c": []}, ["b", "-a"]),
    ],
)
def test_each_stands_below_the_first_they_report_to(bosses: dict[str, list[str]], chart: list[str]) -> None:
    assert told(bosses) == chart


def test_whom_somebody_reports_to_besides_is_told() -> None:
    (_top, place) = drawn(seats({"a": ["b", "c"], "b": [], "c": []})).places
    assert [seat.contact for seat in place.also] == ["c"]


def test_a_line_of_thousands_is_told() -> None:
    line = {str(n): [str(n - 1)] if n else [] for n in range(5_000)}
    assert drawn(seats(line)).places[-1].level == 4_999


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), unique=True, max_size=3)))
def test_everybody_with_a_line_has_one_place_below_their_boss(bosses: dict[str, list[str]]) -> None:
    bosses = {uid: [boss for boss in above if boss != uid] for uid, above in bosses.items()}
    chart = drawn(seats(bosses))
    placed = [place.seat.contact for place in chart.places]
    lined = {uid for uid, above in bosses.items() for boss in above if boss in bosses for uid in (uid, boss)}
    assert len(placed) == len(set(placed))
    assert {uid for uid, above in bosses.items() if any(boss in bosses for boss in above)} <= set(placed) <= lined
    assert chart.others == len(bosses) - len(placed)
    for number, place in enumerate(chart.places):
        above = [one.seat for one in chart.places[:number] if one.level == place.level - 1]
        assert place.boss is (above[-1] if place.level else None)
        assert all(boss.contact in bosses[place.seat.contact] for boss in [*place.also, *filter(None, [place.boss])])


def test_page_and_api_tell_the_chart_of_a_day(api: FlaskClient, browser: FlaskClient, cast: Graph) -> None:
    for uid, name in (("chart-top", "Una Top"), ("chart-low", "Leo Low")):
        contact(cast, uid, name)
        job(cast, uid, "acme", start="2015", title=f"{name}'s job")
    link(cast, "REPORTS_TO", "chart-low", "chart-top", start="2020-01-01", uid="chart-line")
    body = api.get(f"{V1}/accounts/acme/chart").json
    assert [(item["level"], item["contact"]["uid"]) for item in body["items"]] == [(0, "chart-top"), (1, "chart-low")]
    assert body["items"][1]["reports_to"] == {"uid": "chart-top", "name": "Una Top"}
    assert body["others"] > 0
    page = text(browser.get("/accounts/acme/chart"))
    assert "reports to Una Top" in page
    then = text(browser.get("/accounts/acme/chart?as_of=2019-12-31"))
    assert "Nobody here is known to report" in then
    assert (
        api.get(f"{V1}/accounts/nowhere/chart").status_code == browser.get("/accounts/nowhere/chart").status_code == 404
    )
    cast.write("MATCH (c:Contact) WHERE c.uid STARTS WITH 'chart-' DETACH DELETE c")
