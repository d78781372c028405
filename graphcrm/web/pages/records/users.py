"""Users: who of us there are, and what is known of each."""

from __future__ import annotations

from flask import Blueprint, render_template

from graphcrm.queries.users.user_record import user_record
from graphcrm.queries.users.users import users
from graphcrm.web.context import graph

routes = Blueprint("users", __name__)


@routes.get("/users")
def list_() -> str:
    """Show all users, those who have left too."""
    return render_template("users/list.html", users=users(graph()))


@routes.get("/users/<uid>")
def user(uid: str) -> str:
    """Show one of us."""
    return render_template("users/user.html", user=user_record(graph(), uid=uid))


def us_to_choose() -> list[tuple[str, str]]:
    """All of us by uid and name, those who have left too: what they did is still told."""
    return [(one.uid, one.name) for one in users(graph())]
