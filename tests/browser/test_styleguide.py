"""The style guide shows every part in every kind, and a picture of each is taken: look at them after a change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Visit, spills, violations

CSS = Path(__file__).parents[2] / "frontend" / "src" / "css"
KINDS = {"light": {}, "dark": {"theme": "dark"}, "zh": {"language": "zh"}, "phone": {"phone": True}}


@pytest.mark.parametrize("kind", KINDS)
def test_the_style_guide_is_accessible_and_has_its_picture(visit: Visit, kind: str, tmp_path: Path) -> None:
    page = visit("/styleguide", **KINDS[kind])
    assert violations(page) == []
    assert spills(page) <= 0
    picture = tmp_path / f"styleguide-{kind}.png"
    page.screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > 20_000  # a blank page has less


def test_every_colour_is_shown_as_it_is(visit: Visit) -> None:
    page = visit("/styleguide")
    tokens = set(re.findall(r"--([\w-]+): light-dark", (CSS / "tokens.css").read_text("utf-8")))
    shown = page.locator(".swatch").evaluate_all(
        """all => all.map(one => [one.textContent.trim(), getComputedStyle(one.querySelector('rect')).fill])"""
    )
    assert {name for name, _ in shown} == tokens
    assert dict(shown)["accent"] == "rgb(11, 110, 95)"


def test_every_icon_is_drawn(visit: Visit) -> None:
    page = visit("/styleguide")
    sizes = page.locator(".samples .chip > .icon").evaluate_all("all => all.map(one => one.getBBox().width)")
    assert len(sizes) > 40
    assert min(sizes) > 0


def test_every_mark_and_button_of_the_components_is_shown(visit: Visit) -> None:
    page = visit("/styleguide")
    classes = set(
        re.findall(
            r"^\.((?:button|chip|badge|avatar)\.[a-z-]+)", (CSS / "components.css").read_text("utf-8"), re.MULTILINE
        )
    )
    assert {name for name in classes if not page.locator(f"main .{name}").count()} == set()
