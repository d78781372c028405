"""Lists of records, and the search."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.records.by_external_id import by_external_id
from graphcrm.queries.records.entry import Entry
from graphcrm.queries.records.list_accounts import list_accounts
from graphcrm.queries.records.list_contacts import list_contacts
from graphcrm.queries.records.list_leads import list_leads
from graphcrm.queries.search.find import find
from graphcrm.queries.users import users as user_queries
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import records as shapes
from graphcrm.web.api.shapes.records import MatchList, RecordList, UserList
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import ListParameters, Nothing, SearchParameters
from graphcrm.web.context import graph

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
    return _page("contact", partial(list_contacts, on=moment(query.as_of).on), query)


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
    return shapes.matches_of_all_types(find(graph(), text=query.q, on=moment(query.as_of).on, limit=query.limit))


def _page(label: str, listing: Callable[..., list[Entry]], query: ListParameters) -> RecordList:
    if query.external_id is not None:
        found = by_external_id(graph(), label=label.capitalize(), external_id=query.external_id, limit=query.limit)
        return shapes.listed(found, None)
    if query.q is not None:
        matches = listings.matches(graph(), label, query.q, query)
        return shapes.found(matches.rows, matches.cursor)
    page = listings.records(graph(), label, listing, query)
    return shapes.listed(page.rows, page.cursor)
