"""Problem details (RFC 9457): what the API says when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from werkzeug.exceptions import HTTPException

from graphcrm.errors import (
    AmbiguousError,
    BundleError,
    ConflictError,
    ExportError,
    GraphcrmError,
    LinkError,
    RuntimeSetupError,
    StaleError,
    TooManyAttemptsError,
    said,
)
from graphcrm.web.addresses import API_DOCS
from graphcrm.web.languages import in_words

MEDIA_TYPE = "application/problem+json"


# The framework's own errors. Python's names for a status change with its version; a code must not.
_OF_HTTP = {
    400: ("bad_request", "A request that is not HTTP as we know it"),
    404: ("not_found", "No record is what was asked for"),
    405: ("method_not_allowed", "The address is known, but not with this method"),
    413: ("too_large", "A request with more in it than is taken"),
}
# The command line's, and that of the page where people sign in.
_OF_THE_COMMAND_LINE = (BundleError, ExportError, RuntimeSetupError)
_NOT_OF_THE_API = (*_OF_THE_COMMAND_LINE, LinkError, TooManyAttemptsError)
_OTHER = ("http_error", said("A request that cannot be answered"))


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
    field: str | None = Field(default=None, description="the parameter that is meant")
    candidates: list[Candidate] | None = Field(default=None, description="the records that may be meant")
    other: dict[str, Any] | None = Field(default=None, description="what it cannot stand beside")
    current: dict[str, Any] | None = Field(default=None, description="as it is now, where yours was an older revision")
    yours: dict[str, Any] | None = Field(default=None, description="... and as you would have it")


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
        detail=in_words(error.detail),
        field=error.field,
        candidates=candidates,
        other=dict(error.other) if isinstance(error, ConflictError) and error.other else None,
        current=dict(error.current) if isinstance(error, StaleError) else None,
        yours=dict(error.yours) if isinstance(error, StaleError) else None,
    )


def of_http(error: HTTPException) -> Problem:
    """The problem that one of the framework's own errors is."""
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    code, title = _OF_HTTP.get(status, _OTHER)
    return Problem(
        type=_address(code),
        title=title,
        status=status,
        code=code,
        detail=in_words(error.description or title),
    )


def unexpected(request_id: str) -> Problem:
    """The problem that nobody foresaw. What happened is in the log, under the id."""
    detail = said(
        "Something went wrong on our side; nothing was changed. The log has it as request %(id)s.", id=request_id
    )
    return Problem(
        type=_address("error"),
        title=said("Something we did not foresee"),
        status=HTTPStatus.INTERNAL_SERVER_ERROR,
        code="error",
        detail=in_words(detail),
    )


def codes() -> list[tuple[str, int, str]]:
    """Every code that the API may answer with, its status and what it means."""
    ours = [(cls.code, cls.status, _title(cls)) for cls in _tree(GraphcrmError) if not issubclass(cls, _NOT_OF_THE_API)]
    known = {code for code, *_ in ours}
    return ours + [(code, status, title) for status, (code, title) in _OF_HTTP.items() if code not in known]


def titles() -> set[str]:
    """What pages are headed with when something is wrong."""
    ours = {_title(cls) for cls in _tree(GraphcrmError) if not issubclass(cls, _OF_THE_COMMAND_LINE)}
    return ours | {title for _, title in _OF_HTTP.values()}


def _tree(cls: type[GraphcrmError]) -> Iterator[type[GraphcrmError]]:
    yield cls
    for below in cls.__subclasses__():
        yield from _tree(below)


def _title(cls: type[GraphcrmError]) -> str:
    return (cls.__doc__ or cls.__name__).splitlines()[0].rstrip(".")


def _address(code: str) -> str:
    return f"{API_DOCS}#{code}"
