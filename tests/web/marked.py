"""What templates and pages say in words, for who looks whether it is translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import Environment, nodes

_SAYS = {"title", "aria-label", "placeholder", "alt"}
_NO_WORDS = {"script", "style", "code", "kbd", "svg"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_MARKS = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
_LETTERS = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"[A-Z][a-z]+(?![\w.-])|[a-z]{2,} [a-z]{2,}|^ [a-z]+|[a-z]+ $")
_ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"?(?: [\w-]+)*')  # a macro may write parts of a tag
_HOLE = "\ue000"  # what stands for an expression


class _Words(HTMLParser):
    """The text of a page, and of the attributes that are read out or shown."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language, self.found, self.skipped = language, [], []

    found: list[str]
    skipped: list[str]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        other = tag != "html" and given.get("lang", self.language) != self.language
        if self.skipped or tag in _NO_WORDS or other:
            self.skipped += [] if tag in _VOID else [tag]
            return
        self.found += [value for name, value in given.items() if name in _SAYS]
        if tag == "input" and given.get("type") in {"submit", "button"}:
            self.found.append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  (its parser calls it so)
        if self.skipped:
            self.skipped.pop()

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.found.append(data)


def sayings(page: str, language: str = "zh-Hans") -> list[str]:
    """What a page says, part by part; without code, keys, and what it says to be in another language."""
    words = _Words(language)
    words.feed(page)
    return [said for said in (" ".join(part.split()) for part in words.found) if _LETTERS.search(said)]


def unmarked(env: Environment, source: str) -> list[str]:
    """What a template says without marking it to be translated: between its tags, and in its expressions."""
    text = "".join(_data(env, source))
    text = re.sub(rf"<(/?){_HOLE}", r"<\1x", text)  # a tag whose name is chosen
    parts = [part for said in sayings(text) for part in (piece.strip() for piece in said.split(_HOLE))]
    words = [part for part in parts if _LETTERS.search(part) and not _ATTRIBUTE.fullmatch(part)]
    return words + list(_constants(env.parse(source)))


def _data(env: Environment, source: str) -> Iterator[str]:
    """The text around expressions and statements, each with a mark in its place; what `trans` marks and the block of a page's class are left out."""
    inside, block = False, []
    for _, kind, value in env.lex(source):
        if kind == "data" and not inside:
            yield value
        elif kind in {"variable_end", "block_end"}:
            begins = block[:1] == ["trans"] or block == ["block", "page_class"]
            inside = begins or (inside and block[:1] not in (["endtrans"], ["endblock"]))
            block = []
            yield _HOLE
        elif kind == "name":
            block.append(value)


def _constants(node: nodes.Node) -> Iterator[str]:
    """Texts in expressions that look like words for people."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in _MARKS:
        return
    if isinstance(node, nodes.TemplateData):
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and _SENTENCE.search(node.value):
        yield node.value
    for child in node.iter_child_nodes():
        yield from _constants(child)
