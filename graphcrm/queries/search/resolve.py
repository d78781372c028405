"""What somebody means by ACCOUNT, CONTACT or USER: a uid, or an unambiguous name, alias or address."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.access import kind_of
from graphcrm.errors import AmbiguousError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.nodes.handles import typed
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.search.matches import matches

_CYPHER = cypher(__file__)
_CANDIDATES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Meant:
    """A record that may be meant; `exact` when the text is its uid."""

    uid: str
    name: str
    exact: bool


def resolve(runner: Runner, *, label: str, text: str) -> Meant:
    """The record of `label` ("Account", "Contact", "Lead", "User") that `text` means.

    A uid wins, then an exact name or address, as people write it, then the only record that a search finds. Raises
    NotFoundError, and AmbiguousError with the candidates.
    """
    text = text.strip()
    found = runner.read(_CYPHER, Meant, label=label, text=text, handles=typed(text), limit=_CANDIDATES_SHOWN + 1)
    if found and (found[0].exact or len(found) == 1):
        return found[0]
    found = found or _searched(runner, label, text)
    if not found:
        message = said(
            "No %(kind)s is called %(text)r; try part of its name in the search.", kind=kind_of(label), text=text
        )
        raise NotFoundError(message, field=kind_of(label))
    if len(found) == 1:
        return found[0]
    shown = [(meant.uid, meant.name) for meant in found[:_CANDIDATES_SHOWN]]
    listed = "; ".join(f"{name} ({uid})" for uid, name in shown)
    message = said(
        "%(text)r may mean %(number)s %(kind)ss: %(listed)s. Give the uid.",
        text=text,
        number=f"{len(shown)}{'+' if len(found) > len(shown) else ''}",
        kind=kind_of(label),
        listed=listed,
    )
    raise AmbiguousError(message, candidates=shown, field=kind_of(label))


def _searched(runner: Runner, label: str, text: str) -> list[Meant]:
    found = matches(runner, text=text, labels=[label], limit=50)
    same = [match for match in found if text.lower() in {match.name.lower(), (match.matched or "").lower()}]
    return [Meant(match.uid, match.name, exact=False) for match in same or found]
