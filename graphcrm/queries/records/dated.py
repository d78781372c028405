"""How far a record is with us, as of a day: what came later is not known then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from graphcrm import lifecycle
from graphcrm.dates import moment

Record = TypeVar("Record", bound=Any)  # an Account or a Contact


def then(found: Record, on: date) -> Record:
    """The record as it was with us on a day; what is so today is, where somebody has tomorrow already, too."""
    if not found.lifecycle_trail or on >= moment(None).on:
        return found
    periods = [one for one in lifecycle.periods_of(found.lifecycle_trail) if one.start_min <= on]
    last = periods[-1] if periods else None
    return replace(
        found,
        lifecycle=last.state if last else None,
        lifecycle_since=last.start_min if last and last.start else None,
        lifecycle_trail=found.lifecycle_trail[: len(periods)],
        customer_since=lifecycle.customer_since(periods),
    )
