"""The property sets of the edges. Dated edges are written by Cypher, by edge uid: neomodel's own connect, reconnect
and replace merge, fold or delete stints (docs/cypher.md)."""

from __future__ import annotations

from neomodel import StructuredRel

from graphcrm.nodes.properties import (
    Choice,
    Day,
    Flag,
    Instant,
    LongText,
    PartialDate,
    Stored,
    Text,
    TextList,
    WholeNumber,
)
from graphcrm.warmth import CHANNEL_WEIGHTS

JOB_KINDS = ("employee", "board", "advisor", "contractor", "founder")
ROLES = ("decision_maker", "influencer", "buyer", "user", "gatekeeper", "other")
CHANNELS = tuple(CHANNEL_WEIGHTS)
DIRECTIONS = ("out", "in", "both")
WORDS = ("subject", "notes", "outcome", "topics")  # of an interaction: what others do not see of a private one


class Heat(Stored):
    """A forward-decayed sum, log2 Σ w · 2^(t / 365 d); no property where the sum is zero."""

    type_name = "FLOAT"

    def __init__(self, help_text: str) -> None:
        super().__init__(help_text=help_text)


class RecordedEdge(StructuredRel):
    """What every dated edge has."""

    uid = Text("the edge's own id", unique_index=True, required=True)
    external_id = Text("an import's id that was not fit to be a uid")
    # neomodel keeps the attribute name `source` for itself.
    brought_by = Text("the import or program that brought it", db_property="source")
    recorded_at = Instant("when it was recorded")
    recorded_by = Text("uid of the user who did")
    rev = WholeNumber("the revision, 1 at first", least=1)


class DatedEdge(RecordedEdge):
    """An edge that holds from one partial date to another (docs/time.md)."""

    start = PartialDate("the first day, as entered")
    end = PartialDate("the first day no longer, as entered")
    end_status = Choice("whether it has ended", ("ongoing", "ended"))
    start_min = Day("the earliest day it may have begun")
    start_max = Day("the latest day it may have begun")
    end_min = Day("the earliest day it may have ended")
    end_max = Day("the latest day it may have ended")
    verified_on = Day("the day it was last known to hold")


class WorksAt(DatedEdge):
    """WORKS_AT, Contact to Account: one stint."""

    title = Text("the job title")
    department = Text("the department")
    role = Choice("their part in a sale", ROLES)
    responsibilities = Text("what they answer for")
    main_contact = Flag("whether they are our main contact there")
    kind = Choice("what kind of job", JOB_KINDS)
    primary = Flag("the main one of several jobs at once")
    concurrent = Flag("true where somebody said that it is held beside other jobs, so that it proposes no move")
    carried_from = Text("uid of the job at a predecessor from which this one is derived (SUCCEEDED_BY)")
    work_email = Text("the e-mail address of this job")
    work_phone = Text("the phone number of this job")


class InteractedWith(RecordedEdge):
    """INTERACTED_WITH, User to Contact or Lead: one pair's part in one event."""

    event = Text("one id for one meeting, repeated on each pair's edge", index=True, required=True)
    at = Instant("when", required=True)
    channel = Choice("how", CHANNELS)
    direction = Choice("who turned to whom: out is ours to theirs", DIRECTIONS)
    participants = WholeNumber("how many people took part", least=1, most=1_000_000)
    counted = Flag("true where participants was counted from the edges, not given")
    subject = Text("the subject")
    notes = LongText("the notes")
    outcome = Text("what came of it")
    topics = TextList("the topics")
    private = Flag("true where others see that it happened, not what was said")


class AssignedTo(RecordedEdge):
    """ASSIGNED_TO, from any record but a user to the User who owns it."""

    start = Day("the first day")
    end = Day("the first day no longer; empty while it is open")
    reason = Text("why it was given to them")
    end_reason = Text("why it was taken from them, where nobody followed")


class Knows(StructuredRel):
    """KNOWS, User to Contact: derived from the interactions, in the transaction that writes them."""

    count = WholeNumber("how many interactions")
    first_at = Instant("the first of them")
    last_at = Instant("the last of them")
    heat = Heat("of all of them (docs/warmth.md)")
    heat_in = Heat("of what came from the contact")
    heat_out = Heat("of what came from the user")


class Rates(RecordedEdge):
    """RATES, User to Contact: the user's own word on how well they know each other."""

    value = WholeNumber("1 to 5", least=1, most=5, required=True)
    at = Instant("when they said so", required=True)
