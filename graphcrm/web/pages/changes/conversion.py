"""Convert a lead: offer the contacts and the accounts that it may be already, and make of it what was chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from flask import Blueprint, redirect, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from graphcrm.dates import moment
from graphcrm.errors import GraphcrmError, InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.nodes import EDGES, NODES
from graphcrm.queries.leads.alike import Alike, alike
from graphcrm.queries.leads.lead import Lead
from graphcrm.services import conversion
from graphcrm.services.changes import Change
from graphcrm.services.conversion import Asked
from graphcrm.web.context import graph
from graphcrm.web.pages.changes.jobs import DATES, in_the_way
from graphcrm.web.pages.forms.fields import Field, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address, read
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.saving import Page, keep
from graphcrm.web.pages.shell.layout import can

routes = Blueprint("conversion", __name__)

NEW, OTHER, NONE = "new", "other", "none"  # what may be chosen beside a record that is offered: no uid looks so
_PREFIX = "uid:"
_ONE_PERSON = frozenset({"email", "wechat", "linkedin"})  # people share names and phones, and seldom these
_ONE_COMPANY = frozenset({"domain", "name"})
_DEAL = "deal."  # before the fields of the opportunity that is made beside: others have the same names
_OF_DEAL = ("name", "amount", "currency", "expected_close")
_OF_LEAD = ("name", "company_name", "title")  # what the lead says itself: compared where it was changed since
_JOB = ("title", "role", "department", "start")
_ALIKE = {
    "email": lazy_gettext("the same e-mail address: %(value)s"),
    "phone": lazy_gettext("the same phone number: %(value)s"),
    "wechat": lazy_gettext("the same WeChat name: %(value)s"),
    "linkedin": lazy_gettext("the same LinkedIn page: %(value)s"),
    "domain": lazy_gettext("its domain: %(value)s"),
    "name": lazy_gettext("the same name"),
    "like": lazy_gettext("a name like it"),
}


class Offer(NamedTuple):
    """A record that is there: why it is offered, in words, and where a contact works."""

    value: str
    name: str
    reasons: list[str]
    works_at: list[str]


class Offers(NamedTuple):
    """The records that are offered, and which of them, or of what else there is to choose, is likeliest chosen."""

    contacts: list[Offer]
    accounts: list[Offer]
    contact: str
    account: str


@routes.get("/leads/<uid>/convert")
def ask(uid: str) -> str | Response:
    """Ask what a lead is to become; who asks of one that was converted is shown what it became."""
    lead: Lead = read(graph(), "lead", uid)
    if lead.is_converted:
        return redirect(address("lead", uid))
    form, offers = _form(lead), _offers(lead)
    form["contact"].content, form["account"].content = offers.contact, offers.account
    return _show(form, lead, offers)


@routes.post("/leads/<uid>/convert")
def convert(uid: str) -> Page:
    """Convert a lead."""
    form = _form(read(graph(), "lead", uid))

    def work(change: Change) -> str:
        became = conversion.convert(change, uid, _asked(change.tx, form))
        return address("contact", became.contact)

    def show(form: Form) -> str:
        lead: Lead = read(graph(), "lead", uid)
        return _show(form, lead, _offers(lead))

    return keep(form, work, _("The lead is a contact now."), show, back=address("lead", uid))


def _asked(runner: Runner, form: Form) -> Asked:
    """What was chosen."""
    contact = _chosen(runner, form["contact"], form["other_contact"])
    account = _chosen(runner, form["account"], form["other_account"])
    name, company = form["name"].meant(), form["company_name"].meant()
    job = {name: value for name, value in form.changed().items() if name in _JOB}
    return Asked(
        contact=contact,
        new_contact={} if contact else {"name": name or ""},
        account=account,
        new_account={} if account or form["account"].content == NONE else {"name": company or ""},
        no_account=form["account"].content == NONE,
        job=job,
        opportunity=_opportunity(form) if _beside(form) else None,
        allow_overlap="allow_overlap" in request.form,
    )


def _beside(form: Form) -> bool:
    """Whether an opportunity is made beside: whoever says something of one asks for it, too."""
    typed = (form[f"{_DEAL}{name}"] for name in _OF_DEAL)
    return "with_opportunity" in request.form or any(one.content and one.content != one.stored for one in typed)


def _opportunity(form: Form) -> dict[str, Any]:
    """The fields of the opportunity that is made beside."""
    return {name: form[f"{_DEAL}{name}"].meant() for name in _OF_DEAL}


def _chosen(runner: Runner, choice: Field, other: Field) -> str | None:
    """The uid of the record that is there and was chosen; None for a new one, and none.

    Raises InvalidInputError where nothing was chosen, NotFoundError, AmbiguousError.
    """
    content: str = choice.content
    if content == OTHER and isinstance(other, Named):
        try:
            return other.uid(runner)
        except GraphcrmError as error:
            error.field = other.name  # and not the kind of record: that is what was chosen from
            raise
    if content not in {NEW, NONE} and not content.startswith(_PREFIX):
        raise InvalidInputError(said("%(field)s is empty; say which.", field=choice.label), field=choice.name)
    return content.removeprefix(_PREFIX) if content.startswith(_PREFIX) else None


def _form(lead: Lead) -> Form:
    """The form of a lead's conversion."""
    another = _("Its name, an address, or its uid.")
    job = of_class(EDGES["WORKS_AT"], *_JOB)
    for field in job:
        field.also = [f"job.{field.name}"]
    company = lead.company_name or ""
    deal = of_class(NODES["Opportunity"], *_OF_DEAL)
    for field in deal:
        field.also, field.name, field.required = [f"opportunity.{field.name}"], f"{_DEAL}{field.name}", False
    form = Form([
        Field("contact", _("Contact")),
        Field("name", _("Name of the new contact"), content=lead.name, also=["new_contact.name"]),
        Named("other_contact", _("Which contact"), another, label_of="Contact"),
        Field("account", _("Account")),
        Field("company_name", _("Name of the new account"), content=company, also=["new_account.name"]),
        Named("other_account", _("Which account"), another),
        *job,
        *deal,
    ], rev=lead.rev)  # fmt: skip
    form["title"].put(lead.title)
    form["start"].example = str(DATES)
    form[f"{_DEAL}name"].put(lead.company_name or lead.name)
    form[f"{_DEAL}currency"].example = "EUR"
    form[f"{_DEAL}expected_close"].input = "day"
    return form


def _offers(lead: Lead) -> Offers:
    """Who a lead may be already, and where."""
    found = alike(graph(), lead=lead.uid, name=lead.name, company=lead.company_name, on=moment(None).on)
    contacts, accounts = ([one for one in found if one.label == label] for label in ("Contact", "Account"))
    return Offers(
        [_offer(one) for one in contacts],
        [_offer(one) for one in _with_workplaces(accounts, contacts)],
        _likeliest(contacts, _ONE_PERSON, NEW),
        _likeliest(accounts, _ONE_COMPANY, NEW if lead.company_name else NONE),
    )


def _with_workplaces(accounts: Sequence[Alike], contacts: Iterable[Alike]) -> list[Alike]:
    """The accounts, and those at which the contacts work."""
    known = {one.uid for one in accounts}
    more = {uid: name for one in contacts for uid, name in one.works_at if uid not in known}
    return [*accounts, *(Alike("Account", uid, name, [], []) for uid, name in more.items())]


def _likeliest(found: Sequence[Alike], sure: Collection[str], otherwise: str) -> str:
    """What is chosen before somebody chooses: the only one that has a reason which is `sure` enough."""
    same = [one for one in found if any(by in sure for by, _value in one.reasons)]
    return f"{_PREFIX}{same[0].uid}" if len(same) == 1 else otherwise


def _offer(one: Alike) -> Offer:
    reasons = [str(_ALIKE[by]) % {"value": value} for by, value in one.reasons]
    if not reasons:
        reasons = [_("where one of these contacts works")]
    return Offer(f"{_PREFIX}{one.uid}", one.name, reasons, [name for _uid, name in one.works_at])


def _show(form: Form, lead: Lead, offers: Offers) -> str:
    if form.status == 409 and lead.is_converted:  # noqa: PLR2004  (a conflict)
        form.problem = _("Somebody else was quicker: the lead was converted already.")
    said = {form[name].label for name in _OF_LEAD}
    form.versions = [version for version in form.versions if version.label in said]
    other = None
    if form.conflict and form.conflict[0] and form.conflict[0].startswith("job."):
        form.conflict = form.conflict[0].removeprefix("job."), form.conflict[1]
        other = in_the_way(form)
    job = [form[name] for name in _JOB]
    deal = [form[f"{_DEAL}{name}"] for name in _OF_DEAL] if can("records.new", "opportunity") else []
    return render_template(
        "leads/convert.html",
        form=form,
        offers=offers,
        record=lead,
        job=job,
        deal=deal,
        beside=_beside(form),
        other=other,
    )
