"""How a segment grew, as a line: geometry in percent, for an SVG that is drawn by the server."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

WIDTH, HEIGHT, _EDGE = 600.0, 80.0, 4.0


def curve(sizes: Sequence[tuple[date, int]]) -> str | None:
    """The points of a line through the sizes, days across and numbers up from 0; None for fewer than two days."""
    if len(sizes) < 2:  # noqa: PLR2004  (a line has two ends)
        return None
    first, last = sizes[0][0], sizes[-1][0]
    most = max(number for _, number in sizes) or 1
    days = (last - first).days or 1
    points = (
        (_EDGE + (WIDTH - 2 * _EDGE) * (on - first).days / days, HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * number / most)
        for on, number in sizes
    )
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
