"""accounts.csv and contacts.csv: what follows from what a row says of how far a record is with us, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graphcrm import lifecycle
from graphcrm.importers.plans.turns import Turns


class Lifecycles(Turns):
    """How far the records of a batch are with us."""

    def given(self, said: Mapping[str, Any], stored: Mapping[str, Any], at: datetime) -> dict[str, Any]:
        """What a row says of a record, with what follows for its days; raises InvalidInputError.

        Of a record of which nothing was said before, nobody knows since when it is so, unless the row says.
        """
        has = any(stored.get(name) for name in ("lifecycle", *lifecycle.DATED))
        return {**said, **lifecycle.turned(stored if has else {}, said, at.date())}
