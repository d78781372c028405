"""What the forms of opportunities, contracts, orders, service requests and campaigns hold beside their own fields."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

from flask_babel import gettext as _

from graphcrm.queries.opportunities.opportunity import Opportunity
from graphcrm.web.context import my_zone
from graphcrm.web.pages.forms.fields import Field
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.parts import Parts
from graphcrm.web.pages.staging import called, stages_now

_A_DAY = "2019-05-17"  # of fields that take one


class Money(Field):
    """An amount, as it is typed: without decimals where they are none."""

    def of(self, value: Any) -> Any:  # noqa: ANN401
        """12500 for 12500.0."""
        return str(int(value)) if isinstance(value, float) and value.is_integer() else Field.of(self, value)


class Moment(Field):
    """A moment, as the clock of who asks says it: what is typed without an offset is meant so."""

    def of(self, value: Any) -> Any:  # noqa: ANN401
        """2026-05-03 14:05."""
        said = Field.of(self, value)
        with suppress(ValueError, OverflowError):
            at = datetime.fromisoformat(said)
            return f"{at.astimezone(my_zone()):%Y-%m-%d %H:%M}" if at.tzinfo else said
        return said

    def meant(self) -> Any:  # noqa: ANN401
        """The moment with its offset; what is none is refused where it is stored."""
        with suppress(ValueError):
            at = datetime.fromisoformat(self.content)
            return (at if at.tzinfo else at.replace(tzinfo=my_zone())).isoformat()
        return Field.meant(self)


def fields_of(own: list[Field]) -> list[Field]:
    """The fields of an opportunity, of those of its class."""
    by_name = {field.name: field for field in own}
    by_name["expected_close"].input = "day"
    stage = by_name["stage"]
    stage.input, stage.help = "choice", ""
    stage.choices = [(one.key, called(one.key)) for one in stages_now() if not one.retired]
    return tied(list(by_name.values()))


def tied(own: list[Field], *, with_opportunity: bool = False) -> list[Field]:
    """Fields of a class, with the account that it is of, who has a part, and the opportunity that it came of."""
    by_name = {field.name: field for field in own}
    for field in own:
        if field.example == _A_DAY:
            field.input = "day"
    if "amount" in by_name:
        by_name["currency"].example = "EUR"
        amount = by_name["amount"]
        by_name["amount"] = Money("amount", amount.label, amount.help)
    if "asked_at" in by_name:
        asked = by_name["asked_at"]
        help_ = _("%(help)s By your clock (%(zone)s).", help=asked.help, zone=my_zone().key)
        by_name["asked_at"] = Moment("asked_at", asked.label, help_, example="2019-05-17 09:30")
    first, *others = by_name.values()
    ends: list[Field] = [Named("account", _("Account"), _("Its name, a domain, or its uid."))]
    if with_opportunity:
        ends.append(Named("opportunity", _("Opportunity"), _("That which it came of."), label_of="Opportunity"))
    people = Parts("contacts", _("Who has a part"), also=["contact", "role"])
    people.content = people.stored = []
    return [first, *ends, *others, people]


def of_campaigns(own: list[Field]) -> list[Field]:
    """The fields of a campaign, of those of its class."""
    by_name = {field.name: field for field in own}
    for name in ("start_on", "end_on"):
        by_name[name].input = "day"
    by_name["currency"].example = "EUR"
    by_name["cost"] = Money("cost", by_name["cost"].label, by_name["cost"].help)
    return list(by_name.values())


def having(field: Field, stage: str) -> None:
    """Offer the stage that one is in too, where that is retired."""
    if stage not in dict(field.choices):
        field.choices = [*field.choices, (stage, called(stage))]


def begin(form: Form, kind: str, record: Any) -> None:  # noqa: ANN401  (of that kind)
    """Begin a new one at the page of an account, a contact or an opportunity; what is of that is of its account."""
    _hold(form, kind, record.uid, record.name)
    if kind == "opportunity" and record.account:
        _hold(form, "account", *record.account)


def _hold(form: Form, kind: str, uid: str, name: str) -> None:
    of_one = kind != "contact"
    field = next((one for one in form.fields if one.name == (kind if of_one else "contacts")), None)
    if isinstance(field, Named):  # one that is hidden is not shown
        field.called = {uid: name}
        field.content = field.of(uid if of_one else [{"contact": uid}])


def to_move(deal: Opportunity, stage: str = "") -> Form:
    """The form that moves one to another stage."""
    choices = [(one.key, called(one.key)) for one in stages_now() if not one.retired or one.key == deal.stage]
    to = Field("stage", _("Stage"), input="choice", choices=choices, required=True).put(deal.stage)
    to.content = stage if stage in dict(choices) else deal.stage
    why = Field("reason", _("Why it was won or lost"), _("Where it is decided by that."))
    why.also = ["won_reason", "lost_reason"]
    return Form([to, why], rev=deal.rev)
