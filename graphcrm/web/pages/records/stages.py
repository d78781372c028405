"""The stages of opportunities, as an administrator says them."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.errors import StaleError
from graphcrm.nodes.opportunities import STATUSES
from graphcrm.services import stages
from graphcrm.services.changes import Change
from graphcrm.web.pages.forms.saving import notice, press

routes = Blueprint("stages", __name__)

_FIELDS = ("name", "probability", "position")


@routes.get("/opportunities/stages")
def list_() -> str:
    """Show the stages, to who may change them with a form for each."""
    return render_template("opportunities/stages.html", statuses=STATUSES)


@routes.post("/opportunities/stages")
def add() -> Response:
    """Add a stage."""

    def work(change: Change) -> str:
        sent = {name: request.form.get(name, "") for name in ("name", "status", "probability")}
        stages.add(change, sent)
        return url_for(".list_")

    return press(work, _("The stage is added."), url_for(".list_"))


@routes.post("/opportunities/stages/<key>")
def change(key: str) -> Response:
    """Change a stage: what nobody changed is not sent on, as somebody else may have."""

    def work(change: Change) -> str:
        sent = request.form
        values: dict[str, object] = {
            name: sent[name] for name in _FIELDS if name in sent and sent[name] != sent.get(f"was_{name}")
        }
        retired = "retired" in sent
        if "was_retired" in sent and retired != (sent["was_retired"] == "true"):
            values["retired"] = retired
        stages.alter(change, key, values)
        return url_for(".list_")

    try:
        return press(work, _("The stage is changed."), url_for(".list_"))
    except StaleError:
        notice(_("Somebody else has changed that stage meanwhile; look at it again."), wrong=True)
    return redirect(url_for(".list_"), HTTPStatus.SEE_OTHER)
