from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from graphcrm.errors import InvalidInputError
from graphcrm.services.sign_in import passwords

GOOD = "seven green bottles"


def checked(text: str) -> str:
    return passwords.checked(text, name="Alice Moreau", email="alice.moreau@us.example")


@pytest.mark.parametrize(
    "text",
    [GOOD, "x7#qLm2!vR9w", "abcdefghikmn", "密码要长一点才不容易被猜到", "alice likes purple trains", " spaces count ", "é" * 6 + "qwertz12", "y" * 40 + "abcdefgh"],
)  # fmt: skip
def test_any_twelve_characters_will_do(text: str) -> None:
    assert checked(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "0 characters"), ("x7#qLm2!vR9", "11 characters"), ("abcdefgh " * 15, "135 characters"),
     ("password1234", "tried first"), ("PASSWORD1234", "tried first"), ("pass word 1234", "tried first"),
     ("aaaaaaaaaaaa", "tried first"), ("abababababab", "tried first"), ("qwertyuiop12", "tried first"),
     ("alice.moreau@us.example", "little more"), ("AliceMoreau2024", "little more"), ("1234alicemoreau", "little more"),
     ("alice-moreau!", "little more")],
)  # fmt: skip
def test_what_is_guessed_first_is_refused_with_the_reason(text: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said) as refusal:
        checked(text)
    assert refusal.value.field == "password"
    assert text not in refusal.value.detail or not text


def test_the_list_has_no_word_that_its_length_refuses_already() -> None:
    assert len(passwords._common()) > 200
    assert all(passwords.LEAST <= len(word) <= passwords.MOST and word == word.lower() for word in passwords._common())


def test_a_hash_is_argon2id_and_no_two_are_alike() -> None:
    one, other = passwords.hashed(GOOD), passwords.hashed(GOOD)
    assert one != other
    assert one.startswith("$argon2id$")
    assert not PasswordHasher().check_needs_rehash(one)  # the library's own parameters
    assert passwords.matches(one, GOOD)
    assert not passwords.matches(one, GOOD + " ")


def test_two_keyboards_that_write_one_word_differently_are_one() -> None:
    kept = passwords.hashed(checked("Ångström ﬁve ten"))
    assert passwords.matches(kept, "Ångström five ten")


@pytest.mark.parametrize("kept", [None, "", "nonsense", "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AA"])
def test_no_password_and_a_broken_hash_match_nothing(kept: str | None) -> None:
    for text in ("", "nobody's", GOOD, "\ud800", "x" * 1_000_000):
        assert not passwords.matches(kept, text)


def test_a_hash_of_other_parameters_is_outdated() -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(GOOD)
    assert passwords.matches(old, GOOD)
    assert passwords.outdated(old)
    assert not passwords.outdated(passwords.hashed(GOOD))
