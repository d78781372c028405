"""What an edge is called, seen from one of its ends, and when it held."""

from __future__ import annotations

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext, ngettext

from graphcrm.queries.network.edge import Edge
from graphcrm.web.pages.words import day, month, several, spoken

_MONTH, _YEAR = 31, 366  # days

_HEADINGS = {
    ("account", "job"): lazy_gettext("People"),
    ("contact", "job"): lazy_gettext("Jobs"),
    ("user", "tie"): lazy_gettext("Knows"),
    ("user", "owner"): lazy_gettext("Has been given"),
    ("user", "own"): lazy_gettext("Own contact record"),
    ("contact", "own"): lazy_gettext("Is one of us"),
}
_OTHERWISE = {
    "tie": lazy_gettext("Known by"),
    "owner": lazy_gettext("Owners"),
    "link": lazy_gettext("Linked with"),
    "colleague": lazy_gettext("May have worked with"),
}
# What the other end is, by the type of the link and whether it leads there.
_LINKS = {
    ("subsidiary_of", True): lazy_gettext("Parent company"),
    ("subsidiary_of", False): lazy_gettext("Subsidiary"),
    ("partner_of", True): lazy_gettext("Partner"),
    ("partner_of", False): lazy_gettext("Partner"),
    ("succeeded_by", True): lazy_gettext("Successor"),
    ("succeeded_by", False): lazy_gettext("Predecessor"),
    ("reports_to", True): lazy_gettext("Manager"),
    ("reports_to", False): lazy_gettext("Direct report"),
}


def heading(of: str, kind: str) -> str:
    """What neighbours of a kind are called, of a record of a type."""
    return str(_HEADINGS.get((of, kind)) or _OTHERWISE[kind])


def what(edge: Edge, of: str) -> str:
    """What an edge is, seen from one of its ends."""
    if edge.kind == "job":
        return edge.label or _("Job")
    if edge.kind == "tie":
        if not edge.count:
            return _("Rating")
        return ngettext("%(number)s interaction", "%(number)s interactions", edge.count, number=several(edge.count))
    if edge.kind == "colleague":
        return _("at %(companies)s", companies=edge.label or "")
    if edge.kind == "link":
        return _link(edge, of)
    return _("Owner") if edge.kind == "owner" else _("Own contact record")


def _link(edge: Edge, of: str) -> str:
    name, _sep, relation = (edge.label or "").partition(": ")
    return str(_LINKS.get((name, edge.start == of)) or spoken(relation) or _("Related"))


def when_held(edge: Edge, on: date) -> str:
    """When an edge held, as far as it is known; nothing for what has no dates."""
    if edge.kind == "tie":
        return _("last on %(day)s", day=day(edge.last_at)) if edge.last_at else ""
    if edge.kind == "own":
        return ""
    start, end = _about(edge.start_min, edge.start_max), _about(edge.end_min, edge.end_max)
    if edge.end_max is None or edge.end_max > on:
        return _("since %(start)s", start=start) if start else _("start not known")
    if end is None:
        return _("ended by %(end)s", end=month(edge.end_max))
    return _("%(first)s to %(end)s", first=start, end=end) if start else _("until %(end)s, start not known", end=end)


def _about(least: date | None, most: date | None) -> str | None:
    """A day as far as it is known: a month where it is within one, else a year; None where it is not within that."""
    days = (most - least).days if least and most else _YEAR + 1
    if least is None or days > _YEAR:
        return None
    return month(least) if days <= _MONTH else str(least.year)
