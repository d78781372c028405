"""What may be asked: the query parameters of the API and of the pages, checked in one place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal, TypeVar

from flask import request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, FiniteFloat, ValidationError, ValidationInfo
from werkzeug.datastructures import MultiDict

from graphcrm.dates import parse_date
from graphcrm.errors import InvalidDateError, InvalidInputError, said
from graphcrm.queries.paths import KINDS
from graphcrm.queries.paths.question import MAX_UNIT

LIMIT, LIMIT_MOST = 50, 500
_UNIT_MOST = 10**9
_MOVES_SINCE = timedelta(days=90)


def _day(value: object, info: ValidationInfo) -> object:
    """A whole day; a day to come shows what is known to begin and end until then."""
    if value is None or isinstance(value, date):
        return value
    name = info.field_name or "date"
    first, after = parse_date(str(value), name)
    if (after - first).days != 1:
        message = said("%(name)s is %(value)r; it takes a whole day, such as 2019-05-17.", name=name, value=value)
        raise InvalidDateError(message, field=name)
    return first


def split(value: object) -> list[str]:
    """`a,b` and `a` given twice are both a list."""
    parts = value if isinstance(value, list | tuple) else [value]
    return [word.strip() for part in parts for word in str(part).split(",")]


def _flag(value: object) -> object:
    """One spelling for each: what else pydantic takes for a truth, the OpenAPI document does not know."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


Flag = Annotated[bool, Field(strict=True), BeforeValidator(_flag)]
Day = Annotated[date | None, BeforeValidator(_day)]
AsOf = Annotated[
    date | None,
    BeforeValidator(_day),
    Field(description="Answer as of the start of this day (UTC); left out: now.", examples=["2019-05-17"]),
]
Limit = Annotated[int, Field(ge=1, le=LIMIT_MOST, description="How many items at most.")]
CursorText = Annotated[
    str | None, Field(max_length=8_000, description="`next_cursor` of the page before; left out: the first page.")
]
Text = Annotated[str, Field(min_length=1, max_length=200)]
ExternalId = Annotated[str, Field(min_length=1, max_length=1_000)]
Uid = Annotated[str, Field(min_length=1, max_length=64)]
MaxUnit = Annotated[int, Field(ge=0, le=_UNIT_MOST)]
HandleKind = Literal["email", "phone", "domain", "wechat", "linkedin"]
Kind = Literal["direct", "former_colleague", "chain"]


class Parameters(BaseModel):
    """The parameters of a question; a name that it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AsOfParameters(Parameters):
    """Of what is answered whole."""

    as_of: AsOf = None


class PlainPageParameters(Parameters):
    """Of what is answered page by page, and is the same on any day."""

    limit: Limit = LIMIT
    cursor: CursorText = None


class PageParameters(AsOfParameters, PlainPageParameters):
    """Of what is answered page by page."""


class ListParameters(PageParameters):
    """Of a list of records."""

    q: Annotated[
        Text | None,
        Field(description="Only what a search finds; the best match first, unless `sort` says otherwise."),
    ] = None
    external_id: Annotated[
        ExternalId | None,
        Field(description="Only those that another system knows by this id, which was no uid for us."),
    ] = None


class SearchParameters(PageParameters):
    """Of the search."""

    q: Annotated[
        Text,
        Field(
            description="Names, other names, aliases, addresses and titles; the start of a word will do. Numbers, "
            "profiles and domains as people write them."
        ),
    ]


class ReasonParameters(Parameters):
    """Of a change without a body."""

    why: Annotated[str | None, Field(max_length=1_000, description="Why: kept in the history, in your words.")] = None


class HandleParameters(ReasonParameters):
    """Of taking a handle away."""

    kind: Annotated[HandleKind, Field(description="What it is.")]
    value: Annotated[ExternalId, Field(description="The address, as people write it.")]


class ChangeHeaderParameters(BaseModel):
    """The headers of a change."""

    if_match: Annotated[
        str | None,
        Field(alias="If-Match", description="The revision that is to be changed; 412 where there is a newer one."),
    ] = None
    idempotency_key: Annotated[
        str | None,
        Field(
            alias="Idempotency-Key",
            description="1 to 255 characters of your choice: sent again within a day, the request is answered as it "
            "was the first time, and nothing is done twice.",
        ),
    ] = None


class PeopleParameters(PageParameters):
    """Of the people of an account."""

    status: Annotated[
        Literal["current", "former", "all"], Field(description="Who is there on that day, who was before, or both.")
    ] = "current"


class StaffParameters(PageParameters):
    """Of the people of an account as its page has them."""

    limit: Limit = 25
    status: Annotated[
        Literal["current", "former", "all"], Field(description="Who is there on that day, who was before, or both.")
    ] = "all"
    name: Annotated[Text | None, Field(description="Only whoever has this in one of their names.")] = None


class ColleaguesParameters(PageParameters):
    """Of the colleagues of a contact."""

    account: Annotated[Uid | None, Field(description="Only those of this account (its uid).")] = None
    max_unit: Annotated[
        MaxUnit, Field(description="Leave out accounts with more stints known than this; 0 leaves out none.")
    ] = 0


class ProposedMovesParameters(PageParameters):
    """Of the moves that are proposed."""

    since: Annotated[
        date | None,
        BeforeValidator(_day),
        Field(description="The earliest day of a move; left out: 90 days before the day asked as of."),
    ] = None

    def since_day(self, on: date) -> date:
        """The earliest day; raises InvalidDateError when it is after the day asked as of."""
        since = self.since or max(on, date.min + _MOVES_SINCE) - _MOVES_SINCE
        if since > on:
            message = said("since is %(since)s; it cannot be after as_of, which is %(on)s.", since=since, on=on)
            raise InvalidDateError(message, field="since")
        return since


class MovesParameters(ProposedMovesParameters):
    """Of the moves."""

    sort: Annotated[
        Literal["-moved_on", "rank"],
        Field(
            description="The latest first, or the most promising first: of people whom somebody knows, by tie and role."
        ),
    ] = "-moved_on"
    user: Annotated[
        Text | None,
        Field(description="Only people whom this user knows: a uid, or an unambiguous name or e-mail."),
    ] = None
    account: Annotated[Uid | None, Field(description="Only moves to or from this account (its uid).")] = None
    from_account: Annotated[Uid | None, Field(description="Only moves from this account (its uid).")] = None
    to_account: Annotated[Uid | None, Field(description="Only moves to this account (its uid).")] = None
    ours: Annotated[Flag, Field(description="Only moves that left one of our accounts (`true`).")] = False


class ChampionsParameters(PlainPageParameters):
    """Of the moves that somebody was told of."""

    state: Annotated[
        Literal["new", "acknowledged", "dismissed"],
        Field(description="Only those that you did this with: nothing yet (`new`), acknowledge or dismiss them."),
    ] = "new"


class ProposalsParameters(PlainPageParameters):
    """Of what is proposed for how far accounts or contacts are with us."""

    kind: Annotated[Literal["account", "contact"], Field(description="Of which records.")] = "account"
    uid: Annotated[Uid | None, Field(description="Of this one alone; left out: of all.")] = None
    state: Annotated[
        Literal["prospect", "customer", "loyal", "lost"] | None,
        Field(description="Only those for whom this is proposed."),
    ] = None


class PathsParameters(PageParameters):
    """Of the warm paths into an account."""

    user: Annotated[
        Text | None,
        Field(description="Whose paths: a uid, or an unambiguous name or e-mail; left out: all active users'."),
    ] = None
    kinds: Annotated[
        tuple[Kind, ...],
        Field(
            min_length=1,
            description="Which kinds, separated by commas.",
            json_schema_extra={"style": "form", "explode": False},
        ),
        BeforeValidator(split),
    ] = ("direct", "former_colleague", "chain")
    min_score: Annotated[
        FiniteFloat | None,
        Field(ge=0, description="The lowest score listed; left out: every score above 0; 0: all evidence there is."),
    ] = None
    certainty: Annotated[
        Literal["certain", "possible"] | None,
        Field(description="Only paths of which the dates known leave no doubt (`certain`), or only the others."),
    ] = None
    max_unit: Annotated[
        MaxUnit,
        Field(description="Stints known at a shared account above which it is not searched; 0 searches all."),
    ] = MAX_UNIT

    @property
    def kinds_in_order(self) -> tuple[str, ...]:
        """The kinds, each once, as the search goes through them."""
        return tuple(kind for kind in KINDS if kind in self.kinds)


_NAME_MOST = 100  # characters of a name that nobody knows, as far as they are repeated
Asked = TypeVar("Asked", bound=Parameters)


def read(model: type[Asked], sent: MultiDict[str, str]) -> Asked:
    """What a page's form asks: empty fields and names it does not know do not count; raises InvalidInputError."""
    known = (field.alias or name for name, field in model.model_fields.items())
    given = {name: [value for value in sent.getlist(name) if value.strip()] for name in known}
    try:
        return model.model_validate({name: v[0] if len(v) == 1 else v for name, v in given.items() if v})
    except ValidationError as error:
        raise refusal(error) from None


def asked(model: type[Asked]) -> Asked:
    """What the address of this request asks, and nothing that it does not know; raises InvalidInputError."""
    given = {name: values[0] if len(values) == 1 else values for name, values in request.args.lists()}
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise refusal(error) from None


def refusal(error: ValidationError, *, what: str = "parameter", deep: int = 1) -> InvalidInputError:
    """The first thing wrong, in one sentence; `deep` says how many parts of its place name it: handles.0.value."""
    first = error.errors(include_url=False)[0]
    name = ".".join(map(str, first["loc"][:deep]))[:_NAME_MOST] or "the request"
    if first["type"] == "missing":
        return InvalidInputError(said("%(name)s is missing.", name=name), field=name)
    if first["type"] == "extra_forbidden":
        message = said("%(name)s is no %(what)s here; /api/docs lists them.", name=name, what=what)
        return InvalidInputError(message, field=name)
    reason, value = first["msg"].removeprefix("Value error, "), _short(first["input"])
    return InvalidInputError(
        said("%(name)s is %(value)s; %(reason)s.", name=name, value=value, reason=reason), field=name
    )


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004  (a line's width)
