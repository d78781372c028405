"""The stages of opportunities, as an administrator says them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.errors import ConflictError, InvalidInputError, StaleError
from graphcrm.nodes.opportunities import STATUSES
from graphcrm.services import stages
from graphcrm.services.changes import Change
from graphcrm.web.pages.forms.saving import leading, refusal, save

routes = Blueprint("stages", __name__)

Page = Response | tuple[str, int]
_FIELDS = ("name", "probability", "position")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed and refused: of a new stage, or of the one of a key, and why."""

    sent: Mapping[str, str]
    wrong: str
    key: str | None = None


@routes.get("/opportunities/stages")
def list_() -> str:
    """Show the stages, to who may change them with a form for each."""
    return _list()


@routes.post("/opportunities/stages")
def add() -> Page:
    """Add a stage."""
    sent = {name: request.form.get(name, "") for name in ("name", "status", "probability")}
    return _kept(lambda change: stages.add(change, sent), _("The stage is added."))


@routes.post("/opportunities/stages/<key>")
def change(key: str) -> Page:
    """Change a stage: what nobody changed is not sent on, as somebody else may have."""
    sent = request.form
    values: dict[str, object] = {
        name: sent[name] for name in _FIELDS if name in sent and sent[name] != sent.get(f"was_{name}")
    }
    retired = "retired" in sent
    if "was_retired" in sent and retired != (sent["was_retired"] == "true"):
        values["retired"] = retired
    return _kept(lambda change: stages.alter(change, key, values), _("The stage is changed."), key)


def _kept(do: Callable[[Change], object], says: str, key: str | None = None) -> Page:
    """Save what was typed; where it is refused, show it again, and why."""
    try:
        return save(leading(do, url_for(".list_")), says)
    except (ConflictError, InvalidInputError, StaleError) as error:
        return _list(Typed(request.form, refusal(error), key)), error.status


def _list(typed: Typed | None = None) -> str:
    return render_template("opportunities/stages.html", statuses=STATUSES, typed=typed)
