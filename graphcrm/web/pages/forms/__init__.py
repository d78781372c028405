"""The forms that change the graph, and what stands around them: the trash, histories and undo."""

from __future__ import annotations

from graphcrm.web.pages.forms import history, jobs, moves, records, trash

BLUEPRINTS = tuple(topic.routes for topic in (records, jobs, moves, history, trash))
