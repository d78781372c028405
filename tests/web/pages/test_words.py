from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from markupsafe import Markup

from graphcrm.errors import said
from graphcrm.web import languages
from graphcrm.web.pages import words

ODD, ODDER = "Zoë", "ß"


@pytest.fixture
def chinese() -> Iterator[None]:
    app = Flask(__name__)
    languages.install(app)
    with app.test_request_context(headers={"Accept-Language": "zh-CN"}):
        yield


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
    assert words.channels({"email": 11, "meeting": 1, "smoke": 2}) == "11 e-mails, 1 meeting, 2 smokes"
    assert words.channels({"call": 2000}) == "2,000 calls"


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


@pytest.mark.usefixtures("chinese")
def test_chinese_dates_have_no_spaces_in_them() -> None:
    assert words.day(date(2024, 5, 17)) == "2024年5月17日"
    assert [words.entered(text) for text in ("2019", "2019-05", "2019-05-07")] == [
        "2019年",
        "2019年5月",
        "2019年5月7日",
    ]
    assert words.span(date(2019, 3, 1), date(2021, 1, 5)) == "2019年3月至2021年1月"
    assert words.span(None, None) == "开始日期不详"
    assert words.held("2019-03", None) == "2019年3月起"


@pytest.mark.usefixtures("chinese")
def test_chinese_numbers_of_things_have_one_form() -> None:
    assert [words.duration(days) for days in (1, 12, 30, 400, 731)] == ["1天", "12天", "1个月", "1年1个月", "2年"]
    assert words.channels({"email": 1100, "meeting": 1}) == "1,100封邮件、1次会面"
    assert words.listed(["甲", "乙"]) == "甲、乙"


@pytest.mark.usefixtures("chinese")
def test_codes_have_chinese_words_and_what_is_none_stays() -> None:
    assert [words.spoken(code) for code in ("decision_maker", "subsidiary_of", "made_up", "")] == [
        "决策者", "隶属于", "made up", "",
    ]  # fmt: skip
    assert [words.reached_by(kind) for kind in ("wechat", "phone")] == ["微信", "电话"]


@pytest.mark.usefixtures("chinese")
def test_what_was_said_below_the_pages_is_said_again_in_chinese() -> None:
    inner = said("it takes a whole number")
    sentence = said("%(name)s is %(shown)r; %(reason)s.", name="rev", shown="x", reason=inner)
    assert sentence == "rev is 'x'; it takes a whole number."
    assert languages.in_words(sentence) == "rev为“x”；须为整数。"
    assert languages.in_words(said("There is no %(kind)s %(uid)r.", kind="account", uid="a%s")) == "没有客户“a%s”。"
    assert languages.in_words("what nobody said: 100%") == "what nobody said: 100%"
