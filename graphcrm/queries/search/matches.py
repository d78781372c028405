"""Records of some labels by what people type: names, other names, aliases, handles, titles; the best match first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.nodes import handles as normal_forms
from graphcrm.queries.catalogue import cypher

CYPHER = cypher(__file__)
LABELS = ("Account", "Contact", "Lead", "User")
_CJK = re.compile(r"[\u3040-\u309f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORDS_MOST = 32  # more is no name, and Lucene refuses a thousand ...
_WORD_MOST = 100  # ... words, and letters of one
_HANDLE_LEAST = 3  # bytes: a letter or two begin tens of thousands of addresses; one Chinese character has three
_SPLIT = re.compile(r"[^\w.']+")
_LUCENE = re.compile(r"([.'])")
# What the index's analyzer folds and Unicode does not take apart; Lucene does not fold the start of a word for us.
_FOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t"}
)
# What the index's analyzer leaves out, as Lucene's English stop words; Will Smith works for the Bank of America.
_STOP_WORDS = frozenset(
    (  # noqa: SIM905  (words read as words)
        "a an and are as at be but by for if in into is it no not of on or such that the their then there these they "
        "this to was will with"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A record found: `type` is account, contact, lead or user; `matched` is the text that did."""

    type: str
    uid: str
    name: str
    matched: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, as the search takes it."""

    words: str
    names: list[str]
    handles: list[str]
    text: str

    @staticmethod
    def of(text: str) -> Typed | None:
        """None where there is no word in it."""
        words = _words(text)
        if not words:
            return None
        plain = text.strip()
        names = sorted({plain, plain.title(), plain.upper()}) if _STOP_WORDS.issuperset(words) else []
        handles = [value for value in normal_forms.typed(text) if len(value.encode()) >= _HANDLE_LEAST]
        return Typed(lucene(text), names, handles, plain.lower())

    def params(self) -> dict[str, object]:
        """By name."""
        return {"words": self.words, "names": self.names, "handles": self.handles, "text": self.text}


def matches(runner: Runner, *, text: str, labels: Sequence[str] = LABELS, limit: int = 20) -> list[Match]:
    """Search; every word has to match, the start of a word will do, and accents, case and width do not matter.

    An address may be typed as people write it: a number with spaces, a page's whole address.
    """
    typed = Typed.of(text)
    if typed is None:
        return []
    return runner.read(
        CYPHER,
        Match,
        words=typed.words,
        names=typed.names,
        handles=typed.handles,
        text=typed.text,
        labels=labels,
        limit=limit,
    )


def lucene(text: str) -> str:
    """The full-text query for what was typed; nothing typed reaches Lucene's syntax.

    The index splits Chinese into single characters, so a Chinese word is searched as a phrase of them. It does not
    hold stop words, so these may match (the start of another word), and the other words have to.
    """
    words = _words(text)
    needed = [word for word in words if word not in _STOP_WORDS]
    return " ".join(f"{'' if needed and word in _STOP_WORDS else '+'}{_term(word)}" for word in words)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'")
    words = (part.strip(".'")[:_WORD_MOST] for part in _SPLIT.split(plain))
    return [word for word in words if word][:_WORDS_MOST]


def _term(word: str) -> str:
    if _CJK.search(word):
        return f'"{_LUCENE.sub(" ", word)}"'
    escaped = _LUCENE.sub(r"\\\1", "".join(map(_fold, word.translate(_FOLDED))))
    return f"({escaped}^2 OR {escaped}*)"


def _fold(letter: str) -> str:
    """A Latin letter without its accents; й and Greek or Indian letters keep theirs, as in the index."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return plain if plain.isascii() else letter
