"""The stages of opportunities, as pages call them."""

from __future__ import annotations

from babel.numbers import format_currency
from flask import Flask, g
from flask_babel import get_locale, lazy_pgettext

from graphcrm.queries.opportunities.stages import Stage, stages
from graphcrm.web.context import graph
from graphcrm.web.pages.words import spoken

# What is lost of an account is another word, in Chinese.
_SHIPPED = {
    "first_contact": lazy_pgettext("stage of an opportunity", "first contact"),
    "needs": lazy_pgettext("stage of an opportunity", "needs"),
    "proposal": lazy_pgettext("stage of an opportunity", "proposal"),
    "quote": lazy_pgettext("stage of an opportunity", "quote"),
    "negotiation": lazy_pgettext("stage of an opportunity", "negotiation"),
    "won": lazy_pgettext("stage of an opportunity", "won"),
    "lost": lazy_pgettext("stage of an opportunity", "lost"),
}
# Nor is what is open of a task.
_OUTCOMES = {
    "open": lazy_pgettext("status of an opportunity", "open"),
    "won": lazy_pgettext("status of an opportunity", "won"),
    "lost": lazy_pgettext("status of an opportunity", "lost"),
}


def install(app: Flask) -> None:
    """Give them to the templates."""
    app.add_template_filter(called, "stage")
    app.add_template_filter(money)
    app.add_template_filter(outcome)
    app.jinja_env.globals.update(stages_now=stages_now)


def stages_now() -> list[Stage]:
    """The stages in their order, those retired too; read once for each page."""
    found: list[Stage] | None = g.get("stages")
    if found is None:
        found = g.stages = stages(graph())
    return found


def called(key: str) -> str:
    """What a stage is called: as an administrator has said, or as it was shipped."""
    name = next((one.name for one in stages_now() if one.key == key), None)
    return name or (str(_SHIPPED[key]) if key in _SHIPPED else spoken(key))


def outcome(status: str) -> str:
    """What the status of an opportunity, or of a stage, is called."""
    return str(_OUTCOMES[status]) if status in _OUTCOMES else spoken(status)


def money(amount: float, currency: str | None) -> str:
    """An amount: €12,500, and with its decimals where it has any."""
    shape = "¤#,##0" if float(amount).is_integer() else "¤#,##0.00"
    return format_currency(amount, currency or "", shape, locale=get_locale() or "en", currency_digits=False)
