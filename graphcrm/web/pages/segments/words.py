"""What a segment asks, in words: a text for each condition of queries/records/conditions.py, and a sentence for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext as pgettext

from graphcrm.graph import Runner
from graphcrm.queries.records.conditions import CONDITIONS, Takes
from graphcrm.queries.records.names import names
from graphcrm.queries.records.segment import Groups, One
from graphcrm.services import conditions
from graphcrm.services.tagging import standing
from graphcrm.web.pages.words import spoken

Called = Mapping[tuple[str, str], str]  # what records are called, by kind and uid
# What each is called in a menu, and the sentence of it; those of accounts and leads where they differ.
_EVERY: Mapping[str, tuple[LazyString, LazyString]] = {
    "owner": (_("Owner"), _("belongs to %(value)s")),
    "owned": (_("Has an owner"), _("belongs to somebody")),
    "tag": (_("Tag"), _("has the tag %(value)s")),
    "added": (_("Added"), _("was added %(span)s")),
    "open_task": (_("Has an open task"), _("has an open task")),
    "lifecycle": (_("Lifecycle"), _("lifecycle is %(value)s")),
    "industry": (_("Industry"), _("industry is %(value)s")),
    "country": (_("Country"), _("country is %(value)s")),
    "region": (_("Region"), _("region is %(value)s")),
    "city": (_("City"), _("city is %(value)s")),
    "size_band": (_("Size"), _("size is %(value)s")),
    "value_band": (pgettext("of an account", "Value"), _("value is %(value)s")),
    "kind": (_("Kind"), _("kind is %(value)s")),
    "status": (_("Status"), _("status is %(value)s")),
    "source_channel": (_("Came from"), _("came from %(value)s")),
    "do_not_contact": (_("Asked not to be contacted"), _("asked not to be contacted")),
    "placeholder": (_("Placeholder"), _("is a placeholder")),
    "employees_from": (_("Employees, at least"), _("has at least %(value)s employees")),
    "employees_to": (_("Employees, at most"), _("has at most %(value)s employees")),
    "at": (_("Works at"), _("works at %(value)s")),
    "at_lifecycle": (_("Works at a …"), _("works at an account whose lifecycle is %(value)s")),
    "at_lifecycle_other": (_("Works at none of …"), _("works at an account whose lifecycle is not %(value)s")),
    "at_industry": (_("Works in the industry"), _("works at an account of the industry %(value)s")),
    "at_industry_other": (_("Works in another industry"), _("works at an account of another industry than %(value)s")),
    "at_country": (_("Works in the country"), _("works at an account in %(value)s")),
    "at_country_other": (_("Works in another country"), _("works at an account in another country than %(value)s")),
    "left": (_("Left an account"), _("left an account whose lifecycle is %(value)s, %(span)s")),
    "left_account": (_("Left the account"), _("left %(value)s %(span)s")),
    "role": (_("Role"), _("is %(value)s")),
    "title": (_("Title"), _("title has “%(value)s” in it")),
    "department": (_("Department"), _("department has “%(value)s” in it")),
    "started": (_("Started a job"), _("started a job %(span)s")),
    "silent": (_("Silent"), _("nothing happened with %(who)s for %(days)s days")),
    "met": (_("In touch"), _("was in touch with %(who)s in the last %(days)s days")),
    "known": (_("Known to us"), _("is known to %(who)s")),
    "tie": (_("Tie"), _("the tie with %(who)s is at least %(value)s %%")),
    "staff_left": (_("Somebody left"), _("somebody left in the last %(days)s days")),
    "staff_started": (_("Somebody started"), _("somebody started in the last %(days)s days")),
    "staff_role": (_("Has people who are …"), _("%(value)s works there")),
}
_OF_ACCOUNTS: Mapping[str, tuple[LazyString, LazyString]] = {
    "silent": (_("Silent"), _("nothing happened between its people and %(who)s for %(days)s days")),
    "known": (_("Known to us"), _("somebody there is known to %(who)s")),
}
_LEFT_ANY = _("left an account %(span)s")
SPANS: Mapping[str, LazyString] = {
    "within": _("in the last days"),
    "over": _("longer ago than days"),
    "this_week": _("this week"),
    "this_month": _("this month"),
    "last_month": _("last month"),
    "this_quarter": _("this quarter"),
    "this_year": _("this year"),
}
_SPANNED: Mapping[str, LazyString] = {
    **SPANS,
    "within": _("in the last %(days)s days"),
    "over": _("more than %(days)s days ago"),
}
WHO: Mapping[str, LazyString] = {"me": _("me"), "anyone": _("any of us")}
VALUES: Mapping[str, LazyString] = {
    "value": _("Value"),
    "span": _("When"),
    "days": _("Days"),
    "who": _("Who of us"),
}


def label(kind: str, by: str) -> str:
    """What a condition is called."""
    return str(_words(kind, by)[0])


def labels(kind: str) -> list[tuple[str, str]]:
    """The conditions of a kind, to choose from, by what they are called."""
    found = [(by, label(kind, by)) for by in CONDITIONS[kind]]
    return sorted(found, key=lambda one: one[1].casefold())


def sentence(kind: str, groups: Groups, called: Called) -> str:
    """What a segment asks: “left an account in the last 90 days; and works at …”; `called` are the names in it."""
    parts = [gettext(" or ").join(_said(kind, one, called) for one in group) for group in groups]
    return gettext("; and ").join(parts)


def _said(kind: str, one: One, called: Called) -> str:
    takes = {takes.name: takes for takes in CONDITIONS[kind][one.by].takes}
    values = {name: _value(takes[name], value, called) for name, value in one.values.items()}
    if "span" in values:
        values["span"] = str(_SPANNED[one.values["span"]]) % {"days": one.values.get("days", "")}
    words = _LEFT_ANY if one.by == "left" and "value" not in values else _words(kind, one.by)[1]
    told = str(words) % values
    return gettext("not: %(what)s", what=told) if one.negated else told


def _value(takes: Takes, value: Any, called: Called) -> str:  # noqa: ANN401
    if takes.type == "who" or value == "me":
        return str(WHO[value])
    if takes.type == "choices":
        return gettext(" or ").join(spoken(one) for one in value)
    if isinstance(value, list):
        return gettext(" or ").join(value)
    return called.get((takes.type, str(value)), str(value))


def called(runner: Runner, asked: Iterable[tuple[str, Groups]]) -> Called:
    """The names of the records that segments name, as far as who asks sees them; of a merged tag, that of the other."""
    named = {each for kind, groups in asked for each in conditions.named(kind, groups)}
    found = {(one.type, one.uid): one.name for one in names(runner, uids={uid for _, uid in named})}
    stands = standing(runner, {uid for of, uid in named if of == "tag"})
    return found | {("tag", uid): tag.name for uid, tag in stands.items()}


def _words(kind: str, by: str) -> tuple[LazyString, LazyString]:
    return (_OF_ACCOUNTS.get(by) if kind == "account" else None) or _EVERY[by]
