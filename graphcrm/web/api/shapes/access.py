"""Shapes of who may do what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graphcrm.access import ACTIONS, KINDS, SHIPPED, Module, Reader, Role, Scope
from graphcrm.queries.access.teams import Team
from graphcrm.queries.users.users import User
from graphcrm.services.policy import shown
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.shapes.base import Ref, Shape

ScopeName = Literal["none", "own", "team", "all"]
ModuleName = Literal["paths", "moves", "log", "import", "export", "tags", "purge", "audit", "policy"]


class Scopes(BaseModel):
    """Whose records of a kind: `own` and `team` have with them what nobody owns."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    read: ScopeName = "none"
    edit: ScopeName = Field(default="none", description="create and change them, their jobs, links and addresses")
    delete: ScopeName = Field(default="none", description="put them into the trash and bring them back")
    assign: ScopeName = Field(default="none", description="say whose they are")


class Rows(BaseModel):
    """Whose records, by kind."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    account: Scopes = Scopes()
    contact: Scopes = Scopes()
    lead: Scopes = Scopes()
    opportunity: Scopes = Scopes()
    contract: Scopes = Scopes()
    order: Scopes = Scopes()
    service_request: Scopes = Scopes()
    campaign: Scopes = Scopes()
    task: Scopes = Scopes()
    user: Scopes = Scopes()


class RoleFields(Body):
    """What a role may do: all of it, as it replaces what was said before."""

    rows: Rows
    modules: list[ModuleName] = Field(description="what is no kind of record, and may be used")
    hidden: list[str] = Field(default_factory=list, description="fields that are not shown, as contact.birthday")
    masked: bool = Field(default=False, description="show paths through unseen records without saying more")

    def role(self, name: str) -> Role:
        """The role of a name."""
        rows = {
            kind: {action: Scope(getattr(getattr(self.rows, kind), action)) for action in ACTIONS} for kind in KINDS
        }
        return Role(name, rows, frozenset(map(Module, self.modules)), frozenset(self.hidden), self.masked)


class RoleBody(Shape):
    """What a role may do."""

    name: str
    rows: Rows
    modules: list[ModuleName] = Field(description="what is no kind of record, and may be used")
    hidden: list[str] = Field(description="fields that are not shown")
    masked: bool = Field(description="whether paths through unseen records are shown without saying more")
    shipped: bool = Field(description="whether it is as shipped")


class RoleList(Shape):
    """What every role may do."""

    items: list[RoleBody]


class Me(Shape):
    """Who asks, and what they may do."""

    uid: str
    name: str
    email: str | None
    team: str | None
    mates: list[str] = Field(description="the uids of all users of your teams, and of the teams below")
    role: RoleBody


class TeamBody(Shape):
    """A team."""

    uid: str
    name: str
    parent: Ref | None = Field(description="the team above it: whoever is in that one sees what this one has")
    users: int = Field(description="active users in it")
    claims_a_day: int | None = Field(description="how many leads each may take from the pool a day; null: any number")
    reclaim_after: int | None = Field(
        description="after how many days without a word a lead of theirs goes back to the pool; null: never"
    )


class TeamList(Shape):
    """The teams by name."""

    items: list[TeamBody]


class TeamFields(Body):
    """Where a team stands, and what it says of the pool; what is left out stays."""

    parent: str | None = Field(default=None, description="the uid of the team above it; null: none")
    claims_a_day: int | None = Field(default=None, ge=1, le=10_000, description="leads a day; null: any number")
    reclaim_after: int | None = Field(default=None, ge=1, le=3_650, description="days; null: never")


def role_body(role: Role) -> RoleBody:
    """A role."""
    return RoleBody.model_validate({"name": role.name, **shown(role), "shipped": role == SHIPPED.get(role.name)})


def role_list(roles: Iterable[Role]) -> RoleList:
    """Roles, in the order given."""
    return RoleList(items=[role_body(role) for role in roles])


def me_body(user: User, reader: Reader) -> Me:
    """Who asks."""
    return Me(
        uid=user.uid, name=user.name, email=user.email, team=user.team, mates=sorted(reader.mates),
        role=role_body(reader.role),
    )  # fmt: skip


def team_list(teams: Iterable[Team]) -> TeamList:
    """Teams, in the order given."""
    return TeamList(
        items=[
            TeamBody(
                uid=team.uid, name=team.name, users=team.users,
                claims_a_day=team.claims_a_day, reclaim_after=team.reclaim_after,
                parent=Ref(uid=team.parent, name=team.parent_name or "") if team.parent else None,
            )
            for team in teams
        ]
    )  # fmt: skip
