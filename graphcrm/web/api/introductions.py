"""Introductions: ask for one along a warm path, and say what came of it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from pydantic import Field, create_model

from graphcrm.dates import moment
from graphcrm.nodes import NODES
from graphcrm.queries.introductions.one_introduction import one_introduction
from graphcrm.queries.paths.one_path import one_path
from graphcrm.services import introductions
from graphcrm.services.changes import Change
from graphcrm.services.introductions import Way
from graphcrm.web.addresses import V1
from graphcrm.web.api.bodies import Body, of_schema
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.introductions import (
    IntroductionBody,
    IntroductionList,
    introduction_body,
    introduction_list,
)
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import introductions as asking
from graphcrm.web.asking.introductions import IntroductionsParameters
from graphcrm.web.asking.letters import LANGUAGES, Language, language_for, letters
from graphcrm.web.asking.parameters import Parameters
from graphcrm.web.context import graph, me, my_uid

routes = Blueprint("api_introductions", __name__)

_TAG = tag("Introductions", "Who was asked to introduce us to somebody, along which warm path, and what came of it.")
_UID = {"uid": "The introduction's uid."}
_FIELDS = of_schema(NODES["Introduction"], "way", "hops", "evidence")


class NewIntroductionFields(Body):
    """The path along which it is asked for."""

    account: str = Field(description="The uid of the account.")
    user: str | None = Field(
        default=None, description="The uid of the user who knows the first contact; left out: who asks."
    )
    people: list[str] = Field(
        min_length=1, max_length=3, description="Uids of the contacts along the path, the one to be reached last."
    )

    def said(self) -> dict[str, Any]:
        """What is said of it beside its path."""
        return {name: value for name, value in self.values().items() if name not in {"account", "user", "people"}}


INTRODUCTION: Any = create_model("IntroductionChange", __base__=Body, __doc__="What is to be different.", **_FIELDS)
NEW: Any = create_model(
    "NewIntroduction", __base__=NewIntroductionFields, __doc__="An introduction that was asked for.", **_FIELDS
)


@routes.get("/introductions")
@documented(IntroductionList, _TAG, also=(404, 409))
def list_introductions(query: IntroductionsParameters) -> IntroductionList:
    """The introductions that were asked for, the latest first."""
    page = asking.page(graph(), query)
    return introduction_list(page.rows, page.cursor)


@routes.post("/introductions")
@changing(IntroductionBody, _TAG, Takes(NEW, status=201, under=f"{V1}/introductions"), also=(404,))
def ask_for_introduction(change: Change, body: NewIntroductionFields) -> IntroductionBody:
    """Write down that one was asked for, along a path that there is today.

    Subject, note and letter are written for you, in the `language`, where none of them is sent.
    """
    way, said = Way(body.account, body.user or my_uid(), body.people), body.said()
    if not said.keys() & {"subject", "note", "letter"} and said.get("language") in {None, *LANGUAGES}:
        said |= _written(change, way, said.get("language"))
    return _body(change, introductions.ask(change, my_uid(), way, said))


@routes.get("/introductions/<uid>")
@documented(IntroductionBody, _TAG, also=(404,), path=_UID)
def introduction(uid: str, query: Parameters) -> IntroductionBody:  # noqa: ARG001  (there are none; others are refused)
    """One introduction."""
    return tagged(introduction_body(one_introduction(graph(), uid=uid)))


@routes.patch("/introductions/<uid>")
@changing(IntroductionBody, _TAG, Takes(INTRODUCTION), also=(404, 412), path=_UID)
def change_introduction(change: Change, uid: str, body: Body) -> IntroductionBody:
    """Say what came of an introduction, or correct it; the day of a new state is today, unless it is sent."""
    introductions.alter(change, uid, body.values())
    return _body(change, uid)


@routes.delete("/introductions/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404, 412), path=_UID)
def remove_introduction(change: Change, uid: str) -> None:
    """Take back that one was asked for."""
    introductions.remove(change, uid)


def _written(change: Change, way: Way, language: Language | None) -> dict[str, Any]:
    found = one_path(change.tx, target=way.account, user=way.knower, people=way.people, moment=moment(None))
    user, chosen = me(), language or language_for(found.paths[0])
    drafted = letters(found.paths[0], found, (my_uid(), user.name if user else ""), chosen)
    return {"language": chosen, "subject": drafted.subject, "note": drafted.note, "letter": drafted.letter}


def _body(change: Change, uid: str) -> IntroductionBody:
    return introduction_body(one_introduction(change.tx, uid=uid))
