"""Access: what the roles may do, and which team stands below which."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext, lazy_pgettext
from werkzeug.wrappers import Response

from graphcrm.access import ACTIONS, KINDS, SHIPPED, Module, Role, Scope
from graphcrm.errors import NotFoundError, said
from graphcrm.queries.access.teams import teams
from graphcrm.services import policy
from graphcrm.services.changes import Change
from graphcrm.services.teams import RULES, alter
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.forms.fields import Field
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.saving import Page, keep, press
from graphcrm.web.pages.words import spoken

routes = Blueprint("access", __name__)

_OF_TEAM = ("parent", *RULES)

_SCOPES = [
    (Scope.NONE, lazy_pgettext("whose records", "none")),
    (Scope.OWN, lazy_pgettext("whose records", "own")),
    (Scope.TEAM, lazy_pgettext("whose records", "team's")),
    (Scope.ALL, lazy_pgettext("whose records", "all")),
]
_ACTIONS = {
    "read": lazy_pgettext("what a role may do", "Read"),
    "edit": lazy_pgettext("what a role may do", "Edit"),
    "delete": lazy_pgettext("what a role may do", "Delete"),
    "assign": lazy_pgettext("what a role may do", "Assign"),
}
HEADINGS = {
    "account": lazy_gettext("Accounts"),
    "contact": lazy_gettext("Contacts"),
    "lead": lazy_gettext("Leads"),
    "opportunity": lazy_gettext("Opportunities"),
    "contract": lazy_gettext("Contracts"),
    "order": lazy_gettext("Orders"),
    "service_request": lazy_gettext("Service requests"),
    "campaign": lazy_gettext("Campaigns"),
    "task": lazy_gettext("Tasks"),
    "user": lazy_gettext("Users"),
}
_TITLES = {
    "account": lazy_gettext("Accounts: whose they may …"),
    "contact": lazy_gettext("Contacts: whose they may …"),
    "lead": lazy_gettext("Leads: whose they may …"),
    "opportunity": lazy_gettext("Opportunities: whose they may …"),
    "contract": lazy_gettext("Contracts: whose they may …"),
    "order": lazy_gettext("Orders: whose they may …"),
    "service_request": lazy_gettext("Service requests: whose they may …"),
    "campaign": lazy_gettext("Campaigns: whose they may …"),
    "task": lazy_gettext("Tasks: whose they may …"),
    "user": lazy_gettext("Users: whose they may …"),
}
MODULES = {
    Module.PATHS: lazy_gettext("Warm paths, colleagues, who knows whom"),
    Module.MOVES: lazy_gettext("The feed of moves"),
    Module.LOG: lazy_gettext("Log interactions and ratings"),
    Module.IMPORT: lazy_gettext("Import"),
    Module.EXPORT: lazy_gettext("Export"),
    Module.TAGS: lazy_gettext("Rename, merge and delete tags"),
    Module.PURGE: lazy_gettext("Erase for ever"),
    Module.AUDIT: lazy_gettext("Read the audit log"),
    Module.POLICY: lazy_gettext("Say what the roles may do"),
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
        headings=HEADINGS,
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

    return keep(form, work, _("The role %(name)s is changed.", name=spoken(name)), lambda form: _show(form, name))


@routes.post("/access/teams/<uid>")
def put_team(uid: str) -> Response:
    """Put a team below another one, and say its rules of the pool."""

    def work(change: Change) -> str:
        sent = request.form  # what nobody changed is not sent on: somebody else may have
        changed = [name for name in _OF_TEAM if name in sent and sent[name] != sent.get(f"was_{name}")]
        alter(change, uid, {name: sent[name] for name in changed})
        return url_for("access.roles")

    return press(work, _("The team is changed."), url_for("access.roles"))


def _role(name: str) -> Role:
    if name not in SHIPPED:
        raise NotFoundError(
            said("There is no role %(name)r; there are %(roles)s.", name=name, roles=", ".join(SHIPPED)), field="role"
        )
    return policy.current(graph(), user=my_uid()).role(name)


def _form(role: Role) -> Form:
    scopes = [(scope.value, str(words)) for scope, words in _SCOPES]
    rows = [
        Field(f"{kind}.{action}", str(_ACTIONS[action]), input="choice", choices=scopes).put(
            role.scope(action, kind).value
        )
        for kind in KINDS
        for action in ACTIONS
    ]
    modules = [
        Field(module.value, str(words), input="flag").put(module in role.modules) for module, words in MODULES.items()
    ]
    hidden = Field("hidden", _("Fields that are not shown"), _("As contact.birthday. One a line."), input="list")
    masked = Field(
        "masked", _("Show paths through records they may not see as “a colleague of yours”"),
        _("Otherwise such paths are left out."), input="flag",
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
        titles=_TITLES,
        actions=ACTIONS,
        modules=[module.value for module in Module],
    )
