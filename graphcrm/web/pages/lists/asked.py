"""What the address of a list asks: filters as the API has them, the page before, and what people write in its forms."""

from __future__ import annotations

from typing import Any

from flask import request

from graphcrm.errors import AmbiguousError, GraphcrmError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.queries.access.teams import teams
from graphcrm.queries.records.kinds import KINDS
from graphcrm.queries.search.resolve import resolve
from graphcrm.services import groups, segments, tags
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
from graphcrm.web.asking.parameters import read

ME = "me"  # in the place of a user, so that a view that is shared shows everybody theirs
_NAMED = {
    "account": "Account", "worked_at": "Account", "owner": "User", "about_account": "Account",
    "about_contact": "Contact", "about_lead": "Lead", "tag": "Tag", "tag_not": "Tag",
    "segment": "Segment", "group": "Group",
    "about_opportunity": "Opportunity", "about_contract": "Contract", "about_order": "Order",
    "about_service_request": "ServiceRequest", "opportunity": "Opportunity", "contact": "Contact", "team": "Team",
    "campaign": "Campaign",
}  # fmt: skip


Asked = (
    AccountsPage | ContactsPage | LeadsPage | OpportunitiesPage | ContractsPage | OrdersPage | RequestsPage
    | CampaignsPage | TasksPage
)  # fmt: skip
_PAGES: dict[str, type[Asked]] = {
    "account": AccountsPage,
    "contact": ContactsPage,
    "lead": LeadsPage,
    "opportunity": OpportunitiesPage,
    "contract": ContractsPage,
    "order": OrdersPage,
    "service_request": RequestsPage,
    "campaign": CampaignsPage,
    "task": TasksPage,
}


def sent(kind: str) -> Asked:
    """What is asked, as it was sent; raises InvalidInputError.

    What was added lately comes newest first, unless another order is asked for: by name one may have to go along all.
    Tasks come by the day on which they are due, and all of them, which may be a hundred thousand, newest first.
    """
    asked = read(_PAGES[kind], request.args)
    lately = asked.added_since or asked.added_before
    if asked.sort or asked.q or not (lately or kind == "task"):
        return asked
    sifted = any(getattr(asked, name) not in (None, ()) for name in KINDS[kind].filters)
    by_day = kind == "task" and not lately and sifted
    return asked.model_copy(update={"sort": "due_on" if by_day else "-created_at"})


def nothing(kind: str) -> Asked:
    """A list that nothing is asked of."""
    return _PAGES[kind]()


def typed(asked: Asked, meant: Asked) -> dict[str, str]:
    """The filters that name a record in words, and its uid: an address holds uids, which stay when names change."""
    uids = {name: getattr(meant, name) for name in _NAMED if hasattr(meant, name)}
    return {name: uid for name, uid in uids.items() if getattr(asked, name) not in {uid, ME}}


def meant(runner: Runner, asked: Asked, me: str) -> tuple[Asked, dict[str, str]]:
    """The same with uids where people write names, and what the records of these uids are called.

    Raises NotFoundError, and AmbiguousError with the candidates; both name the filter.
    """
    uids: dict[str, Any] = {}
    called: dict[str, str] = {}
    for name, label in _NAMED.items():
        if text := getattr(asked, name, None):
            found = _found(runner, name, label, me if (name, text) == ("owner", ME) else text, me)
            uids[name], called[name] = found
    return asked.model_copy(update=uids), called


def _found(runner: Runner, name: str, label: str, text: str, me: str) -> tuple[str, str]:
    if label == "Group":
        group = groups.meant(runner, me, text)
        return group.uid, group.name
    if label == "Segment":
        segment = segments.meant(runner, me, text)
        return segment.uid, segment.name
    if label in {"Tag", "Team"}:
        return _of_tag(runner, name, text) if label == "Tag" else _of_team(runner, name, text)
    try:
        found = resolve(runner, label=label, text=text)
    except AmbiguousError as error:
        raise AmbiguousError(error.detail, candidates=error.candidates, field=name) from error
    except NotFoundError as error:
        raise NotFoundError(error.detail, field=name) from error
    return found.uid, found.name


def _of_tag(runner: Runner, name: str, text: str) -> tuple[str, str]:
    try:
        found = tags.meant(runner, text)
    except NotFoundError as error:
        raise NotFoundError(error.detail, field=name) from error
    return found.uid, found.name


def _of_team(runner: Runner, name: str, text: str) -> tuple[str, str]:
    found = next((team for team in teams(runner) if text in {team.uid, team.name}), None)
    if found is None:
        raise NotFoundError(said("There is no team %(name)r.", name=text), field=name)
    return found.uid, found.name


def refused(error: GraphcrmError) -> bool:
    """Whether a page can say what is wrong with what was asked, beside its filters."""
    return isinstance(error, AmbiguousError | InvalidInputError | NotFoundError)
