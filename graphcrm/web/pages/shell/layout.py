"""What every page has: who is signed in, the files it loads, and the day it shows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from flask import Flask, request, url_for

from graphcrm.access import Kind
from graphcrm.nodes.ids import new_uid
from graphcrm.web.context import me, my_day, reader
from graphcrm.web.identity import csrf_token
from graphcrm.web.pages.shell.appearance import theme
from graphcrm.web.permission import need_of


def install(app: Flask) -> None:
    """Give it to the templates."""
    app.jinja_options = {**app.jinja_options, "trim_blocks": True, "lstrip_blocks": True}
    app.context_processor(_everywhere)
    app.jinja_env.globals.update(again=again, kept=kept, my_day=my_day, csrf_token=csrf_token, fresh_key=new_uid)
    app.jinja_env.globals.update(is_past=is_past, is_to_come=is_to_come, can=can)


def _everywhere() -> dict[str, Any]:
    today = datetime.now(UTC).date()
    return {"me": me(), "today": today, "as_of": None, "theme": theme(), "section": None}


def can(endpoint: str, kind: Kind | None = None, owner: tuple[str, str] | None = None) -> bool:
    """Whether who asks may use an address, for a record of a kind that is `owner`'s: what they may not is not offered.

    `owner` is a uid and a name, None for nobody.
    """
    asking, need = reader(), need_of(endpoint, kind)
    if asking is None or not need.met(asking.role):
        return False
    return need.action is None or any(
        asking.may(need.action, one, owner[0] if owner else None) for one in ([kind] if kind else need.kinds or ())
    )


def again(**changed: object) -> str:
    """The address of this page with some parameters changed, or left out (None); a page's cursors are left out too."""
    asked: dict[str, Any] = dict(kept("cursor", "back"))
    return url_for(request.endpoint or "home.home", **(request.view_args or {}), **(asked | changed))


def kept(*without: str) -> list[tuple[str, list[str]]]:
    """The parameters of this page but some, and but those that would mean something else to Flask."""
    taken = {"endpoint", *without, *(request.view_args or {})}
    return [(name, values) for name, values in request.args.lists() if name not in taken and name[:1] != "_"]


def is_past(as_of: date | None) -> bool:
    """Whether the page shows a day that is over."""
    return as_of is not None and as_of < datetime.now(UTC).date()


def is_to_come(as_of: date | None) -> bool:
    """Whether the page shows a day after today."""
    return as_of is not None and as_of > datetime.now(UTC).date()
