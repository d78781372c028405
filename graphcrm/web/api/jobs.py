"""Jobs added, corrected, ended and removed; and moves."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.contacts.job import job as one_job
from graphcrm.services import jobs, moves
from graphcrm.services.changes import Change
from graphcrm.services.undo import undo_move
from graphcrm.web.addresses import V1
from graphcrm.web.api.bodies import JOB_CHANGE, MOVE, NEW_JOB, JobFields, MoveFields, NewJobFields
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import job_changes as shapes
from graphcrm.web.api.shapes.job_changes import JobBody, MoveBody, ProposedMoveList
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import AsOfParameters, ProposedMovesParameters
from graphcrm.web.context import graph

routes = Blueprint("api_jobs", __name__)

_TAG = tag("Jobs", "Jobs added, corrected, ended and removed, and moves from one to another.")
_CONTACT = {"uid": "The contact's uid."}
_JOB = {"uid": "The job's uid."}


@routes.get("/jobs/<uid>")
@documented(JobBody, _TAG, also=(404,), path=_JOB)
def job(uid: str, query: AsOfParameters) -> JobBody:
    """One job."""
    return tagged(shapes.job_body(one_job(graph(), uid=uid), moment(query.as_of).on))


@routes.post("/contacts/<uid>/jobs")
@changing(JobBody, _TAG, Takes(NEW_JOB, status=201, under=f"{V1}/jobs"), also=(404, 409), path=_CONTACT)
def add_job(change: Change, uid: str, body: NewJobFields) -> JobBody:
    """Add a job of a contact; nothing is changed of the others, but a move is proposed where one may have ended."""
    stint = jobs.add(change, uid, body.values(), account=body.account, allow_overlap=body.allow_overlap)
    others = [other for other in jobs.career(change, uid) if other.uid != stint.uid]
    return shapes.job_body(one_job(change.tx, uid=stint.uid), change.today, jobs.leaves_behind(stint, others))


@routes.patch("/jobs/<uid>")
@changing(JobBody, _TAG, Takes(JOB_CHANGE), also=(404, 409, 412), path=_JOB)
def correct_job(change: Change, uid: str, body: JobFields) -> JobBody:
    """Correct a job in place, or end it: what is sent is set, what is null is emptied."""
    jobs.correct(change, uid, body.values(), allow_overlap=body.allow_overlap)
    return shapes.job_body(one_job(change.tx, uid=uid), change.today)


@routes.delete("/jobs/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404, 412), path=_JOB)
def remove_job(change: Change, uid: str) -> None:
    """Remove a job that never was; one that is over is ended."""
    jobs.remove(change, uid)


@routes.post("/contacts/<uid>/move")
@changing(MoveBody, _TAG, Takes(MOVE, status=201, under=f"{V1}/jobs"), also=(404, 409), path=_CONTACT)
def move(change: Change, uid: str, body: MoveFields) -> MoveBody:
    """Move a contact: on one date, the job that is left ends and the next one begins."""
    moved = moves.move(change, body.asked(uid))
    ended = [one_job(change.tx, uid=stint.uid) for stint in moved.ended]
    return shapes.move_body(one_job(change.tx, uid=moved.begun.uid), ended, moved.effective_on, change.today)


@routes.post("/moves/<uid>/undo")
@changing(None, _TAG, Takes(status=204), also=(404, 409), path={"uid": "The move's uid: that of the job that began."})
def undo_a_move(change: Change, uid: str) -> None:
    """Take back a move: all of what was done with it, if nothing of it was changed again since."""
    undo_move(change, uid)


@routes.get("/proposed-moves")
@documented(ProposedMoveList, _TAG)
def proposed_moves(query: ProposedMovesParameters) -> ProposedMoveList:
    """Jobs begun while another one elsewhere is still said to be held: confirm each as a move, or as `concurrent`."""
    page = listings.proposed_moves(graph(), query)
    return shapes.proposed_move_list(page.rows, page.cursor, moment(query.as_of).on)
