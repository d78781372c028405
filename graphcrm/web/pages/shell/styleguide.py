"""The style guide: every part of the pages once, on invented samples, for whoever works on them (docs/frontend.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from flask import Blueprint, render_template
from flask_babel import ngettext

from graphcrm.dates import bounds
from graphcrm.queries.contacts.jobs import Job
from graphcrm.web.assets import icons
from graphcrm.web.pages.forms.fields import Field
from graphcrm.web.pages.paths.cards import Edge, Node
from graphcrm.web.pages.paths.factors import Factor
from graphcrm.web.pages.paths.grounds import Pill
from graphcrm.web.pages.records.career import Career
from graphcrm.web.pages.words import day, spoken

routes = Blueprint("styleguide", __name__)

_ON = date(2026, 11, 1)
_PERSON, _COMPANY = "Maya Lind", "Globex"  # of the world of tests, which knows them for names
_STOPS: tuple[tuple[Literal["user", "contact", "account"], str], ...] = (
    ("user", "Alice"), ("contact", _PERSON), ("account", "Acme"),
)  # fmt: skip
_STINTS = (  # a return, a seat beside it, and dates that are not known to the day
    (_COMPANY, "Analyst", "employee", "2009", "2013-05-01"),
    ("Acme", "Engineer", "employee", "2014-01-07", "2021-03"),
    ("Hooli", "Advisor", "board", "2017-09-01", None),
    (_COMPANY, "CTO", "employee", "2021-06-01", None),
)


@routes.get("/styleguide")
def styleguide() -> str:
    """Show every part, each in each of its states."""
    met = ngettext("%(number)s interaction", "%(number)s interactions", 14, number="14")
    return render_template(
        "styleguide/styleguide.html",
        icons=icons(),
        person=_PERSON,
        role=spoken("decision_maker"),
        company=_COMPANY,
        nodes=[Node(kind, "s", name, None) for kind, name in _STOPS],
        edges=[Edge(met, recorded=True, weakest=False), Edge(_COMPANY, recorded=False, weakest=True)],
        evidence=[Pill(met), Pill(_COMPANY, "open"), Pill(day(_ON), "old", weakest=True)],
        product=[Factor("", "0.66", met), Factor("×", "0.85", _COMPANY), Factor("=", "0.561", _PERSON)],
        fields=list(_fields()),
        career=Career.of(list(_jobs()), _ON),
        on=_ON,
    )


def _fields() -> Iterator[Field]:
    for kind in ("text", "long", "flag"):
        yield Field(f"s-{kind}", spoken("title"), help=spoken("department"), input=kind)
    yield Field("s-choice", spoken("role"), input="choice", choices=[("user", spoken("user"))], required=True)
    yield Field("s-wrong", spoken("title"), content="2021-13", error=spoken("department"))


def _jobs() -> Iterator[Job]:
    for n, (account, title, kind, start, end) in enumerate(_STINTS):
        status = "ended" if end else "ongoing"
        held = bounds(start, end, status, _ON, today=_ON)
        yield Job(
            f"s-{n}", account, account, None, False, title, None, None, kind, kind == "employee",  # noqa: FBT003
            start, end, status, _ON, *held,
        )  # fmt: skip
