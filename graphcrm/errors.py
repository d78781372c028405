"""The exception tree. Each class has a stable code and the HTTP status it becomes.

    GraphcrmError                500  error
    ├── InvalidInputError        422  invalid          a value that cannot be meant; carries `field`
    │   └── InvalidDateError     422  invalid_date
    │   └── KeyReusedError       422  key_reused       an Idempotency-Key that another request has used
    ├── NotFoundError            404  not_found
    │   ├── InTrashError         404  in_trash         the record is in the trash
    │   └── LinkError            410  link             a one-time link that was used, or has ended
    ├── ConflictError            409  conflict         it cannot stand beside what is there; carries `other`
    │   ├── ChangedSinceError    409  changed_since    it cannot be undone: it was changed again
    │   ├── ExistsError          409  exists           there is one already
    │   └── NotInTrashError      409  not_in_trash     what is not in the trash cannot be restored or purged
    ├── StaleError               412  stale            changed by somebody else; carries `current` and `yours`
    ├── AmbiguousError           409  ambiguous        several records fit; carries `candidates`
    ├── NotSignedInError         401  not_signed_in
    ├── ForbiddenError           403  forbidden
    ├── TooManyRequestsError     429  too_many_requests  in a minute; carries `retry_after_s`
    │   └── TooManyAttemptsError 429  too_many_attempts  to sign in, in vain
    ├── BundleError              400  bundle           an import that cannot begin
    ├── ExportError              400  export           an export that its folder cannot take
    ├── SealedError              500  sealed           a sealed value that none of our keys opens
    ├── DatabaseError            503  database         Neo4j is away, refuses us, or lost us midway
    │   ├── QueryTimeoutError    504  query_timeout
    │   ├── OvertakenError       409  overtaken        somebody else has just stored the same record
    │   └── SchemaError          503  schema           the schema is missing or another version
    └── RuntimeSetupError        500  runtime_setup    the local Neo4j cannot be made or started
        ├── DownloadError        500  download
        ├── LockedError          500  locked           somebody else holds the data folder
        └── PortInUseError       500  port_in_use

Every message is one sentence that says what happened, what was kept where that matters, and what to do. What a page may
show is made by `said`, so that the page can say it in another language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar


class Said(str):
    """A sentence in English that knows what it was made of."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]


def said(template: str, **values: object) -> Said:
    """A sentence of a template, as "There is no %(kind)s %(uid)r.", and its values.

    `make messages` gathers the templates. A value may be a sentence too; what is called `kind`, `role`, `action` or
    `module` is a code, and pages say that in words.
    """
    sentence = Said(template % values if values else template)
    sentence.template, sentence.values = template, values
    return sentence


class GraphcrmError(Exception):
    """The root of everything graphcrm raises on purpose."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 500

    def __init__(self, detail: str, *, field: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.field = field


class InvalidInputError(GraphcrmError):
    """A value that cannot be meant."""

    code = "invalid"
    status = 422


class InvalidDateError(InvalidInputError):
    """A date that does not exist, or an order of dates that cannot be."""

    code = "invalid_date"


class KeyReusedError(InvalidInputError):
    """An Idempotency-Key that was used for another request."""

    code = "key_reused"


class NotFoundError(GraphcrmError):
    """No record is what was asked for."""

    code = "not_found"
    status = 404


class InTrashError(NotFoundError):
    """The record is in the trash."""

    code = "in_trash"


class LinkError(NotFoundError):
    """A one-time link that was used, or has ended."""

    code = "link"
    status = 410


class ConflictError(GraphcrmError):
    """What was asked cannot stand beside what is there."""

    code = "conflict"
    status = 409

    def __init__(self, detail: str, *, field: str | None = None, other: Mapping[str, Any] | None = None) -> None:
        super().__init__(detail, field=field)
        self.other = other


class ChangedSinceError(ConflictError):
    """A change that cannot be undone, because something was changed again since."""

    code = "changed_since"


class ExistsError(ConflictError):
    """There is one already."""

    code = "exists"


class NotInTrashError(ConflictError):
    """What is not in the trash cannot be restored or purged."""

    code = "not_in_trash"


class StaleError(GraphcrmError):
    """Somebody else has changed it since it was read."""

    code = "stale"
    status = 412

    def __init__(
        self,
        detail: str,
        *,
        current: Mapping[str, Any],
        yours: Mapping[str, Any],
        base: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(detail, field="If-Match")
        self.current, self.yours = current, yours
        self.base = base or {}  # the version that yours was made of


class AmbiguousError(GraphcrmError):
    """Several records fit what was asked for."""

    code = "ambiguous"
    status = 409

    def __init__(self, detail: str, *, candidates: Sequence[tuple[str, str]], field: str | None = None) -> None:
        super().__init__(detail, field=field)
        self.candidates = list(candidates)


class NotSignedInError(GraphcrmError):
    """Nobody is signed in, or the token is unknown."""

    code = "not_signed_in"
    status = 401


class ForbiddenError(GraphcrmError):
    """Somebody is signed in, and may not do this."""

    code = "forbidden"
    status = 403


class TooManyRequestsError(GraphcrmError):
    """More requests in a minute than are taken."""

    code = "too_many_requests"
    status = 429

    def __init__(self, detail: str, *, retry_after_s: int) -> None:
        super().__init__(detail)
        self.retry_after_s = retry_after_s


class TooManyAttemptsError(TooManyRequestsError):
    """Too many attempts to sign in have failed: the next one is taken in a while."""

    code = "too_many_attempts"


class BundleError(GraphcrmError):
    """An import that cannot begin: nothing was written."""

    code = "bundle"
    status = 400


class ExportError(GraphcrmError):
    """An export that its folder cannot take: no file was kept there."""

    code = "export"
    status = 400


class SealedError(GraphcrmError):
    """A sealed value that none of our keys opens."""

    code = "sealed"
    status = 500


class DatabaseError(GraphcrmError):
    """Neo4j is away, refuses us, or was lost midway."""

    code = "database"
    status = 503


class QueryTimeoutError(DatabaseError):
    """A query ran longer than it may."""

    code = "query_timeout"
    status = 504


class OvertakenError(DatabaseError):
    """Somebody else has just created what we were about to create; nothing of ours was written."""

    code = "overtaken"
    status = 409


class SchemaError(DatabaseError):
    """The graph's schema is missing, or of another version than this program's."""

    code = "schema"


class RuntimeSetupError(GraphcrmError):
    """The local Neo4j cannot be made or started."""

    code = "runtime_setup"


class DownloadError(RuntimeSetupError):
    """A file of the local Neo4j could not be fetched whole."""

    code = "download"


class LockedError(RuntimeSetupError):
    """Somebody else holds the data folder."""

    code = "locked"


class PortInUseError(RuntimeSetupError):
    """Another program listens where we want to."""

    code = "port_in_use"


@contextmanager
def placed(place: str | None) -> Iterator[None]:
    """What is refused within is named by its place in what was sent: items.3.at, new_contact.name."""
    try:
        yield
    except GraphcrmError as error:
        error.field = f"{place}.{error.field}" if place else error.field
        raise
