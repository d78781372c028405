"""campaigns.csv: what follows from what a row says of a campaign, and what cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graphcrm.importers.plans.turns import Turns
from graphcrm.services import campaigns


class Campaigns(Turns):
    """They are tied to nothing in their own file; who attends them stands in attendance.csv."""

    def given(self, said: Mapping[str, Any], stored: Mapping[str, Any], at: datetime) -> dict[str, Any]:  # noqa: ARG002
        """What a row says of a campaign; raises InvalidInputError."""
        campaigns.check({**stored, **said})
        return dict(said)
