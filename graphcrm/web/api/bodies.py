"""What may be sent: the bodies of changes. Their fields are those of the schema (nodes/), which checks them too."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, create_model

from graphcrm.access import a, kind_of
from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import OURS, fields
from graphcrm.services.moves import Asked
from graphcrm.services.service_requests import PROGRAMS
from graphcrm.web.api.custom import Custom, named

ROLES: tuple[str, ...] = fields(EDGES["INVOLVES"])["role"].choices  # type: ignore[attr-defined]
STATUSES: tuple[str, ...] = fields(EDGES["ATTENDS"])["status"].choices  # type: ignore[attr-defined]
_TYPES: dict[str, Any] = {
    "BOOLEAN": bool,
    "DATE": Annotated[str, Field(json_schema_extra={"format": "date"})],
    "FLOAT": FiniteFloat,
    "INTEGER": int,
    "LIST<STRING NOT NULL>": list[str],
    "STRING": str,
    "ZONED DATETIME": Annotated[str, Field(json_schema_extra={"format": "date-time"})],
}


class Body(BaseModel):
    """A body; a field that it does not know is refused, one that is null is emptied, one that is left out stays."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    why: Annotated[str | None, Field(max_length=1_000, description="Why: kept in the history, in your words.")] = None

    def values(self) -> dict[str, Any]:
        """What was sent but the reason."""
        return self.model_dump(exclude_unset=True, exclude={"why"})


class Place(BaseModel):
    """A place on the globe, in degrees."""

    latitude: FiniteFloat
    longitude: FiniteFloat


class HandleFields(Body):
    """Where somebody is reached."""

    kind: Literal["email", "phone", "domain", "wechat", "linkedin"]
    value: str = Field(description="As people write it; its normal form is stored.")
    label: str | None = Field(default=None, description="work, home, …")
    primary: bool = Field(default=False, description="The one to use, of its kind.")


class RecordFields(Body):
    """What may be sent of every record."""

    custom: Custom | None = Field(default=None, description="Custom fields, x_…; null empties one.")

    def values(self) -> dict[str, Any]:
        """What was sent, custom fields and a place as the properties they become."""
        sent = super().values()
        for handle in sent.get("handles") or []:
            handle.pop("why", None)
        place = sent.get("location")
        if place:
            sent["location"] = f"{place['latitude']},{place['longitude']}"
        return sent | named(sent.pop("custom", None) or {})


_TAGS = Field(default=None, description="All tags, by their names; a name that is new makes a tag.")


class _Handled(RecordFields):
    handles: list[HandleFields] | None = Field(default=None, description="All handles; those left out are taken away.")


class _Reached(_Handled):
    tags: list[str] | None = _TAGS
    email: str | None = Field(default=None, description="The e-mail address to use; null takes it away.")
    phone: str | None = Field(default=None, description="The phone number to use; null takes it away.")


class _Account(_Reached):
    domains: list[str] | None = Field(default=None, description="All domains; those left out are taken away.")


class _Task(RecordFields):
    tags: list[str] | None = _TAGS
    contracts: list[str] | None = Field(default=None, description="Uids of all contracts that it is about.")
    orders: list[str] | None = Field(default=None, description="Uids of all orders that it is about.")
    service_requests: list[str] | None = Field(
        default=None, description="Uids of all service requests that it is about."
    )
    accounts: list[str] | None = Field(default=None, description="Uids of all accounts that it is about.")
    contacts: list[str] | None = Field(default=None, description="Uids of all contacts that it is about.")
    leads: list[str] | None = Field(default=None, description="Uids of all leads that it is about.")
    opportunities: list[str] | None = Field(default=None, description="Uids of all opportunities that it is about.")


class PartFields(BaseModel):
    """A contact who has a part in what is sold, agreed or asked."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    contact: str = Field(description="The contact's uid.")
    role: Annotated[str, Field(json_schema_extra={"enum": list(ROLES)})] | None = Field(
        default=None, description="Their part."
    )


class _Opportunity(RecordFields):
    account: str | None = Field(default=None, description="The uid of the account that it is offered to.")
    contacts: list[PartFields] | None = Field(default=None, description="All contacts who have a part in it.")


class _Tied(RecordFields):
    account: str | None = Field(default=None, description="The uid of the account that it is of.")
    contacts: list[PartFields] | None = Field(default=None, description="All contacts who have a part in it.")


class _Agreed(_Tied):
    opportunity: str | None = Field(default=None, description="The uid of the opportunity that it came of.")


class _User(_Handled):
    team: str | None = Field(default=None, description="The team, by its name; null: none.")
    own: str | None = Field(default=None, description="The uid of this user's own contact record.")


class JobFields(Body):
    """What may be sent of every job."""

    allow_overlap: bool = Field(default=False, description="Keep it beside a job of the same kind at the same account.")

    def values(self) -> dict[str, Any]:
        """The fields of the job that were sent."""
        return {name: value for name, value in super().values().items() if name not in _NO_FIELDS}


class NewJobFields(JobFields):
    """What must be sent of a new one."""

    account: str = Field(description="The uid of the account.")


class MoveFields(JobFields):
    """What is sent of a move."""

    to_account: str = Field(description="The uid of the account.")
    effective_on: str = Field(description="The first day there: 2019-05-17, or as much of it as is known.")
    from_job: str | None = Field(default=None, description="The job that ends; left out: the primary, or the only one.")
    to_job: str | None = Field(default=None, description="A job at the account that was entered already.")

    def asked(self, contact: str) -> Asked:
        """The move that is asked for."""
        named = {
            name: getattr(self, name) for name in ("to_account", "effective_on", "from_job", "to_job", "allow_overlap")
        }
        return Asked(contact, values=self.values(), **named)


class EventFields(Body):
    """What may be sent of every interaction."""

    users: list[str] | None = Field(default=None, description="Uids of users; left out in a new one: who asks.")
    contacts: list[str] | None = Field(default=None, description="Uids of contacts.")
    leads: list[str] | None = Field(default=None, description="Uids of leads.")


class StepFields(BaseModel):
    """What is to be done next about those who took part; of more than a hundred see docs/interactions.md."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(
        description="What is to be done; it is read by whoever may see the task, also where the interaction is private."
    )
    due_on: Annotated[str | None, Field(json_schema_extra={"format": "date"})] = Field(
        default=None, description="The day by which."
    )
    accounts: list[str] | None = Field(default=None, description="Uids of accounts that it is about too.")
    opportunities: list[str] | None = Field(default=None, description="Uids of opportunities that it is about too.")


class NewEventFields(EventFields):
    """What may be sent of a new one."""

    next_step: StepFields | None = Field(
        default=None, description="What is to be done next: makes a task of who asks, in the same change."
    )

    def values(self) -> dict[str, Any]:
        """What was sent but the reason and what comes next."""
        return {name: value for name, value in super().values().items() if name != "next_step"}


class EventsFields(Body):
    """Several interactions."""

    items: list[EventFields]


class AttendanceFields(Body):
    """Who is asked to a campaign, or comes, and how far that is."""

    contacts: list[str] | None = Field(default=None, description="Uids of contacts.")
    leads: list[str] | None = Field(default=None, description="Uids of leads.")
    group: str | None = Field(
        default=None, max_length=64, description="The uid of a group: all contacts in it that you see."
    )
    segment: str | None = Field(
        default=None, max_length=64, description="The uid of a segment of contacts or leads: all of it."
    )
    status: Annotated[str, Field(json_schema_extra={"enum": list(STATUSES)})] = Field(description="How far it is.")
    on: Annotated[str | None, Field(json_schema_extra={"format": "date"})] = Field(
        default=None, description="Since which day; left out: today, or since when it was so already."
    )


class AttendanceGone(Body):
    """Who is taken out of a campaign."""

    contacts: list[str] | None = Field(default=None, description="Uids of contacts.")
    leads: list[str] | None = Field(default=None, description="Uids of leads.")


class Rating(Body):
    """How well you know a contact."""

    value: int = Field(ge=1, le=5, description="1: we have met, to 5: we are close.")
    at: str | None = Field(default=None, description="When you say so; left out: now.")


_NO_FIELDS = {*JobFields.model_fields, *NewJobFields.model_fields, *MoveFields.model_fields} - {"why"}


def of_schema(cls: Any, *without: str) -> dict[str, Any]:  # noqa: ANN401  (nodes/ has no types that the web may know)
    """A field for each property that a class of the schema has, all of them optional."""
    return {
        name: (_type(prop) | None, Field(default=None, description=_sentence(prop.help_text or "")))
        for name, prop in fields(cls).items()
        if name not in OURS.union(without)
    }


def _model(name: str, base: type[RecordFields], label: str, *without: str) -> type[RecordFields]:
    doc = f"What is to be known of {a(kind_of(label))}."
    return create_model(name, __base__=base, __doc__=doc, **of_schema(NODES[label], *without))


def _type(prop: Any) -> Any:  # noqa: ANN401  (nodes/ has no types that the web may know)
    if prop.type_name == "POINT":
        return Place
    choices = getattr(prop, "choices", None)
    return Annotated[str, Field(json_schema_extra={"enum": list(choices)})] if choices else _TYPES[prop.type_name]


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


AccountFields = _model("AccountFields", _Account, "Account")
ContactFields = _model("ContactFields", _Reached, "Contact")
LeadFields = _model("LeadFields", _Reached, "Lead")
TaskFields = _model("TaskFields", _Task, "Task", "done_at", "series", "first_on")
OpportunityFields = _model(
    "OpportunityFields", _Opportunity, "Opportunity", "status", "stage_since", "closed_at", "trail"
)
ContractFields = _model("ContractFields", _Agreed, "Contract")
OrderFields = _model("OrderFields", _Agreed, "Order")
ServiceRequestFields = _model("ServiceRequestFields", _Tied, "ServiceRequest", *PROGRAMS)
CampaignFields = _model("CampaignFields", RecordFields, "Campaign")
UserFields = _model("UserFields", _User, "User")

_JOB, _NEXT_JOB = of_schema(EDGES["WORKS_AT"]), of_schema(EDGES["WORKS_AT"], "start", "end", "end_status")
JOB_CHANGE = create_model("JobChange", __base__=JobFields, __doc__="What is to be different of a job.", **_JOB)
NEW_JOB = create_model("NewJob", __base__=NewJobFields, __doc__="A job to add.", **_JOB)
MOVE = create_model("NewMove", __base__=MoveFields, __doc__="A move, and the job that begins.", **_NEXT_JOB)
EVENT = create_model(
    "EventFields",
    __base__=EventFields,
    __doc__="What is to be known of an interaction.",
    **of_schema(EDGES["INTERACTED_WITH"], "event", "counted"),
)
NEW_EVENT = create_model(
    "NewEvent",
    __base__=NewEventFields,
    __doc__="What happened, and what is to be done next.",
    **of_schema(EDGES["INTERACTED_WITH"], "event", "counted"),
)
_ITEMS: Any = (list[EVENT], Field(min_length=1, max_length=1_000, description="The interactions."))  # type: ignore[valid-type]
EVENTS = create_model("Events", __base__=EventsFields, __doc__="Several interactions.", items=_ITEMS)
