"""Accounts: the answer first (the ways in), their people, and what we had to do with each other."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request

from graphcrm.dates import moment
from graphcrm.queries.accounts.account import Account
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.accounts.classes import classes as classes_of
from graphcrm.queries.accounts.coverage import coverage as known_at
from graphcrm.queries.accounts.people_flow import people_flow
from graphcrm.web.asking import accounts as asking
from graphcrm.web.asking import listings
from graphcrm.web.asking.chart import chart as chart_of
from graphcrm.web.asking.met import MetParameters
from graphcrm.web.asking.parameters import AsOfParameters, PathsParameters, StaffParameters, read
from graphcrm.web.asking.paths import page_of_paths
from graphcrm.web.asking.potential import weigh
from graphcrm.web.context import graph, reader
from graphcrm.web.pages.lifecycles import suggested_for
from graphcrm.web.pages.paths import reach
from graphcrm.web.pages.paths.cards import card
from graphcrm.web.pages.records.campaigns import attended_from
from graphcrm.web.pages.records.contracts import agreed
from graphcrm.web.pages.records.coverage import SHOWN, coverage_of
from graphcrm.web.pages.records.opportunities import deals_of
from graphcrm.web.pages.records.potential import lines
from graphcrm.web.pages.records.service_requests import asked_of
from graphcrm.web.pages.records.steps import steps_of
from graphcrm.web.pages.records.users import us_to_choose
from graphcrm.web.pages.shell.layout import can

routes = Blueprint("accounts", __name__)

_LARGE = 1_000  # stints known: what reads all of them comes after the page
_WAYS = 3
_PEOPLE = 10  # of each kind on the account's own page
_FIRST = 12  # of what happened, and of links, on the account's own page


@routes.get("/accounts/<uid>")
def account(uid: str) -> str:
    """Show an account: who is there and was, who of us knows whom, what happened, and what hangs together with it."""
    asked = read(StaffParameters, request.args).model_copy(update={"cursor": None, "limit": _PEOPLE})
    found, first = _account(uid), MetParameters(as_of=asked.as_of, limit=_FIRST)
    shown: dict[str, Any] = {"links": listings.links(graph(), "Account", uid, first)}
    shown["steps"] = steps_of("Account", uid, asked.as_of)
    shown["suggested"] = suggested_for("Account", uid, asked.as_of)
    shown["deals"] = deals_of("Account", uid, asked.as_of)
    shown["agreed"] = agreed("Account", uid, asked.as_of)
    shown["requests"] = asked_of("Account", uid, asked.as_of)
    shown["campaigns"] = attended_from(uid, asked.as_of)
    if found.stints <= _LARGE:
        shown |= _people(uid, asked) | _coverage(uid, first) | _timeline(uid, first) | _flow(uid, first)
    return render_template("accounts/account.html", account=found, as_of=asked.as_of, asked=asked, **shown)


@routes.get("/accounts/classes")
def classes() -> str:
    """Show how many accounts there are of each value, size, industry and region."""
    return render_template("accounts/classes.html", classes=classes_of(graph()))


@routes.get("/accounts/<uid>/ways")
def ways(uid: str) -> str:
    """Show how warm an account is, and the best ways into it."""
    asked = read(AsOfParameters, request.args)
    answer, _more = page_of_paths(uid, PathsParameters(as_of=asked.as_of, limit=_WAYS))
    cards = [card(path, answer) for path in answer.paths]
    return _panel("ways", uid, asked, answer=answer, cards=cards)


@routes.get("/accounts/<uid>/people")
def people(uid: str) -> str:
    """Show the people of an account, page by page."""
    asked = read(StaffParameters, request.args)
    return _panel("people", uid, asked, **_people(uid, asked))


@routes.get("/accounts/<uid>/coverage")
def coverage(uid: str) -> str:
    """Show who of us knows whom at an account."""
    asked = read(AsOfParameters, request.args)
    return _panel("coverage", uid, asked, **_coverage(uid, asked))


@routes.get("/accounts/<uid>/timeline")
def timeline(uid: str) -> str:
    """Show what happened at an account, or what of it is asked for, page by page."""
    asked = read(MetParameters, request.args)
    return _panel("timeline", uid, asked, **_timeline(uid, asked), users=us_to_choose())


@routes.get("/accounts/<uid>/flow")
def flow(uid: str) -> str:
    """Show where the people of an account came from, and where they went."""
    asked = read(AsOfParameters, request.args)
    return _panel("flow", uid, asked, **_flow(uid, asked))


@routes.get("/accounts/<uid>/potential")
def potential(uid: str) -> str:
    """Show what an account may be worth to us, factor by factor."""
    found = weigh(graph(), uid, reader())
    return _panel("potential", uid, AsOfParameters(), lines=lines(found), score=found.potential.score)


@routes.get("/accounts/<uid>/chart")
def chart(uid: str) -> str:
    """Show who reports to whom at an account."""
    asked = read(AsOfParameters, request.args)
    return _panel("chart", uid, asked, chart=chart_of(graph(), uid, asked))


@routes.get("/accounts/<uid>/warm-paths")
def warm_paths(uid: str) -> str:
    """Show the ways into an account, best first, with their evidence; the page at once where it can load them."""
    asked = reach.asked_paths()
    if reach.loads_later():
        target = one_account(graph(), uid=uid)
        return render_template("accounts/warm_paths.html", uid=uid, name=target.name, **reach.beside(asked))
    found = reach.found(uid, asked)
    if reach.is_partial():
        return render_template("accounts/found.html", **found, part=True)
    name = found["answer"].account_name
    return render_template("accounts/warm_paths.html", uid=uid, name=name, **{**found, **reach.beside(asked)})


def _account(uid: str) -> Account:
    """The account as of the day asked for."""
    return one_account(graph(), uid=uid, on=moment(read(AsOfParameters, request.args).as_of).on)


def _panel(name: str, uid: str, asked: AsOfParameters, **shown: object) -> str:
    """A page of one panel alone: the account's own page takes the panel out of it."""
    given = {"panel": name, "account": _account(uid), "as_of": asked.as_of, "asked": asked}
    return render_template("accounts/panel.html", **given, **shown)


def _people(uid: str, asked: StaffParameters) -> dict[str, Any]:
    return {"lists": asking.staff(graph(), uid, asked, ties=can("accounts.coverage"))}


def _coverage(uid: str, asked: AsOfParameters) -> dict[str, Any]:
    if not can("accounts.coverage"):
        return {}
    when = moment(asked.as_of)
    return {"coverage": coverage_of(known_at(graph(), account=uid, on=when.on, before=when.before, limit=SHOWN))}


def _timeline(uid: str, asked: MetParameters) -> dict[str, Any]:
    return {"happenings": asking.timeline(graph(), uid, asked), "sought": asked}


def _flow(uid: str, asked: AsOfParameters) -> dict[str, Any]:
    return {"flow": people_flow(graph(), account=uid, on=moment(asked.as_of).on)}
