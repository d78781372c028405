"""The audit log: who did what, when and from where. Entries are written once, each tied to the one before it."""

from __future__ import annotations

from neomodel import StructuredNode

from graphcrm.nodes.properties import Choice, Instant, Text, TextList, WholeNumber

ACTIONS = (
    "write", "import", "repair", "shell", "export", "permission",
    "sign_in", "sign_in_failed", "sign_out", "session_ended", "credential", "locked",
    "token_made", "token_used", "token_revoked", "refused",
)  # fmt: skip


class Audit(StructuredNode):
    """An entry of the audit log. It holds uids and no names or values, so that nobody ever has to change it."""

    seq = WholeNumber("its number: 1, 2, 3, … without a gap", least=1, index=True, required=True)
    at = Instant("when; never before the entry in front of it", index=True, required=True)
    user = Text("uid of the user who did; empty for the command line, and where nobody knows")
    action = Choice("what was done", ACTIONS, required=True)
    what = TextList("what exactly, in words and numbers of ours: `change contact 1`")
    records = TextList("what it was done to, or is shown with: kind and uid")
    change = Text("the change, whose revisions hold the values")
    address = Text("where from: the client's address, or `command line`", required=True)
    request = Text("the id of the request, which the access log has too")
    previous = Text("the hash of the entry in front of it; empty for the first", required=True)
    hash = Text("SHA-256 of all this, hexadecimal (docs/audit.md)", required=True)


class AuditHead(StructuredNode):
    """The last entry of the audit log: who writes the next one holds its lock until they are done."""

    uid = Text("`head`: there is one", unique_index=True, required=True)
    seq = WholeNumber("the number of the last entry")
    hash = Text("its hash")
    at = Instant("its time")


class Audited(StructuredNode):
    """That an entry of the audit log names a uid: by these the entries of one record are found."""

    of = Text("the uid", required=True)
    seq = WholeNumber("the number of the entry", least=1, required=True)
