"""Everything that pages say is marked to be translated, and is translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from flask import Flask

from graphcrm.web import languages
from graphcrm.web.translations.gather import put_into, texts
from tests.web.marked import sayings, unmarked

TEMPLATES = Path(languages.__file__).parent / "templates"
OTHERS = sorted(languages.LANGUAGES.keys() - {"en"})
# What is no word for people: our name, formats, labels of nodes, and classes that stand in expressions.
AS_IT_IS = {
    "graphcrm", "· graphcrm", "UTC", "UTC ·", "API", "HTTP API", "CSV", "JSON", "Contact", "light dark", " past", "door-form sheet",
}  # fmt: skip
_KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt|Enter|Esc|F\d+|\w)(?: |$))+")
_VALUE = re.compile(r"%\((\w+)\)|%(%)")


def catalogue(code: str) -> Catalog:
    with (languages.FOLDER / code / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=code)


def messages(code: str) -> list[Message]:
    return [message for message in catalogue(code) if message.id]


@pytest.mark.parametrize("code", OTHERS)
def test_the_catalogue_has_what_pages_say_and_nothing_else(code: str) -> None:
    known = {(message.id, message.context) for message in messages(code)}
    assert known == texts(), "run `make messages`"


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_translated(code: str) -> None:
    missing = [
        m.id for m in messages(code) if m.fuzzy or not all([m.string] if isinstance(m.string, str) else m.string)
    ]
    assert missing == []


@pytest.mark.parametrize("code", OTHERS)
def test_translations_take_the_same_values(code: str) -> None:
    for message in messages(code):
        wanted = set(_VALUE.findall("".join(message.id)))
        strings = (message.string,) if isinstance(message.string, str) else message.string
        assert [set(_VALUE.findall(string)) for string in strings] == [wanted] * len(strings), message.id


def test_gathering_again_changes_nothing(tmp_path: Path) -> None:
    copy, kept = tmp_path / "messages.po", languages.FOLDER / "zh" / "LC_MESSAGES" / "messages.po"
    copy.write_text(kept.read_text("utf-8"), "utf-8")
    put_into(copy, "zh", texts())
    assert copy.read_text("utf-8") == kept.read_text("utf-8")


@pytest.mark.parametrize("template", sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")))
def test_a_template_marks_what_it_says(app: Flask, template: str) -> None:
    source = (TEMPLATES / template).read_text("utf-8")
    found = unmarked(app.jinja_env, source)
    assert [said for said in found if said not in AS_IT_IS and not _KEYS.fullmatch(said)] == []


def test_text_that_is_not_marked_is_found(app: Flask) -> None:
    env = app.jinja_env
    assert unmarked(env, '<p title="Your {{ x }}">Hello <b>{{ _("you") }}</b></p><code>as it is</code>') == [
        "Your",
        "Hello",
    ]
    assert unmarked(env, '{{ "Save" if x else _("Log it") }}{% trans %}Both <b>kept</b>{% endtrans %}') == ["Save"]
    assert unmarked(env, '{% set n = name ~ " moves" %}<a class="Big" href="/A b">{{ url_for("a.b") }}</a>') == [
        " moves"
    ]


def test_what_a_page_says_leaves_out_code_and_other_languages() -> None:
    page = '<p>One <code>two</code></p><img alt="three"><i lang="en">four</i><script>five</script><kbd>six</kbd>'
    assert sayings(page) == ["One", "three"]
