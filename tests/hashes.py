"""Password hashes that take a moment, where it is not their cost that is tested (tests/services/sign_in/test_passwords.py)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from argon2 import PasswordHasher

from graphcrm.services.sign_in import passwords


@contextmanager
def cheap() -> Iterator[None]:
    """Hash with next to no memory and time."""
    passwords._nobodys.cache_clear()
    with mock.patch.object(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=16, parallelism=1)):
        yield
    passwords._nobodys.cache_clear()
