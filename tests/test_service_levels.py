"""How long after it was asked something is due, as the setting says it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graphcrm.errors import InvalidInputError
from graphcrm.service_levels import Level, parsed

HOUR = timedelta(hours=1)


def test_levels_are_said_in_one_setting() -> None:
    found = parsed("urgent=0.5/4, high=1/8,normal=2/16,low=4/32")
    assert found["urgent"] == Level(HOUR / 2, 4 * HOUR)
    assert list(found) == ["urgent", "high", "normal", "low"]


@pytest.mark.parametrize(
    "text",
    [
        "urgent=1/8", "urgent=8/1,high=4/24,normal=8/72,low=24/168", "urgent=0/8,high=4/24,normal=8/72,low=24/168",
        "urgent=x/8,high=4/24,normal=8/72,low=24/168", "urgent,high=4/24,normal=8/72,low=24/168",
        "urgent=1/8,high=4/24,normal=8/72,low=24/168,never=1/2", "urgent=1/nan,high=4/24,normal=8/72,low=24/168", "",
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="GRAPHCRM_SERVICE_HOURS"):
        parsed(text)
