"""The languages of the pages: what the user has chosen, then this browser's session, then what the browser asks for.

The HTTP API speaks English, whoever asks.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, g, has_app_context, has_request_context, request, session
from flask_babel import Babel, Domain, get_locale, gettext, pgettext

from graphcrm.errors import Said
from graphcrm.queries.sign_in.session_user import SessionUser
from graphcrm.web.addresses import is_api
from graphcrm.web.context import me

LANGUAGES = {"en": "English", "zh": "简体中文"}
CODE = "code"  # the context of what is a code in the database, as against the same word in a sentence
FOLDER = Path(__file__).parent / "translations"
_AS_HTML = {"zh": "zh-Hans"}
_KEY = "language"
_CODES = {
    "kind",
    "role",
    "action",
    "module",
    "status",
}  # the names of values that are codes, in a sentence that was said


def install(app: Flask) -> None:
    """Translate what is said on the pages of an app."""
    babel = Babel(app, default_locale="en", default_timezone="UTC", locale_selector=chosen)
    babel.domain_instance = _Catalogues()
    # As Flask-Babel installs them, without asking for each text anew in which language it is.
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # of Jinja's extension
        gettext=lambda text: _spoken().ugettext(text),
        ngettext=lambda one, more, number: _spoken().ungettext(one, more, number),
        pgettext=lambda context, text: _spoken().upgettext(context, text),
        npgettext=lambda context, one, more, number: _spoken().unpgettext(context, one, more, number),
        newstyle=True,
    )
    app.jinja_env.globals.update(html_lang=html_lang, languages=LANGUAGES, language=chosen, my_language=mine)
    app.add_template_filter(in_words)


def chosen() -> str:
    """The language of the request at hand."""
    if not has_request_context() or is_api(request.path):
        return "en"
    return mine() or known(session.get(_KEY)) or request.accept_languages.best_match(list(LANGUAGES)) or "en"


def mine() -> str | None:
    """The language that the user who asks has chosen, wherever they sign in."""
    user = me()
    return known(user.locale) if isinstance(user, SessionUser) else None


def choose(code: str | None) -> None:
    """Have the pages of this session in a language; anything that is none is the browser's own again."""
    session[_KEY] = known(code)


def html_lang(code: str | None = None) -> str:
    """A language as HTML names it; that of the request at hand where none is named."""
    code = code or chosen()
    return _AS_HTML.get(code, code)


def in_words(text: str) -> str:
    """A sentence that was said below the pages (`said`), in the language of the request at hand."""
    if not isinstance(text, Said):
        return text
    values = {name: _value(name, value) for name, value in text.values.items()}
    return gettext(text.template) % values if values else gettext(text.template)


def _value(name: str, value: object) -> object:
    """A value in such a sentence: it may be a sentence too, or a code."""
    if isinstance(value, Said):
        return in_words(value)
    return pgettext(CODE, str(value).replace("_", " ")) if name in _CODES else value


def known(locale: str | None) -> str | None:
    """The language of ours that a locale means: zh for zh-CN and zh_Hans."""
    code = (locale or "").replace("_", "-").split("-")[0].lower()
    return code if code in LANGUAGES else None


class _Catalogues(Domain):
    """The catalogues as they are written (.po): nothing has to be compiled before the app starts."""

    def get_translations(self) -> NullTranslations:
        return _spoken() if has_app_context() else NullTranslations()


def _spoken() -> NullTranslations:
    """The catalogue of the request at hand."""
    if "catalogue" not in g:
        locale = get_locale()
        g.catalogue = _catalogue(locale.language) if locale else NullTranslations()
    found: NullTranslations = g.catalogue
    return found


@cache
def _catalogue(language: str) -> NullTranslations:
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return NullTranslations()  # the language that they are written in
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return Translations(compiled)
