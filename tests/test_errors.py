from __future__ import annotations

import inspect
import re
from http import HTTPStatus

import pytest

from graphcrm import errors
from graphcrm.errors import (
    AmbiguousError,
    ConflictError,
    GraphcrmError,
    StaleError,
    TooManyAttemptsError,
    TooManyRequestsError,
)

_LINE = re.compile(r"^(?P<indent>[ │├└─]*)(?P<name>\w+Error)\s+(?P<status>\d{3})\s+(?P<code>\w+)")

Drawn = tuple[str, str | None, int, str]  # class, parent, status, code


def drawn() -> list[Drawn]:
    """The tree in the module's docstring."""
    rows: list[Drawn] = []
    above: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        if match := _LINE.match(line):
            depth = len(match["indent"])
            above = [(indent, name) for indent, name in above if indent < depth]
            rows.append((match["name"], above[-1][1] if above else None, int(match["status"]), match["code"]))
            above.append((depth, match["name"]))
    return rows


def classes() -> list[type[GraphcrmError]]:
    """Every error class of the module."""
    found = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, Exception)]
    return [cls for cls in found if cls.__module__ == errors.__name__]


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    real = {
        (cls.__name__, None if cls is GraphcrmError else cls.__bases__[0].__name__, int(cls.status), cls.code)
        for cls in classes()
    }
    assert set(drawn()) == real
    assert len(drawn()) == len(real)


def test_everything_raised_on_purpose_has_one_root() -> None:
    assert all(issubclass(cls, GraphcrmError) for cls in classes())


def test_codes_are_unique() -> None:
    codes = [cls.code for cls in classes()]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_each_class_says_what_it_is_and_has_a_status_for_errors(cls: type[GraphcrmError]) -> None:
    assert cls.__doc__
    assert HTTPStatus(cls.status) >= HTTPStatus.BAD_REQUEST


@pytest.mark.parametrize(
    "cls",
    [cls for cls in classes() if cls not in {AmbiguousError, StaleError} and not issubclass(cls, TooManyRequestsError)],
    ids=lambda cls: cls.__name__,
)
def test_an_error_carries_its_sentence_and_its_field(cls: type[GraphcrmError]) -> None:
    error = cls("start is '2100'; that is in the next century.", field="start")
    assert str(error) == error.detail == "start is '2100'; that is in the next century."
    assert error.field == "start"
    assert cls("Something happened.").field is None


def test_an_ambiguous_name_carries_its_candidates() -> None:
    error = AmbiguousError("'Anna' may mean 2 contacts.", candidates=(("P1", "Anna"), ("P2", "Anna")), field="contact")
    assert error.candidates == [("P1", "Anna"), ("P2", "Anna")]
    assert (error.detail, error.field) == ("'Anna' may mean 2 contacts.", "contact")


def test_a_wait_carries_how_long() -> None:
    error = TooManyAttemptsError("Try again later.", retry_after_s=30)
    assert (error.detail, error.retry_after_s) == ("Try again later.", 30)


def test_a_conflict_carries_what_is_in_the_way() -> None:
    assert ConflictError("There is one.", field="start", other={"uid": "J1"}).other == {"uid": "J1"}


def test_a_stale_revision_carries_both_versions() -> None:
    error = StaleError("Changed.", current={"name": "Theirs"}, yours={"name": "Mine"})
    assert (error.field, error.current["name"], error.yours["name"]) == ("If-Match", "Theirs", "Mine")
