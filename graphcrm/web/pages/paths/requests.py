"""A request for an introduction, ready to show: along which path, on what grounds, and where its reader is reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from graphcrm.nodes import states
from graphcrm.queries.contacts.contact import contact
from graphcrm.queries.introductions.introduction import Introduction
from graphcrm.queries.records.names import names
from graphcrm.queries.users.user import user
from graphcrm.web.asking.letters import mail_link
from graphcrm.web.context import graph
from graphcrm.web.pages.paths.cards import Edge, Node
from graphcrm.web.pages.paths.grounds import Pill
from graphcrm.web.pages.words import day, several, span


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who reads the note; without an address where none is known, or they asked not to be contacted."""

    name: str
    address: str | None
    asked_not: bool

    def link(self, subject: str, text: str) -> str | None:
        """What opens a letter to them in a mail program."""
        return mail_link(self.address, subject, text) if self.address else None


@dataclass(frozen=True, slots=True)
class Request:
    """The path and the evidence of an introduction, as they were when it was asked for."""

    nodes: list[Node]
    edges: list[Edge]
    pills: list[Pill]
    score: float
    band: str
    on: date


def reader_of(knower: str, first: tuple[str, str], asker: str) -> Recipient:
    """Who is asked: a colleague who knows the first contact, or that contact (uid and name), whom one knows oneself."""
    if knower != asker:
        colleague = user(graph(), uid=knower)
        return (
            Recipient(colleague.name, colleague.email, asked_not=False)
            if colleague
            else Recipient("", None, asked_not=False)
        )
    found = contact(graph(), uid=first[0])
    shown = [] if "handles" in graph().sight.hides("contact") else found.handles
    address = next((value for kind, value, *_rest in shown if kind == "email"), None)
    return Recipient(found.name, None if found.do_not_contact else address, found.do_not_contact)


def request_of(found: Introduction) -> Request:
    """What is kept of the path, with the names of today; one query."""
    kept = states.read(found.props["evidence"])
    places = {part["account"] for hop in kept["hops"] for part in hop.get("shared", [])}
    called = {one.uid: one.name for one in names(graph(), uids=places) if one.type == "account"}
    weakest = min(range(len(kept["hops"])), key=lambda n: kept["hops"][n]["strength"]) if found.connector else None
    edges = [Edge(_label(hop, called), hop["kind"] == "knows", n == weakest) for n, hop in enumerate(kept["hops"])]
    return Request(
        nodes=[*_nodes(found)],
        edges=[*edges, Edge(_("works at"), recorded=True, weakest=False)],
        pills=[pill for n, hop in enumerate(kept["hops"]) for pill in _pills(hop, called, weakest=n == weakest)],
        score=kept["score"],
        band=kept["band"],
        on=date.fromisoformat(kept["as_of"]),
    )


def _nodes(found: Introduction) -> Iterator[Node]:
    yield Node("user", found.knower[0], found.knower[1], _("one of us"))
    for uid, name, asked_not in found.people[:-1]:
        yield Node("contact", uid, name, _("introduces us"), asked_not)
    uid, name, asked_not = found.target
    yield Node("contact", uid, name, None, asked_not)
    yield Node("account", *found.account, None)


def _label(hop: dict[str, Any], called: dict[str, str]) -> str:
    if hop["kind"] == "knows":
        return _often(hop["interactions"]) if hop["interactions"] else _("rated %(rating)d of 5", rating=hop["rating"])
    places = [called[part["account"]] for part in hop["shared"] if part["account"] in called]
    return " · ".join(dict.fromkeys(places)) or _("worked together")


def _often(number: int) -> str:
    return ngettext("%(number)s interaction", "%(number)s interactions", number, number=several(number))


def _pills(hop: dict[str, Any], called: dict[str, str], *, weakest: bool) -> Iterator[Pill]:
    if hop["kind"] == "knows":
        if hop["last_on"]:
            last = day(date.fromisoformat(hop["last_on"]))
            says = _("%(often)s, last on %(day)s", often=_often(hop["interactions"]), day=last)
            yield Pill(says, weakest=weakest)
        if hop["rating"]:
            yield Pill(_("rated %(rating)d of 5", rating=hop["rating"]), weakest=weakest)
        return
    for part in hop["shared"]:
        if part["account"] in called:
            when = span(*(date.fromisoformat(part[end]) if part[end] else None for end in ("from", "to")))
            says = _("Together at %(account)s, %(when)s", account=called[part["account"]], when=when)
            yield Pill(says, "fact" if part["certain_days"] else "open", weakest=weakest)
