"""Tasks as their users go: logged in two clicks with what comes next, done where they show, due again; on a phone too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from graphcrm.graph import Graph
from tests.browser.conftest import Visit, spills, violations

TODAY = datetime.now(UTC).date()
WORDS = {
    "en": ("What is to be done", "Log it", "Next steps", "is done", "Done.", "Mine to do", "overdue"),
    "zh": ("要做什么", "记录", "下一步", "已完成", "已完成。", "我的待办", "已逾期"),
}


@pytest.fixture(autouse=True)
def no_tasks(cast: Graph) -> None:
    """No task but those of the test."""
    cast.write("MATCH (t:Task) DETACH DELETE t")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_whoever_logs_says_what_comes_next_and_finishes_it_at_home(visit: Visit, language: str) -> None:
    what, log, steps, is_done, said, mine, overdue = WORDS[language]
    page = visit("/interactions/new?contact=maya", language=language)
    page.locator("[name=channel]").select_option("call")
    page.locator("[name=direction]").select_option("out")
    page.get_by_label(what).fill("Send Maya the offer")
    page.locator("[name=step_on]").fill((TODAY - timedelta(days=1)).isoformat())
    page.locator("main").get_by_role("button", name=log, exact=True).click()
    panel = page.locator("section:has(h2#steps)")
    expect(panel).to_contain_text(steps)
    expect(panel).to_contain_text("Send Maya the offer")
    expect(panel).to_contain_text(overdue)
    assert violations(page) == []
    page.goto("/tasks")
    page.get_by_role("link", name=mine, exact=True).click()
    expect(page.locator("tbody")).to_contain_text("Send Maya the offer")
    assert violations(page) == []
    page.goto("/")
    page.get_by_role("button", name=is_done).click()
    expect(page.get_by_text(said, exact=True)).to_be_visible()
    expect(page.get_by_text("Send Maya the offer")).to_have_count(0)


def test_one_that_repeats_is_due_again_and_an_undo_takes_that_back(visit: Visit, cast: Graph) -> None:
    page = visit("/contacts/maya")
    page.get_by_role("link", name="New task").click()
    form = page.locator("dialog[open] form.form, main form.form").first
    form.locator("[name=name]").fill("Call Maya")
    form.locator("[name=due_on]").fill(TODAY.isoformat())
    form.locator("[name=repeats]").select_option("week")
    expect(form.locator("[name=contacts]")).to_have_value("Maya Lind (maya)")
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("Call Maya")
    expect(page.locator("main")).to_contain_text("every week")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_text("Done on")).to_be_visible()
    days = "MATCH (t:Task) RETURN t.status + ' ' + toString(t.due_on) ORDER BY t.due_on"
    assert cast.read(days, str) == [f"done {TODAY}", f"open {TODAY + timedelta(days=7)}"]
    page.get_by_role("link", name="History").click()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_role("button", name="Undo").first).to_be_visible()
    assert cast.read(days, str)[0] == f"open {TODAY}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_they_fit_a_phone_and_do_without_scripts(visit: Visit, theme: str) -> None:
    page = visit("/tasks/new?about=contact:maya", language="zh", theme=theme, phone=True, js=False)
    assert spills(page) <= 0
    page.locator("[name=name]").fill("给玛雅打电话")
    page.locator("[name=every]").fill("nonsense")
    page.locator("main form.form button[type=submit]").last.click()
    expect(page.locator(".note[role=alert]")).to_be_visible()
    expect(page.locator("[name=name]")).to_have_value("给玛雅打电话")
    expect(page.locator("[name=every]")).to_have_value("nonsense")
    page.locator("[name=every]").fill("")
    page.locator("main form.form button[type=submit]").last.click()
    expect(page.locator("h1")).to_have_text("给玛雅打电话")
    assert spills(page) <= 0
    page.goto("/tasks")
    assert spills(page) <= 0
    expect(page.locator("main")).to_contain_text("给玛雅打电话")
