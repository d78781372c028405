"""Accounts: their people, and the ways into them."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from graphcrm.dates import moment
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import PeopleParameters, read
from graphcrm.web.context import graph
from graphcrm.web.pages import reach

routes = Blueprint("accounts", __name__)

_FIRST = 100  # people of each kind shown at first


@routes.get("/accounts/<uid>")
def account(uid: str) -> str:
    """Show an account's people: who is there, who was and where they are now."""
    found, asked = one_account(graph(), uid=uid), read(PeopleParameters, request.args)
    statuses = [asked.status] if "status" in request.args else ["current", "former"]
    lists = {
        s: listings.people(graph(), uid, asked.model_copy(update={"status": s, "limit": _FIRST})) for s in statuses
    }
    on = moment(asked.as_of).on
    return render_template("accounts/account.html", account=found, lists=lists, as_of=asked.as_of, on=on)


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
