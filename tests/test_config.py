from __future__ import annotations

from dataclasses import Field, FrozenInstanceError, fields
from pathlib import Path
from typing import Any

import pytest

from graphcrm.config import Settings
from graphcrm.errors import InvalidInputError


def test_nothing_set_gives_the_defaults() -> None:
    settings = Settings.from_env({})
    assert settings.neo4j_uri is None
    assert (settings.neo4j_username, settings.neo4j_password, settings.neo4j_database) == ("neo4j", "", None)
    assert (settings.heap_mb, settings.query_timeout_s, settings.demo) == (0, 30.0, False)
    assert (settings.java_home, settings.maven_url, settings.secret_key) == (None, None, None)
    assert settings.data_dir == Path.home() / ".local/share/graphcrm"


def test_each_variable_sets_its_field() -> None:
    settings = Settings.from_env({
        "NEO4J_URI": "neo4j://db:7687", "NEO4J_USERNAME": "crm", "NEO4J_PASSWORD": "s3cret", "NEO4J_DATABASE": "crm",
        "GRAPHCRM_DATA_DIR": "/var/lib/graphcrm", "GRAPHCRM_MAVEN_URL": "http://mirror/maven2", "JAVA_HOME": "/opt/java",
        "GRAPHCRM_HEAP_MB": "1024", "GRAPHCRM_QUERY_TIMEOUT": "2.5", "GRAPHCRM_SECRET_KEY": "k", "GRAPHCRM_DEMO": "yes",
    })  # fmt: skip
    assert settings == Settings(
        neo4j_uri="neo4j://db:7687",
        neo4j_username="crm",
        neo4j_password="s3cret",
        neo4j_database="crm",
        data_dir=Path("/var/lib/graphcrm"),
        maven_url="http://mirror/maven2",
        java_home=Path("/opt/java"),
        heap_mb=1024,
        query_timeout_s=2.5,
        secret_key="k",
        demo=True,
    )


def test_the_environment_of_the_process_is_read_when_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://elsewhere:7687")
    assert Settings.from_env().neo4j_uri == "bolt://elsewhere:7687"


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_an_empty_variable_counts_as_unset(field: Field[Any]) -> None:
    variable = field.metadata["env"]
    assert Settings.from_env({variable: "  "}) == Settings.from_env({})


@pytest.mark.parametrize("variable", ["GRAPHCRM_HEAP_MB", "GRAPHCRM_QUERY_TIMEOUT"])
@pytest.mark.parametrize("text", ["many", "1,5", "1e", "0x10", "-1", "nan", "inf"])
def test_a_bad_number_is_refused_with_the_variable_and_the_value(variable: str, text: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        Settings.from_env({variable: text})
    assert refusal.value.field == variable
    assert refusal.value.detail == f"{variable} is {text!r}; it takes a number of 0 or more."


@pytest.mark.parametrize(
    ("text", "demo"),
    [("1", True), ("true", True), ("YES", True), ("on", True), ("0", False), ("no", False), ("nonsense", False)],
)
def test_the_demo_door_opens_only_for_a_clear_yes(text: str, demo: bool) -> None:
    assert Settings.from_env({"GRAPHCRM_DEMO": text}).demo is demo


def test_the_data_folder_is_absolute_and_knows_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert Settings.from_env({"GRAPHCRM_DATA_DIR": "~/crm"}).data_dir == tmp_path / "crm"
    assert Settings.from_env({"GRAPHCRM_DATA_DIR": "crm"}).data_dir == tmp_path / "crm"


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings.from_env({}).demo = True


def test_every_field_names_its_own_variable_and_says_what_it_is_for() -> None:
    variables = [field.metadata["env"] for field in fields(Settings)]
    assert len(set(variables)) == len(variables)
    assert all(field.metadata["help"].strip() for field in fields(Settings))


SECRETS = [field.metadata["env"] for field in fields(Settings) if "secret" in field.metadata]
MAIL = "smtp://me:s3cret@mail.example"
WITH_MAIL = {"GRAPHCRM_URL": "https://crm.example", "GRAPHCRM_MAIL_FROM": "crm@us.example"}


@pytest.mark.parametrize("variable", SECRETS)
def test_a_secret_may_stand_in_a_file(variable: str, tmp_path: Path) -> None:
    file, secret = tmp_path / "secret", MAIL if variable == "GRAPHCRM_SMTP_URL" else "s3cret"
    file.write_text(f"{secret}\n", encoding="utf-8")
    found = Settings.from_env({f"{variable}_FILE": str(file), **WITH_MAIL})
    assert found == Settings.from_env({variable: secret, **WITH_MAIL}) != Settings.from_env(WITH_MAIL)
    assert Settings.from_env({f"{variable}_FILE": " "}) == Settings.from_env({})


@pytest.mark.parametrize("variable", SECRETS)
def test_a_secret_given_both_ways_is_refused_and_not_told(variable: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret", encoding="utf-8")
    with pytest.raises(InvalidInputError, match="both set") as refusal:
        Settings.from_env({variable: "0ther", f"{variable}_FILE": str(tmp_path / "secret")})
    assert not {"s3cret", "0ther"} & set(refusal.value.detail.replace(";", " ").split())


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "No such file"), (b"", "is empty"), (b" \n", "is empty"), (b"\xff\xfe", "no text in UTF-8")],
)
def test_a_file_without_a_secret_is_refused(content: bytes | None, said: str, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InvalidInputError, match=said) as refusal:
        Settings.from_env({"NEO4J_PASSWORD_FILE": str(file)})
    assert refusal.value.field == "NEO4J_PASSWORD_FILE"


def test_secrets_are_not_shown() -> None:
    assert SECRETS == ["NEO4J_PASSWORD", "GRAPHCRM_SECRET_KEY", "GRAPHCRM_OIDC_CLIENT_SECRET", "GRAPHCRM_SMTP_URL"]
    secrets = {**dict.fromkeys(SECRETS, "s3cret"), "GRAPHCRM_SMTP_URL": MAIL}
    assert "s3cret" not in repr(Settings.from_env({**secrets, **WITH_MAIL}))


@pytest.mark.parametrize(
    ("env", "field"),
    [
        ({"GRAPHCRM_SMTP_URL": "mail.example:587"}, "GRAPHCRM_SMTP_URL"),
        ({"GRAPHCRM_SMTP_URL": "smtp://me:s3cret@mail.example:none"}, "GRAPHCRM_SMTP_URL"),
        ({"GRAPHCRM_SMTP_URL": MAIL, "GRAPHCRM_URL": ""}, "GRAPHCRM_URL"),
        ({"GRAPHCRM_SMTP_URL": MAIL, "GRAPHCRM_MAIL_FROM": ""}, "GRAPHCRM_MAIL_FROM"),
        ({"GRAPHCRM_SMTP_URL": MAIL, "GRAPHCRM_MAIL_FROM": "crm"}, "GRAPHCRM_MAIL_FROM"),
    ],
)
def test_a_mail_server_is_asked_for_whole_and_its_password_not_told(env: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        Settings.from_env({**WITH_MAIL, **env})
    assert refusal.value.field == field
    assert "s3cret" not in refusal.value.detail


def test_a_provider_is_named_by_an_address_that_nobody_on_the_way_can_speak_for() -> None:
    named = {"GRAPHCRM_OIDC_CLIENT_ID": "graphcrm"}
    for issuer in ("http://login.example", "login.example", "http://localhost.evil.example"):
        with pytest.raises(InvalidInputError, match="takes an https address"):
            Settings.from_env(named | {"GRAPHCRM_OIDC_ISSUER": issuer})
    for issuer in ("https://login.example/realm", "http://localhost:8080", "http://127.0.0.1"):
        assert Settings.from_env(named | {"GRAPHCRM_OIDC_ISSUER": issuer}).oidc_issuer == issuer
    with pytest.raises(InvalidInputError, match="without GRAPHCRM_OIDC_CLIENT_ID"):
        Settings.from_env({"GRAPHCRM_OIDC_ISSUER": "https://login.example"})


@pytest.mark.parametrize("text", ["urgent=1/8", "urgent=8/1,high=4/24,normal=8/72,low=24/168", "soon"])
def test_hours_of_service_that_cannot_be_meant_are_said_at_the_start(text: str) -> None:
    with pytest.raises(InvalidInputError, match="GRAPHCRM_SERVICE_HOURS") as refusal:
        Settings.from_env({"GRAPHCRM_SERVICE_HOURS": text})
    assert refusal.value.field == "GRAPHCRM_SERVICE_HOURS"
