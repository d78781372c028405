"""How somebody wants a list to look, kept in their session: which columns, and how dense."""

from __future__ import annotations

from collections.abc import Sequence

from flask import request, session

_KEY = "lists"
DENSE, ROOMY = "dense", "roomy"


def columns(kind: str) -> list[str]:
    """The names of the columns that the address asks for, else those that were chosen last; empty: none were."""
    asked = [name for part in request.args.getlist("columns") for name in part.split(",")]
    return asked or list(session.get(_KEY, {}).get(kind, ()))


def density() -> str:
    """How dense the rows stand."""
    kept: str = session.get(_KEY, {}).get("density", ROOMY)
    return kept


def keep(kind: str, chosen: Sequence[str], dense: str) -> None:
    """Keep what was chosen; no columns are those that are shown first."""
    session[_KEY] = {**session.get(_KEY, {}), kind: list(chosen), "density": DENSE if dense == DENSE else ROOMY}
