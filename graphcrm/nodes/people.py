"""Contacts, leads, users, teams, and the handles that reach them."""

from __future__ import annotations

from neomodel import StructuredNode

from graphcrm.lifecycle import STATES
from graphcrm.nodes.base import Owned, Record
from graphcrm.nodes.properties import Choice, Day, Flag, Instant, Json, LongText, Text, TextList, WholeNumber

SCOPES = ("read", "write", "calendar")  # of a token
LIFECYCLES = STATES


class Dated(Owned):
    """What is dealt with: how far it is with us, and since when (lifecycle.py)."""

    __abstract_node__ = True

    lifecycle = Choice("how far it is with us", LIFECYCLES)
    lifecycle_since = Day("since when it has been that far; the first day where that is known to the month or the year")
    lifecycle_trail = TextList(
        "how far it was, the first first: each the word, and since when, as 2019-05", repeats=True
    )
    customer_since = Day("the day on which it last became a customer; derived", index=True)
    proposed = Choice("how far it should be by what we know, where that is something else; derived", LIFECYCLES)


class Contact(Dated):
    """A person, one node for life."""

    name = Text("the name as it is written", required=True, index=True)
    given_name = Text("the given name")
    family_name = Text("the family name")
    other_names = TextList("former names, nicknames, other spellings")
    description = LongText("what is worth knowing")
    birthday = Day("the day of birth")
    address = Text("the postal address")
    hobbies = TextList("what they like to talk about")
    preferences = Text("what they like and dislike in dealing with us")
    preferred_channel = Text("how they want to be reached")
    do_not_contact = Flag("true when they asked us not to")


class Lead(Owned):
    """A person or company that nobody has qualified yet."""

    name = Text("the name as it is written", required=True, index=True)
    company_name = Text("the company, as text: no account stands behind it yet")
    title = Text("the job title")
    source_channel = Text("where the lead came from")
    status = Choice("how far it is", ("new", "contacted", "qualified", "converted", "ignored"))
    description = LongText("what is worth knowing")


class User(Record):
    """One of us."""

    name = Text("the name", required=True, index=True)
    email = Text("the e-mail address", index=True)
    role = Choice("what they do here", ("admin", "manager", "rep", "service", "analyst", "viewer"))
    active = Flag("false once they have left: no paths are sought for them")
    locale = Text("the language of their pages")
    timezone = Text("the time zone of their pages")
    digest = Choice("how often they are sent what waits for them, by mail", ("daily", "weekly", "never"), index=True)
    digest_on = Day("the day on which they were sent it last")


class Team(Record):
    """A team of users."""

    name = Text("the name", required=True, index=True)
    claims_a_day = WholeNumber("how many leads each of them may take from the pool a day", least=1, most=10_000)
    reclaim_after = WholeNumber("after how many days without a word a lead goes back to the pool", least=1, most=3_650)


class Policy(StructuredNode):
    """What the roles may do, where an administrator has said it; there is one at most, `policy`."""

    uid = Text("always policy", unique_index=True, required=True)
    roles = Json("the roles that differ from those shipped, by name")
    rev = WholeNumber("the revision", least=0)
    updated_at = Instant("when it was last changed")
    updated_by = Text("the uid of the user who did")


class Handle(StructuredNode):
    """An e-mail address, a phone number, a domain: a node of its own, so that it is found by index."""

    uid = Text("kind:value", unique_index=True, required=True)
    kind = Choice("what it is", ("email", "phone", "domain", "wechat", "linkedin"), required=True)
    value = Text("the normalised value", required=True, index=True)


class ApiToken(StructuredNode):
    """A bearer token of one user; only its hash is kept."""

    uid = Text("its id", unique_index=True, required=True)
    digest = Text("SHA-256 of the token, hexadecimal", unique_index=True, required=True)
    name = Text("what it is for, in its user's words", most=100)
    scope = Choice("what it may do: read, read and write, or fetch its user's calendar; empty: write", SCOPES)
    created_at = Instant("when it was made")
    expires_at = Instant("from when on it opens nothing; empty: it does not end")
    used_at = Instant("when it was last used, to the hour")
