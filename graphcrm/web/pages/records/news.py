"""A move as a card: from where to where for the eye, and what it opens to us, each claim with its grounds."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from graphcrm.queries.accounts.standings import Standing
from graphcrm.queries.moves.feed import Item
from graphcrm.queries.moves.moves_since import Move
from graphcrm.queries.paths.evidence import moved_from
from graphcrm.queries.ties.tie import Tie
from graphcrm.web.pages.paths.cards import Edge, Evidence, Node
from graphcrm.web.pages.paths.factors import Factor, tie_factors
from graphcrm.web.pages.paths.grounds import tie_grounds
from graphcrm.web.pages.words import entered, score, spoken, strength


@dataclass(frozen=True, slots=True)
class News:
    """A move, ready to show."""

    item: Item
    nodes: list[Node]
    edges: list[Edge]
    tie: Evidence | None
    factors: list[Factor]
    left: list[str]
    joined: list[str]
    known: str


def news(item: Item) -> News:
    """The card of a move."""
    move, tie = item.move, item.tie
    role = spoken(move.role) if move.role else None
    return News(
        item=item,
        nodes=[
            Node("account", move.from_account, move.from_name, move.from_title),
            Node("contact", move.contact, move.name, role, move.asked_not),
            Node("account", move.to_account, move.to_name, move.to_title),
        ],
        edges=_edges(move),
        tie=_evidence(tie, move) if tie else None,
        factors=_factors(item, tie) if tie else [],
        left=_grounds(item.left),
        joined=_grounds(item.joined),
        known=ngettext("We know %(num)d other there", "We know %(num)d others there", item.people)
        if item.people
        else _("We know nobody else there"),
    )


def _edges(move: Move) -> list[Edge]:
    left = _("until %(end)s", end=entered(move.from_end)) if move.from_end else _("left on an unknown day")
    start = entered(move.start)
    joined = _("since %(start)s", start=start) if move.there else _("joined %(start)s, has left", start=start)
    return [Edge(left, recorded=move.from_end is not None, weakest=False), Edge(joined, recorded=True, weakest=False)]


def _evidence(tie: Tie, move: Move) -> Evidence:
    claim = _("%(user)s knows %(contact)s", user=tie.user_name, contact=tie.contact_name)
    grounds = tie_grounds(tie, moved_from(tie, move.to_account))
    return Evidence(claim, grounds, tie.strength, weakest=False, factors=tie_factors(tie))


def _factors(item: Item, tie: Tie) -> list[Factor]:
    """What the rank is the product of."""
    role = spoken(item.move.role)
    if item.move.to_role:
        what = _("relevance of who moved (%(role)s, in the new job)", role=role)
    elif role:
        what = _("relevance of who moved (%(role)s, in the job left; the new one's is not known)", role=role)
    else:
        what = _("relevance of who moved (role not known)")
    return [
        Factor(
            "", strength(tie.strength), _("%(user)s knows %(contact)s", user=tie.user_name, contact=tie.contact_name)
        ),
        Factor("×", f"{item.relevance:.1f}", what),
        Factor("=", score(item.rank), _("rank")),
    ]


def _grounds(standing: Standing) -> list[str]:
    """How an account stands with us, in words."""
    grounds = [spoken(standing.lifecycle)] if standing.lifecycle else []
    grounds += [_("owned by %(user)s", user=standing.owner[1])] if standing.owner else []
    return [*grounds, _("we have met people there")] if standing.met else grounds
