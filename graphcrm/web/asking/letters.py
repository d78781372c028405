"""Letters that ask for an introduction, in English and Chinese: a note to who is asked, and lines to be forwarded.

They are texts of their own (templates/introductions/letters), in the language of who reads them and not of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import quote

from babel.dates import format_date, format_skeleton
from flask import current_app

from graphcrm.queries.colleagues.acquaintance import Acquaintance
from graphcrm.queries.paths import Path, WarmPaths

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
_GAPS = re.compile(r"\n{3,}")
MAIL_LINK_MOST = 2_000  # characters of a mailto: address: some programs cut longer ones, and a Chinese one is nine


@dataclass(frozen=True, slots=True)
class Letters:
    """The subject and the text of the note, and the lines to be forwarded; those are empty where nobody forwards."""

    subject: str
    note: str
    letter: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a letter speaks of: names, and what the first two people along a path have in common."""

    asker: str
    reader: str  # whom the note is to
    target: str
    title: str | None
    account: str
    connector: str | None
    of_us: bool  # the reader is one of us
    directly: bool  # the reader is the one who is to be reached
    last_on: str
    other: str  # with whom the connector has worked: the one to be reached, or who worked with them
    where: str
    first: str  # of that time, and its end; empty where nobody knows, or it goes on
    end: str


def letters(path: Path, answer: WarmPaths, asker: tuple[str, str], language: Language) -> Letters:
    """The letters for a path, from a user (uid and name)."""
    facts = _facts(path, answer, asker, language)
    texts = current_app.jinja_env.get_template(f"introductions/letters/{language}.txt").module
    parts = (getattr(texts, name)(facts) for name in ("subject", "note", "letter"))
    return Letters(*(_GAPS.sub("\n\n", str(part)).strip() for part in parts))


def language_for(path: Path) -> Language:
    """The language of who reads the letters first, told by their name."""
    names = [path.tie.contact_name, path.job.name]
    return "zh" if any("一" <= letter <= "鿿" for name in names for letter in name) else "en"


def mail_link(to: str, subject: str, body: str) -> str:
    """The address that opens a letter in a mail program; without its text where that would be too long."""
    head = f"mailto:{quote(to, safe='@.+-_')}?subject={quote(subject, safe='')}"
    link = f"{head}&body={quote(body.replace(chr(13), '').replace(chr(10), chr(13) + chr(10)), safe='')}"
    return link if len(link) <= MAIL_LINK_MOST else head


def _facts(path: Path, answer: WarmPaths, asker: tuple[str, str], language: Language) -> _Facts:
    tie, mine = path.tie, path.tie.user == asker[0]
    hops = [hop.evidence for hop in path.hops[1:]]
    first = hops[0] if hops and isinstance(hops[0], Acquaintance) else None
    part = max(first.shared, key=lambda part: part.stretch.certain_days) if first else None
    return _Facts(
        asker=asker[1],
        reader=tie.contact_name if mine else tie.user_name,
        target=path.job.name,
        title=path.job.title,
        account=answer.account_name,
        connector=tie.contact_name if hops else None,
        of_us=not mine,
        directly=mine and not hops,
        last_on=_day(tie.last_at, language) if tie.last_at else "",
        other=first.colleague_name if first else "",
        where=part.account_name if part else "",
        first=_month(part.stretch.start, language) if part else "",
        end=_month(part.stretch.end, language) if part else "",
    )


def _day(on: date, language: Language) -> str:
    return format_date(on, "d MMMM y", locale="en") if language == "en" else format_date(on, "long", locale="zh")


def _month(on: date | None, language: Language) -> str:
    return format_skeleton("yMMM", on, locale=language) if on else ""
