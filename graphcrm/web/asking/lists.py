"""A page of a list as its address asks for it: the filters of the API, the page before, and the columns."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

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
)
from graphcrm.web.asking.parameters import CursorText, Parameters, Text, split


class PageOfList(Parameters):
    """What the page of a list knows beside its filters; the columns are those of pages/lists/columns.py."""

    back: CursorText = None
    columns: Annotated[tuple[Text, ...], Field(max_length=50), BeforeValidator(split)] = ()


class AccountsPage(AccountsParameters, PageOfList):
    """A page of accounts."""


class ContactsPage(ContactsParameters, PageOfList):
    """A page of contacts."""


class LeadsPage(LeadsParameters, PageOfList):
    """A page of leads."""


class OpportunitiesPage(OpportunitiesParameters, PageOfList):
    """A page of opportunities."""


class ContractsPage(ContractsParameters, PageOfList):
    """A page of contracts."""


class OrdersPage(OrdersParameters, PageOfList):
    """A page of orders."""


class RequestsPage(RequestsParameters, PageOfList):
    """A page of service requests."""


class CampaignsPage(CampaignsParameters, PageOfList):
    """A page of campaigns."""


class TasksPage(TasksParameters, PageOfList):
    """A page of tasks."""
