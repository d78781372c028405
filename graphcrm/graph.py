"""The only door to Neo4j: connect, read, write, transaction; retries, timeouts, bookmarks.

Reads run in managed read transactions (a cluster's followers answer them), writes in managed write transactions
(the driver repeats them on deadlocks and leader changes, so the work given must be repeatable). What Neo4j raises
becomes a DatabaseError whose message says what to do.

What is kept sealed in the store is opened as it is read, where the graph is `sealed_by` keys; the queries that write it
seal it (docs/secrets.md).

A query that names `$see` gets it from the graph it runs on, and not from who calls it: the owners, by label, whose
records it may see, null for everybody's, as they are unless the graph is `seen_by` somebody (docs/access.md).
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

import neo4j
from neo4j import exceptions
from neo4j.time import Date, DateTime

from graphcrm.access import EVERYTHING, Sight
from graphcrm.errors import DatabaseError, InvalidInputError, OvertakenError, QueryTimeoutError, said
from graphcrm.sealed import RAW, Sealing

Row = TypeVar("Row")
Answer = TypeVar("Answer")

# What the driver warns of on its way to an exception is said once, by the exception; programs may still ask to see it.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

WRITE_RETRY_S = 10.0  # how long the driver repeats a write: a leader change takes about this long
READ_RETRY_S = 2.0  # ... and a read: who waits for a page is told soon
CONNECT_S = 5.0  # a server on this planet answers sooner
# How the server says that a transaction ran too long, computing or waiting for somebody else's lock.
_ENDED = (
    "TransactionTimedOut",
    "TransactionTimedOutClientConfiguration",
    ".LockClientStopped",
    ".Transaction.Terminated",
)


class Runner(Protocol):
    """What a query function needs: a Graph, or a Transaction of one."""

    @property
    def sight(self) -> Sight:
        """Whose records it sees."""
        ...

    @property
    def sealing(self) -> Sealing:
        """What is to be sealed of what is written through it."""
        ...

    def seen_by(self, sight: Sight) -> Runner:
        """The same as somebody else sees it."""
        ...

    def read(self, cypher: str, row: Callable[..., Row], /, **params: object) -> list[Row]:
        """Run a reading query and make `row(*values)` of each record."""
        ...

    def write(self, cypher: str, /, **params: object) -> list[tuple[Any, ...]]:
        """Run a writing query and return its records as tuples."""
        ...


@dataclass(frozen=True, slots=True)
class Answered:
    """What a statement typed by a person came to: columns, rows, and what it changed, counted by name."""

    columns: list[str]
    rows: list[tuple[Any, ...]]
    changed: dict[str, int]


class Transaction:
    """One managed write transaction: everything run through it happens whole or not at all."""

    def __init__(self, tx: neo4j.ManagedTransaction, sight: Sight, sealing: Sealing) -> None:
        self._tx = tx
        self.sight, self.sealing = sight, sealing

    def seen_by(self, sight: Sight) -> Transaction:
        """The same transaction, as somebody else sees the graph."""
        return Transaction(self._tx, sight, self.sealing)

    def read(self, cypher: str, row: Callable[..., Row], /, **params: object) -> list[Row]:
        """Run a query and make `row(*values)` of each record."""
        return _rows(self._tx.run(cypher, _seeing(cypher, params, self.sight)), row, self.sealing)

    def write(self, cypher: str, /, **params: object) -> list[tuple[Any, ...]]:
        """Run a query and return its records as tuples."""
        return self.read(cypher, lambda *values: values, **params)


class Graph:
    """A connected database. Safe to share between threads; close it, or use it in a `with`."""

    def __init__(
        self,
        uri: str,
        auth: tuple[str, str] | None,
        *,
        database: str | None = None,
        timeout_s: float = 30.0,
        ca: Path | None = None,
    ) -> None:
        """Open the driver (lazily: nothing is sent yet). `timeout_s` ends a transaction that runs longer.

        `ca` is a PEM file with the authority that signed the server's certificate, for a uri with +s.
        """
        self._shown = _without_password(uri)
        with _explained(self._shown):
            address, tls = _trusting(uri, ca)
            self._driver = neo4j.GraphDatabase.driver(
                address,
                **tls,
                auth=auth,
                connection_timeout=CONNECT_S,
                connection_acquisition_timeout=CONNECT_S * 2,
                notifications_min_severity="OFF",
                user_agent="graphcrm",
            )
        self.uri = uri
        self.sight: Sight = EVERYTHING
        self.sealing: Sealing = RAW
        self._database = database
        self._timeout_s = timeout_s
        # What one thread wrote, the next read of any thread sees, on every member of a cluster.
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()

    def seen_by(self, sight: Sight) -> Graph:
        """The same graph, by the same connections, as somebody sees it."""
        other = copy.copy(self)
        other.sight = sight
        return other

    def sealed_by(self, sealing: Sealing) -> Graph:
        """The same graph, by the same connections, with other seals."""
        other = copy.copy(self)
        other.sealing = sealing
        return other

    def read(self, cypher: str, row: Callable[..., Row], /, **params: object) -> list[Row]:
        """Run a reading query and make `row(*values)` of each record; raises DatabaseError."""

        def work(tx: neo4j.ManagedTransaction) -> list[Row]:
            return _rows(tx.run(cypher, _seeing(cypher, params, self.sight)), row, self.sealing)

        with _explained(self._shown), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(neo4j.unit_of_work(timeout=self._timeout_s)(work))

    def write(self, cypher: str, /, **params: object) -> list[tuple[Any, ...]]:
        """Run one writing query in a transaction of its own; raises DatabaseError."""
        return self.transaction(lambda tx: tx.write(cypher, **params))

    def transaction(
        self,
        work: Callable[[Transaction], Answer],
        *,
        timeout_s: float | None = None,
        retry_s: float = WRITE_RETRY_S,
    ) -> Answer:
        """Run `work` in one write transaction, repeated when the server asks for it; raises DatabaseError.

        `timeout_s` is how long it may take at most, `retry_s` how long it is repeated.
        """

        def attempt(tx: neo4j.ManagedTransaction) -> Answer:
            return work(Transaction(tx, self.sight, self.sealing))

        timed = neo4j.unit_of_work(timeout=timeout_s or self._timeout_s)(attempt)
        with _explained(self._shown), self._session(neo4j.WRITE_ACCESS, retry_s) as session:
            return session.execute_write(timed)

    def console(self, statement: str) -> Answered:
        """Run what a person typed, whatever it is and however long it takes.

        Raises InvalidInputError for what Neo4j does not understand or allow, DatabaseError.
        """
        with _explained(self._shown), self._session(neo4j.WRITE_ACCESS) as session:
            try:
                result = session.run(statement)
                rows = [tuple(_native(value, self.sealing) for value in record.values()) for record in result]
                counters = vars(result.consume().counters)
            except exceptions.ClientError as error:
                raise InvalidInputError(_first_line(error) + ".") from error
        changed = {name: number for name, number in counters.items() if type(number) is int and number}
        return Answered(list(result.keys()), rows, changed)

    def ping(self) -> None:
        """Ask the server for one row, without retries; raises DatabaseError."""
        with (
            _explained(self._shown),
            self._driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session,
        ):
            session.run("RETURN 1").consume()

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _session(self, mode: str, retry_s: float = READ_RETRY_S) -> neo4j.Session:
        return self._driver.session(
            database=self._database,
            default_access_mode=mode,
            bookmark_manager=self._bookmarks,
            max_transaction_retry_time=retry_s,
            fetch_size=-1,
        )


def _seeing(cypher: str, params: dict[str, object], sight: Sight) -> dict[str, object]:
    """The parameters of a query with those that say whose records it sees, where it asks."""
    return {**params, **sight.params} if "$see" in cypher else params


def _rows(result: neo4j.Result, row: Callable[..., Row], sealing: Sealing) -> list[Row]:
    return [row(*[_native(value, sealing) for value in record.values()]) for record in result]


def _native(value: Any, sealing: Sealing) -> Any:  # noqa: ANN401  (whatever a property holds)
    """Python's own dates for the driver's, which are slower to compare and unknown to everybody else; no seals."""
    kind = type(value)
    if kind is str:
        return sealing.open(value) if value[:1] == "\0" else value
    if kind is Date:
        return value.to_native()
    if kind is DateTime:  # with the driver's own UTC it would not equal itself when it is sent back (docs/cypher.md)
        moment = value.to_native()
        return moment.astimezone(UTC) if moment.tzinfo else moment
    if kind is dict:
        return {key: _native(item, sealing) for key, item in value.items()}
    return [_native(item, sealing) for item in value] if kind is list else value


def _trusting(uri: str, ca: Path | None) -> tuple[str, dict[str, Any]]:
    """The address and the options by which the driver asks for a certificate that an authority of ours has signed."""
    scheme, _, rest = uri.partition("://")
    if ca is None or not scheme.endswith("+s"):
        return uri, {}
    if not ca.is_file():
        raise InvalidInputError(said("NEO4J_CA names %(ca)s, and there is no such file.", ca=ca), field="NEO4J_CA")
    trusted = neo4j.TrustCustomCAs(str(ca))
    return f"{scheme.removesuffix('+s')}://{rest}", {"encrypted": True, "trusted_certificates": trusted}


def _without_password(uri: str) -> str:
    """An address as it may be shown: some write the user and the password into it."""
    return re.sub(r"//[^/]*@", "//", uri)


@contextmanager
def _explained(uri: str) -> Iterator[None]:
    """Turn what the driver raises into one sentence with a way out."""
    try:
        yield
    except exceptions.ClientError as error:
        if fault := _client_fault(uri, error):
            raise fault from error
        raise
    except exceptions.Neo4jError as error:
        raise DatabaseError(_server_fault(uri, error)) from error
    except (exceptions.DriverError, ValueError) as error:
        if isinstance(error, exceptions.DriverError) or str(error).startswith(("URI", "Failed to DNS resolve")):
            raise DatabaseError(
                said(
                    "Neo4j at %(uri)s does not answer (%(first_line)s). What was acknowledged is kept; start the "
                    "server, or check NEO4J_URI, and try again.",
                    uri=uri,
                    first_line=_first_line(error),
                )
            ) from error
        raise


def _client_fault(uri: str, error: exceptions.ClientError) -> DatabaseError | None:
    """What the settings or the question are to blame for; None where our Cypher is."""
    code = error.code or ""
    if code.endswith(_ENDED):
        return QueryTimeoutError(said("The query ran too long and was ended; nothing was changed. Ask for less."))
    if isinstance(error, exceptions.ConstraintError) or code.endswith(".EntityNotFound"):  # purged while we waited
        return OvertakenError(said("Somebody else has just stored the same record; nothing was changed. Try again."))
    words = _first_line(error)
    if isinstance(error, exceptions.AuthError) or ".Security." in code:
        return DatabaseError(
            said(
                "Neo4j at %(uri)s refused the user or password (%(words)s); set NEO4J_USERNAME and NEO4J_PASSWORD.",
                uri=uri,
                words=words,
            )
        )
    if ".Database." in code:
        return DatabaseError(
            said(
                "Neo4j at %(uri)s refused the database (%(words)s); set NEO4J_DATABASE, or leave it out.",
                uri=uri,
                words=words,
            )
        )
    return None


def _server_fault(uri: str, error: exceptions.Neo4jError) -> str:
    # A log that cannot be written names no reason to its clients; in practice it is the room.
    if "No space" in str(error) or "disk" in str(error).lower() or "TransactionLogError" in (error.code or ""):
        return said(
            "Neo4j at %(uri)s has no room left on its disk; what was acknowledged is kept. Free room and try again.",
            uri=uri,
        )
    return said(
        "Neo4j at %(uri)s could not do that (%(code)s: %(reason)s); the transaction was rolled back.",
        uri=uri,
        code=error.code,
        reason=_first_line(error),
    )


def _first_line(error: Exception) -> str:
    said_by_it = str(error.message) if isinstance(error, exceptions.Neo4jError) else str(error)
    return (said_by_it.splitlines() or [type(error).__name__])[0].rstrip(".")
