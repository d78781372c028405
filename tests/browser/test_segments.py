"""Tags, groups and segments as their users go: marked where it shows, asked in words, found in lists; on a phone too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from graphcrm.graph import Graph
from tests.browser.conftest import Visit, spills, violations

WORDS = {
    "en": {
        "tag": "Tag", "add": "Add", "tagged": "Tagged “VIP”.", "take": "Take the tag VIP away", "undo": "Undo",
        "preview": "Preview", "save": "Save", "saved": "The segment is saved.", "list": "Open the list",
        "condition": "Add condition", "has": "has the tag VIP", "and": "; and ", "or": " or ", "delete": "Delete",
    },
    "zh": {
        "tag": "标签", "add": "添加", "tagged": "已添加标签“VIP”。", "take": "移除标签VIP", "undo": "撤销",
        "preview": "预览", "save": "保存", "saved": "细分已保存。", "list": "打开列表",
        "condition": "添加条件", "has": "有标签“VIP”", "and": "；并且", "or": "或", "delete": "删除",
    },
}  # fmt: skip


@pytest.fixture(autouse=True)
def nothing(cast: Graph) -> None:
    """No tag, group and segment but those of the test."""
    cast.write("MATCH (n:Tag|Group|Segment) DETACH DELETE n")


def tag_maya(page: Page, words: dict[str, str]) -> None:
    """On her page, by the chip beside her name."""
    page.locator(".tagging summary").click()
    page.locator("#add-tag").fill("VIP")
    page.locator(".tagging").get_by_role("button", name=words["add"], exact=True).click()
    expect(page.get_by_text(words["tagged"], exact=True)).to_be_visible()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_contact_is_tagged_and_found_by_the_tag(visit: Visit, language: str) -> None:
    words = WORDS[language]
    page = visit("/contacts/maya", language=language)
    tag_maya(page, words)
    assert violations(page) == []
    page.locator(".tagging a", has_text="VIP").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody")).to_contain_text("Maya Lind")
    assert violations(page) == []
    page.goto("/contacts/maya")
    page.get_by_role("button", name=words["take"], exact=True).click()
    expect(page.locator(".tagging .tag a")).to_have_count(0)
    page.get_by_role("button", name=words["undo"], exact=True).first.click()
    expect(page.locator(".tagging .tag a")).to_have_text("VIP")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_segment_is_asked_previewed_saved_and_opened_as_a_list(visit: Visit, cast: Graph, language: str) -> None:
    words = WORDS[language]
    page = visit("/contacts/maya", language=language)
    tag_maya(page, words)
    page.goto("/segments/new?kind=contact&example=silent")
    expect(page.locator("fieldset.condition")).to_have_count(2)
    page.locator("select[name=joined]").select_option("or")
    page.locator("select[name=add]").select_option("tag")
    page.get_by_role("button", name=words["condition"]).click()
    expect(page.locator("fieldset.condition")).to_have_count(3)
    page.locator("#f-c2-value").fill("VI")
    page.locator("[role=option]", has_text="VIP").click()
    expect(page.locator("#f-c2-value")).to_have_value("VIP")
    page.locator("[name=name]").fill("To call")
    page.get_by_role("button", name=words["preview"], exact=True).click()
    sentence = page.locator("p.note")
    expect(sentence).to_contain_text(words["and"])
    expect(sentence).to_contain_text(words["has"])
    expect(page.locator("[name=name]")).to_have_value("To call")
    assert cast.read("MATCH (s:Segment) RETURN count(s)", int) == [0]
    assert violations(page) == []
    page.get_by_role("button", name=words["save"], exact=True).click()
    expect(page.get_by_text(words["saved"], exact=True)).to_be_visible()
    expect(page.locator("h1")).to_have_text("To call")
    assert violations(page) == []
    page.get_by_role("link", name=words["list"], exact=True).click()
    expect(page.locator(".chips")).to_contain_text("To call")
    page.goto("/segments")
    expect(page.locator("main")).to_contain_text("To call")
    assert violations(page) == []


def test_what_is_wrong_with_a_condition_is_said_beside_it_and_nothing_typed_is_lost(visit: Visit) -> None:
    page = visit("/segments/new?kind=contact&example=left", js=False)
    page.locator("[name=name]").fill("Moved")
    page.locator("#f-c0-days").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#f-c0-days")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[name=name]")).to_have_value("Moved")
    page.locator("#f-c0-days").fill("90")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("h1")).to_have_text("Moved")
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("main")).to_contain_text("Moved")


def test_chosen_rows_go_into_a_group_by_the_keyboard(visit: Visit, cast: Graph) -> None:
    page = visit("/contacts")
    page.locator("tbody tr").first.wait_for()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("#bulk output")).to_have_text("2 chosen")
    bar = page.locator("#bulk")
    bar.locator("summary", has_text="Group").focus()
    page.keyboard.press("Enter")
    bar.locator("#bulk-group").focus()
    page.keyboard.type("Dinner")
    page.keyboard.press("Escape")
    bar.get_by_role("button", name="Into the group").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 records are in the group Dinner.", exact=True)).to_be_visible()
    page.goto("/groups")
    page.get_by_role("link", name="2 contacts", exact=True).click()
    expect(page.locator("tbody tr")).to_have_count(2)
    assert violations(page) == []


def test_a_tag_that_is_refused_for_many_stands_there_again(visit: Visit, cast: Graph) -> None:
    page = visit("/contacts")
    page.locator("tbody input[name=uid]").first.check()
    bar = page.locator("#bulk")
    bar.locator("summary", has_text="Tag").click()
    bar.locator("#bulk-tag").fill("a;b")
    bar.get_by_role("button", name="Add the tag").click()
    expect(page.locator(".notice.wrong:not(#offline)")).to_be_visible()
    expect(page.locator("#bulk-tag")).to_have_value("a;b")
    expect(page.locator("#bulk output")).to_have_text("1 chosen")
    page.locator("#bulk-tag").fill("Fair")
    bar.get_by_role("button", name="Add the tag").click()
    expect(page.get_by_text("1 record has the tag Fair.", exact=True)).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_they_fit_a_phone_in_chinese(visit: Visit, cast: Graph, theme: str) -> None:
    page = visit("/contacts/maya", language="zh", theme=theme, phone=True)
    tag_maya(page, WORDS["zh"])
    assert spills(page) <= 0
    for path in ("/tags", "/groups", "/segments", "/segments/new?kind=contact&example=left"):
        page.goto(path)
        assert spills(page) <= 0
        assert violations(page) == []
    page.locator("[name=name]").fill("离开的人")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator("h1")).to_have_text("离开的人")
    assert spills(page) <= 0


def test_tags_are_renamed_and_merged_by_who_may(visit: Visit, cast: Graph) -> None:
    cast.write("UNWIND [['t-1', 'VIP'], ['t-2', 'Key']] AS one CREATE (t:Tag {uid: one[0], name: one[1], "
               "key: toLower(one[1]), colour: 'red', rev: 1}) WITH t MATCH (c:Contact {uid: 'maya'}) "
               "CREATE (c)-[:TAGGED]->(t)")  # fmt: skip
    page = visit("/tags", user="frank")
    row = page.locator("tr", has_text="VIP")
    row.locator("summary").click()
    row.locator("[name=name]").fill("Key")
    row.get_by_role("button", name="Save").click()
    expect(page.locator(".note[role=alert]")).to_contain_text("merge the two")
    expect(page.locator("[name=name]")).to_have_value("Key")
    assert violations(page) == []
    page.locator("[name=into]").fill("Key")
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(page.locator("tbody tr")).to_have_count(2)
