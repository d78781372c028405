"""The palette (Ctrl+K): records, pages and actions by a few letters, as a list to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from graphcrm.access import Kind
from graphcrm.queries.views.views import views as views_of
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import SearchParameters, read
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.shell.at_hand import at_hand
from graphcrm.web.pages.shell.layout import can
from graphcrm.web.pages.shell.saved import tabs

routes = Blueprint("palette", __name__)

_RECORDS = 8
_AT_HAND = 5
_PAGES_OF = {
    "account": "accounts.account", "contact": "contacts.contact", "lead": "leads.lead",
    "opportunity": "opportunities.opportunity",
    "contract": "contracts.contract", "order": "orders.order", "service_request": "service_requests.service_request",
    "campaign": "campaigns.campaign",
    "task": "tasks.task",
    "user": "users.user",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: what it is called, what it leads to, and how it is drawn."""

    name: str
    detail: str
    href: str
    icon: str | None = None
    avatar: str | None = None


@routes.get("/palette")
def palette() -> str:
    """Show what a few letters may mean; without any, what somebody has at hand, and where one can go."""
    q = (request.args.get("q") or "").strip()[:200]
    first = _found(q) if q else _kept()
    groups = [*first, (_("Go to"), _fit(_places(), q)), (_("Do"), _fit(_deeds(), q))]
    return render_template("palette/palette.html", groups=[group for group in groups if group[1]], q=q)


def _found(q: str) -> list[tuple[str, list[Choice]]]:
    """Records, and saved views, whose names have these letters."""
    views = [Choice(view.name, view.about or "", view.href, "save") for view in tabs(views_of(graph(), user=my_uid()))]
    return [(_("Records"), _records(q)), (_("Saved views"), _fit(views, q))]


def _kept() -> list[tuple[str, list[Choice]]]:
    """The records looked at last, and those starred."""
    hand = at_hand(_AT_HAND)
    named = ((_("Recently viewed"), hand.recent), (_("Starred"), hand.starred))
    return [(title, [Choice(one.name, one.detail, one.href, avatar=one.kind) for one in kept]) for title, kept in named]


def _records(q: str) -> list[Choice]:
    asked = read(SearchParameters, request.args.__class__([("q", q), ("limit", str(_RECORDS))]))
    return [
        Choice(found.name, found.detail or "", url_for(_PAGES_OF[found.type], uid=found.uid), avatar=found.type)
        for found in listings.search(graph(), asked).rows
        if can(_PAGES_OF[found.type])
    ]


def _places() -> list[Choice]:
    """The pages, with the words of the navigation."""
    named = [
        (_("Home"), "home", "home.home"),
        (_("Contacts"), "users", "lists.contacts"),
        (_("Accounts"), "building", "lists.accounts"),
        (_("Leads"), "lead", "lists.leads"),
        (_("Opportunities"), "job", "lists.opportunities"),
        (_("Contracts"), "contract", "lists.contracts"),
        (_("Orders"), "order", "lists.orders"),
        (_("Service requests"), "service", "lists.service_requests"),
        (_("Campaigns"), "event", "lists.campaigns"),
        (_("Coverage"), "users", "coverage.show"),
        (_("Tasks"), "check", "lists.tasks"),
        (_("Calendar"), "calendar", "calendar.month"),
        (_("Notifications"), "bell", "notifications.list_"),
        (_("Automations"), "repeat", "automations.list_"),
        (_("Mail templates"), "email", "mail.templates"),
        (_("Warm paths"), "route", "reach.reach"),
        (_("Network"), "network", "network.network"),
        (_("Moves"), "moves", "feed.moves"),
        (_("Introductions"), "send", "introductions.list_"),
        (_("Search"), "search", "search.search"),
        (_("Saved views"), "save", "views.list_"),
        (_("Users"), "team", "users.list_"),
        (_("Access"), "access", "access.roles"),
        (_("Audit log"), "audit", "audit.audit"),
        (_("Trash"), "bin", "trash.list_"),
        (_("API"), "api", "api_docs.docs"),
        (_("Your account"), "user", "me.me"),
    ]
    return [Choice(name, "", url_for(endpoint), icon) for name, icon, endpoint in named if can(endpoint)]


def _deeds() -> list[Choice]:
    """What can be begun anywhere."""
    new: tuple[tuple[Kind, str], ...] = (
        ("contact", _("New contact")),
        ("account", _("New account")),
        ("lead", _("New lead")),
        ("opportunity", _("New opportunity")),
        ("contract", _("New contract")),
        ("order", _("New order")),
        ("service_request", _("New service request")),
        ("campaign", _("New campaign")),
        ("task", _("New task")),
    )
    return [
        Choice(name, "", url_for("records.new", kind=kind), "plus") for kind, name in new if can("records.new", kind)
    ]


def _fit(choices: list[Choice], q: str) -> list[Choice]:
    """Those whose name has a word that begins so; all of them where nothing is typed."""
    typed = q.casefold()
    return [one for one in choices if typed in one.name.casefold()] if typed else choices
