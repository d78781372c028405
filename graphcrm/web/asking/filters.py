"""How lists of records may be filtered and sorted.

Which choices there are is said by nodes/ and queries/records/kinds.py; a test holds these to them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from graphcrm.nodes.base import UID_PATTERN
from graphcrm.nodes.properties import AMOUNT_MOST
from graphcrm.web.asking.parameters import Day, Flag, ListParameters, Text, Uid, split

Lifecycle = Annotated[
    Literal["lead", "prospect", "customer", "loyal", "lost"] | None, Field(description="Only those that are as far.")
]
_SORT = "The order, the other way round with `-` before it; left out: by name, or the best match of `q` first."
AccountSort = Literal[
    "name", "-name", "created_at", "-created_at", "updated_at", "-updated_at", "employee_count", "-employee_count",
    "value_band", "-value_band",
]  # fmt: skip
ContactSort = Literal["name", "-name", "created_at", "-created_at", "updated_at", "-updated_at"]
LeadSort = Literal[
    "name", "-name", "created_at", "-created_at", "updated_at", "-updated_at", "company_name", "-company_name"
]
TaskSort = Literal["name", "-name", "created_at", "-created_at", "updated_at", "-updated_at", "due_on", "-due_on"]
OpportunitySort = Literal[
    "name", "-name", "created_at", "-created_at", "updated_at", "-updated_at", "amount", "-amount", "expected_close",
    "-expected_close",
]  # fmt: skip
ContractSort = Literal[
    "name", "-name", "created_at", "-created_at", "updated_at", "-updated_at", "amount", "-amount", "due", "-due"
]
OrderSort = ContractSort
RequestSort = Literal["name", "-name", "created_at", "-created_at", "updated_at", "-updated_at", "due", "-due"]
CampaignSort = Literal[
    "name", "-name", "created_at", "-created_at", "updated_at", "-updated_at", "start_on", "-start_on"
]
UserSort = Literal["name", "-name", "created_at", "-created_at", "updated_at", "-updated_at", "email", "-email"]


_CUSTOMER_FROM = Field(description="Only those that last became a customer on this day or later.")
_CUSTOMER_TO = Field(description="Only those that last became a customer on this day or before.")
_OneUid = Annotated[str, Field(pattern=f"^{UID_PATTERN}$")]
Not = Annotated[Text | None, Field(description="Only those that say another, or nothing; as it is written.")]
Known = Annotated[Flag | None, Field(description="Only those that say something of it (`true`), or nothing.")]
Number = Annotated[int | None, Field(ge=0, le=10_000_000)]
Money = Annotated[float | None, Field(ge=0, le=AMOUNT_MOST, allow_inf_nan=False)]


class OwnedParameters(ListParameters):
    """Of a list of what has an owner."""

    uids: Annotated[
        tuple[_OneUid, ...],
        Field(
            min_length=1,
            max_length=500,
            description="Only these, by their uids, separated by commas; left out: any.",
            json_schema_extra={"style": "form", "explode": False},
        ),
        BeforeValidator(split),
    ] = ()
    owner: Annotated[Uid | None, Field(description="Only those that are this user's (the uid) on the day.")] = None
    owned: Annotated[Flag | None, Field(description="Only those that are somebody's (`true`), or nobody's.")] = None
    added_since: Annotated[Day, Field(description="Only those that were added on this day or later.")] = None
    added_before: Annotated[Day, Field(description="Only those that were added before this day.")] = None


class TaggedParameters(OwnedParameters):
    """Of a list of what has tags; they are those of today, whatever the day."""

    tag: Annotated[Uid | None, Field(description="Only those with this tag (its uid), as of today.")] = None
    tag_not: Annotated[Uid | None, Field(description="Only those without this tag (its uid), as of today.")] = None
    tag_known: Annotated[
        Flag | None, Field(description="Only those with some tag (`true`), or with none, as of today.")
    ] = None


class SegmentedParameters(TaggedParameters):
    """Of a list of what there are segments of."""

    segment: Annotated[Uid | None, Field(description="Only those in this segment (its uid), as of today.")] = None


_Group = Annotated[Uid | None, Field(description="Only those in this group (its uid).")]
_Campaign = Annotated[
    Uid | None, Field(description="Only those who are asked to this campaign (its uid), or come to it.")
]


class AccountsParameters(SegmentedParameters):
    """Of a list of accounts."""

    group: _Group = None
    sort: Annotated[AccountSort | None, Field(description=_SORT)] = None
    kind: Annotated[
        Literal["company", "supplier", "partner", "public", "school", "other"] | None,
        Field(description="Only those that are this to us."),
    ] = None
    industry: Annotated[Text | None, Field(description="Only those of this industry, as it is written.")] = None
    country: Annotated[Text | None, Field(description="Only those in this country, as it is written.")] = None
    region: Annotated[Text | None, Field(description="Only those in this region, as it is written.")] = None
    city: Annotated[Text | None, Field(description="Only those in this city, as it is written.")] = None
    lifecycle: Lifecycle = None
    customer_from: Annotated[Day, _CUSTOMER_FROM] = None
    customer_to: Annotated[Day, _CUSTOMER_TO] = None
    value_band: Annotated[Text | None, Field(description="Only those of this class, such as A.")] = None
    size_band: Annotated[Text | None, Field(description="Only those of this size band, such as 51-200.")] = None
    placeholder: Annotated[
        Flag | None, Field(description="Only Freelance, Unknown and the like (`true`), or only the others.")
    ] = None
    kind_not: Not = None
    kind_known: Known = None
    industry_not: Not = None
    industry_known: Known = None
    country_not: Not = None
    country_known: Known = None
    region_not: Not = None
    region_known: Known = None
    city_not: Not = None
    city_known: Known = None
    lifecycle_not: Not = None
    lifecycle_known: Known = None
    size_band_not: Not = None
    size_band_known: Known = None
    value_band_not: Not = None
    value_band_known: Known = None
    fax_known: Known = None
    website_known: Known = None
    description_known: Known = None
    hq_address_known: Known = None
    branch_addresses_known: Known = None
    location_known: Known = None
    employees_from: Annotated[Number, Field(description="Only those with as many employees, or more.")] = None
    employees_to: Annotated[Number, Field(description="Only those with as many employees, or fewer.")] = None


class ContactsParameters(SegmentedParameters):
    """Of a list of contacts."""

    group: _Group = None
    campaign: _Campaign = None
    sort: Annotated[ContactSort | None, Field(description=_SORT)] = None
    lifecycle: Lifecycle = None
    lifecycle_not: Not = None
    lifecycle_known: Known = None
    customer_from: Annotated[Day, _CUSTOMER_FROM] = None
    customer_to: Annotated[Day, _CUSTOMER_TO] = None
    preferred_channel: Annotated[Text | None, Field(description="Only those who want to be reached like this.")] = None
    preferred_channel_not: Not = None
    preferred_channel_known: Known = None
    description_known: Known = None
    birthday_known: Known = None
    address_known: Known = None
    hobbies_known: Known = None
    preferences_known: Known = None
    do_not_contact: Annotated[
        Flag | None, Field(description="Only those who asked us not to contact them (`true`), or only the others.")
    ] = None
    account: Annotated[
        Uid | None, Field(description="Only those who may work at this account (its uid) on the day asked as of.")
    ] = None
    worked_at: Annotated[
        Uid | None, Field(description="Only those who had left this account (its uid) by the day asked as of.")
    ] = None
    role: Annotated[
        Literal["decision_maker", "influencer", "buyer", "user", "gatekeeper", "other"] | None,
        Field(description="Only those who have this part in a sale, in a job of that day."),
    ] = None


class LeadsParameters(SegmentedParameters):
    """Of a list of leads."""

    campaign: _Campaign = None
    sort: Annotated[LeadSort | None, Field(description=_SORT)] = None
    status: Annotated[
        Literal["new", "contacted", "qualified", "converted", "ignored"] | None,
        Field(description="Only those that are as far."),
    ] = None
    source_channel: Annotated[Text | None, Field(description="Only those that came from there.")] = None
    status_not: Not = None
    status_known: Known = None
    source_channel_not: Not = None
    source_channel_known: Known = None


class OpportunitiesParameters(OwnedParameters):
    """Of a list of opportunities."""

    sort: Annotated[OpportunitySort | None, Field(description=_SORT)] = None
    stage: Annotated[Text | None, Field(description="Only those in this stage, by its key.")] = None
    status: Annotated[
        Literal["open", "won", "lost"] | None, Field(description="Only those that are still open, won or lost.")
    ] = None
    currency: Annotated[Text | None, Field(description="Only those whose amount is in this currency, as EUR.")] = None
    amount_from: Annotated[Money, Field(description="Only those that are worth as much, or more.")] = None
    amount_to: Annotated[Money, Field(description="Only those that are worth as much, or less.")] = None
    closes_from: Annotated[Day, Field(description="Only those expected to be decided on this day or later.")] = None
    closes_to: Annotated[Day, Field(description="Only those expected to be decided on this day or before.")] = None
    closing: Annotated[
        Flag | None, Field(description="Only those expected to be decided on some day (`true`), or on none.")
    ] = None
    overdue: Annotated[
        Flag | None, Field(description="Only those open and expected to be decided by now (`true`), or the others.")
    ] = None
    decider_left: Annotated[
        Flag | None,
        Field(description="Only those open of which a decision maker has left the account (`true`), or the others."),
    ] = None
    account: Annotated[Uid | None, Field(description="Only those offered to this account (its uid).")] = None
    contact: Annotated[Uid | None, Field(description="Only those that this contact (the uid) has a part in.")] = None
    team: Annotated[Uid | None, Field(description="Only those that are somebody's in this team (its uid) today.")] = (
        None
    )
    stage_not: Not = None
    stage_known: Known = None
    status_not: Not = None
    status_known: Known = None
    currency_not: Not = None
    currency_known: Known = None


class TiedParameters(OwnedParameters):
    """Of a list of what is of an account, and has contacts."""

    account: Annotated[Uid | None, Field(description="Only those of this account (its uid).")] = None
    contact: Annotated[Uid | None, Field(description="Only those that this contact (the uid) has a part in.")] = None


class AgreedParameters(TiedParameters):
    """Of a list of contracts or orders."""

    opportunity: Annotated[Uid | None, Field(description="Only those that came of this opportunity (its uid).")] = None
    number: Annotated[Text | None, Field(description="Only that of this number, as it is written.")] = None
    currency: Annotated[Text | None, Field(description="Only those whose amount is in this currency, as EUR.")] = None
    amount_from: Annotated[Money, Field(description="Only those that are worth as much, or more.")] = None
    amount_to: Annotated[Money, Field(description="Only those that are worth as much, or less.")] = None
    status_not: Not = None
    status_known: Known = None
    currency_not: Not = None
    currency_known: Known = None


class ContractsParameters(AgreedParameters):
    """Of a list of contracts."""

    sort: Annotated[ContractSort | None, Field(description=_SORT)] = None
    status: Annotated[
        Literal["draft", "active", "ended", "cancelled"] | None, Field(description="Only those that are as far.")
    ] = None
    renewal: Annotated[
        Literal["by_agreement", "automatic", "none"] | None,
        Field(description="Only those of which this becomes at their end."),
    ] = None
    renews_within: Annotated[
        int | None,
        Field(ge=0, le=3_660, description="Only active ones that are to be renewed in so many days, or before."),
    ] = None
    running: Annotated[
        Flag | None, Field(description="Only active ones that may run on the day (`true`), or the others.")
    ] = None
    renewal_not: Not = None
    renewal_known: Known = None


class OrdersParameters(AgreedParameters):
    """Of a list of orders."""

    sort: Annotated[OrderSort | None, Field(description=_SORT)] = None
    status: Annotated[
        Literal["draft", "placed", "delivered", "paid", "cancelled"] | None,
        Field(description="Only those that are as far."),
    ] = None
    overdue: Annotated[
        Flag | None, Field(description="Only those that were to be delivered before today (`true`), or the others.")
    ] = None


class RequestsParameters(TiedParameters):
    """Of a list of service requests."""

    sort: Annotated[RequestSort | None, Field(description=_SORT)] = None
    status: Annotated[
        Literal["new", "open", "waiting", "solved", "closed"] | None, Field(description="Only those that are as far.")
    ] = None
    priority: Annotated[
        Literal["urgent", "high", "normal", "low"] | None, Field(description="Only those that matter as much.")
    ] = None
    overdue: Annotated[
        Flag | None, Field(description="Only those of which something was due by now (`true`), or the others.")
    ] = None
    solved: Annotated[
        Flag | None, Field(description="Only those that are solved or closed (`true`), or the others.")
    ] = None
    satisfaction_to: Annotated[
        int | None, Field(ge=1, le=5, description="Only those with which somebody was no more content than this.")
    ] = None
    status_not: Not = None
    status_known: Known = None
    priority_not: Not = None
    priority_known: Known = None


class CampaignsParameters(OwnedParameters):
    """Of a list of campaigns."""

    sort: Annotated[CampaignSort | None, Field(description=_SORT)] = None
    kind: Annotated[
        Literal["meeting", "training", "exhibition", "campaign", "other"] | None,
        Field(description="Only those that are this."),
    ] = None
    starts_from: Annotated[Day, Field(description="Only those that begin on this day or later.")] = None
    starts_to: Annotated[Day, Field(description="Only those that begin on this day or before.")] = None
    over: Annotated[Flag | None, Field(description="Only those whose last day is past (`true`), or the others.")] = None
    contact: Annotated[
        Uid | None, Field(description="Only those that this contact (the uid) is asked or comes to.")
    ] = None
    kind_not: Not = None
    kind_known: Known = None


class TasksParameters(TaggedParameters):
    """Of a list of tasks."""

    sort: Annotated[TaskSort | None, Field(description=_SORT)] = None
    status: Annotated[
        Literal["open", "done", "dropped"] | None, Field(description="Only those that are to be done, or no more.")
    ] = None
    kind: Annotated[
        Literal["call", "email", "message", "meeting", "other"] | None, Field(description="Only those that take this.")
    ] = None
    priority: Annotated[
        Literal["high", "normal", "low"] | None, Field(description="Only those that matter as much.")
    ] = None
    due_from: Annotated[Day, Field(description="Only those that are due on this day or later.")] = None
    due_to: Annotated[Day, Field(description="Only those that are due on this day or before.")] = None
    due_within: Annotated[
        int | None, Field(ge=0, le=3_660, description="Only those that are due in so many days, or before.")
    ] = None
    overdue: Annotated[
        Flag | None, Field(description="Only those that are open and were due before today (`true`), or the others.")
    ] = None
    due: Annotated[Flag | None, Field(description="Only those that are due on some day (`true`), or on none.")] = None
    about_account: Annotated[Uid | None, Field(description="Only those about this account (its uid).")] = None
    about_contact: Annotated[Uid | None, Field(description="Only those about this contact (its uid).")] = None
    about_lead: Annotated[Uid | None, Field(description="Only those about this lead (its uid).")] = None
    about_opportunity: Annotated[Uid | None, Field(description="Only those about this opportunity (its uid).")] = None
    about_contract: Annotated[Uid | None, Field(description="Only those about this contract (its uid).")] = None
    about_order: Annotated[Uid | None, Field(description="Only those about this order (its uid).")] = None
    about_service_request: Annotated[
        Uid | None, Field(description="Only those about this service request (its uid).")
    ] = None
    status_not: Not = None
    status_known: Known = None
    kind_not: Not = None
    kind_known: Known = None
    priority_not: Not = None
    priority_known: Known = None


class UsersParameters(ListParameters):
    """Of a list of users."""

    sort: Annotated[UserSort | None, Field(description=_SORT)] = None
    role: Annotated[
        Literal["admin", "manager", "rep", "service", "analyst", "viewer"] | None,
        Field(description="Only those who do this here."),
    ] = None
    active: Annotated[Flag | None, Field(description="Only those who are with us (`true`), or have left.")] = None
    team: Annotated[Text | None, Field(description="Only those of this team: its name or its uid.")] = None
