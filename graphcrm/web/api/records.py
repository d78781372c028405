"""Lists of records, and the search."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint

from graphcrm.queries.records.entry import Entry
from graphcrm.queries.records.list_accounts import list_accounts
from graphcrm.queries.records.list_contacts import list_contacts
from graphcrm.queries.records.list_leads import list_leads
from graphcrm.queries.search.find import find
from graphcrm.queries.users import users as user_queries
from graphcrm.web import cursors
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import records as shapes
from graphcrm.web.api.shapes.records import MatchList, RecordList, UserList
from graphcrm.web.context import graph
from graphcrm.web.cursors import AfterName, AfterSeen
from graphcrm.web.parameters import LIMIT_MOST, ListParameters, Nothing, SearchParameters

routes = Blueprint("api_records", __name__)

_TAG = tag("Records", "Accounts, contacts, leads and users, and the search over all of them.")


@routes.get("/accounts")
@documented(RecordList, _TAG)
def accounts(query: ListParameters) -> RecordList:
    """Accounts by name, or the best matches of `q`."""
    return _page("account", list_accounts, query)


@routes.get("/contacts")
@documented(RecordList, _TAG)
def contacts(query: ListParameters) -> RecordList:
    """Contacts by name, or the best matches of `q`."""
    return _page("contact", list_contacts, query)


@routes.get("/leads")
@documented(RecordList, _TAG)
def leads(query: ListParameters) -> RecordList:
    """Leads by name, or the best matches of `q`."""
    return _page("lead", list_leads, query)


@routes.get("/users")
@documented(UserList, _TAG)
def users(query: Nothing) -> UserList:  # noqa: ARG001  (that there are no parameters is checked too)
    """All of us, by name; those who have left are not `active`."""
    return shapes.user_list(user_queries.users(graph()))


@routes.get("/search")
@documented(MatchList, _TAG)
def search(query: SearchParameters) -> MatchList:
    """Records by what people type: names, other names, aliases, addresses, titles; in English and Chinese."""
    return shapes.matches_of_all_types(find(graph(), text=query.q, limit=query.limit))


def _page(label: str, listing: Callable[..., list[Entry]], query: ListParameters) -> RecordList:
    of = cursors.question(label, query.q)
    if query.q is not None:
        return _matches(label, query.q, query, of)
    after = cursors.read(query.cursor, AfterName, of) or AfterName(of=of, name="", uid="")
    entries = listing(graph(), after_name=after.name, after_uid=after.uid, limit=query.limit + 1)
    page = entries[: query.limit]
    cursor = AfterName(of=of, name=page[-1].name, uid=page[-1].uid) if len(entries) > query.limit else None
    return shapes.listed(page, cursors.written(cursor) if cursor else None)


def _matches(label: str, text: str, query: ListParameters, of: str) -> RecordList:
    after = cursors.read(query.cursor, AfterSeen, of)
    seen = after.seen if after else 0
    matches = [match for match in find(graph(), text=text, limit=LIMIT_MOST) if match.type == label]
    until = seen + query.limit
    cursor = cursors.written(AfterSeen(of=of, seen=until)) if len(matches) > until else None
    return shapes.found(matches[seen:until], cursor)
