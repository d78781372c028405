"""Jobs and moves, as they are answered to who changes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from pydantic import Field

from graphcrm.dates import certainly_on, possibly_on
from graphcrm.queries.contacts.job import OneJob
from graphcrm.queries.moves.proposed_moves import ProposedMove
from graphcrm.services.stints import Stint as Job
from graphcrm.web.api.shapes.base import AsOfPage, Ref, Shape
from graphcrm.web.api.shapes.jobs import JobItem
from graphcrm.web.api.shapes.moves import MovedTo


class Proposal(Shape):
    """A job elsewhere that may have ended when this one began: confirm it as a move, or say that both are held."""

    from_job: str = Field(description="the job that it may have ended")
    from_account: str = Field(description="uid of the account of that job")
    effective_on: str | None = Field(description="the start of this one, as entered")


class JobBody(JobItem):
    """A job, with all that is recorded of it."""

    contact: Ref
    responsibilities: str | None = Field(description="what they answer for")
    main_contact: bool = Field(description="whether they are our main contact there")
    concurrent: bool = Field(description="held beside other jobs, as somebody said: it proposes no move")
    work_email: str | None
    work_phone: str | None
    source: str | None = Field(description="the import or program that brought it")
    rev: int = Field(description="one more with each change; also the ETag")
    recorded_at: datetime | None
    recorded_by: str | None = Field(description="uid of the user who did")
    proposed_moves: list[Proposal] = Field(description="what a job just entered may have ended")


class MoveSide(Shape):
    """A job that a move ended."""

    job: str = Field(description="its uid")
    account: Ref
    title: str | None
    end: str | None = Field(description="as entered")


class MoveBody(Shape):
    """A move that was recorded: one date on which jobs ended and another began."""

    uid: str = Field(description="of the job that began, and of the move")
    contact: Ref
    effective_on: str = Field(description="the first day there, as entered")
    from_: list[MoveSide] = Field(serialization_alias="from", description="the jobs that ended")
    to: MovedTo
    job: JobBody = Field(description="the job that began")


class ProposedFrom(Shape):
    """A job that somebody has perhaps left."""

    job: str = Field(description="its uid, which a move takes as `from_job`")
    account: Ref
    title: str | None


class ProposedTo(Shape):
    """The job that they have perhaps moved to."""

    account: Ref
    title: str | None
    start: str | None = Field(description="as entered; null: not known")


class ProposedMoveItem(Shape):
    """A job that began while another one elsewhere is still said to be held."""

    uid: str = Field(description="of the job that began, which a move takes as `to_job`")
    contact: Ref
    moved_on: date = Field(
        description="the earliest day that its start may mean; where nobody knows it, when it was entered"
    )
    from_: ProposedFrom = Field(serialization_alias="from")
    to: ProposedTo


class ProposedMoveList(AsOfPage[ProposedMoveItem]):
    """Proposed moves, latest first."""


def job_body(job: OneJob, on: date, proposed: Iterable[Job] = ()) -> JobBody:
    """A job, with the jobs that it may have ended."""
    own = {name: getattr(job, name) for name in JobBody.model_fields if hasattr(job, name)}
    return JobBody.model_validate(
        own
        | {
            "contact": {"uid": job.contact, "name": job.contact_name},
            "account": {"uid": job.account, "name": job.account_name},
            "current": possibly_on(job.bounds, on),
            "certain": certainly_on(job.bounds, on),
            "proposed_moves": [
                {"from_job": other.uid, "from_account": other.account, "effective_on": job.start} for other in proposed
            ],
        }
    )


def move_body(begun: OneJob, ended: Iterable[OneJob], effective_on: str, on: date) -> MoveBody:
    """A move."""
    body = job_body(begun, on)
    return MoveBody(
        uid=begun.uid,
        contact=body.contact,
        effective_on=effective_on,
        from_=[
            MoveSide(job=job.uid, account=Ref(uid=job.account, name=job.account_name), title=job.title, end=job.end)
            for job in ended
        ],
        to=MovedTo(
            account=Ref(uid=begun.account, name=begun.account_name),
            title=begun.title,
            start=begun.start or effective_on,
        ),
        job=body,
    )


def proposed_move_list(moves: Iterable[ProposedMove], cursor: str | None, on: date) -> ProposedMoveList:
    """Proposed moves."""
    return ProposedMoveList(items=[_proposed(move) for move in moves], next_cursor=cursor, as_of=on)


def _proposed(move: ProposedMove) -> ProposedMoveItem:
    return ProposedMoveItem(
        uid=move.uid,
        contact=Ref(uid=move.contact, name=move.name),
        moved_on=move.moved_on,
        from_=ProposedFrom(
            job=move.from_job, account=Ref(uid=move.from_account, name=move.from_name), title=move.from_title
        ),
        to=ProposedTo(account=Ref(uid=move.to_account, name=move.to_name), title=move.to_title, start=move.start),
    )
