"""Who may see and do what: roles, rows and modules, and the one decision that everything asks (docs/access.md).

Pure, and imports nothing of ours. A decision about a kind of record comes down to a list of owners: queries get that
list as a parameter (`Sight`), and a single record is asked about by the same list (`Reader.may`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NOBODY = ""  # stands in a list of owners for what nobody owns

Kind = Literal[
    "account", "contact", "lead", "opportunity", "contract", "order", "service_request", "campaign", "task", "user"
]  # fmt: skip
Action = Literal["read", "edit", "delete", "assign"]
KINDS: tuple[Kind, ...] = (
    "account", "contact", "lead", "opportunity", "contract", "order", "service_request", "campaign", "task", "user",
)  # fmt: skip
OWNED: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "user")  # what has an owner
ACTIONS: tuple[Action, ...] = ("read", "edit", "delete", "assign")
# What is kept of how far a record is with us: who does not see that, does not see since when.
_OF_LIFECYCLE = frozenset({"lifecycle_trail", "lifecycle_since", "customer_since", "proposed"})
Owners = tuple[str, ...] | None  # uids of users and NOBODY; None: whosever it is


def many(kind: str) -> str:
    """What several of a kind of record are called, in files and fields: opportunities, service_requests."""
    return f"{kind.removesuffix('y')}ies" if kind.endswith("y") else f"{kind}s"


def place(kind: str) -> str:
    """Where records of a kind are, in addresses: opportunities, service-requests."""
    return many(kind).replace("_", "-")


def a(kind: str) -> str:
    """One of a kind of record, in English: an account, a service request."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind.replace('_', ' ')}"


def label_of(kind: str) -> str:
    """The label that records of a kind have in the graph: ServiceRequest of service_request."""
    return "".join(word.title() for word in kind.split("_"))


def kind_of(label: str) -> str:
    """The kind of the records of a label: service_request of ServiceRequest."""
    return _CAPITAL.sub("_", label).lower()


class Scope(StrEnum):
    """Whose records: nobody's at all, one's own, those of one's team and the teams below it, or all.

    What nobody owns is in each of them but the first.
    """

    NONE = "none"
    OWN = "own"
    TEAM = "team"
    ALL = "all"


class Module(StrEnum):
    """What is no kind of record, and may be used or not."""

    PATHS = "paths"  # warm paths, colleagues, who knows whom
    MOVES = "moves"  # the feed of moves, and the moves that are proposed
    LOG = "log"  # interactions and ratings: write down what happened, and correct what one wrote
    IMPORT = "import"
    EXPORT = "export"
    TAGS = "tags"  # rename, merge and delete them; whoever may change a record may tag it
    PURGE = "purge"  # erase for ever what is in the trash
    AUDIT = "audit"  # read who did what
    POLICY = "policy"  # say what the roles may do


Rows = Mapping[Kind, Mapping[Action, Scope]]


@dataclass(frozen=True, slots=True)
class Role:
    """What the users of a role may do.

    `rows` says whose records, by kind and action: `edit` creates and changes them with their jobs, links and addresses,
    `delete` puts them into the trash and brings them back, `assign` says whose they are. `hidden` names fields that are
    not shown, as `contact.birthday`. `masked` shows a path through a record that the user may not see as "a colleague
    of yours" with its strength; otherwise such a path is left out.
    """

    name: str
    rows: Rows
    modules: frozenset[Module] = frozenset()
    hidden: frozenset[str] = frozenset()
    masked: bool = False

    def scope(self, action: Action, kind: Kind) -> Scope:
        """Whose records of a kind the role may do something with."""
        return self.rows.get(kind, {}).get(action, Scope.NONE)


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose records a query sees, by kind, and which fields (as `contact.birthday`) it does not."""

    accounts: Owners = None
    contacts: Owners = None
    leads: Owners = None
    opportunities: Owners = None
    campaigns: Owners = None
    tasks: Owners = None
    contracts: Owners = None
    orders: Owners = None
    service_requests: Owners = None
    hidden: frozenset[str] = frozenset()

    def hides(self, kind: str) -> frozenset[str]:
        """The fields of a kind of record that are not shown."""
        hidden = frozenset(name.partition(".")[2] for name in self.hidden if name.partition(".")[0] == kind)
        return hidden | _OF_LIFECYCLE if "lifecycle" in hidden else hidden

    @property
    def params(self) -> dict[str, dict[str, Owners]]:
        """What it is called in Cypher: the owners by label; a label that is not in it is seen whosever it is."""
        return {"see": {label_of(kind): getattr(self, many(kind)) for kind in OWNED}}


EVERYTHING = Sight()


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who asks: the uid, the role, and the uids of all users in their teams and in the teams below these."""

    user: str
    role: Role
    mates: frozenset[str] = frozenset()

    def owners(self, action: Action, kind: Kind) -> Owners:
        """Whose records of a kind the reader may do something with."""
        scope = self.role.scope(action, kind)
        if scope is Scope.ALL:
            return None
        if scope is Scope.NONE:
            return ()
        mates = self.mates if scope is Scope.TEAM else frozenset[str]()
        return (NOBODY, *sorted(mates | {self.user}))

    def may(self, action: Action, kind: Kind, owner: str | None) -> bool:
        """Whether the reader may do something with one record, which is `owner`'s; a user's record is their own."""
        owners = self.owners(action, kind)
        return owners is None or (owner or NOBODY) in owners

    @property
    def sight(self) -> Sight:
        """Whose records the reader's queries see."""
        return Sight(**{many(kind): self.owners("read", kind) for kind in OWNED}, hidden=self.role.hidden)


def _rows(**kinds: str) -> Rows:
    """Rows said shortly: `account="all team own none"` are the scopes to read, edit, delete and assign."""
    named = {kind: kinds.get(kind, "none none none none").split() for kind in KINDS}
    return {
        kind: {action: Scope(scope) for action, scope in zip(ACTIONS, scopes, strict=True)}
        for kind, scopes in named.items()
    }


_EVERYBODY_READS_USERS = "all none none none"  # names of colleagues stand on every page
_EVERYDAY = frozenset({Module.PATHS, Module.MOVES, Module.LOG})

# As shipped. Reps share what their team has: who covers for a colleague has to see the account. They change and give
# away only their own and what nobody has, so that nobody loses a customer to the next desk; managers see to the rest.
# What we do for many, everybody may know of who may bring somebody; of who comes they see those whom they see anyway.
SHIPPED: dict[str, Role] = {
    role.name: role
    for role in (
        Role(
            "admin",
            _rows(
                account="all all all all", contact="all all all all", lead="all all all all",
                opportunity="all all all all", task="all all all all", user="all all all all",
                contract="all all all all", order="all all all all", service_request="all all all all",
                campaign="all all all all",
            ),
            frozenset(Module),
        ),
        Role(
            "manager",
            _rows(
                account="team team team team", contact="team team team team", lead="team team team team",
                opportunity="team team team team", task="team team team team",
                contract="team team team team", order="team team team team", service_request="team team team team",
                campaign="all team team team",
                user=_EVERYBODY_READS_USERS,
            ),
            _EVERYDAY | {Module.IMPORT, Module.EXPORT, Module.TAGS},
            masked=True,
        ),
        Role(
            "rep",
            _rows(
                account="team own own own", contact="team own own own", lead="team own own own",
                opportunity="team own own own", task="team own own own",
                contract="team own own own", order="team own own own", service_request="team own own own",
                campaign="all own own own",
                user=_EVERYBODY_READS_USERS,
            ),
            _EVERYDAY,
            masked=True,
        ),
        Role(
            "service",
            _rows(
                account="all none none none", contact="all team none none", task="team own own own",
                contract="all none none none", order="all none none none", service_request="all team own team",
                campaign="all none none none",
                user=_EVERYBODY_READS_USERS,
            ),
            _EVERYDAY - {Module.MOVES},
            masked=True,
        ),
        Role(
            "analyst",
            _rows(
                account="all none none none", contact="all none none none", lead="all none none none",
                opportunity="all none none none", task="own own own own",
                contract="all none none none", order="all none none none", service_request="all none none none",
                campaign="all none none none",
                user=_EVERYBODY_READS_USERS,
            ),
            frozenset({Module.PATHS, Module.MOVES, Module.EXPORT}),
        ),
        Role(
            "viewer",
            _rows(account="team none none none", contact="team none none none", user=_EVERYBODY_READS_USERS),
            frozenset({Module.PATHS, Module.MOVES}),
        ),
    )
}  # fmt: skip


OF_WHO_HAS_NONE = "rep"  # as of a new user of whom nothing is said; an import may bring users without a role


@dataclass(frozen=True, slots=True)
class Policy:
    """The roles as they are now, by name."""

    roles: Mapping[str, Role] = field(default_factory=lambda: SHIPPED)

    def role(self, name: str | None) -> Role:
        """A role; that of who has none is OF_WHO_HAS_NONE, and one that nobody knows may do nothing."""
        return self.roles.get(name or OF_WHO_HAS_NONE) or Role(name or "", {})

    def having(self, role: Role) -> Policy:
        """The same with a role changed."""
        return replace(self, roles={**self.roles, role.name: role})
