"""Records by what people type: names, other names, aliases, handles, titles; exact names first, then best match."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]")
_SPLIT = re.compile(r"[^\w.']+")
_LUCENE = re.compile(r"([.'])")


@dataclass(frozen=True, slots=True)
class Match:
    """A record found: `type` is account, contact, lead or user; `matched` is the text that did."""

    type: str
    uid: str
    name: str
    detail: str | None
    matched: str | None


def find(runner: Runner, *, text: str, limit: int = 20) -> list[Match]:
    """Search; every word has to match, the start of a word will do, and accents, case and width do not matter."""
    words = lucene(text)
    if not words:
        return []
    return runner.read(_CYPHER, Match, words=words, text=text.strip().lower(), limit=limit)


def lucene(text: str) -> str:
    """The full-text query for what was typed; nothing typed reaches Lucene's syntax.

    The index splits Chinese into single characters, so a Chinese word is searched as a phrase of them.
    """
    words = [word.strip(".'") for word in _SPLIT.split(unicodedata.normalize("NFKC", text))]
    return " AND ".join(_term(word) for word in words if word)


def _term(word: str) -> str:
    if _CJK.search(word):
        return f'"{_LUCENE.sub(" ", word)}"'
    folded = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    escaped = _LUCENE.sub(r"\\\1", folded)
    return f"({escaped}^2 OR {escaped}*)"
