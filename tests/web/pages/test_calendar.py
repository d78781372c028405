"""The calendar of tasks, and its file for other programs."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar

from graphcrm.graph import Graph
from graphcrm.services.tokens import FEEDS_MOST
from graphcrm.services.users import create_token
from graphcrm.web.addresses import V1
from tests.web.forms import links, post, text

TODAY = datetime.now(UTC).date()
DUE = TODAY + timedelta(days=3)


@pytest.fixture
def task(api: FlaskClient) -> str:
    """The uid of a task of Alice's, at half past nine, every week."""
    body = {
        "name": "Call Maya; then, write", "description": "Two\nlines", "due_on": DUE.isoformat(), "due_time": "09:30",
        "contacts": ["maya"], "repeats": "week", "priority": "high",
    }  # fmt: skip
    return str(api.post(f"{V1}/tasks", json=body).json["uid"])


@pytest.fixture
def address(browser: FlaskClient) -> str:
    """A new address of Alice's calendar, but for the host."""
    page = post(browser, "/calendar", page="/calendar")
    found = re.search(r'value="(http[^"]+)"', page.text)
    assert found
    whole = urlsplit(found[1])
    return f"{whole.path}?{whole.query}"


def events(stranger: FlaskClient, address: str) -> list[dict[str, object]]:
    answer = stranger.get(address)
    assert (answer.status_code, answer.content_type) == (200, "text/calendar; charset=utf-8")
    return [dict(event) for event in Calendar.from_ical(answer.data).walk("VEVENT")]


def test_a_month_shows_what_is_due_and_due_again(browser: FlaskClient, task: str) -> None:
    page = browser.get(f"/calendar?month={DUE:%Y-%m}")
    assert f"/tasks/{task}" in links(page)
    assert "09:30 Call Maya; then, write" in text(page)
    assert f"/tasks/new?due_on={DUE}" in links(page)
    behind = browser.get(f"/calendar?month={DUE + timedelta(days=70):%Y-%m}")
    assert "(repeats)" in text(behind)
    assert "Call Maya" not in text(browser.get(f"/calendar?month={DUE - timedelta(days=90):%Y-%m}"))
    for month in ("2024-13", "2026-05-03", "2026-055", "x2026-05", "1899-12", "2200-01"):
        assert browser.get(f"/calendar?month={month}").status_code == 422, month
    assert "month=1899" not in browser.get("/calendar?month=1900-01").text
    assert "month=2200" not in browser.get("/calendar?month=2199-12").text
    assert browser.get("/calendar?owner=nobody").status_code == 404
    assert "Make an address" not in text(browser.get("/calendar?owner=bob"))
    assert DUE.isoformat() in browser.get(f"/tasks/new?due_on={DUE}").text


def test_a_calendar_program_gets_each_day_and_follows(app: Flask, api: FlaskClient, address: str, task: str) -> None:
    stranger = app.test_client()
    mine = [event for event in events(stranger, address) if str(event["UID"]).startswith(task)]
    first = mine[0]
    assert (str(first["SUMMARY"]), first["PRIORITY"]) == ("Call Maya; then, write", 1)
    assert first["DTSTART"].dt == datetime(DUE.year, DUE.month, DUE.day, 9, 30, tzinfo=UTC)
    assert str(first["DESCRIPTION"]).startswith("Two\nlines\nMaya")
    assert str(first["URL"]).endswith(f"/tasks/{task}")
    assert [one["DTSTART"].dt.date() - DUE for one in mine[:3]] == [timedelta(weeks=n) for n in range(3)]
    assert len({str(one["UID"]) for one in mine}) == len(mine) == 52
    api.patch(f"{V1}/tasks/{task}", json={"due_time": None, "repeats": None, "due_on": TODAY.isoformat()})
    (now,) = [event for event in events(stranger, address) if str(event["UID"]).startswith(task)]
    assert (now["DTSTART"].dt, now["DTEND"].dt) == (TODAY, TODAY + timedelta(days=1))
    api.patch(f"{V1}/tasks/{task}", json={"status": "done"})
    assert task not in stranger.get(address).text


def test_it_goes_by_the_time_zone_and_the_language_of_its_user(
    app: Flask, browser: FlaskClient, address: str, task: str, cast: Graph
) -> None:
    mine = "MATCH (u:User {uid: 'alice'}) SET u.timezone = $zone, u.locale = $locale"
    cast.write(mine, zone="Asia/Shanghai", locale="zh-Hans")
    try:
        first = next(one for one in events(app.test_client(), address) if str(one["UID"]).startswith(task))
        assert "Alice的任务" in app.test_client().get(address).text
        for nonsense in ("xx", "no such", "../../etc", ""):  # users write theirs themselves
            cast.write(mine, zone=nonsense, locale=nonsense)
            assert "Tasks of Alice" in app.test_client().get(address).text, nonsense
            assert browser.get("/calendar").status_code == 200
    finally:
        cast.write(mine, zone=None, locale=None)
    assert first["DTSTART"].dt == datetime(DUE.year, DUE.month, DUE.day, 1, 30, tzinfo=UTC)


def test_an_address_opens_nothing_else_and_nothing_else_opens_it(
    app: Flask, browser: FlaskClient, address: str, cast: Graph
) -> None:
    stranger, key = app.test_client(), address.partition("key=")[2]
    for path in (f"{V1}/tasks", f"{V1}/me"):
        assert stranger.get(path, headers={"Authorization": f"Bearer {key}"}).status_code == 403
    assert stranger.get(f"/calendar?key={key}").status_code in {302, 303, 401}
    assert stranger.get("/calendar/tasks.ics?key=gcrm_wrong").status_code == 401
    assert stranger.get("/calendar/tasks.ics").status_code == 303
    for scope in ("read", "write"):
        other = create_token(cast, user="alice", scope=scope)
        assert stranger.get(f"/calendar/tasks.ics?key={other}").status_code == 403
        headers = {"Authorization": f"Bearer {other}"}
        assert stranger.get("/calendar/tasks.ics", headers=headers).status_code == 303  # a page, not of the API
    assert stranger.head(address).status_code == 200
    assert stranger.post(address).status_code == 405
    assert stranger.post("/sign-in", data={"token": key}).status_code == 403  # and with the form's word:
    assert post(stranger, "/sign-in", page="/sign-in", token=key).status_code == 401
    assert browser.get("/calendar/tasks.ics").status_code == 200
    remove = next(form for form in re.findall(r'action="(/calendar/feed/[^"]+/remove)"', browser.get("/calendar").text))
    assert post(browser, remove, page="/calendar").status_code == 303
    assert stranger.get(address).status_code == 401


def test_there_are_so_many_addresses_and_no_more(browser: FlaskClient, cast: Graph) -> None:
    cast.write("MATCH (t:ApiToken {scope: 'calendar'}) DETACH DELETE t")
    answers = [post(browser, "/calendar", page="/calendar") for _ in range(FEEDS_MOST + 1)]
    assert [answer.status_code for answer in answers] == [200] * FEEDS_MOST + [409]
    assert "remove one of them first" in text(answers[-1])
    cast.write("MATCH (t:ApiToken {scope: 'calendar'}) DETACH DELETE t")
