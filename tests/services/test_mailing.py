from __future__ import annotations

import pytest
from worlds.build import account, contact, handle, job, lead

from graphcrm.errors import ConflictError, InvalidInputError, NotFoundError, StaleError
from graphcrm.graph import Graph
from graphcrm.services import mail, mailing
from graphcrm.services.mailing import Letter

from .conftest import do

LETTER = Letter("eve@them.example", "Hello", "How are you?")


@pytest.fixture
def eve(cast: Graph) -> Graph:
    contact(cast, "eve", "Eve Adams", given_name="Eve")
    handle(cast, "eve", "email", "eve@them.example")
    account(cast, "freelance", "Freelance", placeholder=True)
    job(cast, "eve", "freelance", title="Painter", start="2019", primary=True)
    job(cast, "eve", "beta", title="Old", start="2001", end="2002")
    job(cast, "eve", "acme", title="Buyer", start="2020")
    return cast


def to_eve(graph: Graph) -> mailing.Addressee:
    return mailing.addressee(graph, "contact", "eve", "alice")


def test_places_say_who_is_written_to_where_they_work_and_who_writes(eve: Graph) -> None:
    text = "{given_name}, {title} at {company}: {name} {my_name} {my_email} {other}"
    said = "Eve, Buyer at Acme: Eve Adams Alice alice@us.example {other}"
    assert mailing.filled(text, to_eve(eve).places) == said
    lead(eve, "lea", "Lea", company_name="Beta")
    of_lead = mailing.addressee(eve, "lead", "lea", "alice")
    assert mailing.filled("{name} {company} {given_name}", of_lead.places) == "Lea Beta {given_name}"
    assert of_lead.emails == []


def test_a_mail_is_sent_and_logged_or_neither(eve: Graph) -> None:
    sent: list[Letter] = []
    do(eve, lambda made: mailing.write(made, to_eve(eve), LETTER, sent.append))
    assert sent == [LETTER]
    logged = "MATCH (u)-[i:INTERACTED_WITH]->(:Contact {uid: 'eve'}) RETURN u.uid + i.channel + i.direction + i.subject + i.notes"
    assert eve.read(logged, str) == ["aliceemailoutHelloHow are you?"]

    def away(_letter: Letter) -> None:
        raise mail.MailError("The mail server is away.")

    with pytest.raises(mail.MailError):
        do(eve, lambda made: mailing.write(made, to_eve(eve), LETTER, away))
    assert len(eve.read(logged, str)) == 1


@pytest.mark.parametrize(
    ("letter", "field"),
    [
        (Letter("eve@other.example", "Hello", "Text"), "to"), (Letter("", "Hello", "Text"), "to"),
        (Letter("eve@them.example", " ", "Text"), "subject"), (Letter("eve@them.example", "Hello", ""), "text"),
        (Letter("eve@them.example", "Hello {company}", "Text"), "subject"),
    ],
)  # fmt: skip
def test_what_cannot_be_sent_is_refused_where_it_is_wrong(eve: Graph, letter: Letter, field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        do(eve, lambda made: mailing.write(made, to_eve(eve), letter, pytest.fail))
    assert refused.value.field == field


def test_who_asked_not_to_be_contacted_is_not_written_to(eve: Graph) -> None:
    eve.write("MATCH (c:Contact {uid: 'eve'}) SET c.do_not_contact = true")
    with pytest.raises(ConflictError, match="asked not to be contacted"):
        do(eve, lambda made: mailing.write(made, to_eve(eve), LETTER, pytest.fail))


def test_a_template_is_its_owners_to_change_and_comes_back_when_deleted(cast: Graph) -> None:
    uid = do(cast, lambda made: mailing.put(made, "alice", {"name": "Hello", "text": "Dear {name}"}))
    do(cast, lambda made: mailing.put(made, "alice", {"subject": "Hi {given_name}"}, uid), expected=1)
    assert mailing.template(cast, "alice", uid).text == "Dear {name}"
    do(cast, lambda made: mailing.put(made, "alice", {"text": None}, uid))
    assert mailing.template(cast, "alice", uid).text == ""
    with pytest.raises(StaleError):
        do(cast, lambda made: mailing.put(made, "alice", {"subject": "Ho"}, uid), expected=1)
    for user in ("bob", "nobody"):
        with pytest.raises(NotFoundError):
            do(cast, lambda made, user=user: mailing.put(made, user, {"subject": "Ho"}, uid))
    do(cast, lambda made: mailing.delete(made, "alice", uid))
    with pytest.raises(NotFoundError):
        mailing.template(cast, "alice", uid)
    do(cast, lambda made: mailing.restore(made, "alice", uid))
    assert mailing.template(cast, "alice", uid).subject == "Hi {given_name}"


@pytest.mark.parametrize(
    ("values", "field"),
    [({"text": "x"}, "name"), ({"name": ""}, "name"), ({"name": "A", "text": "Dear {nothing}"}, "text"), ({"name": "A" * 101}, "name")],
)  # fmt: skip
def test_a_template_that_cannot_be_is_refused(cast: Graph, values: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        do(cast, lambda made: mailing.put(made, "alice", values))
    assert refused.value.field == field


def test_a_user_has_so_many_templates_and_no_more(cast: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailing, "MOST", 1)
    do(cast, lambda made: mailing.put(made, "alice", {"name": "One"}))
    do(cast, lambda made: mailing.put(made, "bob", {"name": "His"}))
    with pytest.raises(ConflictError):
        do(cast, lambda made: mailing.put(made, "alice", {"name": "Two"}))
