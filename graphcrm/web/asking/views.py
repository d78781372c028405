"""Saved views, for the API and the pages alike: what their parameters may be, and who sees them page by page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl

from pydantic import Field, ValidationError

from graphcrm.errors import InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.queries.views.views import SavedView
from graphcrm.queries.views.views import views as all_views
from graphcrm.services.views import written
from graphcrm.web.asking import cursors
from graphcrm.web.asking.listings import Listing
from graphcrm.web.asking.lists import (
    AccountsPage,
    CampaignsPage,
    ContactsPage,
    ContractsPage,
    LeadsPage,
    OpportunitiesPage,
    OrdersPage,
    RequestsPage,
    TasksPage,
)
from graphcrm.web.asking.parameters import AsOfParameters, Parameters, PathsParameters, PlainPageParameters, refusal

Of = Literal[
    "accounts", "contacts", "leads", "opportunities", "contracts", "orders", "service_requests", "campaigns", "tasks",
    "paths", "network",
]  # fmt: skip
# What the page of a view may be asked: the model that the page reads its address with.
MODELS: Mapping[str, type[Parameters]] = {
    "accounts": AccountsPage,
    "contacts": ContactsPage,
    "leads": LeadsPage,
    "opportunities": OpportunitiesPage,
    "contracts": ContractsPage,
    "orders": OrdersPage,
    "service_requests": RequestsPage,
    "campaigns": CampaignsPage,
    "tasks": TasksPage,
    "paths": PathsParameters,
    "network": AsOfParameters,
}
PASSING = frozenset({"cursor", "back", "limit"})  # where somebody has got to, which is no part of a view
Given = list[tuple[str, str]]


class ViewsParameters(PlainPageParameters):
    """Of the saved views."""

    of: Annotated[Of | None, Field(description="Only those of this page.")] = None
    target: Annotated[str | None, Field(max_length=64, description="Only those about this record (its uid).")] = None


def views(runner: Runner, user: str, asked: ViewsParameters) -> Listing[SavedView]:
    """One page of the views that a user sees, the oldest first."""
    of = cursors.question("views", user, asked.of, asked.target)
    after = cursors.read(asked.cursor, cursors.AfterUid, of)
    rows = all_views(
        runner,
        user=user,
        of=asked.of,
        target=asked.target,
        after=after.uid if after else "",
        limit=asked.limit + 1,
    )
    page = rows[: asked.limit]
    more = len(rows) > asked.limit
    return Listing(page, cursors.written(cursors.AfterUid(of=of, uid=page[-1].uid)) if more else None)


def parameters(of: str, text: str, *, strict: bool = False) -> str:
    """The parameters of a view as they are kept, from an address (`status=new&sort=-name`).

    `strict` refuses a name that the page does not know, which else does not count. Raises InvalidInputError.
    """
    if of not in MODELS:
        raise InvalidInputError(said("There are no views of %(of)r.", of=of[:60]), field="of")
    model = MODELS[of]
    given = [pair for pair in parse_qsl(text) if pair[1].strip() and pair[0] not in PASSING]
    if not strict:
        given = [pair for pair in given if pair[0] in model.model_fields]
    try:
        model.model_validate(_grouped(given))
    except ValidationError as error:
        raise refusal(error) from None
    return written(given)


def asked(of: str, text: str) -> Any:  # noqa: ANN401  (the model of the page)
    """What the parameters of a view ask, as its page reads them; raises InvalidInputError."""
    try:
        return MODELS[of].model_validate(_grouped(parse_qsl(text)))
    except ValidationError as error:
        raise refusal(error) from None


def state(text: str | None) -> dict[str, Any] | None:
    """The state of a view, from JSON; raises InvalidInputError."""
    if not text or not text.strip():
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise InvalidInputError(said("state is no JSON object."), field="state")
    return found


def _grouped(given: Given) -> dict[str, str | list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in given:
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}
