"""Who may do what: the roles, the teams that rows follow, and what who asks may do."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.errors import NotSignedInError
from graphcrm.graph import Runner
from graphcrm.queries.access.teams import teams as all_teams
from graphcrm.services import policy
from graphcrm.services.changes import Change
from graphcrm.services.teams import alter
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.access import (
    Me,
    RoleBody,
    RoleFields,
    RoleList,
    TeamBody,
    TeamFields,
    TeamList,
    me_body,
    role_body,
    role_list,
    team_list,
)
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking.parameters import Parameters
from graphcrm.web.context import graph, me, my_uid, reader

routes = Blueprint("api_access", __name__)

_TAG = tag("Access", "What the roles may do, the teams that rows follow, and what you may do.")


@routes.get("/me")
@documented(Me, _TAG)
def who_asks(query: Parameters) -> Me:  # noqa: ARG001  (there are none; others are refused)
    """You, and what you may do."""
    user, asking = me(), reader()
    if user is None or asking is None:
        raise NotSignedInError("Nobody is signed in.")
    return me_body(user, asking)


@routes.get("/roles")
@documented(RoleList, _TAG)
def roles(query: Parameters) -> RoleList:  # noqa: ARG001
    """What every role may do."""
    return role_list(policy.current(graph(), user=my_uid()).roles.values())


@routes.put("/roles/<name>")
@changing(
    RoleBody,
    _TAG,
    Takes(RoleFields),
    also=(404,),
    path={"name": "The role: admin, manager, rep, service, analyst or viewer."},
)
def change_role(change: Change, name: str, body: RoleFields) -> RoleBody:
    """Say anew what a role may do: all of it."""
    policy.change_role(change, body.role(name))
    return role_body(policy.current(change.tx, user=my_uid()).role(name))


@routes.get("/teams")
@documented(TeamList, _TAG)
def teams(query: Parameters) -> TeamList:  # noqa: ARG001
    """The teams by name, and which stands above each."""
    return team_list(all_teams(graph()))


@routes.patch("/teams/<uid>")
@changing(TeamBody, _TAG, Takes(TeamFields), also=(404, 409), path={"uid": "The team's uid."})
def put_team(change: Change, uid: str, body: TeamFields) -> TeamBody:
    """Put a team below another one, whoever is in that one sees what this one has; say what it says of the pool."""
    alter(change, uid, body.values())
    return _team(change.tx, uid)


def _team(runner: Runner, uid: str) -> TeamBody:
    return team_list(team for team in all_teams(runner) if team.uid == uid).items[0]
