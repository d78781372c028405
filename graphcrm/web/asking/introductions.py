"""What may be asked of introductions, for the API and the pages alike."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from graphcrm.graph import Runner
from graphcrm.queries.introductions.introduction import Introduction
from graphcrm.queries.introductions.introductions import introductions
from graphcrm.queries.search.resolve import resolve
from graphcrm.web.asking import cursors
from graphcrm.web.asking.letters import Language
from graphcrm.web.asking.listings import Listing
from graphcrm.web.asking.parameters import AsOfParameters, PlainPageParameters, Text

State = Literal["asked", "accepted", "met", "declined"]


class IntroductionsParameters(PlainPageParameters):
    """Of a list of introductions."""

    state: Annotated[State | None, Field(description="Only those that are as far.")] = None
    user: Annotated[
        Text | None,
        Field(description="Only those that this user asked for: a uid, or an unambiguous name or e-mail."),
    ] = None


class DraftParameters(AsOfParameters):
    """Of a letter that is not sent yet."""

    language: Annotated[Language | None, Field(description="The language of the letter.")] = None


def page(runner: Runner, asked: IntroductionsParameters) -> Listing[Introduction]:
    """One page of introductions, the latest first; raises NotFoundError and AmbiguousError for the user."""
    asker = resolve(runner, label="User", text=asked.user).uid if asked.user else None
    of = cursors.question("introductions", asked.state, asker)
    after = cursors.read(asked.cursor, cursors.AfterUid, of)
    rows = introductions(
        runner, state=asked.state, asker=asker, after=after.uid if after else None, limit=asked.limit + 1
    )
    cut, more = rows[: asked.limit], len(rows) > asked.limit
    return Listing(cut, cursors.written(cursors.AfterUid(of=of, uid=cut[-1].uid)) if more else None)
