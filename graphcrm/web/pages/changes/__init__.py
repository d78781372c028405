"""What changes the graph by forms, and what stands around them: the trash, histories and undo."""

from __future__ import annotations

from graphcrm.web.pages.changes import (
    conversion,
    history,
    interactions,
    jobs,
    links,
    mail,
    moves,
    offers,
    ownership,
    pool,
    records,
    tagging,
    trash,
)
from graphcrm.web.pages.forms import suggest

BLUEPRINTS = tuple(
    topic.routes
    for topic in (
        *(records, jobs, moves, interactions, ownership, pool, conversion, mail, links, history, tagging, trash),
        *(offers, suggest),
    )
)
