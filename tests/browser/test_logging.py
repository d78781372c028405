"""What happened, written down in two clicks: from whatever page, with what comes next, on a phone, and without scripts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect
from worlds.build import interaction, opportunity

from graphcrm.graph import Graph
from tests.browser.conftest import Visit, spills, violations

SOON = datetime.now(UTC).date() + timedelta(days=7)
WORDS = {"en": ("Log", "Log it", "What is to be done"), "zh": ("记录", "记录", "要做什么")}


@pytest.fixture(autouse=True)
def begun(cast: Graph) -> None:
    """A deal with Maya and Tomás; no task, and nothing that a test has logged."""
    cast.write("MATCH (t:Task) DETACH DELETE t")
    cast.write("MATCH ()-[i:INTERACTED_WITH]->() WHERE i.recorded_by = 'alice' DELETE i")
    cast.write("MATCH (o:Opportunity) DETACH DELETE o")
    cast.transaction(lambda tx: opportunity(tx, "deal", "acme", "maya", "tomas", owner="alice"))


def logged(graph: Graph) -> list[tuple[str, str]]:
    return graph.read(
        "MATCH (u)-[i:INTERACTED_WITH]->(c) WHERE i.recorded_by = 'alice' RETURN c.uid, i.channel ORDER BY c.uid",
        lambda uid, channel: (uid, channel),
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_two_clicks_log_what_they_last_did(visit: Visit, cast: Graph, language: str) -> None:
    log, log_it, _what = WORDS[language]
    page = visit("/contacts/maya", language=language)
    page.get_by_role("link", name=log, exact=True).first.click()
    page.locator("dialog[open]").get_by_role("button", name=log_it, exact=True).click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("main")).to_be_visible()
    assert logged(cast) == [("maya", "meeting")]


def test_an_opportunity_offers_who_has_a_part_and_takes_what_comes_next(visit: Visit, cast: Graph) -> None:
    page = visit("/opportunities/deal")
    page.get_by_role("link", name="Log an interaction").click()
    form = page.locator("dialog[open] form.form")
    expect(form.get_by_label("Maya Lind")).to_be_checked()  # whom Alice met
    expect(form.get_by_label("Tomás Reyes")).not_to_be_checked()
    assert violations(page) == []
    form.get_by_label("Tomás Reyes").check()
    form.get_by_label("What is to be done").fill("Send the offer")
    form.locator("[name=step_on]").fill(SOON.isoformat())
    page.keyboard.press("Control+Enter")
    expect(page.locator("section:has(h2#steps)")).to_contain_text("Send the offer")
    assert [uid for uid, _channel in logged(cast)] == ["maya", "tomas"]
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("section:has(h2#steps)")).not_to_contain_text("Send the offer")
    assert logged(cast) == []


def test_what_is_refused_stays_as_it_was_typed(visit: Visit, cast: Graph) -> None:
    page = visit("/accounts/acme")
    page.keyboard.press("l")
    form = page.locator("dialog[open] form.form")
    form.locator("[name=subject]").fill("A word in passing")
    form.get_by_role("button", name="Log it").click()
    expect(page.locator("dialog[open] .note[role=alert]")).to_be_visible()
    expect(form.locator("[name=subject]")).to_have_value("A word in passing")
    form.get_by_label("Lena Fischer").check()
    form.get_by_role("button", name="Log it").click()
    expect(page.locator("#timeline")).to_contain_text("A word in passing")
    assert logged(cast) == [("lena", "other")]


def test_topics_that_were_used_before_are_offered(visit: Visit, cast: Graph) -> None:
    used = {"topics": ["Pilot"], "recorded_by": "alice"}
    cast.transaction(lambda tx: interaction(tx, "alice", "maya", datetime.now(UTC), **used))
    page = visit("/interactions/new?contact=maya")
    page.locator("[name=topics]").press_sequentially("pil")
    page.get_by_role("option", name="Pilot").click()
    expect(page.locator("[name=topics]")).to_have_value("Pilot")


def test_it_fits_a_phone_and_does_without_scripts(visit: Visit, cast: Graph) -> None:
    page = visit("/opportunities/deal", phone=True, js=False, theme="dark")
    page.get_by_role("link", name="Log an interaction").click()
    assert spills(page) <= 0
    page.get_by_role("button", name="Log it").click()
    expect(page).to_have_url("/opportunities/deal")
    assert logged(cast) == [("maya", "meeting")]


def test_a_timeline_is_asked_for_what_matters(visit: Visit) -> None:
    page = visit("/contacts/maya")
    sift = page.locator("section:has(h2#interactions) .sift-met")
    sift.locator("summary").click()
    sift.get_by_label("Words").fill("meeting 3")
    sift.get_by_role("button", name="Apply").click()
    expect(page.locator(".timeline .event")).to_have_count(1)
    assert violations(page) == []
    page.get_by_title("Take this filter away").click()
    expect(page.locator(".timeline .event")).to_have_count(12)
    phone = visit("/contacts/maya/interactions?channel=call", phone=True, language="zh", theme="dark")
    assert spills(phone) <= 0
    assert violations(phone) == []
