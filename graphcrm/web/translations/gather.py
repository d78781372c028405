"""Gather what the pages say, and put it into the catalogues: `python -m graphcrm.web.translations.gather`.

Texts that nobody says any more are dropped, new ones stand there empty until somebody translates them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from graphcrm.access import ACTIONS, KINDS, Module, Scope
from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import OURS, fields
from graphcrm.nodes.opportunities import SHIPPED
from graphcrm.nodes.tags import COLOURS
from graphcrm.web import problems
from graphcrm.web.asking.audit import Action
from graphcrm.web.languages import CODE, FOLDER, LANGUAGES
from graphcrm.web.pages.forms.fields import words_of

Text = tuple[str | tuple[str, ...], str | None]  # the text, or that for one and for more, and its context

_SHOWN = (
    "Account", "Contact", "Lead", "Opportunity", "Contract", "Order", "ServiceRequest", "Stage", "Campaign", "Task",
    "User", "Handle", "Introduction", "MailTemplate", "Automation", "WORKS_AT", "ASSIGNED_TO", "INTERACTED_WITH",
    "RATES", "CONVERTED_TO", "REPORTS_TO", "RELATED_TO", "SUBSIDIARY_OF", "PARTNER_OF", "SUCCEEDED_BY", "INVOLVES",
    "ATTENDS",
)  # fmt: skip
# What has no node or edge of its own here, what states hold beside properties, and what the audit log says.
_THINGS = (
    "job", "move", "interaction", "assignment", "conversion", "rating", "link", "account_link", "contact_link", "role",
    "team", "handles", "own", "parent", "rows", "modules", "hidden", "masked", "from", "to", "contacts", "leads",
    "users", "account", "contact", "effective_on", "from_job", "to_job", "event", "subsidiary_of", "partner_of",
    "succeeded_by", "reports_to", "related_to", "create", "change", "remove", "trash", "restore", "merge", "token",
    "password", "demo", "provider", "password by a link", "codes on", "codes off", "command line", "interactions",
    "introduction", "asker", "knower", "people", "target", "direct", "former_colleague", "chain", "strong", "good",
    "possible", "weak", "automation", "stop", "stage", "opportunities", "contracts", "orders", "service_requests",
    "attendance", "tag", "merged_into", "colour",
)  # fmt: skip
_WIDTH = 120
_OURS = Path(__file__).parents[2]
_TEMPLATES = [("**.html", "jinja2"), ("**.txt", "jinja2")]
# Of the calls in Python: how many texts each has, or that the first of them is a context.
_CALLS = {
    **dict.fromkeys(("_", "gettext", "lazy_gettext", "said"), 1), **dict.fromkeys(("ngettext", "pair"), 2),
    **dict.fromkeys(("pgettext", "lazy_pgettext"), CODE),
}  # fmt: skip
_HEADER = """# What graphcrm says, in %s. `make messages` keeps it in step with the code; docs/languages.md says how.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: %s\\n"
"Plural-Forms: %s;\\n"

"""


def texts() -> set[Text]:
    """Everything that pages say."""
    found = extract_from_dir(_OURS / "web" / "templates", _TEMPLATES, options_map={"**": {"trimmed": "true"}})
    said = {(text, context) for _, _, text, _, context in found} | set(_of_python()) | set(_of_the_schema())
    # One entry holds a text for one thing that is said alone too.
    return said - {(text[0], context) for text, context in said if isinstance(text, tuple)}


def _of_python() -> Iterator[Text]:
    """What is said in Python, where a call names its texts as they are."""
    for path in _OURS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            form = _CALLS.get(called.id) if isinstance(called, ast.Name) else None
            if not isinstance(node, ast.Call) or form is None:
                continue
            first, *more = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args[:2]] or [None]
            second = more[0] if more else None
            if form == 1 and isinstance(first, str):
                yield first, None
            elif isinstance(first, str) and isinstance(second, str):
                yield (second, first) if form == CODE else ((first, second), None)


def _of_the_schema() -> Iterator[Text]:
    """What forms, lists and histories say of fields and of codes, and pages of what went wrong."""
    for name in _SHOWN:
        cls: Any = (NODES | EDGES)[name]
        known = {name: prop for name, prop in fields(cls).items() if name not in OURS}
        yield from ((_words(code), CODE) for prop in known.values() for code in getattr(prop, "choices", ()))
        yield from ((_words(name), CODE) for name in known)
        yield from ((said, None) for name, prop in known.items() for said in words_of(name, prop) if said)
    codes = (*(key for key, *_ in SHIPPED), *KINDS, *ACTIONS, *Module, *Scope, *get_args(Action), *_THINGS, *COLOURS)
    for code in codes:
        yield _words(code), CODE
    yield from ((title, None) for title in problems.titles())


def _words(code: str) -> str:
    return code.replace("_", " ")


def put_into(catalogue: Path, language: str, found: Iterable[Text]) -> None:
    """Put texts into a catalogue, each with the translation that it had."""
    known = Catalog(locale=language)
    if catalogue.is_file():
        with catalogue.open("rb") as file:
            known = read_po(file, locale=language)
    becomes = Catalog(locale=language)
    for text, context in found:
        told: Message | None = known.get(text[0] if isinstance(text, tuple) else text, context)
        kept = told.string if told and isinstance(told.id, tuple) == isinstance(text, tuple) else None
        becomes.add(text, kept, context=context)
    body = BytesIO()
    write_po(body, becomes, width=_WIDTH, no_location=True, omit_header=True, sort_output=True)
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    header = _HEADER % (LANGUAGES[language], language, becomes.plural_forms)
    catalogue.write_text(header + body.getvalue().decode().lstrip(), "utf-8")


if __name__ == "__main__":
    gathered = texts()
    for code in LANGUAGES.keys() - {"en"}:
        put_into(FOLDER / code / "LC_MESSAGES" / "messages.po", code, gathered)
