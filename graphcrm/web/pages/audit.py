"""The audit log, to read."""

from __future__ import annotations

from typing import get_args

from flask import Blueprint, render_template, request

from graphcrm.queries.users.users import users
from graphcrm.web.asking import audit as asking
from graphcrm.web.asking.audit import Action, AuditParameters
from graphcrm.web.asking.parameters import read
from graphcrm.web.context import graph

routes = Blueprint("audit", __name__)


@routes.get("/audit")
def audit() -> str:
    """Show who did what, the latest first."""
    asked = read(AuditParameters, request.args)
    page = asking.audit(graph(), asked)
    filters = asked.model_dump(mode="json", exclude={"cursor", "limit"}, exclude_none=True)
    return render_template(
        "audit/audit.html", asked=asked, page=page, filters=filters, users=users(graph()), actions=get_args(Action)
    )
