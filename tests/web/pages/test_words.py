from __future__ import annotations

from datetime import date

import pytest
from markupsafe import Markup

from graphcrm.web.pages import words

ODD, ODDER = "Zoë", "ß"


@pytest.mark.parametrize(
    ("entered", "written"), [("2019", "2019"), ("2019-05", "May 2019"), ("2019-05-07", "7 May 2019"), ("0900", "900")]
)
def test_a_date_keeps_the_precision_it_was_entered_with(entered: str, written: str) -> None:
    assert words.entered(entered) == written


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (12, "12 days"),
        (30, "1 month"),
        (365, "1 year"),
        (400, "1 year 1 month"),
        (731, "2 years"),
    ],
)
def test_a_length_is_written_as_people_say_it(days: float, written: str) -> None:
    assert words.duration(days) == written


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0.000"), (0.0004, "< 0.001"), (0.0005, "0.001"), (0.2996, "0.300"), (1, "1.000")]
)
def test_nearly_nothing_is_not_written_as_nothing(number: float, written: str) -> None:
    assert words.score(number) == written


def test_a_strength_has_two_digits() -> None:
    assert [words.strength(n) for n in (0, 0.001, 0.005, 0.456)] == ["0.00", "< 0.01", "0.01", "0.46"]


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ada Brandt", "AB"), ("Ana de la Cruz", "AC"), ("Cher", "Ch"), ("张三丰", "三丰"), ("北京字节科技", "科技"),
     (ODD, "Zo"), ("李", "李"), ("", ""), (ODDER, ODDER)],
)  # fmt: skip
def test_initials_suit_the_script(name: str, letters: str) -> None:
    assert words.initials(name) == letters


def test_numbers_of_things_are_singular_and_plural() -> None:
    assert words.count(1, "path") == "1 path"
    assert words.count(2000, "person", "people") == "2,000 people"
    assert words.channels({"email": 11, "meeting": 1, "smoke": 2}) == "11 e-mails, 1 meeting, 2 smokes"


def test_a_stretch_of_time_without_an_end_goes_on() -> None:
    first, last = date(2019, 3, 1), date(2021, 1, 5)
    assert words.span(first, last) == "Mar 2019 to Jan 2021"
    assert words.span(first, None) == "since Mar 2019"
    assert words.span(None, last) == "until Jan 2021, start not known"
    assert words.span(None, None) == "start not known"


def test_code_in_words_is_marked_and_escaped() -> None:
    assert words.coded("take `a<b` & go") == Markup("take <code>a&lt;b</code> &amp; go")


def test_a_meter_fills_with_strength() -> None:
    assert [words.meter(n) for n in (0, 0.01, 0.1, 0.3, 0.6, 1)] == [0, 1, 2, 3, 4, 4]
