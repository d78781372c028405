"""`graphcrm audit`."""

from graphcrm.cli.app import Lazy

command = Lazy(
    "audit",
    modules={"export": "audit.export", "head": "audit.head"},
    help="The audit log: who did what, when and from where.",
)
