"""Tasks: one of them."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.tasks.task import task as one_task
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import records as shapes
from graphcrm.web.api.shapes.records import TaskBody
from graphcrm.web.asking.parameters import AsOfParameters
from graphcrm.web.context import graph

routes = Blueprint("api_tasks", __name__)

_TAG = tag("Tasks", "What somebody is to do, until when, and about whom.")
_UID = {"uid": "The task's uid."}


@routes.get("/tasks/<uid>")
@documented(TaskBody, _TAG, also=(404,), path=_UID)
def task(uid: str, query: AsOfParameters) -> TaskBody:
    """One task, with the owner of the day."""
    return tagged(shapes.task_body(one_task(graph(), uid=uid, on=moment(query.as_of).on)))
