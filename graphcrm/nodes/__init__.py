"""The schema of record: neomodel classes say what a record may hold. Reading and writing is Cypher (queries/)."""

from graphcrm.nodes.accounts import Account
from graphcrm.nodes.edges import EDGES
from graphcrm.nodes.people import ApiToken, Contact, Handle, Lead, Team, User

NODES = {cls.__name__: cls for cls in (Account, ApiToken, Contact, Handle, Lead, Team, User)}

__all__ = ["EDGES", "NODES", "Account", "ApiToken", "Contact", "Handle", "Lead", "Team", "User"]
