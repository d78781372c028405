"""What may be sent of owners and of links."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from graphcrm.nodes import EDGES
from graphcrm.services.bulk import MOST
from graphcrm.services.conversion import Asked
from graphcrm.web.api.bodies import (
    JOB_CHANGE,
    ROLES,
    AccountFields,
    Body,
    ContactFields,
    JobFields,
    OpportunityFields,
    RecordFields,
    of_schema,
)
from graphcrm.web.asking.parameters import Day

Reason = Annotated[str | None, Field(max_length=1_000)]


class _Given(Body):
    on: Day = Field(default=None, description="The first day: 2019-05-17; left out: today.")
    reason: Reason = Field(default=None, description="Why, as the list of owners shows it.")


class AssignFields(_Given):
    """To whom something is given."""

    user: str = Field(description="The uid of the user whose it becomes.")


class ReleaseFields(_Given):
    """Since when nobody has it."""


class IgnoreFields(Body):
    """Why nothing will come of a lead."""

    reason: Reason = Field(default=None, description="Why, as the list of owners shows it.")


class LifecycleFields(Body):
    """What is accepted of what is proposed."""

    state: Literal["prospect", "customer", "loyal", "lost"] = Field(description="What is proposed for the record.")


class PersonFields(BaseModel):
    """Somebody who is to work at an account."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["contact", "lead"] = Field(default="contact", description="A lead becomes a contact.")
    uid: str
    title: str | None = Field(default=None, description="The title of their job.")
    role: Annotated[str, Field(json_schema_extra={"enum": list(ROLES)})] | None = Field(
        default=None, description="Their part in a sale."
    )
    start: str | None = Field(default=None, description="Since when: 2019, 2019-05 or 2019-05-17.")

    def job(self) -> dict[str, Any]:
        """The fields of their job."""
        return {name: getattr(self, name) for name in ("title", "role", "start")}


class PeopleFields(Body):
    """Who is to work at an account."""

    people: list[PersonFields] = Field(min_length=1, max_length=50, description="Contacts and leads.")


class LeadsFields(Body):
    """Which leads."""

    leads: list[str] = Field(min_length=1, max_length=MOST, description="Their uids.")


class ConvertFields(Body):
    """What a lead is to become."""

    contact: str | None = Field(default=None, description="The uid of a contact that is there; null: a new one.")
    new_contact: RecordFields | None = None
    account: str | None = Field(default=None, description="The uid of an account that is there; null: a new one.")
    new_account: RecordFields | None = None
    no_account: bool = Field(default=False, description="true: they are at no account.")
    job: JobFields | None = None
    opportunity: RecordFields | None = None

    def asked(self) -> Asked:
        """What is asked for."""
        named = {name: getattr(self, name) for name in ("contact", "account", "no_account")}
        fields = {name: getattr(self, name) for name in ("new_contact", "new_account", "job", "opportunity")}
        overlap = bool(self.job and self.job.allow_overlap)
        return Asked(**named, allow_overlap=overlap, **{name: body.values() for name, body in fields.items() if body})


def _beside(fields: Any, said: str) -> Any:  # noqa: ANN401  (a model that was made, and what create_model takes)
    return fields | None, Field(default=None, description=said)


CONVERT = create_model(
    "ConvertFields", __base__=ConvertFields, __doc__=ConvertFields.__doc__,
    new_contact=_beside(ContactFields, "Of a new contact: what is to be otherwise than the lead says."),
    new_account=_beside(AccountFields, "Of a new account: what is to be otherwise than the lead says."),
    job=_beside(JOB_CHANGE, "Of the job at the account; left out: the title is the lead's."),
    opportunity=_beside(
        OpportunityFields, "Of an opportunity that is made beside, at the account and with the contact; left out: none."
    ),
)  # fmt: skip


class AssignmentFields(Body):
    """What is to be different of an assignment."""

    start: Day = Field(default=None, description="The first day.")
    end: Day = Field(default=None, description="The first day no longer; null: it is still theirs.")
    reason: Reason = Field(default=None, description="Why it was given to them.")
    end_reason: Reason = Field(default=None, description="Why it was taken from them, where nobody followed.")


class NewLinkFields(Body):
    """What must be sent of a new link."""

    to: str = Field(description="The uid of the record that it leads to.")

    def values(self) -> dict[str, Any]:
        """The fields of the link that were sent."""
        return {name: value for name, value in super().values().items() if name not in {"to", "kind"}}


class NewAccountLink(NewLinkFields):
    """A link of this account to another one."""

    kind: Literal["subsidiary_of", "partner_of", "succeeded_by"] = Field(description="What this one is to the other.")


class NewContactLink(NewLinkFields):
    """A link of this contact to another one."""

    kind: Literal["reports_to", "related_to"] = Field(description="What this one does.")


_LINK, _RELATED = of_schema(EDGES["PARTNER_OF"]), of_schema(EDGES["RELATED_TO"])
LINK_CHANGE = create_model("LinkChange", __base__=Body, __doc__="What is to be different of a link.", **_RELATED)
NEW_ACCOUNT_LINK = create_model("NewAccountLink", __base__=NewAccountLink, __doc__=NewAccountLink.__doc__, **_LINK)
NEW_CONTACT_LINK = create_model("NewContactLink", __base__=NewContactLink, __doc__=NewContactLink.__doc__, **_RELATED)
