"""Custom fields as they are sent: x_… and a plain value."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import FiniteFloat, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from graphcrm.errors import InvalidInputError


def _plain(value: object, check: ValidatorFunctionWrapHandler) -> object:
    """Say once what a custom field takes, instead of once for each type that it might have been."""
    try:
        return check(value)
    except ValidationError:
        raise ValueError("it takes a text, a number, true, false, or a list of texts") from None


Plain = bool | int | FiniteFloat | str
Custom = dict[str, Annotated[Plain | list[str] | None, WrapValidator(_plain)]]


def named(sent: dict[str, Any]) -> dict[str, Any]:
    """The custom fields; raises InvalidInputError for another, which has a type that nobody has looked at."""
    other = next((name for name in sent if not name.startswith("x_")), None)
    if other is not None:
        raise InvalidInputError(f"{other[:60]!r} is no custom field; theirs begin with x_.", field=other[:60])
    return sent
