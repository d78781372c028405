"""The languages of the pages: what the browser asks for, then English."""

from __future__ import annotations

from flask import Flask, request
from flask_babel import Babel

LANGUAGES = {"en": "English", "zh": "简体中文"}


def install(app: Flask) -> None:
    """Translate what is said on the pages of an app."""
    Babel(app, default_locale="en", default_timezone="UTC", locale_selector=chosen)
    app.jinja_env.globals.update(html_lang=html_lang)


def chosen() -> str:
    """The language of the request at hand."""
    return request.accept_languages.best_match(list(LANGUAGES)) or "en"


def html_lang() -> str:
    """The language of the request at hand, as HTML names it."""
    return {"zh": "zh-Hans"}.get(chosen(), "en")
