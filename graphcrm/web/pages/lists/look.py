"""How a list looks: which columns and how dense, kept in the session of who wants it so, and where its rows lead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from flask import request, session

from graphcrm.access import Kind, many
from graphcrm.web.addresses import addresses
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.lists.columns import Column, allowed, chosen
from graphcrm.web.pages.shell.layout import can

_KEY = "lists"
DENSE, ROOMY = "dense", "roomy"


def columns(kind: Kind) -> tuple[list[Column], list[Column]]:
    """The columns that are shown, and all that may be: those of the address, else those that were chosen last."""
    every = allowed(kind, ties=can("api_contacts.known_by"), hidden=graph().sight.hides(kind))
    asked = [name for part in request.args.getlist("columns") for name in part.split(",")]
    return chosen(every, asked or session.get(_KEY, {}).get(kind, ())), every


def special(shown: Sequence[Column], every: Sequence[Column]) -> str:
    """The columns as an address names them, for a view that is saved; empty for those that are shown first."""
    return "" if list(shown) == chosen(every, ()) else ",".join(column.name for column in shown)


def tie_of(shown: Sequence[Column]) -> str | None:
    """Whose ties the columns tell: one's own, where one of them does."""
    return my_uid() if any(column.name == "strength" for column in shown) else None


def density() -> str:
    """How dense the rows stand."""
    kept: str = session.get(_KEY, {}).get("density", ROOMY)
    return kept


def keep(kind: str, names: Sequence[str], dense: str) -> None:
    """Keep what was chosen; no columns are those that are shown first."""
    session[_KEY] = {**session.get(_KEY, {}), kind: list(names), "density": DENSE if dense == DENSE else ROOMY}


@dataclass(frozen=True, slots=True)
class Ways:
    """The addresses of a record by its uid, of the forms that change it, and of an account."""

    record: Callable[[str], str]
    edit: Callable[[str], str]
    owner: Callable[[str], str]
    cell: Callable[[str], str]
    account: Callable[[str], str]


def ways_to(kind: Kind, as_of: date | None = None) -> Ways:
    """Where the rows of a list lead, on a day."""
    on = as_of.isoformat() if as_of else None
    return Ways(
        record=addresses(f"{many(kind)}.{kind}", as_of=on),
        edit=addresses("records.edit", kind=kind),
        owner=addresses("ownership.owner", kind=kind),
        cell=addresses("list_cells.cell", kind=kind),
        account=addresses("accounts.account", as_of=on),
    )
