"""Digests by mail, through a real SMTP server on this machine."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.services import mail, ownership, tasks
from graphcrm.services.changes import Author, change
from graphcrm.services.chores import run
from graphcrm.web.chores import chores
from tests import post as post_office
from tests.post import Box

NOW = datetime.now(UTC)
MORNING = (NOW + timedelta(days=7 - NOW.weekday())).replace(hour=8, minute=0)  # of the next Monday
DUE = MORNING.date() - timedelta(days=3)


@pytest.fixture
def settings(box: Box, tmp_path: Path) -> Settings:
    return post_office.settings(box, tmp_path)


@pytest.fixture(autouse=True)
def quiet(cast: Graph) -> None:
    """A world in which nothing was sent or told, and no chore done."""
    cast.write("MATCH (u:User) REMOVE u.digest, u.digest_on, u.locale, u.timezone")
    cast.write("MATCH (n:Notification|Chore) DETACH DELETE n")


def wants(graph: Graph, user: str, digest: str, **more: str) -> None:
    graph.write("MATCH (u:User {uid: $user}) SET u.digest = $digest, u += $more", user=user, digest=digest, more=more)


def test_each_is_sent_what_waits_once_a_day_in_their_language(cast: Graph, settings: Settings, box: Box) -> None:
    wants(cast, "alice", "daily"), wants(cast, "bob", "weekly", locale="zh"), wants(cast, "dana", "never")
    due = {"name": "Call Maya", "due_on": DUE.isoformat(), "contacts": ["maya"]}
    uid = change(cast, Author("alice"), lambda made: tasks.create(made, due))
    other = change(cast, Author("alice"), lambda made: tasks.create(made, {"name": "Write"}))
    change(cast, Author("alice"), lambda made: ownership.assign(made, "task", other, "bob"))
    assert run(cast, chores(settings, cast), MORNING).number["digests"] == 2
    sent = {str(one["To"]): one for one in box.mails}
    mine, his = sent["alice@us.example"], sent["bob@us.example"]
    assert (mine["From"], mine["Subject"], mine["Auto-Submitted"]) == (
        "crm@us.example",
        "What waits for you",
        "auto-generated",
    )
    assert "\n\n\n" not in mine.get_content()
    assert f"Call Maya ({DUE:%-d %b %Y}, overdue)" in mine.get_content()
    assert f"https://crm.example/tasks/{uid}" in mine.get_content()
    assert "待办" not in his.get_content()
    assert "通知" in his.get_content()
    assert run(cast, chores(settings, cast), MORNING + timedelta(hours=1)).number == {
        "automations": 0,
        "moves": 0,
        "late": 0,
        "digests": 0,
    }
    assert run(cast, chores(settings, cast), MORNING + timedelta(days=1)).number["digests"] == 1


def test_nobody_is_woken_and_who_has_nothing_is_sent_nothing(cast: Graph, settings: Settings, box: Box) -> None:
    wants(cast, "alice", "daily", timezone="America/Los_Angeles")
    assert run(cast, chores(settings, cast), MORNING).number["digests"] == 0  # it is one o'clock there
    assert cast.read("MATCH (u:User {uid: 'alice'}) RETURN u.digest_on IS NULL", bool) == [True]
    assert box.mails == []


def test_a_server_that_is_away_is_told_of_without_its_address_and_asked_again(cast: Graph, settings: Settings) -> None:
    wants(cast, "alice", "daily")
    change(cast, Author("alice"), lambda made: tasks.create(made, {"name": "Call", "due_on": DUE.isoformat()}))
    away = Settings(
        secret_key="of this test", data_dir=settings.data_dir, smtp_url="smtp://me:secret@127.0.0.1:1",
        mail_from="crm@us.example", url="https://crm.example",
    )  # fmt: skip
    tried = run(cast, chores(away, cast), MORNING)
    assert ("digests" not in tried.number, len(tried.failed)) == (True, 1)
    (failed,) = cast.read("MATCH (c:Chore {uid: 'digests'}) RETURN c.failed", str)
    assert "mail server" in failed
    assert "secret" not in failed
    assert run(cast, chores(settings, cast), MORNING).number["digests"] == 1


def test_a_subject_is_one_line() -> None:
    found = mail.message("a@us.example", "b@us.example", "Hello\nBcc: c@us.example", "text")
    assert found["Subject"] == "Hello Bcc: c@us.example"
    assert found["Bcc"] is None


@pytest.mark.parametrize("to", ["a@us.example,b@evil.example", "no address", "", "a@us.example\nBcc: c@us.example"])
def test_mail_goes_to_one_address(to: str) -> None:
    with pytest.raises(mail.MailError):
        mail.message("a@us.example", to, "Subject", "text")
