"""Tags, for the API and the pages alike, page by page."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from graphcrm.graph import Runner
from graphcrm.nodes.tags import key_of
from graphcrm.queries.tags.tags import Tag
from graphcrm.queries.tags.tags import tags as tags_of
from graphcrm.web.asking import cursors
from graphcrm.web.asking.listings import Listing, cut
from graphcrm.web.asking.parameters import PlainPageParameters, Text


class TagsParameters(PlainPageParameters):
    """Of the tags."""

    q: Annotated[Text | None, Field(description="Only those with these letters in their name.")] = None


def tags(runner: Runner, asked: TagsParameters) -> Listing[Tag]:
    """One page of the tags, by name."""
    text = key_of((asked.q or "").strip())
    of = cursors.question("tags", text)
    after = cursors.read(asked.cursor, cursors.AfterText, of)
    rows = tags_of(runner, text=text, after=after.key if after else "", limit=asked.limit + 1)
    return cut(rows, asked.limit, lambda last: cursors.AfterText(of=of, key=last.key, uid=last.uid))
