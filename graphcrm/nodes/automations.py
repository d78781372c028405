"""Automations: what is done by itself with records that come into a list, and what was done."""

from __future__ import annotations

from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.properties import Choice, Flag, Instant, LongText, Text, TextList, WholeNumber

KINDS = ("account", "contact", "lead", "opportunity", "contract", "order", "service_request", "task")
WHOM = ("owner", "author")


class Automation(StructuredNode):
    """A list, and what is done with each record that comes into it, by one user. It is no record: no export has it."""

    uid = Text("its id", unique_index=True, required=True)
    name = Text("what it is called", most=100, required=True)
    of = Choice("the kind of records", KINDS, required=True)
    parameters = LongText("the filters of the list, as its address has them: status=new&owned=false")
    task = Text("the task that is made about the record; {name} stands for its name; empty for none", most=200)
    task_days = WholeNumber("in how many days the task is due; empty for no day", most=3_660)
    task_for = Choice("whose the task is: the owner of the record, or who wrote the automation", WHOM)
    assign_to = Text("the uid of the user who is given the record; empty for none")
    notify = Choice("who is told of the record", WHOM)
    template = Text("the uid of the mail template that is sent to a contact or a lead; empty for none")
    active = Flag("true where it runs")
    created_at = Instant("when it was written")
    updated_at = Instant("when it was last changed")
    removed_at = Instant("when it was deleted, while that can be undone; empty while it is there", index=True)
    looked_at = Instant("when its list was last looked at; empty before the first time, which does nothing")
    failed = Text("why that failed; empty where it did not")
    rev = WholeNumber("the revision, 1 at first", least=1)


class AutomationRun(StructuredNode):
    """One record that came into the list of an automation, and what was done with it."""

    uid = Text("its id; those of later ones are behind it", unique_index=True, required=True)
    at = Instant("when it was", index=True)
    label = Text("the label of the record")
    of = Text("the uid of the record", index=True)
    did = TextList(
        "what was done: task, assign, notify, mail, unsent or failed, each with what it came to behind a colon"
    )
    left_at = Instant("when the record was no longer in the list, from when on it may come again", index=True)


class Automates(StructuredRel):
    """AUTOMATES, User to Automation: whose it is, and as whom it acts."""


class Ran(StructuredRel):
    """RAN, Automation to AutomationRun."""
