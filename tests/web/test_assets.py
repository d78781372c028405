"""What browsers load: built, named by its content, and nothing else."""

import json
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

import graphcrm.web
from graphcrm.errors import InvalidInputError
from graphcrm.web.assets import asset, preloads

DIST = Path(graphcrm.web.__file__).parent / "static" / "dist"
MANIFEST = json.loads((DIST / "manifest.json").read_text("utf-8"))
ICONS = json.loads((Path(__file__).parents[2] / "frontend" / "icons.json").read_text("utf-8"))
TEMPLATES = Path(graphcrm.web.__file__).parent / "templates"


def test_each_file_named_by_the_manifest_is_served_and_kept_for_ever(browser: FlaskClient) -> None:
    for name in MANIFEST["files"]:
        with browser.application.test_request_context():
            address = asset(name)
        answer = browser.get(address)
        assert answer.status_code == 200, name
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable", name


def test_an_address_changes_with_the_content_alone() -> None:
    for file in MANIFEST["files"].values():
        assert re.search(r"-[0-9A-Z]{8}\.(js|css|svg)$", file), file


def test_a_page_asks_at_once_for_all_that_a_script_imports(app: Flask) -> None:
    with app.test_request_context():
        for name, needs in MANIFEST["needs"].items():
            assert len(list(preloads(name, name))) == len(set(needs)), name


def test_without_a_build_it_says_how_to_make_one(app: Flask, tmp_path: Path) -> None:
    app.static_folder = str(tmp_path)
    with app.test_request_context(), pytest.raises(InvalidInputError, match="make install"):
        asset("style.css")


def test_each_icon_that_a_template_draws_is_in_the_file_of_icons() -> None:
    drawn = {
        name for page in TEMPLATES.rglob("*.html") for name in re.findall(r'icon\("([\w-]+)"', page.read_text("utf-8"))
    }
    assert drawn <= ICONS.keys()
    sprite = (DIST / MANIFEST["files"]["icons.svg"]).read_text("utf-8")
    assert set(re.findall(r'symbol id="([\w-]+)"', sprite)) == ICONS.keys()


def test_nothing_is_loaded_from_elsewhere_nor_inline(browser: FlaskClient) -> None:
    page = browser.get("/search").get_data(as_text=True)
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=|https?://", page)
