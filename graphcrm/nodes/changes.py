"""What is remembered of changes: revisions, the moves among them, and the keys that make a repeated request one."""

from __future__ import annotations

from neomodel import StructuredNode

from graphcrm.nodes.properties import Choice, Flag, Instant, Json, LongText, PartialDate, Text, TextList, WholeNumber

ACTIONS = ("create", "change", "trash", "restore", "purge", "remove")


class History(StructuredNode):
    """Where the revisions of a record are. It stands beside the record: a contact's own edges stay few, and fast."""

    uid = Text("label and uid of the record", unique_index=True, required=True)


class Revision(StructuredNode):
    """What one change did to one thing: before, after, who, when, why. It is ON the histories it belongs to.

    `before` and `after` hold the fields that differ; `before` is empty for what was created, `after` for what was
    removed. A rev of 2 and more has a Revision; what an import created has none of its own (its `source` says all).
    """

    uid = Text("its id; UUIDs of version 7, so they are in the order of time", unique_index=True, required=True)
    change = Text("the change it is part of: all that happened in one transaction", index=True, required=True)
    kind = Text("what was changed: account, contact, lead, user, job, interaction, …", required=True)
    of = Text("uid of what was changed", index=True, required=True)
    rev = WholeNumber("the revision that this one made")
    action = Choice("what was done", ACTIONS, required=True)
    at = Instant("when", required=True)
    by = Text("uid of the user who did; empty for the command line")
    why = LongText("why, in their words")
    before = Json("the fields that differ, as they were")
    after = Json("the fields that differ, as they are")
    undoes = Text("the change that it takes back")
    private = Flag("true where only who did it sees what was changed")
    followed = Flag("true where it followed from the rest of its change, whatever who did that may do or see")


class Move(StructuredNode):
    """A move that somebody recorded: FOR a contact, who LEFT accounts and JOINED one."""

    uid = Text("that of the job that began", unique_index=True, required=True)
    effective_on = PartialDate("the first day there, as entered", required=True)
    ended = TextList("uids of the jobs that it ended")
    rev = WholeNumber("the revision, 1 at first", least=1)
    recorded_at = Instant("when it was recorded")
    recorded_by = Text("uid of the user who did")


class IdempotencyKey(StructuredNode):
    """A request that was answered: who sends it again gets the same answer, and nothing is done twice."""

    uid = Text("the user and the key they chose", unique_index=True, required=True)
    digest = Text("SHA-256 of the request, hexadecimal", required=True)
    status = WholeNumber("the HTTP status answered")
    answer = LongText("the body answered")
    headers = Json("what else was answered: the revision, the change, the address")
    at = Instant("when", required=True, index=True)
