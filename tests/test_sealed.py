from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphcrm.errors import InvalidInputError, SealedError
from graphcrm.sealed import MARK, RAW, Sealer, Sealing, derived


@given(st.text())
def test_what_was_sealed_is_opened(text: str) -> None:
    sealer = Sealer(["a key"])
    sealed = sealer.seal(text)
    assert sealer.open(sealed) == text
    assert sealed.isascii()


def test_nothing_of_the_text_shows_and_the_same_is_never_sealed_alike() -> None:
    sealer = Sealer(["a key"])
    one, other = sealer.seal("1980-02-29"), sealer.seal("1980-02-29")
    assert one != other
    assert b"1980" not in base64.urlsafe_b64decode(one)


def test_the_first_key_seals_and_every_key_opens() -> None:
    old, both, new = Sealer(["old"]), Sealer(["new", "old"]), Sealer(["new"])
    assert both.open(old.seal("ours")) == "ours"
    assert new.open(both.seal("ours")) == "ours"


def test_what_an_old_key_sealed_is_sealed_anew_once() -> None:
    old, both, new = Sealer(["old"]), Sealer(["new", "old"]), Sealer(["new"])
    anew = both.anew(old.seal("ours"))
    assert anew is not None
    assert new.open(anew) == "ours"
    assert both.anew(anew) is None


def flipped(sealed: str) -> str:
    return sealed[:20] + ("A" if sealed[20] != "A" else "B") + sealed[21:]


@pytest.mark.parametrize(
    "broken", [flipped, lambda sealed: sealed[:-1], lambda _: "", lambda _: "plain", lambda _: "é"]
)
def test_what_cannot_be_opened_is_said(broken) -> None:
    sealer = Sealer(["a key", "an older one"])
    sealed = broken(sealer.seal("ours"))
    for way in (sealer.open, sealer.anew, Sealer(["another"]).open):
        with pytest.raises(SealedError, match="sealed with a key that is not here, or was changed in the store"):
            way(sealed)


def test_a_key_for_one_purpose_is_none_for_another() -> None:
    secret = "of this test"
    keys = {derived(secret, "session"), derived(secret, "sealing"), derived("another", "session"), secret}
    assert len(keys) == 4
    assert derived(secret, "session") == derived(secret, "session")
    assert len(base64.urlsafe_b64decode(derived(secret, "session"))) == 32


def test_without_a_key_nothing_is_sealed() -> None:
    with pytest.raises(InvalidInputError, match="GRAPHCRM_SECRET_KEY"):
        Sealer([])


def sealing(*keys: str, **fields: list[str]) -> Sealing:
    return Sealing(lambda: Sealer(keys), fields)


def test_rows_have_the_fields_of_their_kind_sealed_and_nothing_else() -> None:
    ours = sealing("a key", contact=["address"])
    rows = [
        {"label": "Contact", "props": {"address": "Elm Street", "name": "Ada"}},
        {"label": "Contact", "props": {"address": None}},
        {"label": "Lead", "props": {"address": "Elm Street"}},
    ]
    first, *others = ours.rows(rows)
    assert first["props"]["address"].startswith(MARK)
    assert (ours.open(first["props"]["address"]), first["props"]["name"]) == ("Elm Street", "Ada")
    assert others == rows[1:]
    assert ours.rows([{"props": {"address": "x"}}], "lead") == [{"props": {"address": "x"}}]
    assert RAW.rows(rows) == rows


def test_what_is_said_of_a_kind_is_sealed_whole() -> None:
    ours = sealing("a key", contact=["address"])
    said = ours.said("contact", '{"name": "Ada"}')
    assert said is not None
    assert said.startswith(MARK)
    assert ours.open(said) == '{"name": "Ada"}'
    assert ours.said("lead", "{}") == "{}"
    assert ours.said("contact", None) is None


def test_a_text_stands_as_it_is_to() -> None:
    old, both = sealing("old"), sealing("new", "old")
    sealed = old.seal("ours")
    assert both.anew("ours", sealed=False) is None
    assert both.anew(sealed, sealed=False) == "ours"
    newer = both.anew(sealed, sealed=True)
    assert newer is not None
    assert sealing("new").open(newer) == "ours"
    assert both.anew(newer, sealed=True) is None
    assert both.open(both.anew("ours", sealed=True) or "") == "ours"


@pytest.mark.parametrize("value", ["", "a", 0, 38, 1.5, False, ["a", "b"], []])
def test_every_value_that_a_field_has_is_the_same_again(value: object) -> None:
    ours = sealing("a key", contact=["x_own"])
    (row,) = ours.rows([{"label": "Contact", "props": {"x_own": value}}])
    again = ours.open(row["props"]["x_own"])
    assert (again, type(again)) == (value, type(value))


def test_what_is_not_sealed_is_read_as_it_is() -> None:
    assert sealing("a key").open("sealed:not") == "sealed:not"
    assert RAW.open(MARK + "whatever") == MARK + "whatever"
