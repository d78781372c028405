"""The audit log."""

from __future__ import annotations

from itertools import chain

from flask import Blueprint, Response

from graphcrm.exporters.audit import export
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.audit import AuditList, audit_list
from graphcrm.web.asking import audit as asking
from graphcrm.web.asking.audit import AuditFileParameters, AuditParameters
from graphcrm.web.asking.parameters import asked
from graphcrm.web.audit import deed
from graphcrm.web.context import graph

routes = Blueprint("api_audit", __name__)

_TAG = tag("Audit", "Who did what, when and from where; for admins.")


@routes.get("/audit")
@documented(AuditList, _TAG, also=(403,))
def audit(query: AuditParameters) -> AuditList:
    """Entries of the audit log, the latest first; `/audit.csv` streams all of them, with the same filters."""
    page = asking.audit(graph(), query)
    return audit_list(page.rows, page.cursor)


@routes.get("/audit.csv")
def file() -> Response:
    """The same as one file."""
    lines = export(graph(), asking.wanted(graph(), asked(AuditFileParameters)), deed("export", what=["audit"]))
    columns = next(lines)  # what goes wrong so far is still told as a problem
    headers = {"Content-Disposition": 'attachment; filename="audit.csv"'}
    return Response(chain([columns], lines), mimetype="text/csv", headers=headers)
