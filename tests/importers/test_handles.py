from __future__ import annotations

import pytest

from graphcrm.errors import InvalidInputError
from graphcrm.importers import handles
from graphcrm.importers.handles import Handle


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" Ada@X.Example ", "ada@x.example"),
        ("mailto:ada@x.example", "ada@x.example"),
        ("ada＠x.example", "ada@x.example"),
        ('"a@b"@x.example', '"a@b"@x.example'),
    ],
)
def test_an_email_is_kept_in_lower_case(text: str, value: str):
    assert handles.email(text) == value


@pytest.mark.parametrize("text", ["ada", "@x.example", "ada@", "ada b@x.example", "n/a"])
def test_what_is_no_email_is_refused(text: str):
    with pytest.raises(InvalidInputError, match=r"name@example\.com"):
        handles.email(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+49 (89) 123-456", "+4989123456"),
        ("(+86) 138 0013 8000", "+8613800138000"),
        ("＋８６ 138", "+86138"),
        ("089/12 34", "0891234"),
        ("1-800", "1800"),
    ],
)
def test_a_phone_number_is_its_digits_and_a_leading_plus(text: str, value: str):
    assert handles.phone(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://www.Acme.example:8080/about?x=1", "acme.example"),
        ("ACME.example.", "acme.example"),
        ("www.acme.example", "acme.example"),
        ("字节.中国", "字节.中国"),
    ],
)
def test_a_domain_is_in_lower_case_without_scheme_www_port_and_path(text: str, value: str):
    assert handles.domain(text) == value


@pytest.mark.parametrize("text", ["https://", "a b", "info@acme.example", "/"])
def test_what_is_no_domain_is_refused(text: str):
    with pytest.raises(InvalidInputError, match=r"example\.com"):
        handles.domain(text)


def test_a_phone_without_digits_is_refused():
    with pytest.raises(InvalidInputError, match="digits"):
        handles.phone("unknown")


def test_several_in_a_cell_are_each_taken_once():
    assert handles.EMAILS("b@x.example; a@x.example;;B@X.example") == [
        Handle("email", "b@x.example"),
        Handle("email", "a@x.example"),
    ]
    assert [handle.uid for handle in handles.LINKEDINS("https://linkedin.com/in/Ada/?x=1")] == [
        "linkedin:linkedin.com/in/ada"
    ]


def test_an_address_longer_than_a_property_is_refused():
    with pytest.raises(InvalidInputError, match="1 to 1,000"):
        handles.WECHATS("x" * 1001)
