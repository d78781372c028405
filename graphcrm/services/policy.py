"""The policy: what the roles may do, as shipped or as an administrator has said (docs/access.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graphcrm.access import ACTIONS, KINDS, SHIPPED, Module, Policy, Reader, Role, Scope
from graphcrm.errors import InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.nodes import NODES, states
from graphcrm.nodes.base import OURS, fields
from graphcrm.nodes.states import State
from graphcrm.queries.access.lock_policy import lock_policy
from graphcrm.queries.access.mates import mates
from graphcrm.queries.access.put_policy import put_policy
from graphcrm.queries.access.standing import standing
from graphcrm.queries.changes.revision import Revision
from graphcrm.services.changes import Change, differing
from graphcrm.services.records import LABELS

KIND = "role"
_LABEL = "Role"  # of a history: there is no such node


def reader(runner: Runner, *, user: str, role: str | None) -> Reader:
    """A user as the decision function knows them; one query."""
    found = standing(runner, user=user)
    return Reader(user, read(found.roles).role(role), frozenset(found.mates))


def readers(runner: Runner, roles: Mapping[str, str | None]) -> dict[str, Reader]:
    """Some users, with their roles, as the decision function knows them; one query."""
    found = mates(runner, users=sorted(roles))
    return {one.user: Reader(one.user, read(one.roles).role(roles[one.user]), frozenset(one.mates)) for one in found}


def current(runner: Runner, *, user: str) -> Policy:
    """The policy as it is now; `user` is who asks."""
    return read(standing(runner, user=user).roles)


@lru_cache(maxsize=8)  # the same text is read with every request
def read(stored: str | None) -> Policy:
    """The policy as it is stored; roles that it does not name are as shipped."""
    roles = {name: _role(name, said) for name, said in json.loads(stored or "{}").items()}
    return Policy({**SHIPPED, **roles})


def change_role(change: Change, role: Role) -> None:
    """Say anew what a role may do; raises InvalidInputError where nobody could change it back, ForbiddenError."""
    _check(role)
    stored = lock_policy(change.tx, at=change.at)
    policy = read(stored.roles)
    before, after = differing(_state(policy.role(role.name)), _state(role))
    if after:
        put_policy(change.tx, roles=_written(policy.having(role)), at=change.at, by=change.author.user)
        on = [(_LABEL, role.name)]
        change.remember(KIND, role.name, stored.rev + 1, "change", before=before, after=after, on=on)


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to a role; raises ChangedSinceError, ForbiddenError."""
    role = read(lock_policy(change.tx, at=change.at).roles).role(revision.of)
    change.untouched(revision, None)
    change_role(change, _of_state(role.name, _state(role) | states.read(revision.before)))


def shown(role: Role) -> dict[str, Any]:
    """A role as JSON has it, in one order."""
    rows = {kind: {action: role.scope(action, kind).value for action in ACTIONS} for kind in KINDS}
    return {
        "rows": rows, "modules": sorted(module.value for module in role.modules), "hidden": sorted(role.hidden),
        "masked": role.masked,
    }  # fmt: skip


def _written(policy: Policy) -> str:
    return json.dumps({name: shown(role) for name, role in policy.roles.items() if role != SHIPPED.get(name)})


def _state(role: Role) -> State:
    """A role as its revisions have it: every scope by itself, so that a difference says what became another."""
    told = shown(role)
    rows = {f"{kind}.{action}": scope for kind, row in told.pop("rows").items() for action, scope in row.items()}
    return rows | told


def _of_state(name: str, state: State) -> Role:
    rows = {kind: {action: state[f"{kind}.{action}"] for action in ACTIONS} for kind in KINDS}
    return _role(name, {"rows": rows, **{part: state[part] for part in ("modules", "hidden", "masked")}})


def _role(name: str, said: dict[str, Any]) -> Role:
    shipped = SHIPPED.get(
        name
    )  # says what a role may do with a kind of record that it was told of before there was any
    rows = {
        kind: {action: Scope(said["rows"][kind].get(action, Scope.NONE)) for action in ACTIONS}
        if kind in said["rows"] or not shipped
        else shipped.rows[kind]
        for kind in KINDS
    }
    known = {module.value for module in Module}  # a module that is gone is nobody's
    modules = frozenset(Module(module) for module in said["modules"] if module in known)
    return Role(name, rows, modules, frozenset(said["hidden"]), said["masked"])


def _check(role: Role) -> None:
    if role.name not in SHIPPED:
        raise InvalidInputError(
            said("There is no role %(name)r; there are %(shipped)s.", name=role.name, shipped=", ".join(SHIPPED)),
            field="role",
        )
    if role.name == "admin" and not (Module.POLICY in role.modules and role.scope("edit", "user") is Scope.ALL):
        message = said(
            "An admin says what the roles may do and who has which; without that nobody could change it back.",
        )
        raise InvalidInputError(message, field="modules")
    for name in role.hidden:
        kind, _, field = name.partition(".")
        if kind not in KINDS or (field not in _hideable(kind) and not field.startswith("x_")):
            raise InvalidInputError(
                said("%(name)r is no field; name one as contact.birthday.", name=name), field="hidden"
            )


_SHOWN: dict[str, set[str]] = {
    **{kind: {"lifecycle_since", "lifecycle_trail"} for kind in ("account", "contact")},  # hidden with the lifecycle
    "opportunity": {"stage", "status", "stage_since", "trail", "closed_at", "currency", "won_reason", "lost_reason"},
    "contract": {"status", "currency", "start", "end", "renewal", "notice_on", "remind_days"},
    "order": {"status", "currency", "start", "end", "deliver_by"},
    "service_request": {
        "status",
        "priority",
        "asked_at",
        "answered_at",
        "solved_at",
        "waiting_since",
        "waited",
        "answer_by",
        "solve_by",
        "satisfaction",
        "satisfaction_comment",
    },
    "campaign": {"kind", "start_on", "end_on", "currency"},
    "task": {"status", "done_at", "due_on", "repeats", "every", "series", "first_on"},
}  # lists stand on these; and who opens a solved request again empties what was said of it


def _hideable(kind: str) -> set[str]:
    """The fields of a kind of record that may be hidden: not its name, nor that somebody asked not to be contacted."""
    return {*fields(NODES[LABELS[kind]]), "handles"} - OURS - {"name", "do_not_contact"} - _SHOWN.get(kind, set())
