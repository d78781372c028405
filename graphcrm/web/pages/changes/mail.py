"""Write to a contact or a lead, from a template or anew; and the templates."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import pgettext
from werkzeug.wrappers import Response

from graphcrm.nodes import NODES
from graphcrm.queries.mail.templates import templates as all_templates
from graphcrm.services import mailing
from graphcrm.services.changes import Change
from graphcrm.services.mailing import Addressee, Letter
from graphcrm.web import posting
from graphcrm.web.context import graph, my_uid
from graphcrm.web.pages.forms.fields import Field, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address, of_each
from graphcrm.web.pages.forms.saving import Page, keep, press

routes = Blueprint("mail", __name__)

_KINDS = ("contact", "lead")


@of_each(routes, "/<uid>/mail", "GET", _KINDS)
def ask(kind: str, uid: str) -> str:
    """Show a mail to somebody: of the template that is asked for, with what is known in its places."""
    to = mailing.addressee(graph(), kind, uid, my_uid())
    return _show(_form(to), to, request.args.get("template", ""))


@of_each(routes, "/<uid>/mail", "POST", _KINDS)
def send(kind: str, uid: str) -> Page:
    """Send a mail, and log it; or put a template in its place."""
    to = mailing.addressee(graph(), kind, uid, my_uid())
    form, chosen = _form(to), request.form.get("template", "")
    if "use" in request.form:
        form.fill(request.form)
        return _show(form, to, chosen), HTTPStatus.OK

    def work(change: Change) -> str:
        letter = Letter(form["to"].content, form["subject"].content, form["text"].content)
        mailing.write(change, mailing.addressee(change.tx, kind, uid, my_uid()), letter, posting.send)
        return address(kind, uid)

    return keep(form, work, _("The mail is sent, and logged."), lambda form: _show(form, to), for_ever=True)


@routes.get("/mail-templates")
def templates() -> str:
    """Show one's own templates and those of one's team."""
    return render_template("mail/templates.html", templates=all_templates(graph(), user=my_uid()))


@routes.get("/mail-templates/new")
def new() -> str:
    """Ask for a new template."""
    return _show_template(_template_form())


@routes.post("/mail-templates/new")
def create() -> Page:
    """Write a new template."""
    return _put(_template_form())


@routes.get("/mail-templates/<uid>")
def edit(uid: str) -> str:
    """Show a template, to change it."""
    return _show_template(_template_form(uid), uid)


@routes.post("/mail-templates/<uid>")
def change(uid: str) -> Page:
    """Change a template of one's own."""
    return _put(_template_form(uid), uid)


@routes.post("/mail-templates/<uid>/delete")
def delete(uid: str) -> Response:
    """Delete a template of one's own."""
    back = url_for("mail.templates")

    def work(change: Change) -> str:
        mailing.delete(change, my_uid(), uid)
        return back

    return press(work, _("The template is deleted."), back, undo_at=url_for("mail.restore", uid=uid))


@routes.post("/mail-templates/<uid>/restore")
def restore(uid: str) -> Response:
    """Bring back a template that was deleted."""
    back = url_for("mail.templates")

    def work(change: Change) -> str:
        mailing.restore(change, my_uid(), uid)
        return back

    return press(work, _("The template is back."), back, undo_at="")


def _put(form: Form, uid: str | None = None) -> Page:
    def work(change: Change) -> str:
        mailing.put(change, my_uid(), form.changed(), uid)
        return url_for("mail.templates")

    return keep(form, work, _("Saved."), lambda form: _show_template(form, uid), undo_at="")


def _form(to: Addressee) -> Form:
    choices = [(email, email) for email in to.emails]
    field = Field("to", pgettext("of a mail", "To"), input="choice", choices=choices, required=True)
    field.content = to.emails[0] if to.emails else ""
    form = Form([field, *of_class(NODES["MailTemplate"], "subject", "text")])
    for name in ("subject", "text"):
        form[name].help, form[name].required = "", True
    return form


def _show(form: Form, to: Addressee, chosen: str = "") -> str:
    """A mail to somebody: of the template that was chosen, with what is known in its places."""
    if chosen:
        template = mailing.template(graph(), my_uid(), chosen)
        form["subject"].content = mailing.filled(template.subject, to.places)
        form["text"].content = mailing.filled(template.text, to.places)
    offered = all_templates(graph(), user=my_uid())
    return render_template(
        "mail/write.html", form=form, to=to, templates=offered, chosen=chosen, is_set=posting.is_set()
    )


def _template_form(uid: str | None = None) -> Form:
    form = Form(of_class(NODES["MailTemplate"], "name", "subject", "text", "shared"))
    if uid:
        found = mailing.template(graph(), my_uid(), uid)
        form.rev = found.rev
        for field in form.fields:
            field.put(getattr(found, field.name))
    return form


def _show_template(form: Form, uid: str | None = None) -> str:
    mine = uid is None or mailing.template(graph(), my_uid(), uid).owner == my_uid()
    return render_template("mail/template.html", form=form, uid=uid, mine=mine, places=mailing.PLACES)
