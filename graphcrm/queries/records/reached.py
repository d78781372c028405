"""Where a record is reached."""

from __future__ import annotations

Reached = tuple[str, str, str | None, bool]  # kind, value, label, primary
