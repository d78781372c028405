"""Problem details (RFC 9457): what the API says when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

from pydantic import BaseModel, ConfigDict, Field
from werkzeug.exceptions import HTTPException

from graphcrm.errors import AmbiguousError, GraphcrmError
from graphcrm.web.addresses import API_DOCS

MEDIA_TYPE = "application/problem+json"


class Candidate(BaseModel):
    """A record that may have been meant."""

    uid: str
    name: str


class Problem(BaseModel):
    """What went wrong, in words for a person and a code for a program."""

    model_config = ConfigDict(frozen=True)

    type: str = Field(description="where the code is explained")
    title: str = Field(description="what the code means")
    status: int = Field(description="the HTTP status")
    code: str = Field(description="stable: this is what a program compares")
    detail: str = Field(description="what went wrong this time, and what to do")
    field: str | None = Field(None, description="the parameter that is meant")
    candidates: list[Candidate] | None = Field(None, description="the records that may be meant, where several fit")


def of(error: GraphcrmError) -> Problem:
    """The problem that an error of ours is."""
    candidates = None
    if isinstance(error, AmbiguousError):
        candidates = [Candidate(uid=uid, name=name) for uid, name in error.candidates]
    return Problem(
        type=_address(error.code),
        title=_title(type(error)),
        status=error.status,
        code=error.code,
        detail=error.detail,
        field=error.field,
        candidates=candidates,
    )


def of_http(error: HTTPException) -> Problem:
    """The problem that one of the framework's own errors is."""
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    code = status.name.lower()
    return Problem(
        type=_address(code),
        title=status.phrase,
        status=status,
        code=code,
        detail=error.description or status.description or status.phrase,
        field=None,
        candidates=None,
    )


def unexpected(request_id: str) -> Problem:
    """The problem that nobody foresaw. What happened is in the log, under the id."""
    detail = f"Something went wrong on our side; nothing was changed. The log has it as request {request_id}."
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return Problem(
        type=_address("error"), title=status.phrase, status=status, code="error", detail=detail, field=None, candidates=None
    )


def codes() -> list[tuple[str, int, str]]:
    """Every code that an error of ours has, with its status and what it means."""
    return [(cls.code, cls.status, _title(cls)) for cls in _tree(GraphcrmError)]


def _tree(cls: type[GraphcrmError]) -> Iterator[type[GraphcrmError]]:
    yield cls
    for below in cls.__subclasses__():
        yield from _tree(below)


def _title(cls: type[GraphcrmError]) -> str:
    return (cls.__doc__ or cls.__name__).splitlines()[0].rstrip(".")


def _address(code: str) -> str:
    return f"{API_DOCS}#{code}"
