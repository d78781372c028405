"""Lists of records, and the search."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.queries.accounts.account import account as one_account
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.lists import (
    AccountList,
    CampaignList,
    ContactList,
    ContractList,
    LeadList,
    MatchList,
    OpportunityList,
    OrderList,
    ServiceRequestList,
    TaskList,
    UserList,
    listed,
)
from graphcrm.web.asking import listings
from graphcrm.web.asking.filters import (
    AccountsParameters,
    CampaignsParameters,
    ContactsParameters,
    ContractsParameters,
    LeadsParameters,
    OpportunitiesParameters,
    OrdersParameters,
    RequestsParameters,
    TasksParameters,
    UsersParameters,
)
from graphcrm.web.asking.parameters import SearchParameters
from graphcrm.web.context import graph

routes = Blueprint("api_records", __name__)

_TAG = tag("Records", "Accounts, contacts, leads and users in lists, and the search over all of them.")


@routes.get("/accounts")
@documented(AccountList, _TAG)
def accounts(query: AccountsParameters) -> AccountList:
    """Accounts by name, or in another order, or the best matches of `q`."""
    page = listings.records(graph(), "account", query)
    return listed(AccountList, page.rows, page.cursor)


@routes.get("/contacts")
@documented(ContactList, _TAG, also=(404,))
def contacts(query: ContactsParameters) -> ContactList:
    """Contacts by name, or in another order, or the best matches of `q`; `detail` is the employer of the day."""
    if query.account:
        one_account(graph(), uid=query.account)
    page = listings.records(graph(), "contact", query)
    return listed(ContactList, page.rows, page.cursor)


@routes.get("/leads")
@documented(LeadList, _TAG)
def leads(query: LeadsParameters) -> LeadList:
    """Leads by name, or in another order, or the best matches of `q`."""
    page = listings.records(graph(), "lead", query)
    return listed(LeadList, page.rows, page.cursor)


@routes.get("/opportunities")
@documented(OpportunityList, _TAG)
def opportunities(query: OpportunitiesParameters) -> OpportunityList:
    """Opportunities by name, or in another order, or the best matches of `q`; `detail` is the account."""
    page = listings.records(graph(), "opportunity", query)
    return listed(OpportunityList, page.rows, page.cursor)


@routes.get("/contracts")
@documented(ContractList, _TAG)
def contracts(query: ContractsParameters) -> ContractList:
    """Contracts by name, by what is to be renewed first (`sort=due`), or the best matches of `q`."""
    page = listings.records(graph(), "contract", query)
    return listed(ContractList, page.rows, page.cursor)


@routes.get("/orders")
@documented(OrderList, _TAG)
def orders(query: OrdersParameters) -> OrderList:
    """Orders by name, by what is to be delivered first (`sort=due`), or the best matches of `q`."""
    page = listings.records(graph(), "order", query)
    return listed(OrderList, page.rows, page.cursor)


@routes.get("/service-requests")
@documented(ServiceRequestList, _TAG)
def service_requests(query: RequestsParameters) -> ServiceRequestList:
    """Service requests by name, by what is due first (`sort=due`), or the best matches of `q`."""
    page = listings.records(graph(), "service_request", query)
    return listed(ServiceRequestList, page.rows, page.cursor)


@routes.get("/campaigns")
@documented(CampaignList, _TAG)
def campaigns(query: CampaignsParameters) -> CampaignList:
    """Campaigns by name, or in another order, or the best matches of `q`; `detail` is where they are."""
    page = listings.records(graph(), "campaign", query)
    return listed(CampaignList, page.rows, page.cursor)


@routes.get("/tasks")
@documented(TaskList, _TAG)
def tasks(query: TasksParameters) -> TaskList:
    """Tasks by what is due first, with `sort=due_on`; by name, in another order, or the best matches of `q`."""
    page = listings.records(graph(), "task", query)
    return listed(TaskList, page.rows, page.cursor)


@routes.get("/users")
@documented(UserList, _TAG)
def users(query: UsersParameters) -> UserList:
    """Users by name, or in another order, or the best matches of `q`; those who have left are not `active`."""
    page = listings.records(graph(), "user", query)
    return listed(UserList, page.rows, page.cursor)


@routes.get("/search")
@documented(MatchList, _TAG)
def search(query: SearchParameters) -> MatchList:
    """Records by what people type: names, other names, aliases, addresses, titles; in English and Chinese."""
    page = listings.search(graph(), query)
    return listed(MatchList, page.rows, page.cursor)
