"""The shape of the graph: its constraints, and what may stand at the ends of an edge."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.access import OWNED, label_of
from graphcrm.graph import Graph
from graphcrm.nodes import schema
from graphcrm.queries.checks.double_about import double_about
from graphcrm.queries.checks.double_involved import double_involved
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.misplaced_edges import misplaced_edges
from graphcrm.queries.checks.nameless import nameless
from graphcrm.queries.checks.odd_moves import odd_moves
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.services.checks.rule import MOST, Rule

_OWNED = tuple(map(label_of, OWNED))
_RECORD = ("Account", "Contact", "Lead", "User")
ENDS: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "WORKS_AT": (["Contact"], ["Account"]),
    "INTERACTED_WITH": (["User"], ["Contact", "Lead"]),
    "ASSIGNED_TO": (_OWNED, ["User"]),
    "ABOUT": (["Task"], list(ABOUT.values())),
    "OFFERED_TO": (["Opportunity"], ["Account"]),
    "OF_ACCOUNT": (["Contract", "Order", "ServiceRequest"], ["Account"]),
    "INVOLVES": (["Opportunity", "Contract", "Order", "ServiceRequest"], ["Contact"]),
    "CAME_OF": (["Contract", "Order"], ["Opportunity"]),
    "ATTENDS": (["Contact", "Lead"], ["Campaign"]),
    "TAGGED": (["Account", "Contact", "Lead", "Task"], ["Tag"]),
    "CONVERTED_TO": (["Lead"], ["Account", "Contact", "Opportunity"]),
    "KNOWS": (["User"], ["Contact"]),
    "RATES": (["User"], ["Contact"]),
    "REPORTS_TO": (["Contact"], ["Contact"]),
    "RELATED_TO": (["Contact"], ["Contact"]),
    "SUBSIDIARY_OF": (["Account"], ["Account"]),
    "PARTNER_OF": (["Account"], ["Account"]),
    "SUCCEEDED_BY": (["Account"], ["Account"]),
    "HAS_HANDLE": (_RECORD, ["Handle"]),
    "HAS_TOKEN": (["User"], ["ApiToken"]),
    "HAS_CREDENTIAL": (["User"], ["Credential"]),
    "MEMBER_OF": (["User"], ["Team"]),
    "IS": (["User"], ["Contact"]),
    "ON": (["Revision"], ["History"]),
    "FOR": (["Move", "MoveNews"], ["Contact"]),
    "LEFT": (["Move", "MoveNews"], ["Account"]),
    "JOINED": (["Move", "MoveNews"], ["Account"]),
    "ASKED": (["User"], ["Introduction"]),
    "KNOWN_TO": (["Introduction"], ["User"]),
    "THROUGH": (["Introduction"], ["Contact"]),
    "INTO": (["Introduction"], ["Account"]),
    "UNREAD_BY": (["Notification"], ["User"]),
    "READ_BY": (["Notification"], ["User"]),
    "TELLS": (["MoveNews"], ["User"]),
    "AUTOMATES": (["User"], ["Automation"]),
    "RAN": (["Automation"], ["AutomationRun"]),
    "WROTE": (["User"], ["MailTemplate"]),
    "SAVED": (["User"], ["SavedView"]),
    "ASKS": (["User"], ["Segment"]),
    "KEEPS": (["User"], ["Group"]),
    "IN_GROUP": (["Account", "Contact"], ["Group"]),
    "PINNED": (["User"], ["SavedView"]),
    "STARRED": (["User"], _OWNED),
}


def _schema(graph: Graph) -> list[Found]:
    return [Found([], line) for line in schema.drift(graph)]


def _edges(graph: Graph) -> list[Found]:
    found = misplaced_edges(graph, ends=ENDS, limit=MOST)
    return found + odd_moves(graph, limit=MOST) + double_about(graph, limit=MOST) + double_involved(graph, limit=MOST)


RULES = (
    Rule("schema", "The constraints and indexes are those of this version.", "Run `graphcrm db schema`.", _schema),
    Rule(
        "records",
        "Every record has a uid and a name.",
        "Give it a name; one without a uid was made by another program, and is removed by hand.",
        lambda graph: nameless(graph, limit=MOST),
    ),
    Rule(
        "edges",
        "Edges have a uid, join the right kinds of records, and are at none in the trash; a task is about one once,"
        " and what is sold, agreed or asked is of one account, and involves a contact once.",
        "Remove the edge by hand, or restore the record.",
        _edges,
    ),
)
