"""How far accounts and contacts should be with us, by what is known."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.services import lifecycles
from graphcrm.services.records import LABELS
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.lifecycles import ProposalList, proposal_list
from graphcrm.web.asking.parameters import ProposalsParameters
from graphcrm.web.context import graph

routes = Blueprint("api_lifecycles", __name__)

_TAG = tag("Lifecycles", "How far accounts and contacts should be with us, by rules that say why.")


@routes.get("/lifecycle-proposals")
@documented(ProposalList, _TAG)
def proposals(query: ProposalsParameters) -> ProposalList:
    """What is proposed, with the facts: at most 50, by that and by name; accept one with `POST …/lifecycle`."""
    label, on = LABELS[query.kind], moment(None).on
    if query.uid:
        one = lifecycles.of_record(graph(), label, query.uid, on)
        return proposal_list([one] if one else [], more=False)
    found, more = lifecycles.open_ones(graph(), label, on)
    return proposal_list(found, more=more)
