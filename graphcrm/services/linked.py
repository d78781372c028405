"""Links: what one is, and what several may not be together: the same one twice at once, or a ring.

A link holds for some time, as a job does, and is compared by its certain part. Its state is its properties, and `link`
(its kind), `from` and `to`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graphcrm.errors import ConflictError, InvalidInputError, said
from graphcrm.nodes import states
from graphcrm.nodes.base import OURS
from graphcrm.nodes.states import State
from graphcrm.queries.load.stored_links import StoredLink
from graphcrm.services.stints import dated, ended

ACCOUNT_LINKS = ("subsidiary_of", "partner_of", "succeeded_by")
CONTACT_LINKS = ("reports_to", "related_to")
LABELS = {**dict.fromkeys(ACCOUNT_LINKS, "Account"), **dict.fromkeys(CONTACT_LINKS, "Contact")}
_MUTUAL = frozenset({"partner_of", "related_to"})  # the same whichever way they are told
_UPWARD = frozenset({"subsidiary_of", "succeeded_by", "reports_to"})  # nothing is above itself

Span = tuple[date, date]
Outgoing = Callable[[Sequence[str]], Iterable["Link"]]  # the links of one kind that go out from some records


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a kind from one record to another."""

    uid: str
    kind: str
    start: str
    end: str
    props: dict[str, Any]

    @classmethod
    def stored(cls, found: StoredLink) -> Link:
        """A link as the graph has it."""
        return cls(found.uid, found.type.lower(), found.start, found.end, found.props)

    @property
    def label(self) -> str:
        """The label of both ends."""
        return LABELS[self.kind]

    @property
    def what(self) -> str:
        """What its revisions are of."""
        return f"{self.label.lower()}_link"

    @property
    def state(self) -> State:
        """Its state."""
        props = {name: value for name, value in self.props.items() if name not in OURS and value is not None}
        return {**props, "link": self.kind, "from": self.start, "to": self.end}

    @property
    def ended(self) -> bool:
        """Whether it is said to have ended."""
        return ended(self.props)

    @property
    def span(self) -> Span:
        """The days on which it certainly holds."""
        return self.props["start_max"], self.props["end_min"]

    @property
    def told(self) -> State:
        """What an error says of it."""
        return {"uid": self.uid, **states.shown(self.state)}

    def having(self, given: Mapping[str, Any], today: date) -> Link:
        """The same with other properties, and the bounds that follow; raises InvalidDateError."""
        return replace(self, props=dated(self.props, given, today))

    def repeats(self, other: Link) -> bool:
        """Whether both say the same of one day."""
        ends = {(self.start, self.end), (self.end, self.start)} if self.kind in _MUTUAL else {(self.start, self.end)}
        same = self.kind == other.kind and self.props.get("relation") == other.props.get("relation")
        return same and (other.start, other.end) in ends and bool(_shared(self.span, other.span))


def new(uid: str, kind: str, start: str, end: str, given: Mapping[str, Any], today: date) -> Link:
    """A new link; raises InvalidInputError."""
    return Link(uid, kind, start, end, dated(None, given, today))


def check(link: Link, outgoing: Outgoing, *, before: Link | None = None) -> None:
    """Raise InvalidInputError for a link to itself, ConflictError for one that is there already or closes a ring.

    `outgoing` is asked for the links of some records only after it has answered those that lead there. What the link
    repeated as it was `before` is not asked again.
    """
    if link.start == link.end:
        message = said("%(start)r is linked to itself; a link leads from one record to another.", start=link.start)
        raise InvalidInputError(message, field="to")
    if link.props.get("relation") and link.kind != "related_to":
        message = said("relation says what two people are to each other, and this link is %(kind)s.", kind=link.kind)
        raise InvalidInputError(message, field="relation")
    for other in outgoing([link.start, link.end]):
        if other.uid != link.uid and link.repeats(other) and not (before and before.repeats(other)):
            message = said(
                "There is such a link at that time already (%(uid)s); correct or end that one.", uid=other.uid
            )
            raise ConflictError(message, field="start", other=other.told)
    closing = _closing(link, outgoing) if link.kind in _UPWARD else None
    if closing:
        message = said(
            "It would close a ring: %(end)r leads back to %(start)r on one of these days, by %(uid)s.",
            uid=closing.uid,
            end=link.end,
            start=link.start,
        )
        raise ConflictError(message, field="to", other=closing.told)


def _closing(link: Link, outgoing: Outgoing) -> Link | None:
    """The last link of a way back from the end of a link to its start, on days on which all of the way holds."""
    reached: set[tuple[str, Span]] = set()
    ahead = {(link.end, link.span)} if link.span[0] < link.span[1] else set()
    while ahead:
        reached |= ahead
        further: set[tuple[str, Span]] = set()
        for other in outgoing(sorted({record for record, _ in ahead})):
            for span in [span for record, span in ahead if record == other.start]:
                days = _shared(span, other.span) if (other.uid, other.kind) != (link.uid, link.kind) else None
                if days and other.kind == link.kind and other.end == link.start:
                    return other
                if days and other.kind == link.kind:
                    further.add((other.end, days))
        ahead = further - reached
    return None


def _shared(one: Span, other: Span) -> Span | None:
    days = max(one[0], other[0]), min(one[1], other[1])
    return days if days[0] < days[1] else None
