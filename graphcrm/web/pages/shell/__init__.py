"""What stands around every page: layout, palette, search, dialogues, what somebody has at hand, and how pages look."""

from __future__ import annotations

from flask import Flask

from graphcrm.web.pages.shell import appearance, at_hand, dialogs, layout, palette, saved, search, styleguide

BLUEPRINTS = (appearance.routes, at_hand.routes, palette.routes, search.routes, styleguide.routes)


def install(app: Flask) -> None:
    """Give the templates what they need of it."""
    for part in (layout, dialogs, saved, at_hand):
        part.install(app)
