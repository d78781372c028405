"""Tasks: what is to be done, and that it was."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.errors import ConflictError, said
from graphcrm.queries.tasks.task import task as one_task
from graphcrm.services import tasks
from graphcrm.services.changes import Change
from graphcrm.web.addresses import local
from graphcrm.web.context import graph
from graphcrm.web.pages.forms.saving import press

routes = Blueprint("tasks", __name__)


@routes.get("/tasks/<uid>")
def task(uid: str) -> str:
    """Show a task, and what it is about."""
    return render_template("tasks/task.html", task=one_task(graph(), uid=uid))


@routes.post("/tasks/<uid>/finish")
def finish(uid: str) -> Response:
    """Say that a task is done, dropped, or open again; one that repeats is due again then."""
    back, status = local(request.form.get("back")), request.form.get("status", "done")
    says = {"done": _("Done."), "dropped": _("The task is dropped."), "open": _("The task is to be done again.")}
    if one_task(graph(), uid=uid).repeats:
        says |= {"done": _("Done. It is due again."), "dropped": _("The task is dropped, and not due again.")}

    def work(change: Change) -> str:
        was = one_task(change.tx, uid=uid).status
        if status != "open" and was not in {"open", status}:
            message = said("It is %(status)s already; open it again first.", status=was)
            raise ConflictError(message, field="status")
        tasks.edit(change, uid, {"status": status})
        return back

    return press(work, says.get(status, ""), back)
