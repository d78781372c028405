"""The pool: take leads from it, say that nothing will come of one, and put back those that nobody speaks to."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.queries.leads.silent import SilentLead
from graphcrm.services import pool
from graphcrm.services.changes import Change
from graphcrm.web.api.edge_bodies import IgnoreFields, LeadsFields
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.ownership import owners_of
from graphcrm.web.api.shapes import pool as shapes
from graphcrm.web.api.shapes.ownership import Ownership
from graphcrm.web.api.shapes.pool import DueList, Pooled
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking.parameters import Parameters
from graphcrm.web.context import graph, reader

routes = Blueprint("api_pool", __name__)

_TAG = tag("Pool", "Leads that nobody owns: who takes them, and which go back there.")
_LEAD = {"uid": "The lead's uid."}


@routes.post("/leads/<uid>/claim")
@changing(Ownership, _TAG, Takes(), also=(404, 409), path=_LEAD)
def claim_lead(change: Change, uid: str) -> Ownership:
    """Take a lead from the pool for oneself; 409 with the owner in `other` where somebody was quicker, and 409 where
    your team lets you take no more today."""
    pool.claim(change, [uid])
    return owners_of(change.tx, "lead", uid)


@routes.post("/pool/claim")
@changing(Pooled, _TAG, Takes(LeadsFields), also=(404, 409))
def claim_leads(change: Change, body: LeadsFields) -> Pooled:
    """Take several leads from the pool for oneself: all of them, or none."""
    pool.claim(change, body.leads)
    return Pooled(leads=sorted(set(body.leads)))


@routes.post("/leads/<uid>/ignore")
@changing(Ownership, _TAG, Takes(IgnoreFields), also=(404, 409, 412), path=_LEAD)
def ignore_lead(change: Change, uid: str, body: IgnoreFields) -> Ownership:
    """Say that nothing will come of a lead: it goes back to the pool, with its history."""
    pool.ignore(change, uid, body.reason)
    return owners_of(change.tx, "lead", uid)


@routes.get("/pool/due")
@documented(DueList, _TAG)
def due_back(query: Parameters) -> DueList:  # noqa: ARG001  (there are none; others are refused)
    """The leads that a team's rule gives back to the pool, by owner, where you may assign them: at most 201."""
    return shapes.due_list(pool.silent_leads(graph(), reader()))


def _because(lead: SilentLead) -> str:
    return f"nobody had to do with it for {lead.days} {'day' if lead.days == 1 else 'days'}"


@routes.post("/pool/reclaim")
@changing(Pooled, _TAG, Takes(LeadsFields), also=(404,))
def reclaim(change: Change, body: LeadsFields) -> Pooled:
    """Put those of some leads that are still due back into the pool; answers these."""
    done = pool.reclaim(change, body.leads, _because)
    return Pooled(leads=[lead.uid for lead in done])
