"""What stands in the state of a record that is tied to nothing there, and has no addresses: of a campaign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphcrm.nodes.states import State
from graphcrm.queries.changes.lock_records import Locked
from graphcrm.services.changes import Change

FIELDS: frozenset[str] = frozenset()


def held(locked: Locked) -> State:  # noqa: ARG001
    """No field."""
    return {}


def checked(values: Mapping[str, Any]) -> State:  # noqa: ARG001
    """No field."""
    return {}


def bounded(before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Refuse nothing."""


def keeping(change: Change, before: State, given: State) -> State:  # noqa: ARG001
    """What is said, as it is."""
    return given


def undone(state: State, before: State, after: State) -> State:  # noqa: ARG001
    """No field."""
    return {}


def let_go(change: Change, uid: str, before: State, after: State) -> None:
    """Take nothing from it."""


def put(change: Change, uid: str, was: State, becomes: State) -> None:
    """Write nothing beside its properties."""
