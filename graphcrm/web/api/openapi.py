"""The one place that knows spectree: it checks what is asked, serialises what is answered, and describes both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, NamedTuple, ParamSpec, TypeVar, cast

from flask import Response as Reply
from pydantic import BaseModel, ValidationError
from spectree import Response, SecurityScheme, SpecTree, Tag
from spectree.models import InType, SecureType, SecuritySchemeData

from graphcrm import __version__
from graphcrm.web import problems
from graphcrm.web.api.shapes.base import Shape
from graphcrm.web.asking.parameters import ChangeHeaderParameters, refusal
from graphcrm.web.problems import Problem

P = ParamSpec("P")
Answer = TypeVar("Answer", bound=Shape)

_REASONS = {
    HTTPStatus.UNAUTHORIZED: "Nobody is signed in, or the token is unknown.",
    HTTPStatus.FORBIDDEN: "Your role or your token does not allow it, it is somebody else's, or the web session's word "
    "(X-CSRF-Token) is missing.",
    HTTPStatus.NOT_FOUND: "There is no such record.",
    HTTPStatus.CONFLICT: "It cannot stand beside what is there (`other`), or a name fits several (`candidates`).",
    HTTPStatus.PRECONDITION_FAILED: "Somebody else has changed it since; `current` and `yours` are both versions.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "A parameter cannot be meant; `field` names it.",
    HTTPStatus.TOO_MANY_REQUESTS: "More requests in a minute than are taken; `Retry-After` says when to ask again.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong on our side.",
    HTTPStatus.BAD_GATEWAY: "The mail server is away, or does not take it; nothing was sent or logged.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Neo4j is away, or its schema is another version's; ask again later.",
    HTTPStatus.GATEWAY_TIMEOUT: "The query ran too long and was ended; ask for less.",
}
_ALWAYS = (401, 403, 422, 429, 500, 503, 504)
_NULL = {"type": "null"}


def _refuse(_request: object, _response: object, error: object, _instance: object, _adapter: object) -> None:
    """Turn what pydantic says of the request into our own error, before spectree answers."""
    if isinstance(error, ValidationError):
        raise refusal(error)


_spec = SpecTree(
    "flask",
    mode="strict",
    title="graphcrm",
    version=__version__,
    description="Who of us knows whom, who worked with whom, and how to get into an account, as of any day.",
    before=_refuse,
    validation_error_model=Problem,
    naming_strategy=lambda model: model.__name__,
    nested_naming_strategy=lambda _parent, child: child,
    security_schemes=[
        SecurityScheme(name="token", data=SecuritySchemeData(type=SecureType.HTTP, scheme="bearer")),
        SecurityScheme(
            name="session", data=SecuritySchemeData(type=SecureType.API_KEY, name="graphcrm", field_in=InType.COOKIE)
        ),
    ],
    security=[{"token": []}, {"session": []}],
)


def tag(name: str, description: str) -> Tag:
    """A heading of the documentation."""
    return Tag(name=name, description=description)


def documented(
    answer: type[Answer], under: Tag, *, also: tuple[int, ...] = (), path: Mapping[str, str] | None = None
) -> Callable[[Callable[P, Answer]], Callable[P, Reply]]:
    """Describe a view by its docstring, its `query` annotation, what it answers, and the errors it `also` has."""
    models: dict[str, Any] = {"HTTP_200": (answer, _first_line(answer))} | _problems(*also)

    def describe(view: Callable[P, Answer]) -> Callable[P, Reply]:
        validate = _spec.validate(
            resp=Response(**models), tags=[under], path_parameter_descriptions=path, operation_id=view.__name__
        )
        return cast("Callable[P, Reply]", validate(view))

    return describe


def _first_line(cls: type[BaseModel]) -> str:
    return (cls.__doc__ or "").splitlines()[0]


def _problems(*also: int) -> dict[str, Any]:
    return {f"HTTP_{status}": (Problem, _REASONS[HTTPStatus(status)]) for status in sorted({*_ALWAYS, *also})}


class Described(NamedTuple):
    """A change: what is answered, what is sent as its body or its query, and the status when all is well."""

    answer: type[Shape] | None
    body: type[BaseModel] | None
    query: type[BaseModel] | None
    status: int


def describe_change(
    view: Callable[..., Reply],
    of: Described,
    under: Tag,
    *,
    also: tuple[int, ...] = (),
    path: Mapping[str, str] | None = None,
) -> Callable[..., Reply]:
    """Describe a view that changes something (writing.py checks what it is sent, and makes its answer itself)."""
    done = (of.answer, _first_line(of.answer)) if of.answer else None
    models: dict[str, Any] = {f"HTTP_{of.status}": done} | _problems(*also)
    validate = _spec.validate(
        json=of.body,
        query=of.query,
        headers=ChangeHeaderParameters,
        resp=Response(**models),
        tags=[under],
        path_parameter_descriptions=path,
        operation_id=view.__name__,
        skip_validation=True,
    )
    return cast("Callable[..., Reply]", validate(view))


def document() -> dict[str, Any]:
    """The OpenAPI document; needs an app at hand, whose routes it describes."""
    found: dict[str, Any] = _spec.spec
    schemas = {name: schema for name, schema in found["components"]["schemas"].items() if not _is_query(name)}
    paths = {
        address: {method: _mended(operation, method) for method, operation in operations.items()}
        for address, operations in sorted(found["paths"].items())
    }
    return {**found, "paths": paths, "components": {**found["components"], "schemas": schemas}}


def _is_query(name: str) -> bool:
    return name.endswith("Parameters")


def _mended(operation: Mapping[str, Any], method: str) -> dict[str, Any]:
    """What spectree cannot say: the media type of errors, that no parameter may be null, which header is whose."""
    responses = {
        status: response if status < "400" else {**response, "content": _as_problem(response["content"])}
        for status, response in operation["responses"].items()
    }
    other = "If-Match" if method == "post" else "Idempotency-Key"
    parameters = [_without_null(p) for p in operation["parameters"] if p["name"] != other]
    return {**operation, "responses": responses, "parameters": parameters}


def _as_problem(content: Mapping[str, Any]) -> dict[str, Any]:
    return {problems.MEDIA_TYPE: content["application/json"]}


def _without_null(parameter: Mapping[str, Any]) -> dict[str, Any]:
    schema = {key: value for key, value in parameter["schema"].items() if key not in {"title", "description"}}
    choices = [choice for choice in schema.pop("anyOf", []) if choice != _NULL]
    if len(choices) == 1:
        schema = choices[0] | schema
    if schema.get("default", "") is None:
        del schema["default"]
    return {**parameter, "schema": schema}
