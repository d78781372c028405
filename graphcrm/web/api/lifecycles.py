"""How far accounts and contacts should be with us, by what is known."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.lifecycles import ProposalList, proposal_list
from graphcrm.web.asking import lifecycles
from graphcrm.web.asking.parameters import ProposalsParameters
from graphcrm.web.context import graph

routes = Blueprint("api_lifecycles", __name__)

_TAG = tag("Lifecycles", "How far accounts and contacts should be with us, by rules that say why.")


@routes.get("/lifecycle-proposals")
@documented(ProposalList, _TAG)
def proposals(query: ProposalsParameters) -> ProposalList:
    """What is proposed, with the facts, by that and by name; accept one with `POST …/lifecycle`."""
    page = lifecycles.proposals(graph(), query)
    return proposal_list(page.rows, page.cursor)
