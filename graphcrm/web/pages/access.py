"""Access: what the roles may do, and which team stands below which."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from graphcrm.access import ACTIONS, KINDS, SHIPPED, Module, Role, Scope
from graphcrm.errors import NotFoundError
from graphcrm.queries.access.teams import teams
from graphcrm.services import policy
from graphcrm.services.changes import Change
from graphcrm.services.teams import put_below
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.forms.fields import Field
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.saving import Page, keep, press

routes = Blueprint("access", __name__)

_SCOPES = [(Scope.NONE, "none"), (Scope.OWN, "own"), (Scope.TEAM, "team's"), (Scope.ALL, "all")]
MODULES = {
    Module.PATHS: "Warm paths, colleagues, who knows whom",
    Module.MOVES: "The feed of moves",
    Module.LOG: "Log interactions and ratings",
    Module.IMPORT: "Import",
    Module.EXPORT: "Export",
    Module.PURGE: "Erase for ever",
    Module.AUDIT: "Read the audit log",
    Module.POLICY: "Say what the roles may do",
}


@routes.get("/access")
def roles() -> str:
    """Show what every role may do, and the teams."""
    found = policy.current(graph(), user=my_uid()).roles.values()
    return render_template(
        "access/roles.html",
        roles=found,
        shipped={role.name for role in found if role == SHIPPED[role.name]},
        scopes=dict(_SCOPES),
        kinds=KINDS,
        actions=ACTIONS,
        modules=MODULES,
        teams=teams(graph()),
    )


@routes.get("/access/roles/<name>")
def role(name: str) -> str:
    """Show what a role may do, to change it."""
    return _show(_form(_role(name)), name)


@routes.post("/access/roles/<name>")
def change_role(name: str) -> Page:
    """Say anew what a role may do."""
    form = _form(_role(name))

    def work(change: Change) -> str:
        policy.change_role(change, _typed(form, name))
        return url_for("access.roles")

    return keep(form, work, f"The role {name} is changed.", lambda form: _show(form, name))


@routes.post("/access/teams/<uid>")
def put_team(uid: str) -> Response:
    """Put a team below another one."""

    def work(change: Change) -> str:
        put_below(change, uid, request.form.get("parent") or None)
        return url_for("access.roles")

    return press(work, "The team is moved.", url_for("access.roles"))


def _role(name: str) -> Role:
    if name not in SHIPPED:
        raise NotFoundError(f"There is no role {name!r}; there are {', '.join(SHIPPED)}.", field="role")
    return policy.current(graph(), user=my_uid()).role(name)


def _form(role: Role) -> Form:
    scopes = [(scope.value, words) for scope, words in _SCOPES]
    rows = [
        Field(f"{kind}.{action}", f"{action.capitalize()} {kind}s", input="choice", choices=scopes).put(
            role.scope(action, kind).value
        )
        for kind in KINDS
        for action in ACTIONS
    ]
    modules = [
        Field(module.value, words, input="flag").put(module in role.modules) for module, words in MODULES.items()
    ]
    hidden = Field("hidden", "Fields that are not shown", "As contact.birthday. One a line.", input="list")
    masked = Field(
        "masked", "Show paths through records they may not see as “a colleague of yours”",
        "Otherwise such paths are left out.", input="flag",
    )  # fmt: skip
    return Form([*rows, *modules, hidden.put(sorted(role.hidden)), masked.put(role.masked)])


def _typed(form: Form, name: str) -> Role:
    rows = {kind: {action: Scope(form[f"{kind}.{action}"].content or "none") for action in ACTIONS} for kind in KINDS}
    modules = frozenset(module for module in Module if form[module.value].content)
    return Role(name, rows, modules, frozenset(form["hidden"].meant() or ()), bool(form["masked"].content))


def _show(form: Form, name: str) -> str:
    return render_template(
        "access/role.html",
        form=form,
        name=name,
        kinds=KINDS,
        actions=ACTIONS,
        modules=[module.value for module in Module],
    )
