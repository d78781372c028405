"""Accounts: their people, and the ways into them."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from graphcrm.dates import moment
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.users.users import users
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import PathsParameters, PeopleParameters, read
from graphcrm.web.asking.paths import page_of_paths
from graphcrm.web.context import graph
from graphcrm.web.pages.cards import card

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
    """Show the ways into an account, best first, with their evidence."""
    asked = read(PathsParameters, request.args)
    answer, next_cursor = page_of_paths(uid, asked)
    return render_template(
        "accounts/warm_paths.html",
        answer=answer,
        cards=[card(path, answer) for path in answer.paths],
        asked=asked,
        as_of=asked.as_of,
        users=users(graph(), active_only=True),
        next_cursor=next_cursor,
    )
