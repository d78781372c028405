from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graphcrm.errors import InvalidInputError
from graphcrm.nodes import handles
from graphcrm.nodes.links import HasHandle


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" Ada@X.Example ", "ada@x.example"),
        ("mailto:ada@x.example", "ada@x.example"),
        ("MAILTO:Ada@X.example", "ada@x.example"),
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
        ("+49 (0)89 123-456", "+4989123456"),
        ("(+49) (0) 89 123456", "+4989123456"),
        ("(0)89 123", "089123"),
        ("tel:+49-89-123", "+4989123"),
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
        ("acme.example#top", "acme.example"),
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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://www.linkedin.com/in/Ada/?x=1", "linkedin.com/in/ada"),
        ("http://de.linkedin.com/in/ada#about", "linkedin.com/in/ada"),
        ("linkedin.com/in/张三", "linkedin.com/in/张三"),
        ("ada", "ada"),
    ],
)
def test_a_profile_is_its_address_without_what_differs_from_browser_to_browser(text: str, value: str):
    assert handles.linkedin(text) == value


NUMBERS = {"+4989123456", "4989123456", "004989123456"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("+49 (0)89 123-456", NUMBERS),
        ("＋４９　８９ １２３４５６", NUMBERS),
        ("0049 89/123.456", NUMBERS),
        ("tel:+4989123456", NUMBERS),
        ("4989123456", NUMBERS),
        ("+49 89 123–456", NUMBERS),
        ("089 1234", {"0891234", "+0891234", "000891234"}),
        ("123", set()),
        ("+", set()),
        ("+++ ()", set()),
        ("https://www.LinkedIn.com/in/foo/", {"linkedin.com/in/foo"}),
        ("fr.linkedin.com/in/foo?trk=1", {"linkedin.com/in/foo"}),
        ("WWW.Example.com", {"example.com"}),
        ("https://example.com:8080/about?x=1", {"example.com", "example.com:8080/about"}),
        ("mailto:Ann@Example.com", {"ann@example.com"}),
        ("ann.lee@", set()),
        ("Ann Lee", set()),
        ("st. john", set()),
        ("...", set()),
        ("https://.", set()),
        ("字节.中国", set()),
        ("", set()),
    ],
)
def test_what_is_typed_may_be_stored_as_one_of_these(text: str, values: set[str]):
    assert set(handles.typed(text)) == ({handles.wechat(text)} | values if values else as_it_is(text))


def as_it_is(text: str) -> set[str]:
    return {handles.wechat(text)} if any(map(str.isalnum, text)) else set()


def test_a_label_stands_in_parentheses_behind_its_address():
    assert handles.labelled("+4989", "work") == "+4989 (work)"
    assert handles.unlabelled("+49 (0)89 (7)") == ("+49 (0)89 (7)", None)


@given(value=st.text(max_size=12) | st.from_regex(r"[a(;) ]*\Z"), label=st.none() | st.text("ab (家-1", min_size=1))
def test_an_address_and_its_label_are_read_as_they_were_written(value: str, label: str | None):
    try:
        label = label and HasHandle.label.deflate(label)
    except InvalidInputError:
        assume(False)
    found, called = handles.unlabelled(handles.labelled(value.strip(), label))
    assert (found.strip(), called) == (value.strip(), label or None)
